import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "@jest/globals";

/**
 * The oracle again, in processes that were started in another zone: setting process.env.TZ inside a running test
 * would reach only the copy of the environment that jest hands to it.
 */
const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
const others = ["UTC", "Europe/Berlin", "America/New_York"].filter((zone) => zone !== own);
const root = fileURLToPath(new URL("../../..", import.meta.url));

describe("the zone of the process makes no difference", () => {
  test.each(others)(
    "the oracle agrees in a process in %s",
    async (zone) => {
      const output = await runJest(zone, "test/casework/conference/slots-oracle.test.ts");
      expect(output).toContain(`with the process in ${zone}`);
      expect(output).toMatch(/Tests: +2 passed, 2 total/);
    },
    600_000,
  );
});

/** Standard error of a jest that ran one file; rejects with it if a test failed. */
function runJest(zone: string, file: string): Promise<string> {
  const args = [
    "--experimental-vm-modules",
    "node_modules/jest/bin/jest.js",
    "--verbose",
    "--runTestsByPath",
    file,
  ];
  const env = { ...process.env, TZ: zone };
  return new Promise((resolve, reject) => {
    execFile(process.execPath, args, { cwd: root, env }, (error, _stdout, stderr) => {
      if (error) reject(new Error(stderr));
      else resolve(stderr);
    });
  });
}
