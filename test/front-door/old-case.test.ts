import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { z } from "zod";
import { commandRequest } from "../../bot/commands/command-request.js";
import { transact } from "../../bot/turn/transact.js";
import { type CaseEntry, caseRecord, noteStream } from "../../casework/case/case.js";
import { caseIndexEntries } from "../../casework/case/open-cases.js";
import { type Conference, conferenceRecord } from "../../casework/conference/conference.js";
import { conferencesIndex, convenedIndex } from "../../casework/conference/convened.js";
import { decodeRecord, type RecordKind } from "../../casework/store/record.js";
import { samplesOf } from "../stored/samples.js";
import type { Person } from "../wire/person.js";
import { type Bot, startBot } from "./bot.js";

/** A case and its conference as the very first version wrote them are worked on like any other. */

const ID = "K-7F3Q9";
let bot: Bot;
let person: Person;

beforeAll(async () => {
  bot = await startBot();
  person = bot.wire.person("Case Management Eschweiler");
  // Enrols the person.
  await person.says("Hilfe");
  const start = Date.now() + 10 * 86_400_000;
  const [oldCase] = samplesOf("records", "case");
  const [oldConference] = samplesOf("records", "conference");
  const [oldNote] = samplesOf("streams", "notes");
  const entry = { ...(oldCase?.d as CaseEntry), id: ID, owner: person.id, agency: "Demo-Organisation" };
  const conference = {
    ...(oldConference?.d as Conference),
    id: `${ID}.1`,
    caseId: ID,
    convener: person.id,
    start: new Date(start).toISOString(),
    end: new Date(start + 3_600_000).toISOString(),
    state: "planned" as const,
  };
  await transact(bot.ledger, commandRequest(bot.ledger), async (unit) => {
    await unit.write(asItWas(caseRecord, oldCase?.s), ID, entry);
    await unit.write(asItWas(conferenceRecord, oldConference?.s), conference.id, conference);
    await unit.append(noteStream, ID, { ...(oldNote?.d as { text: string; at: number; author: string }) });
    const read = decodeRecord(caseRecord, Buffer.from(JSON.stringify({ s: oldCase?.s, d: entry })));
    for (const { index, entry: line } of caseIndexEntries(read)) unit.addToIndex(index, line);
    unit.addToIndex(conferencesIndex(ID), { sort: conference.start, member: conference.id });
    unit.addToIndex(convenedIndex(person.id), { sort: conference.start, member: conference.id });
  });
});
afterAll(() => bot.close());

/** The kind as an earlier version had it: what it wrote is written as it is. */
function asItWas(
  kind: RecordKind<never> | RecordKind<CaseEntry> | RecordKind<Conference>,
  s = 1,
): RecordKind<unknown> {
  return { name: kind.name, schema: z.unknown(), schemaVersion: s, scopes: kind.scopes };
}

test("it is shown with all that it holds", async () => {
  const shown = (await person.says(`Zeig mir ${ID}`)).text;
  expect(shown).toContain("Eschweiler");
  expect(shown).toContain("Antrag stellen");
  expect((await person.says(`Verlauf ${ID}`)).text.length).toBeGreaterThan(20);
  expect((await person.says("meine Fälle")).text).toContain(ID);
});

test("it is changed, and stands in today's shape from then on", async () => {
  await person.says(`Notiz zu ${ID}: Unterlagen sind da`);
  await person.says(`Maßnahme zu ${ID}: Mietvertrag prüfen bis 12.03.2027`);
  await person.says(`Phase ${ID}: Monitoring`);
  const [stored] = await bot.peek((unit) => unit.readMany(caseRecord, [ID]));
  expect(stored).toMatchObject({ phase: "monitoring", followUps: [], goals: [] });
  expect(stored?.deputies).toEqual([{ person: expect.any(String) }]);
  expect((await person.says(`Zeig mir ${ID}`)).text).toContain("Mietvertrag prüfen");
});

test("its conference has a board, and is called off", async () => {
  expect((await person.says(`wer kommt zur FaKo ${ID}`)).text).toContain("Jobcenter");
  const done = await person.presses(await person.says(`sag die FaKo ${ID} ab`), "Absagen");
  expect(done.text).toContain("Abgesagt");
});

test("it is exported and erased", async () => {
  expect((await person.says(`Export ${ID}`)).text).toContain(ID);
  const form = await person.says(`Fall ${ID} löschen`);
  await person.presses(form, "Endgültig löschen", { free_reason: "Übung" });
  expect((await person.says(`Zeig mir ${ID}`)).text).toContain("gibt es nicht");
});
