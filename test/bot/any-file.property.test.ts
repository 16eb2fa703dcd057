import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import fc from "fast-check";
import { zipSync } from "fflate";
import writeXlsxFile from "write-excel-file/node";
import { BackupBroken, checkBackup, readBackup, writeBackup } from "../../bot/commands/backup-file.js";
import { readCaseTable } from "../../bot/commands/case-table.js";
import { readSidecar } from "../../bot/commands/files-to-ingest.js";
import { ConfigFaulty, knownSettings, readConfig } from "../../bot/config.js";
import { readConsentTexts } from "../../bot/consent-texts.js";
import { readConferenceHours } from "../../casework/conference/conference-hours.js";
import { parseRetention } from "../../casework/retention/retention.js";
import { parseStaff } from "../../casework/staff/import-staff.js";
import type { PortableItem } from "../../casework/store/portable.js";
import { importXlsx } from "../../knowledge/directory/import-xlsx.js";
import { splitFrontMatter } from "../../knowledge/documents/parse/front-matter.js";
import { damagedBytes, damagedText } from "../wire/damage.js";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "kim-files-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const head =
  "---\ntitel: Was Sie wissen sollten\nsprache: de\norganisationen: a, b\n---\n# Worum es geht\n\nEin Satz.\n";

test("whatever the texts of a consent hold, they are read or named as faulty", async () => {
  const texts = join(folder, "texts");
  await rm(texts, { recursive: true, force: true });
  await mkdir(texts);
  await fc.assert(
    fc.asyncProperty(damagedText(head), async (text) => {
      splitFrontMatter(text);
      await writeFile(join(texts, "eins.md"), text);
      try {
        for (const { title, body } of await readConsentTexts(texts)) {
          expect(title.length).toBeLessThanOrEqual(60);
          expect(body.join("").length).toBeLessThanOrEqual(3_000);
        }
      } catch (error) {
        expect(error).toBeInstanceOf(ConfigFaulty);
      }
    }),
    { numRuns: 400 },
  );
});

const cases =
  "Fallführung;Gemeinde;Themen;Personen;Maßnahmen;Notiz\na@example.org;Eschweiler;Wohngeld;4;JC bis 12.03.2027;\n";

test("whatever a table of cases holds, it is read or its faults are named", async () => {
  const workbook = await writeXlsxFile([
    ["Fallführung", "Gemeinde", "Themen"].map((value) => ({ value })),
    ["a@example.org", "Eschweiler", "Wohngeld"].map((value) => ({ value })),
  ]).toBuffer();
  const files = fc.oneof(
    damagedText(cases).map((text) => ["c.csv", Buffer.from(text)] as const),
    damagedBytes(workbook).map((bytes) => ["c.xlsx", bytes] as const),
  );
  await fc.assert(
    fc.asyncProperty(files, async ([name, bytes]) => {
      await writeFile(join(folder, name), bytes);
      const { rows, faults } = await readCaseTable(join(folder, name));
      expect(rows.length + faults.length).toBeGreaterThan(0);
    }),
    { numRuns: 400 },
  );
});

test("a workbook that unpacks to more than any table is refused before it is opened", async () => {
  const bomb = zipSync({ "xl/workbook.xml": new Uint8Array(200_000_001) }, { level: 1 });
  await writeFile(join(folder, "bomb.xlsx"), bomb);
  const { rows, faults } = await readCaseTable(join(folder, "bomb.xlsx"));
  const imported = await importXlsx("bomb.xlsx", bomb);
  expect(rows).toEqual([]);
  for (const found of [faults, "faults" in imported ? imported.faults : []]) {
    expect(found[0]?.reason).toContain("entpackt mehr als 200 MB");
  }
});

test("whatever a staff list holds, it is read or its faults are named", () => {
  const list =
    "aadObjectId;name;email;role;agency;rechtskreis\n00000000-0000-4000-8000-000000000001;Case Management;a@example.org;case-manager;KIM;\n";
  fc.assert(
    fc.property(damagedText(list), (text) => {
      const read = parseStaff(text);
      if ("faults" in read) expect(read.faults.length).toBeGreaterThan(0);
    }),
    { numRuns: 1_000 },
  );
});

test("whatever lies beside a document limits it or is faulty", async () => {
  const path = join(folder, "a.pdf");
  await fc.assert(
    fc.asyncProperty(damagedText('{"roles":["case-manager"],"validTo":"2026-12-31"}'), async (text) => {
      await writeFile(`${path}.meta.json`, text);
      const beside = await readSidecar(path);
      expect(beside === "faulty" || typeof beside?.content === "object").toBe(true);
    }),
    { numRuns: 200 },
  );
});

test("a damaged backup is refused as a whole, whatever was done to it", async () => {
  const items: readonly PortableItem[] = [
    { kind: "record", key: "case/K-7F3Q9", version: 3, value: Buffer.from("sealed") },
    { kind: "index", index: "cases", sort: "1", member: "K-7F3Q9" },
    { kind: "entry", stream: "log", position: 1, value: Buffer.from("x") },
  ];
  const path = join(folder, "whole.gz");
  async function* each() {
    yield* items;
  }
  await writeBackup(path, each());
  const whole = await readFile(path);
  const lines = gunzipSync(whole).toString("utf8");
  const damaged = fc.oneof(
    damagedBytes(whole),
    damagedText(lines).map((text) => gzipSync(text)),
  );
  await fc.assert(
    fc.asyncProperty(damaged, async (bytes) => {
      const broken = join(folder, "broken.gz");
      await writeFile(broken, bytes);
      try {
        await checkBackup(broken);
        const read: PortableItem[] = [];
        for await (const item of readBackup(broken)) read.push(item);
        expect(read).toEqual(items);
      } catch (error) {
        expect(error).toBeInstanceOf(BackupBroken);
      }
    }),
    { numRuns: 300 },
  );
});

test("whatever is set, it is a configuration or each fault is named with its remedy", () => {
  const right = {
    MicrosoftAppId: "11111111-1111-4111-8111-111111111111",
    KIM_MASTER_KEY: Buffer.alloc(32, 7).toString("base64"),
    KIM_RETENTION_MONTHS: "default=24,moved-away=12",
    KIM_CONFERENCE_HOURS: "MO-DO 09:00-12:00, FR 09:00-12:00",
    KIM_TRUSTED_PROXIES: "127.0.0.1, fd00::/8",
    PUBLIC_URL: "https://kim.example.org",
    SMTP_URL: "smtp://mail.example.org:587",
    CHAT_MODEL: "openai:mistral-small",
    PORT: "3978",
  };
  const value = fc
    .constantFrom(...Object.values(right))
    .chain((one) => fc.oneof(fc.constant(one), damagedText(one)));
  const settings = fc.dictionary(fc.constantFrom(...knownSettings), value, { maxKeys: 6 });
  fc.assert(
    fc.property(settings, (some) => {
      try {
        readConfig({ ...some });
      } catch (error) {
        expect(error).toBeInstanceOf(ConfigFaulty);
        const { faults } = error as ConfigFaulty;
        expect(faults.length).toBeGreaterThan(0);
        for (const fault of faults) expect(fault.length).toBeGreaterThan(20);
      }
      const text = Object.values(some)[0] ?? "";
      parseRetention(text);
      readConferenceHours(text);
    }),
    { numRuns: 1_500 },
  );
});
