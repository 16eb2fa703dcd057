import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { compoundSplitter } from "../../../knowledge/german/compounds.js";
import {
  lawReferences,
  ownReferences,
  possibleReferences,
} from "../../../knowledge/german/law-references.js";
import { words } from "../../../knowledge/german/normalise.js";
import { framesQuestion } from "../../../knowledge/german/question-frames.js";
import { sentences } from "../../../knowledge/german/sentences.js";
import { fold } from "../../../knowledge/german/spelling.js";
import { stem } from "../../../knowledge/german/stem.js";
import { isStopword } from "../../../knowledge/german/stopwords.js";
import { thesaurusOf } from "../../../knowledge/german/thesaurus.js";

const stemOf = (word: string): string => stem(fold(word));

describe("words", () => {
  test("are cut at hyphens and dots, but not inside dates, and soft hyphens vanish", () => {
    expect(words("Case-Management am 22.02.2021, z.B. Wohn\u00adgeld!").map((w) => w.text)).toEqual([
      "Case",
      "Management",
      "am",
      "22.02.2021",
      "z",
      "B",
      "Wohngeld",
    ]);
  });

  test("know where they stand", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), (text) => {
        for (const { text: word, start, end } of words(text))
          expect(text.slice(start, end).replaceAll("\u00ad", "")).toBe(word);
      }),
    );
  });
});

describe("stems", () => {
  test.each([
    ["Bescheinigung", "Bescheinigungen"],
    ["Kündigung", "kündigen"],
    ["beruflich", "Beruf"],
    ["Kindes", "Kinder"],
    ["Einwilligungen", "Einwilligung"],
  ])("of %s and %s are one", (a, b) => {
    expect(stemOf(a)).toBe(stemOf(b));
  });

  test("leave short words and numbers alone", () => {
    for (const word of ["kita", "amt", "24a", "§24"]) expect(stem(word)).toBe(word);
  });

  test("of any word are no longer than it and never empty", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{1,25}$/), (word) => {
        const cut = stem(word);
        expect(cut.length).toBeGreaterThan(0);
        expect(word.startsWith(cut)).toBe(true);
      }),
    );
  });
});

describe("compounds", () => {
  const split = compoundSplitter((part) =>
    ["aufenthalt", "erlaubnis", "kind", "kinder", "geld"].includes(part) ? 9 : 0,
  );

  test("are cut where both halves occur by themselves, the sound between them goes", () => {
    expect(split("aufenthaltserlaubnis")).toEqual(["aufenthalt", "erlaubnis"]);
    expect(split("kindergeld")?.[1]).toBe("geld");
  });

  test("stay whole where a half does not occur, and so do short words and numbers", () => {
    expect(split("aufenthaltsgestattung")).toBeNull();
    expect(split("geld")).toBeNull();
    expect(split("geld2021geld")).toBeNull();
  });

  test("are not cut at endings that are no words", () => {
    const all = compoundSplitter(() => 5);
    expect(all("freundschaft")?.[1]).not.toBe("schaft");
  });
});

describe("sentences", () => {
  test("end neither at abbreviations nor at ordinals and dates", () => {
    expect(
      sentences(
        "Das gilt z. B. ab der 5. Klasse und nach § 7 Abs. 1 Nr. 2. Es gilt seit dem 22.02.2021. Wirklich!",
      ),
    ).toEqual([
      "Das gilt z. B. ab der 5. Klasse und nach § 7 Abs. 1 Nr. 2.",
      "Es gilt seit dem 22.02.2021.",
      "Wirklich!",
    ]);
  });

  test("lose nothing of a text but white space", () => {
    const bare = (text: string): string => text.replace(/\s+/g, "");
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom("Das", " ", ". ", "5", "Abs", ": ", "\n\n", "! ", "Amt", "”", "(", ")"), {
          maxLength: 40,
        }),
        (pieces) => {
          const text = pieces.join("");
          expect(bare(sentences(text).join(""))).toBe(bare(text));
        },
      ),
    );
  });
});

describe("references to laws", () => {
  test("are read in the ways that people write them", () => {
    expect(lawReferences("nach § 24 Abs. 1 AufenthG")).toEqual(["§24", "§24:aufenthg"]);
    expect(lawReferences("§§ 22, 23 und 24a SGB II")).toEqual([
      "§22",
      "§22:sgbii",
      "§23",
      "§23:sgbii",
      "§24a",
      "§24a:sgbii",
    ]);
    expect(possibleReferences("paragraf 22 sgb 2")).toContain("§22:sgbii");
    expect(ownReferences("Aufenthaltsgesetz (AufenthG) · § 24 – Vorübergehender Schutz")).toContain(
      "§24:aufenthg",
    );
  });

  test("are not seen where there is none", () => {
    expect(lawReferences("24 Familien, Absatz 2")).toEqual([]);
    expect(possibleReferences("Wer hilft mir mit 24 Jahren?")).toEqual([]);
  });
});

test("grammar words and the frame of a question are known in every form", () => {
  for (const word of ["für", "über", "welche", "könnte"]) expect(isStopword(fold(word))).toBe(true);
  expect(isStopword("wohngeld")).toBe(false);
  for (const word of ["Unterschied", "bedeutet", "finde"]) expect(framesQuestion(stemOf(word))).toBe(true);
  expect(framesQuestion(stemOf("Kita"))).toBe(false);
});

describe("a thesaurus", () => {
  const thesaurus = thesaurusOf(
    "rauswurf, vor die tür gesetzt = Kündigung, Beendigung des Arbeitsverhältnisses",
  );

  test("finds words and whole phrases", () => {
    const stems = (text: string): string[] => words(text).map((w) => stemOf(w.text));
    expect(thesaurus.find(stems("nach dem Rauswurf"))).toHaveLength(1);
    expect(thesaurus.find(stems("vor die Tür gesetzt worden"))[0]?.name).toBe("Kündigung");
    expect(thesaurus.find(stems("vor der Tür"))).toEqual([]);
  });

  test("knows the stems that it leads to", () => {
    expect(thesaurus.written).toContain(stemOf("Kündigung"));
    expect(thesaurus.written).not.toContain("des");
  });
});
