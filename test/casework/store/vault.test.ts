import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { newDataKey, SealBroken, seal, unseal, unwrapKey, wrapKey } from "../../../casework/store/vault.js";

test("what was sealed opens at its own place and nowhere else", () => {
  fc.assert(
    fc.property(fc.uint8Array(), fc.string(), fc.string(), (bytes, place, other) => {
      const key = newDataKey();
      const sealed = seal(key, place, Buffer.from(bytes));
      expect(unseal(key, place, sealed)).toEqual(Buffer.from(bytes));
      if (other !== place) expect(() => unseal(key, other, sealed)).toThrow(SealBroken);
      expect(() => unseal(newDataKey(), place, sealed)).toThrow(SealBroken);
    }),
  );
});

test("one changed bit anywhere is noticed", () => {
  const key = newDataKey();
  const sealed = seal(key, "case/K-7F3Q9@1", Buffer.from("content"));
  for (let at = 0; at < sealed.length; at++) {
    const changed = Buffer.from(sealed);
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect(() => unseal(key, "case/K-7F3Q9@1", changed)).toThrow(SealBroken);
  }
});

test("a wrapped key opens with its master key and for its scope only", () => {
  const master = newDataKey();
  const key = newDataKey();
  const wrapped = wrapKey(master, "case:K-7F3Q9", key);
  expect(unwrapKey(master, "case:K-7F3Q9", wrapped)).toEqual(key);
  expect(() => unwrapKey(master, "case:K-00000", wrapped)).toThrow(SealBroken);
  expect(() => unwrapKey(newDataKey(), "case:K-7F3Q9", wrapped)).toThrow(SealBroken);
});
