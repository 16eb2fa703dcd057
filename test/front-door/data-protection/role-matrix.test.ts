import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { importStaff } from "../../../bot/commands/import-staff.js";
import { knowledgeInMemory } from "../../../bot/knowledge-in-memory.js";
import type { Command } from "../../../bot/routing/command.js";
import { parseCommand } from "../../../bot/routing/parse-command.js";
import { pressActions } from "../../../bot/routing/route-press.js";
import { tabApi } from "../../../bot/tab/tab-api.js";
import { frontDoor } from "../../../bot/turn/handle-event.js";
import { transact } from "../../../bot/turn/transact.js";
import { type CaseEntry, caseRecord, noteStream } from "../../../casework/case/case.js";
import { saveCase } from "../../../casework/case/save-case.js";
import { Conference, conferenceRecord } from "../../../casework/conference/conference.js";
import { conferencesIndex, convenedIndex } from "../../../casework/conference/convened.js";
import { Consent } from "../../../casework/consent/consent.js";
import { type StaffMember, staffRecord } from "../../../casework/staff/staff.js";
import type { EventContent } from "../../../dialogs/event.js";
import type { Settings } from "../../../dialogs/turn.js";
import type { Person, Turn } from "../../wire/person.js";
import { tabOf } from "../../wire/tab.js";
import { type Bot, caseIdIn, startBot } from "../bot.js";
import { sentences } from "./every-command.js";

/**
 * Role × action × field, made of what the program can do: every command and every button that is registered is
 * tried by everybody. Whoever is not listed as allowed gets no word of the case, and changes nothing.
 */

/** Stands in every field of the case, each time with the field's name behind it. */
const MARK = "Zzmark";

const roles = ["ended deputy", "colleague", "other agency", "coordinator", "partner", "admin"] as const;
type Denied = (typeof roles)[number];

/** What the law allows beyond owner and deputy: everything else is denied. */
const allowed: readonly { readonly role: Denied; readonly kind: Command["kind"] }[] = [
  // Break-glass (test/front-door/data-protection/emergency-access.test.ts).
  { role: "colleague", kind: "emergency-access" },
  { role: "ended deputy", kind: "emergency-access" },
];

let bot: Bot;
let id: string;
let nonce: string;
const people = new Map<string, Person>();
const who = (name: string): Person => people.get(name) as Person;

beforeAll(async () => {
  bot = await startBot();
  const list: readonly (readonly [string, string, string, string])[] = [
    ["owner", "case-manager", "Stadt Eschweiler", ""],
    ["deputy", "case-manager", "Stadt Eschweiler", ""],
    ["ended deputy", "case-manager", "Stadt Eschweiler", ""],
    ["colleague", "case-manager", "Stadt Eschweiler", ""],
    ["other agency", "case-manager", "Caritasverband", ""],
    ["coordinator", "coordinator", "Stadt Eschweiler", ""],
    ["partner", "partner", "Jugendamt der Stadt Eschweiler", "SGB8"],
    ["admin", "admin", "Stadt Eschweiler", ""],
  ];
  for (const [name] of list) people.set(name, bot.wire.person(name));
  const lines = list.map(
    ([name, role, agency, rechtskreis]) =>
      `${who(name).id};${name};a@example.org;${role};${agency};${rechtskreis}`,
  );
  await importStaff(bot.ledger, ["aadObjectId;name;email;role;agency;rechtskreis", ...lines, ""].join("\n"));
  const form = await who("owner").says("Neuer Fall: Eschweiler, Kita");
  id = caseIdIn((await who("owner").presses(form, "Anlegen")).text);
  await markEverything();
  const edit = await who("owner").presses(await who("owner").says(`Zeig mir ${id}`), "case.edit");
  nonce = /"nonce":"([^"]+)"/.exec(JSON.stringify(edit.card))?.[1] ?? "";
});
afterAll(() => bot.close());

