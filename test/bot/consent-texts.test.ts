import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "@jest/globals";
import { readConsentTexts } from "../../bot/consent-texts.js";
import { purposes } from "../../casework/consent/consent.js";
import { type ConsentText, textsForAgency } from "../../casework/consent/consent-text.js";
import { faultsOf } from "./leichte-sprache.js";

/** The samples that are read out before somebody consents: the same for every controller, in words that reach people. */

let samples: readonly ConsentText[];
beforeAll(async () => {
  samples = await readConsentTexts();
});

const agencies = ["StädteRegion Aachen", "Diakonisches Werk Aachen", "Caritasverband Aachen"] as const;
const languages = ["de", "de-leicht", "en"] as const;

/** What is read out: without the note that this is a sample, which is for the operator. */
function spoken(agency: string, language: string): readonly string[] {
  const found = textsForAgency(samples, agency, []).find((text) => text.language === language);
  return found?.body.filter((line) => !/^(?:MUSTER|SAMPLE)\b/.test(line)) ?? [];
}

describe.each(agencies)("for %s", (agency) => {
  test("there is a text in plain German, in Leichte Sprache and in English", () => {
    expect(
      textsForAgency(samples, agency, [])
        .map(({ language }) => language)
        .sort(),
    ).toEqual([...languages]);
  });

  test.each(languages)("the text in %s says what that of everybody says", (language) => {
    expect(spoken(agency, language)).not.toEqual([]);
    expect(spoken(agency, language)).toEqual(spoken(agencies[0], language));
  });

  test("English comes first with somebody who speaks it", () => {
    expect(textsForAgency(samples, agency, ["Englisch"])[0]?.language).toBe("en");
  });
});

/** What has to be said before a consent is one (Art. 4 no. 11, 7, 13 DSGVO), and what is asked on the card. */
const said: Readonly<Record<(typeof languages)[number], Readonly<Record<string, RegExp>>>> = {
  de: {
    cooperation: /arbeiten mit der Stelle an Ihrem Fall zusammen/,
    conference: /Fallkonferenz/,
    handover: /Übergabe/,
    recipient: /mit welcher Stelle/,
    round: /hören alle alles/,
    direction: /nur wir der Stelle.*nur die Stelle uns, oder beide/,
    end: /vereinbaren ein Ende/,
    refusal: /müssen nicht zustimmen.*beraten Sie trotzdem/,
    withdrawal: /jederzeit zurücknehmen/,
    rights: /was über Sie gespeichert ist.*Fehler berichtigen.*Datenschutzaufsicht/,
  },
  "de-leicht": {
    cooperation: /arbeiten wir mit dem Amt zusammen/,
    conference: /Fall-Konferenz/,
    handover: /Übergabe/,
    recipient: /Das ist das Amt/,
    round: /hören alle alles/,
    direction: /Nur wir dem Amt\? Nur das Amt uns\? Oder beide\?/,
    end: /gilt bis zu einem Tag/,
    refusal: /dürfen Nein sagen.*helfen Ihnen trotzdem/,
    withdrawal: /Ihr Ja wieder wegnehmen\. Das geht jeden Tag/,
    rights: /Was steht über mich da\?.*Das ist falsch.*Daten-Schutz-Aufsicht/,
  },
  en: {
    cooperation: /work with the office on your case/,
    conference: /case conference/,
    handover: /hand your case over/,
    recipient: /which office we talk to/,
    round: /all of them hear everything/,
    direction: /only we may tell the office.*only the office may tell us, or both/,
    end: /agree on an end/,
    refusal: /do not have to agree.*still advise you/,
    withdrawal: /take back your consent at any time/,
    rights: /what is stored about you.*mistakes corrected.*data protection authority/,
  },
};

describe.each(languages)("the text in %s", (language) => {
  test("names every purpose that can be consented to", () => {
    for (const purpose of purposes) expect(Object.keys(said[language])).toContain(purpose);
  });

  test.each(Object.entries(said[language]))("says the %s", (_what, words) => {
    expect(spoken(agencies[0], language).join(" ")).toMatch(words);
  });
});

describe("the text in Leichte Sprache", () => {
  test("keeps its rules, as far as a machine can see", () => {
    const lines = spoken(agencies[0], "de-leicht");
    expect(lines.length).toBeGreaterThan(20);
    expect(lines.map((line) => [line, faultsOf(line)]).filter(([, faults]) => faults?.length)).toEqual([]);
  });

  test("is read line by line, as it was written", async () => {
    const folder = await mkdtemp(join(tmpdir(), "texts-"));
    await writeFile(
      join(folder, "a.md"),
      "---\ntitel: Leicht\nsprache: de-leicht\n---\nEins.\nZwei.\n\nDrei.\n",
    );
    await writeFile(
      join(folder, "b.md"),
      "---\ntitel: Einfach\nsprache: de\n---\nEins\nund zwei.\n\nDrei.\n",
    );
    const bodies = (await readConsentTexts(folder)).map(({ body }) => body);
    await rm(folder, { recursive: true });
    expect(bodies).toEqual([
      ["Eins.", "Zwei.", "Drei."],
      ["Eins und zwei.", "Drei."],
    ]);
  });

  test.each([
    ["Wir möchten Ihnen helfen.", "Konjunktiv"],
    ["Das wird dem Amt gesagt.", "passive or future"],
    ["Das ist die Akte des Amtes.", "genitive"],
    ["Wir reden z. B. mit dem Amt.", "abbreviation"],
    ["Wir reden mit der AOK.", "abbreviation"],
    ["Das dauert drei Tage.", "number in letters"],
    ["Das Amt (in Aachen) hilft.", "special character"],
    ["Man darf Nein sagen.", "impersonal “man”"],
    ["Wir reden dann mit dem Amt über Ihr Geld für die neue Wohnung.", "too many words"],
    ["Wir reden mit der Datenschutzaufsicht.", "long word"],
    ["Wir helfen Ihnen. Wir reden mit dem Amt.", "not one sentence"],
    ["Wir reden", "not one sentence"],
    ["Wir helfen, und wir reden, wenn Sie wollen.", "more than one statement"],
  ])("“%s” would be a fault: %s", (line, fault) => {
    expect(faultsOf(line)).toContain(fault);
  });

  test.each([
    "Wir reden mit der Daten-Schutz-Aufsicht.",
    "Das dauert 3 Tage.",
    "Nur wenn Sie Ja sagen, reden wir.",
  ])("“%s” is none", (line) => {
    expect(faultsOf(line)).toEqual([]);
  });
});
