import { describe, expect, test } from "@jest/globals";
import type { Consent } from "../../../casework/consent/consent.js";
import { type Disclosing, mayDisclose, type Refusal } from "../../../casework/consent/may-disclose.js";
import { someConsent } from "./some-consent.js";

const days = ["2026-11-27"];
const what = (disclosing: Partial<Disclosing>): Disclosing => ({
  what: "invitation",
  recipient: "JC",
  days,
  ...disclosing,
});
const round = (ids: readonly string[]): Consent =>
  someConsent({ id: "round", recipient: "ROUND", rechtskreis: "", round: [...ids] });

describe("a disclosure", () => {
  test("rests on the consent that lasts longest, and says on which", () => {
    const verdict = mayDisclose(
      [someConsent({ id: "short", until: "2026-12-01" }), someConsent({ id: "long" })],
      what({}),
    );
    expect(verdict).toMatchObject({ kind: "allowed", on: [{ id: "long" }] });
  });

  test.each<[Refusal, readonly Consent[], Partial<Disclosing>]>([
    ["none", [], {}],
    ["none", [someConsent()], { recipient: "JA" }],
    ["incomplete", [someConsent({ informed: false })], {}],
    ["not-yet", [someConsent({ from: "2026-12-01" })], {}],
    ["ended", [someConsent({ until: "2026-11-26" })], {}],
    ["ended", [someConsent({ until: "2026-11-30" })], { days: [...days, "2026-12-07"] }],
    ["withdrawn", [someConsent({ withdrawnAt: 1 })], {}],
    ["direction", [someConsent({ direction: "to-recipient" })], {}],
    ["direction", [someConsent({ direction: "from-recipient" })], { what: "minutes" }],
    ["purpose", [someConsent()], { what: "handover" }],
    ["purpose", [someConsent({ purposes: ["conference"] })], { what: "extract" }],
    ["health", [someConsent()], { what: "minutes", health: true }],
    ["entrusted", [someConsent()], { what: "minutes", entrusted: true }],
    ["round", [someConsent()], { table: ["JC", "JA"] }],
    ["round", [someConsent(), round(["JC", "JA"])], { table: ["JC", "JA", "SCHULE"] }],
    ["base-over", [someConsent(), someConsent({ recipient: "KIM", withdrawnAt: 1 })], {}],
    ["withdrawn", [someConsent(), someConsent({ giver: "second-adult", withdrawnAt: 1 })], {}],
    ["withdrawn", [someConsent({ recordedAt: 5 }), someConsent({ withdrawnAt: 9 })], {}],
    ["base-over", [someConsent(), someConsent({ recipient: "KIM", until: "2026-11-26" })], {}],
  ])("is refused: %s (%#)", (why, consents, disclosing) => {
    expect(mayDisclose(consents, what(disclosing))).toMatchObject({ kind: "refused", why });
  });

  test.each<[string, readonly Consent[], Partial<Disclosing>]>([
    ["on paper one direction is enough", [someConsent({ direction: "to-recipient" })], { what: "minutes" }],
    ["a handover has its own purpose", [someConsent({ purposes: ["handover"] })], { what: "handover" }],
    ["health is consented to by name", [someConsent({ categories: ["health"] })], { health: true }],
    ["who entrusted it agreed", [someConsent({ entrusted: true })], { what: "minutes", entrusted: true }],
    ["fewer may hear what more may", [someConsent(), round(["JC", "JA", "X"])], { table: ["JC", "JA"] }],
    ["alone at the table there is no round", [someConsent()], { table: ["JC"] }],
    [
      "whoever withdrew has consented anew",
      [someConsent({ withdrawnAt: 1 }), someConsent({ recordedAt: 2 })],
      {},
    ],
    [
      "all have consented after one withdrew",
      [someConsent({ giver: "young-person", withdrawnAt: 1 }), someConsent({ giver: "all", recordedAt: 2 })],
      {},
    ],
    ["another basis than consent carries KIM itself", [someConsent()], {}],
    [
      "the base was given anew",
      [
        someConsent(),
        someConsent({ recipient: "KIM", withdrawnAt: 1 }),
        someConsent({ recipient: "KIM", recordedAt: 2 }),
      ],
      {},
    ],
  ])("is allowed: %s", (_, consents, disclosing) => {
    expect(mayDisclose(consents, what(disclosing)).kind).toBe("allowed");
  });

  test("of nothing on no day is refused", () => {
    expect(mayDisclose([someConsent()], what({ days: [] })).kind).toBe("refused");
  });
});
