import { randomBytes } from "node:crypto";
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { pollLinks } from "../../../casework/poll/links.js";

const links = pollLinks({ system: randomBytes(32) });
const link = { pollId: "K-7F3Q9.0a1b2c3d4e5f", place: 3, expires: Date.parse("2026-12-01T17:00:00Z") };
const before = link.expires - 1;

describe("a personal link", () => {
  test("is read back until it expires, and the same link is the same token", () => {
    const token = links.tokenFor(link);
    expect(links.read(token, before)).toEqual(link);
    expect(links.tokenFor(link)).toBe(token);
    expect(links.read(token, link.expires)).toBeUndefined();
    expect(token).toMatch(/^[\w-]{60,120}$/);
  });

  test("is another one for everybody else, and none of another house", () => {
    const tokens = [0, 1, 2].map((place) => links.tokenFor({ ...link, place }));
    expect(new Set(tokens).size).toBe(3);
    const elsewhere = pollLinks({ system: randomBytes(32) });
    expect(elsewhere.read(links.tokenFor(link), before)).toBeUndefined();
  });

  test("is nothing once a single character is changed, cut or added", () => {
    const token = links.tokenFor(link);
    const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    for (let at = 0; at < token.length; at++) {
      for (const sign of alphabet) {
        if (sign === token.charAt(at)) continue;
        expect(links.read(token.slice(0, at) + sign + token.slice(at + 1), before)).toBeUndefined();
      }
      expect(links.read(token.slice(0, at), before)).toBeUndefined();
    }
  });

  test("is nothing and throws nothing for any other text", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.base64String(), fc.string({ unit: "binary" })), (text) => {
        expect(links.read(text, before)).toBeUndefined();
      }),
    );
  });
});
