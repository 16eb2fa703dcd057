import { expect, test } from "@jest/globals";
import { logTo } from "../../bot/log.js";

function logged(entry: Readonly<Record<string, unknown>>): Record<string, unknown> {
  let line = "";
  logTo({
    write: (text) => {
      line += text;
    },
  })(entry);
  return JSON.parse(line) as Record<string, unknown>;
}

test("a line says when, what and how long", () => {
  const { at, ...rest } = logged({ event: "server", what: "turn", ms: 12 });
  expect(at).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
  expect(rest).toEqual({ level: "info", event: "server", what: "turn", ms: 12 });
});

test("of an error only its name is logged", () => {
  const line = logged({ event: "turn-failed", error: new RangeError("quoted words") });
  expect(line.error).toBe("RangeError");
  expect(JSON.stringify(line)).not.toContain("quoted");
});

test.each([
  "text",
  "card",
  "name",
  "note",
  "value",
  "fields",
  "comment",
  "query",
  "message",
  "stack",
  "payload",
])("what somebody typed does not get in, even if an entry should bring it as %s", (member) => {
  const inner = { [member]: "quoted words", ms: 1 };
  const line = logged({ event: "x", [member]: "quoted words", inner, outer: { inner, list: [inner] } });
  expect(JSON.stringify(line)).not.toContain("quoted");
  expect(line).toMatchObject({ event: "x", inner: { ms: 1 }, outer: { inner: { ms: 1 } } });
});