/** Puts a marker word into every field of the case that holds words. */
async function markEverything(): Promise<void> {
  const now = bot.ledger.clock();
  await transact(bot.ledger, { once: [], now, deadline: now + 5000 }, async (unit) => {
    const entry = (await unit.read(caseRecord, id)) as CaseEntry;
    await unit.write(caseRecord, id, {
      ...entry,
      deputies: [{ person: who("deputy").id }, { person: who("ended deputy").id, until: "2020-01-01" }],
      place: { ars: entry.place?.ars ?? "", name: `${MARK}Ort` },
      topics: [{ id: "kita", title: `${MARK}Thema`, rechtskreis: "SGB8" }],
      languages: [`${MARK}Sprache`],
      goals: [`${MARK}Ziel`],
      measures: [
        { id: "m1", what: `${MARK}Massnahme`, responsible: `${MARK}Wer`, due: isoDay(now + 86_400_000) },
      ],
      followUps: [{ id: "f1", on: isoDay(now + 86_400_000), text: `${MARK}Wiedervorlage` }],
    });
    await unit.append(noteStream, id, { id: "n1", at: now, author: who("owner").id, text: `${MARK}Notiz` });
    const conference = markedConference(now);
    await unit.write(conferenceRecord, conference.id, conference);
    unit.addToIndex(conferencesIndex(id), { sort: conference.start, member: conference.id });
    unit.addToIndex(convenedIndex(who("owner").id), { sort: conference.start, member: conference.id });
  });
}

function markedConference(now: number): Conference {
  return Conference.parse({
    id: `${id}.1`,
    caseId: id,
    convener: who("owner").id,
    participants: [
      {
        id: "partner:0",
        name: `${MARK}Platz`,
        rechtskreis: "",
        email: "",
        kind: "partner",
        why: `${MARK}Anlass`,
      },
    ],
    start: new Date(now + 86_400_000).toISOString(),
    end: new Date(now + 90_000_000).toISOString(),
    timeZone: "Europe/Berlin",
    where: `${MARK}Raum`,
    uid: `${id}.1.0123456789abcdef@example.org`,
    sequence: 0,
    state: "planned",
    createdAt: now,
  });
}

