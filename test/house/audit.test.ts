import { describe, expect, test } from "@jest/globals";
import { verdictOn } from "../audit-dependencies.mjs";

const report = (vulnerabilities: Readonly<Record<string, string>>) =>
  JSON.stringify({
    auditReportVersion: 2,
    vulnerabilities: Object.fromEntries(
      Object.entries(vulnerabilities).map(([name, severity]) => [name, { name, severity }]),
    ),
    metadata: { vulnerabilities: { total: Object.keys(vulnerabilities).length } },
  });

describe("the audit of the dependencies", () => {
  test.each([{ a: "high" }, { a: "critical" }, { a: "low", b: "high" }])("fails on %j, by name", (found) => {
    const { failed, line } = verdictOn(report(found));
    expect(failed).toBe(true);
    expect(line).toMatch(/(?:a|b) \((?:high|critical)\)/);
  });

  test.each([{}, { a: "moderate" }, { a: "low", b: "info" }])("passes on %j", (found) => {
    expect(verdictOn(report(found)).failed).toBe(false);
  });

  test.each([
    "",
    "<html>",
    "null",
    '{"message":"405 Method Not Allowed","error":{"summary":""}}',
    '{"error":{"code":"ENOTFOUND","summary":"request failed\\nreason"}}',
  ])("says in one line that it could not be done, and does not fail: %j", (printed) => {
    const { failed, line } = verdictOn(printed);
    expect(failed).toBe(false);
    expect(line).toMatch(/^Dependencies not audited, the registry does not answer: .+$/);
  });
});
