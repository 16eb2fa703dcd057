import { describe, expect, test } from "@jest/globals";
import { type Consent, Consent as ConsentSchema } from "../../../casework/consent/consent.js";
import { consentEnds } from "../../../casework/consent/consent-ends.js";
import { textsForAgency } from "../../../casework/consent/consent-text.js";
import { proposedCategories } from "../../../casework/consent/proposed-categories.js";
import { consentState } from "../../../casework/consent/state.js";
import { someConsent } from "./some-consent.js";

const today = "2026-11-27";

describe("a consent", () => {
  test("holds from its first to its last day, both included", () => {
    const consent = someConsent({ from: "2026-11-10", until: "2027-06-30" });
    expect(consentState(consent, "2026-11-09").kind).toBe("not-yet");
    expect(consentState(consent, "2026-11-10")).toEqual({ kind: "in-force", endsSoon: false });
    expect(consentState(consent, "2027-06-30")).toEqual({ kind: "in-force", endsSoon: true });
    expect(consentState(consent, "2027-07-01").kind).toBe("ended");
  });

  test("is said to end soon three weeks before its end, never where it has none", () => {
    expect(consentState(someConsent({ until: "2026-12-18" }), today)).toMatchObject({ endsSoon: true });
    expect(consentState(someConsent({ until: "2026-12-19" }), today)).toMatchObject({ endsSoon: false });
    expect(consentState(someConsent(), "2050-01-01")).toMatchObject({ kind: "in-force" });
  });

  test("that was withdrawn is over at once, whatever else holds", () => {
    expect(consentState(someConsent({ withdrawnAt: 1, informed: false }), today).kind).toBe("withdrawn");
  });

  test.each<[string, Partial<Consent>]>([
    ["informed", { informed: false }],
    ["evidence", { evidence: " " }],
    ["purpose", { purposes: [] }],
    ["categories", { categories: [] }],
    ["language", { language: "" }],
    ["immigration-confirmation", { rechtskreis: "AUFENTHG" }],
    ["immigration-health", { rechtskreis: "STAG|AUFENTHG", confirmed: true, categories: ["health"] }],
    ["round", { recipient: "ROUND", round: ["JC"] }],
  ])("without %s is incomplete and does not hold", (gap, changes) => {
    expect(consentState(someConsent(changes), today)).toEqual({ kind: "incomplete", gaps: [gap] });
  });

  test("of an earlier version of the record is still read, without more than it said", () => {
    const { purposes, categories, round, entrusted, confirmed, language, ...old } = someConsent();
    const read = ConsentSchema.parse({ ...old, purpose: "Fallkonferenz" });
    expect(read).toMatchObject({ purposes: ["conference"], entrusted: false, confirmed: false, round: [] });
    expect(read.categories).not.toContain("health");
  });
});

describe("the agenda", () => {
  test("names the last day of what lasts longest, and nothing that was renewed or withdrawn", () => {
    const first = someConsent({ id: "a", until: "2026-12-01" });
    expect(consentEnds([first])).toEqual([{ id: "a", day: "2026-12-01" }]);
    const longer = someConsent({ id: "b", until: "2027-06-30" });
    expect(consentEnds([first, longer])).toEqual([{ id: "b", day: "2027-06-30" }]);
    expect(consentEnds([first, someConsent({ id: "c" })])).toEqual([]);
    expect(consentEnds([someConsent({ until: "2026-12-01", withdrawnAt: 1 })])).toEqual([]);
    const other = someConsent({ id: "d", giver: "young-person", until: "2026-12-05" });
    expect(consentEnds([first, other])).toHaveLength(2);
  });
});

describe("what is proposed", () => {
  test.each(["SGB2", "SGB8", "AUFENTHG", "GESUND", "SGB5|SGB11", "UNKNOWN"])(
    "for %s is never health",
    (code) => {
      expect(proposedCategories(code)).toContain("household");
      expect(proposedCategories(code)).not.toContain("health");
    },
  );

  test("to be read out are the organisation's own texts, those in the family's language first", () => {
    const text = (id: string, language: string, organisations: readonly string[] = []) => ({
      id,
      title: id,
      language,
      version: "1",
      body: ["…"],
      organisations,
    });
    const all = [text("general", "de"), text("own", "de", ["Caritas"]), text("arabic", "ar", ["Caritas"])];
    const ids = (agency: string, languages: readonly string[]) =>
      textsForAgency(all, agency, languages).map(({ id }) => id);
    expect(ids("StädteRegion Aachen", [])).toEqual(["general"]);
    expect(ids("Caritasverband Aachen", ["Deutsch"])).toEqual(["own", "arabic"]);
    expect(ids("Caritasverband Aachen", ["Arabisch", "Deutsch"])).toEqual(["arabic", "own"]);
  });
});