function isoDay(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

/** All bytes that came of a turn: messages, updates, the HTTP answer. */
function bytesOf(turn: Turn): string {
  const activities = [...turn.replies, ...turn.updates].map(({ activity }) => activity);
  return JSON.stringify([turn.body ?? null, activities]);
}

/** Presses a button that the bot never showed to this person, with everything that a forger could know. */
function forges(person: Person, action: string): Promise<Turn> {
  const data = {
    kim: { action, nonce },
    ...forgedFields(),
  };
  const value = { action: { type: "Action.Execute", verb: action, data }, trigger: "manual" };
  return person.sends({ type: "invoke", name: "adaptiveCard/action", value });
}

async function stateOfCase(): Promise<string> {
  const records = await bot.ledger.store.get([`case/${id}`, `conference/${id}.1`]);
  const notes = await bot.ledger.store.readStream(`notes/${id}`);
  return JSON.stringify([records.map((record) => record?.version), notes.length]);
}

/** Every view of the tab, each asked for this case. */
const views = (): readonly string[] => [
  ...["me", "cases", "conferences", "gaps", "offices", `notes?case=${id}`, `notes?case=${id}&seen=0`],
  ...[id, MARK, `${MARK}Thema`].map((query) => `offices?q=${query}`),
];

/** The tab's offices repeat what was asked for. */
function withoutQuestion(body: string): string {
  return body.replace(/"question":"[^"]*"/, "");
}

/** What a forger could put into the body of a press in the tab. */
const forgedFields = (): Readonly<Record<string, string>> => ({
  ...{ caseId: id, conference: `${id}.1`, measureId: "m1", followUpId: "f1", page: "1", id: "m1" },
  ...{ topics: "kita", place: "053340012012", free_reason: "x", free_note: "x", free_what: "x" },
});

function search(person: Person, query: string): Promise<Turn> {
  const parameters = [{ name: "query", value: query }];
  const value = { commandId: "offices", parameters };
  return person.sends({ type: "invoke", name: "composeExtension/query", value });
}

test("every sentence means the command that it stands for", () => {
  const today = "2026-11-27";
  const read: (readonly [string, string | undefined])[] = [];
  for (const [kind, sentence] of Object.entries(sentences)) {
    read.push([kind, parseCommand(sentence("K-7F3Q9"), { today })?.kind]);
  }
  expect(read.filter(([kind, understood]) => kind !== understood)).toEqual([]);
});

describe("owner and deputy", () => {
  test.each(["owner", "deputy"])(
    "%s sees the case, all of its fields between card, history and export",
    async (name) => {
      let seen = "";
      for (const text of [`Zeig mir ${id}`, `Verlauf ${id}`, `Export ${id}`]) {
        seen += bytesOf(await who(name).says(text));
      }
      for (const field of ["Ort", "Thema", "Sprache", "Ziel", "Massnahme", "Wer", "Wiedervorlage", "Notiz"]) {
        expect(seen).toContain(MARK + field);
      }
    },
  );
});

describe.each(roles)("%s", (role) => {
  test("gets no word of the case from any command, and changes nothing", async () => {
    const before = await stateOfCase();
    const leaks: string[] = [];
    for (const [kind, sentence] of Object.entries(sentences)) {
      if (allowed.some((one) => one.role === role && one.kind === kind)) continue;
      if (bytesOf(await who(role).says(sentence(id))).includes(MARK)) leaks.push(kind);
    }
    expect(leaks).toEqual([]);
    expect(await stateOfCase()).toBe(before);
  });

  test("gets no word of the case from any button, and changes nothing", async () => {
    const before = await stateOfCase();
    const leaks: string[] = [];
    for (const action of pressActions()) {
      if (bytesOf(await forges(who(role), action)).includes(MARK)) leaks.push(action);
    }
    expect(leaks).toEqual([]);
    expect(await stateOfCase()).toBe(before);
  });

  test("finds nothing of the case in the message extension", async () => {
    for (const query of [id, MARK, `${MARK}Thema`]) {
      expect(bytesOf(await search(who(role), query))).not.toContain(MARK);
    }
  });

  test("gets no word of the case from the tab: no view, no sentence, no button; and changes nothing", async () => {
    const before = await stateOfCase();
    const tab = tabOf(bot.url, who(role).id);
    const leaks: string[] = [];
    const sees = (what: string, { text }: { readonly text: string }) => {
      if (withoutQuestion(text).includes(MARK)) leaks.push(what);
    };
    for (const view of views()) sees(view, await tab.get(view));
    for (const [kind, sentence] of Object.entries(sentences)) {
      if (allowed.some((one) => one.role === role && one.kind === kind)) continue;
      sees(kind, await tab.says(sentence(id)));
    }
    for (const action of pressActions()) sees(action, await tab.presses(action, forgedFields(), nonce));
    expect(leaks).toEqual([]);
    expect(await stateOfCase()).toBe(before);
    // And a foreign id is answered as one that nobody has.
    const unknown = await tab.get("notes?case=K-00000");
    expect(await tab.get(`notes?case=${id}`)).toEqual(unknown);
  });
});

test("the compose box, which may stand in any chat, knows no case, not even for its owner", async () => {
  for (const query of [id, MARK, `${MARK}Thema`, `${MARK}Ort`]) {
    expect(bytesOf(await search(who("owner"), query))).not.toContain(MARK);
  }
});

test("the tab shows the owner each part of the case, so a denied view is denied for what it asks", async () => {
  const tab = tabOf(bot.url, who("owner").id);
  let seen = "";
  for (const view of views()) seen += (await tab.get(view)).text;
  seen += (await tab.says(`Zeig mir ${id}`)).text + (await tab.presses("case.show", { caseId: id })).text;
  for (const field of ["Ort", "Thema", "Massnahme", "Notiz", "Platz"]) expect(seen).toContain(MARK + field);
});

test("in a group even the owner gets no word of it", async () => {
  const owner = bot.wire.person("owner", { id: who("owner").id, scope: "groupChat" });
  const leaks: string[] = [];
  for (const [kind, sentence] of Object.entries(sentences)) {
    if (bytesOf(await owner.says(sentence(id))).includes(MARK)) leaks.push(kind);
  }
  for (const action of pressActions()) {
    if (bytesOf(await forges(owner, action)).includes(MARK)) leaks.push(action);
  }
  expect(leaks).toEqual([]);
});

test("a forged press works for the owner, so a denied one is denied for what it asks", async () => {
  expect(bytesOf(await forges(who("owner"), "case.show"))).toContain(`${MARK}Thema`);
});

describe("a guest, who is not on the staff list", () => {
  const settings = {
    demo: false,
    botId: "28:kim",
    staleAfterDays: 365,
    publicUrl: () => undefined,
  } as Settings;

  /** The front door as it is outside demo mode; in it everybody is enrolled. */
  const door = () =>
    frontDoor({
      ledger: bot.ledger,
      knowledge: knowledgeInMemory(bot.ledger.store, bot.ledger.keyring, bot.dataDir).both,
      settings,
      sentMarks: { add: () => {}, has: async () => false, answersTo: async () => [], flush: async () => {} },
      cards: { add: () => {}, flush: async () => {} },
      models: { cleanPassages: true },
      log: () => {},
    });

  test("gets no word of the case from anything", async () => {
    const before = await stateOfCase();
    const open = door();
    const leaks: string[] = [];
    const tries: (readonly [string, EventContent])[] = [
      ...Object.entries(sentences).map(([kind, sentence]) => [kind, text(sentence(id))] as const),
      ...pressActions().map((action) => [action, pressOf(action)] as const),
      ["search", { kind: "search", query: `${MARK}Thema` }],
    ];
    for (const [i, [name, content]] of tries.entries()) {
      const outcome = await open({
        id: String(i),
        at: bot.ledger.clock(),
        person: { id: "guest" },
        conversation: { id: "a:guest", scope: "personal" },
        locale: "de",
        timeZone: "Europe/Berlin",
        reference: "",
        content,
      });
      if (JSON.stringify(outcome).includes(MARK)) leaks.push(name);
    }
    expect(leaks).toEqual([]);
    expect(await stateOfCase()).toBe(before);
  });

  test("gets no word of the case from the tab", async () => {
    const routes = tabApi({
      ledger: bot.ledger,
      knowledge: knowledgeInMemory(bot.ledger.store, bot.ledger.keyring, bot.dataDir).both,
      settings,
      handle: door(),
      identify: async () => ({ ok: true, visitor: { id: "guest" } }),
      log: () => {},
    });
    const asks: Readonly<Record<string, string>>[] = [
      ...Object.values(sentences).map((sentence) => ({ text: sentence(id) })),
      ...pressActions().map((action) => ({ action, nonce, fields: JSON.stringify(forgedFields()) })),
    ];
    const leaks: string[] = [];
    for (const { method, path, handle } of routes) {
      for (const fields of method === "POST" ? asks : [{}]) {
        const request = { id: randomUUID(), ...fields };
        const query = { case: id, q: `${MARK}Thema` };
        const answer = await handle({
          params: {},
          query,
          headers: {},
          address: "127.0.0.1",
          fields: request,
        });
        if (withoutQuestion(String(answer.body)).includes(MARK))
          leaks.push(`${path} ${JSON.stringify(fields)}`);
      }
    }
    expect(leaks).toEqual([]);
  });

  function text(words: string): EventContent {
    return { kind: "text", text: words };
  }
  function pressOf(action: string): EventContent {
    return { kind: "press", action, nonce, fields: { caseId: id, measureId: "m1", page: "1" } };
  }
});

test("a partner with consent in force sees the own measure and no other field, and after it nothing", async () => {
  const office = { id: "JA-Eschweiler", name: "Jugendamt der Stadt Eschweiler" };
  const now = bot.ledger.clock();
  const consent: Consent = Consent.parse({
    id: "c1",
    giver: "adult",
    recipient: office.id,
    recipientName: office.name,
    rechtskreis: "SGB8",
    direction: "both",
    purposes: ["cooperation"],
    categories: ["household", "children"],
    releases203: true,
    from: "2020-01-01",
    form: "written",
    informed: true,
    evidence: `${MARK}Nachweis`,
    recordedBy: who("owner").id,
  });
  const save = (change: (entry: CaseEntry) => CaseEntry) =>
    transact(bot.ledger, { once: [], now, deadline: bot.ledger.clock() + 5000 }, async (unit) => {
      const before = (await unit.read(caseRecord, id)) as CaseEntry;
      const owner = (await unit.read(staffRecord, who("owner").id)) as StaffMember;
      await saveCase(unit, owner, before, change(before), "consent-recorded");
    });
  await save((entry) => ({
    ...entry,
    consents: [consent],
    measures: [
      { id: "m1", what: `${MARK}Eigene`, responsible: office.name, office: office.id },
      { id: "m2", what: `${MARK}Fremde`, responsible: "KIM" },
    ],
  }));
  const seen: string[] = [];
  for (const sentence of Object.values(sentences))
    seen.push(bytesOf(await who("partner").says(sentence(id))));
  const marks = new Set(seen.join().match(new RegExp(`${MARK}\\w+`, "g")));
  expect([...marks]).toEqual([`${MARK}Eigene`]);
  await save((entry) => ({ ...entry, consents: [{ ...consent, withdrawnAt: now }] }));
  for (const sentence of Object.values(sentences)) {
    expect(bytesOf(await who("partner").says(sentence(id)))).not.toContain(MARK);
  }
});
