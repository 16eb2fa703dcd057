import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import writeXlsxFile from "write-excel-file/node";
import { caseRecord } from "../../casework/case/case.js";
import { consentState } from "../../casework/consent/state.js";
import { type Bot, startBot } from "./bot.js";
import { kim } from "./commands.js";

const ESCHWEILER = "00000000-0000-4000-8000-000000000001";

let bot: Bot;
let folder: string;
beforeAll(async () => {
  bot = await startBot();
  folder = await mkdtemp(join(tmpdir(), "kim-import-"));
});
afterAll(async () => {
  await bot.close();
  await rm(folder, { recursive: true, force: true });
});

const run = (...args: readonly string[]) => kim(bot.env, "case", "import", ...args);

async function csv(name: string, ...lines: readonly string[]): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, `\uFEFF${lines.join("\r\n")}\r\n`);
  return path;
}

const head =
  "Fallführung;Gemeinde;Themen;Personen;Altersgruppe;Sprachen;Status;Status bis;Phase;Ziele;Maßnahmen;Wiedervorlage;Notiz;Einwilligungen;Informiert;Angelegt am";
const good =
  "case-management.eschweiler@example.org;Eschweiler;Kita | Wohngeld;5;27 bis 64 Jahre;Arabisch;Duldung;30.06.2030;Hilfeplanung;Kita-Platz finden|Wohnung halten;Kita-Navigator ausfüllen bis 12.03.2030 | WBS-Antrag;02.05.2030 Zeugnis nachfragen;Erstgespräch geführt;JC schriftl. ab 01.02.2026 bis 30.06.2030, beide Richtungen;ja;03.02.2026";

describe("kim case import", () => {
  test("takes running cases over with measures, Wiedervorlagen and paper consents, to their owner", async () => {
    const path = await csv("cases.csv", head, good);
    const { code, out } = await run(path, "--json");
    expect(code).toBe(0);
    const [made] = (JSON.parse(out) as { cases: { line: number; id: string }[] }).cases;
    expect(made?.line).toBe(2);
    const entry = await bot.peek((unit) => unit.read(caseRecord, made?.id ?? ""));
    expect(entry).toMatchObject({
      owner: ESCHWEILER,
      agency: "KIM StädteRegion Aachen",
      household: 5,
      ageBand: "27-64",
      status: { group: "tolerated", expires: "2030-06-30" },
      phase: "planning",
      goals: ["Kita-Platz finden", "Wohnung halten"],
    });
    expect(entry?.measures.map(({ what, due }) => [what, due])).toEqual([
      ["Kita-Navigator ausfüllen", "2030-03-12"],
      ["WBS-Antrag", undefined],
    ]);
    expect(entry?.followUps[0]).toMatchObject({ on: "2030-05-02", text: "Zeugnis nachfragen" });
    const [consent] = entry?.consents ?? [];
    expect(consent).toMatchObject({ from: "2026-02-01", until: "2030-06-30", direction: "both" });
    expect(consent && consentState(consent, "2026-12-01").kind).toBe("in-force");
    // The running bot shows it on the next turn, and nobody can undo what they did not do.
    const owner = bot.wire.person("Case Management Eschweiler", { id: ESCHWEILER });
    expect((await owner.says("meine Fälle")).text).toContain(made?.id);
    expect((await owner.says(`Verlauf ${made?.id}`)).text).toContain("Erstgespräch geführt");
    expect((await owner.says("rückgängig")).text).toContain("nichts geändert");
  });

  test("a dry run changes nothing and warns of what is there already", async () => {
    const path = await csv("again.csv", head, good);
    await run(path);
    const before = await bot.peek((unit) => unit.range(`cases/${ESCHWEILER}`));
    const { code, out, err } = await run(path, "--dry-run");
    expect(code).toBe(0);
    expect(out).toContain("Geprüft, nichts geändert: 1 Fälle");
    expect(await bot.peek((unit) => unit.range(`cases/${ESCHWEILER}`))).toEqual(before);
    expect(err).not.toContain("Fehler");
  });

  test("with any fault nothing is taken, and every fault is named by line, column and reason", async () => {
    const path = await csv(
      "faulty.csv",
      head,
      good,
      "niemand@example.org;Atlantis;Quantenphysik;99;;;Duldung;31.02.2030;Hilfeplanung;;Antrag bis 31.02.2030;;Gespräch mit Frau Miriam Beckerath geführt;;;",
    );
    const before = await bot.peek((unit) => unit.range(`cases/${ESCHWEILER}`));
    const { code, err } = await run(path);
    expect(code).toBe(1);
    for (const column of [
      "Fallführung",
      "Gemeinde",
      "Themen",
      "Personen",
      "Status bis",
      "Maßnahmen",
      "Notiz",
    ]) {
      expect(err).toContain(`faulty.csv, Zeile 3, Spalte ${column}:`);
    }
    expect(err).toContain("ein Name");
    expect(err).not.toContain("Beckerath");
    expect(await bot.peek((unit) => unit.range(`cases/${ESCHWEILER}`))).toEqual(before);
  });

  test("a consent without the word that the person was informed is noted and not in force", async () => {
    const path = await csv("uninformed.csv", head, good.replace(";ja;", ";;"));
    const { out } = await run(path, "--json");
    const [made] = (JSON.parse(out) as { cases: { id: string }[] }).cases;
    const entry = await bot.peek((unit) => unit.read(caseRecord, made?.id ?? ""));
    const [consent] = entry?.consents ?? [];
    expect(consent && consentState(consent, "2026-12-01").kind).toBe("incomplete");
  });

  test("reads a workbook as well, its dates and numbers as Excel keeps them", async () => {
    const path = join(folder, "cases.xlsx");
    const rows = [
      ["Fallführung", "Gemeinde", "Themen", "Personen", "Status", "Status bis"].map((value) => ({ value })),
      [
        ...[ESCHWEILER, "Stolberg", "Wohngeld", 3, "Duldung"].map((value) => ({ value })),
        { value: new Date("2030-06-30T00:00:00Z"), format: "dd.mm.yyyy" },
      ],
    ];
    await writeFile(path, await writeXlsxFile([{ sheet: "Fälle", data: rows }]).toBuffer());
    const { out } = await run(path, "--json");
    expect(out).toContain("imported");
    const [made] = (JSON.parse(out) as { cases: { id: string }[] }).cases;
    const entry = await bot.peek((unit) => unit.read(caseRecord, made?.id ?? ""));
    expect(entry).toMatchObject({ household: 3, status: { group: "tolerated", expires: "2030-06-30" } });
  });

  test("a column that does not exist is a fault, and so is one that is missing", async () => {
    const path = await csv("columns.csv", "Fallführung;Name;Gemeinde", "x;y;Eschweiler");
    const { code, err } = await run(path);
    expect(code).toBe(1);
    expect(err).toContain("Spalte Name: Diese Spalte gibt es nicht");
    expect(err).toContain("Spalte Themen: Diese Spalte fehlt");
  });
});
