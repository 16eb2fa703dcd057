import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { packResult, unpackResult } from "../../../bot/turn/packed-result.js";

test("whatever a turn results in comes back as it was, and a card with many lines takes a tenth", () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.nat(200), (value, times) => {
      const result = { replies: Array.from({ length: times }, () => value) };
      expect(unpackResult(packResult(result))).toEqual(JSON.parse(JSON.stringify(result)));
    }),
  );
  expect(unpackResult(packResult(undefined))).toBeNull();
  const line = { type: "TextBlock", wrap: true, text: "Maßnahme bis 12.03." };
  const card = Array.from({ length: 200 }, (_, at) => ({ ...line, id: `K-7F3Q${at}` }));
  expect(packResult(card).length).toBeLessThan(JSON.stringify(card).length / 8);
});

test("a result that was stored before anything was packed is read as it is", () => {
  const result = { replies: [{ place: "new", text: "x".repeat(5_000) }] };
  expect(unpackResult(Buffer.from(JSON.stringify(result)))).toEqual(result);
});
