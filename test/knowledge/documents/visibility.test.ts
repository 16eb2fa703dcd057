import { describe, expect, test } from "@jest/globals";
import { answer } from "../../../knowledge/documents/answer.js";
import { type DocumentMeta, isRefused, type Passage } from "../../../knowledge/documents/document.js";
import { buildIndex } from "../../../knowledge/documents/knowledge-index.js";
import { type Library, openLibrary } from "../../../knowledge/documents/library.js";
import { parseDocument } from "../../../knowledge/documents/parse.js";
import { splitIntoPassages } from "../../../knowledge/documents/passages.js";
import { search } from "../../../knowledge/documents/search.js";

const page = (head: string, body: string) => `---\n${head}\n---\n${body}`;

const OPEN: Readonly<Record<string, string>> = {
  "umzug.md":
    "# Umzugskosten\n\nDas Jobcenter übernimmt Umzugskosten nach vorheriger Zusicherung. Der Antrag ist vor dem Umzug zu stellen.",
  "kita.md":
    "# Kita-Platz\n\nEin Kita-Platz wird über das Portal der Gemeinde vorgemerkt. Die Vormerkung ist kostenfrei.",
  "wohnen.md":
    "# Wohnungssuche\n\nBei der Wohnungssuche hilft die Fachstelle Wohnen. Ein Wohnberechtigungsschein ist bei der Gemeinde zu beantragen.",
};

const HIDDEN: Readonly<Record<string, string>> = {
  "leitung.md": page(
    "Rollen: coordinator",
    "# Sonderkontingent Quarzenfels\n\nDas Jobcenter übernimmt Umzugskosten aus dem Sonderkontingent Quarzenfels bis 4.000 Euro. Umzugskosten nach Quarzenfels prüft die Koordination.",
  ),
  "caritas.md": page(
    "Organisationen: Caritas",
    "# Hausregel Kita\n\nEin Kita-Platz wird bei uns über den Hausverteiler Zuckelbrück vorgemerkt.",
  ),
};

async function library(files: Readonly<Record<string, string>>): Promise<Library> {
  const passages: Passage[] = [];
  const metas = new Map<string, DocumentMeta>();
  for (const [name, text] of Object.entries(files)) {
    const parsed = await parseDocument({ name, bytes: Buffer.from(text) });
    if (isRefused(parsed)) throw new Error(parsed.refused);
    passages.push(...splitIntoPassages(name, parsed));
    metas.set(name, parsed.meta);
  }
  return openLibrary(buildIndex(passages), metas);
}

/** Exact words of what is hidden, near misses of them, parts of its compounds, and questions about what is open. */
const QUESTIONS = [
  "Was ist das Sonderkontingent Quarzenfels?",
  "quarzenfells",
  "Sonder Kontingent",
  "Kontingent",
  "Hausverteiler Zuckelbrück",
  "zuckelbrueck",
  "Wer übernimmt Umzugskosten?",
  "umzugskostn jobcenter",
  "Wie wird ein Kita-Platz vorgemerkt?",
  "Hausregel",
  "4.000 Euro",
  "Wohnungssuche",
  "Koordination",
];

describe("a document that is limited to roles or agencies", () => {
  test("is for everybody else as if it were absent: whole answers, scores and nearest passages are the same", async () => {
    const without = await library(OPEN);
    // First, in the middle and last, so that numbers in the index differ.
    const [leading = "", caritas = ""] = Object.keys(HIDDEN);
    const with_ = await library({
      [leading]: HIDDEN[leading] as string,
      ...OPEN,
      [caritas]: HIDDEN[caritas] as string,
    });
    for (const asker of [
      { role: "guest", agency: "" },
      { role: "case-manager", agency: "StädteRegion" },
      { role: "partner", agency: "Jobcenter" },
    ]) {
      for (const question of QUESTIONS) {
        const mine = with_.viewFor(asker).index;
        const absent = without.viewFor(asker).index;
        expect(search(mine, question, { k: 20 })).toEqual(search(absent, question, { k: 20 }));
        expect(answer(mine, question)).toEqual(answer(absent, question));
      }
    }
  });

  test("is found by those whom its limits admit, each limit by itself", async () => {
    const all = await library({ ...OPEN, ...HIDDEN });
    const finds = (role: string, agency: string) => {
      const hits = ["Quarzenfels", "Zuckelbrück"].flatMap((question) =>
        search(all.viewFor({ role, agency }).index, question, { k: 1 }),
      );
      return hits.map((hit) => hit.document);
    };
    expect(finds("coordinator", "StädteRegion")).toEqual(["leitung.md"]);
    expect(finds("case-manager", "caritas")).toEqual(["caritas.md"]);
    expect(finds("coordinator", "Caritas")).toEqual(["leitung.md", "caritas.md"]);
    expect(finds("guest", "")).toEqual([]);
  });

  test("is refused when its limit cannot be read, and not shown to everybody instead", async () => {
    const parsed = await parseDocument({
      name: "x.md",
      bytes: Buffer.from("# x\n\nText."),
      sidecar: { roles: 7 },
    });
    expect(isRefused(parsed)).toBe(true);
  });
});

describe("a document that is not in force", () => {
  test("comes behind one that is, although it fits as well", async () => {
    const rule = "# Regelsatz\n\nDer Regelsatz beträgt 500 Euro im Monat.";
    const { whole } = await library({
      "alt.md": page("gültig bis: 30.06.2026\nersetzt durch: Regelsatz 2026", rule),
      "neu.md": rule.replace("500", "563"),
      "bald.md": page("valid-from: 2027-01-01", rule.replace("500", "570")),
    });
    expect(whole.metaOf("alt.md")).toMatchObject({ validTo: "2026-06-30", replacedBy: "Regelsatz 2026" });
    const behind = whole.notInForce("2026-11-27");
    expect([...behind].sort()).toEqual(["alt.md", "bald.md"]);
    const hits = search(whole.index, "Wie hoch ist der Regelsatz?", { behind });
    expect(hits[0]?.document).toBe("neu.md");
    expect(answer(whole.index, "Wie hoch ist der Regelsatz?", { behind }).sentences[0]?.text).toContain(
      "563",
    );
    // In force on its last day.
    expect(whole.notInForce("2026-06-30").has("alt.md")).toBe(false);
    expect([...whole.notInForce("2027-02-01")]).toEqual(["alt.md"]);
  });
});
