import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { parseCommand } from "../../bot/routing/parse-command.js";
import type { MeetingView } from "../../bot/tab/views/view-models.js";
import { readAudit } from "../../casework/audit/audit.js";
import { caseRecord } from "../../casework/case/case.js";
import { type Conference, conferenceRecord } from "../../casework/conference/conference.js";
import { meetingRecord } from "../../casework/conference/meeting.js";
import { beginWork } from "../../casework/store/unit-of-work.js";
import type { Person } from "../wire/person.js";
import { tabOf } from "../wire/tab.js";
import { type Bot, caseIdIn, startBot } from "./bot.js";
import { plannedConference } from "./planned-conference.js";

/** The tab beside a meeting: screens are shared there, so it follows the rules of a group chat. */

const chat = "19:meeting_NjBiYzY0ZTktZjE4Zi00@thread.v2";
const joinUrl = `https://teams.microsoft.com/l/meetup-join/${encodeURIComponent(chat)}/0?context=%7b%7d`;

let bot: Bot;
let convener: Person;
let caseId: string;
let conferenceId: string;

beforeAll(async () => {
  bot = await startBot();
  ({ person: convener, caseId, conferenceId } = await plannedConference(bot));
  await change(async (unit) => unit.write(meetingRecord, conferenceId, { joinUrl, shows: "x" }));
});
afterAll(() => bot.close());

async function change(write: (unit: ReturnType<typeof beginWork>) => Promise<void>): Promise<void> {
  const unit = beginWork(bot.ledger.store, bot.ledger.keyring, bot.ledger.clock());
  await write(unit);
  await bot.ledger.store.commit(unit.batch());
}

const panelOf = (person: string, locale?: string) =>
  tabOf(bot.url, person, { place: "meeting", ...(locale ? { locale } : {}) });
const meeting = async (person: string, of = chat, locale?: string) =>
  (await panelOf(person, locale).get(`meeting?chat=${encodeURIComponent(of)}`)).body as MeetingView;

describe("the side panel of a meeting", () => {
  test("shows the convener the agenda, the id and the time, and the way to the minutes in the 1:1 chat", async () => {
    const { agenda, conference, chatUrl } = await meeting(convener.id);
    expect(agenda[0]).toBe("Anlass und Ziel");
    expect(conference?.publicId).toBe(caseId);
    expect(conference?.when).toMatch(/\d/);
    const link = new URL(chatUrl);
    expect(link.searchParams.get("users")).toBe("28:kim-assistent");
    expect(link.searchParams.get("message")).toBe(`Protokoll zu ${caseId}`);
  });

  test("puts words into the compose box that the bot understands, in both languages", async () => {
    for (const locale of ["de", "en"]) {
      const { chatUrl } = await meeting(convener.id, chat, locale);
      const message = new URL(chatUrl).searchParams.get("message") ?? "";
      expect(parseCommand(message, { today: "2026-11-27" })).toEqual({ kind: "minutes", caseId });
      expect((await convener.says(message)).text).toContain(caseId);
    }
  });

  test("knows only the meeting's own conference, and without a chat the one that is on now", async () => {
    expect((await meeting(convener.id, "19:meeting_another-one@thread.v2")).conference).toBeUndefined();
    expect((await meeting(convener.id, "%%%")).conference).toBeUndefined();
    const now = bot.ledger.clock();
    await change(async (unit) => {
      const conference = (await unit.read(conferenceRecord, conferenceId)) as Conference;
      const [start, end] = [now - 60_000, now + 60_000].map((at) => new Date(at).toISOString());
      await unit.write(conferenceRecord, conferenceId, { ...conference, start, end } as Conference);
    });
    expect((await meeting(convener.id, "")).conference?.publicId).toBe(caseId);
  });

  test("shows others the agenda alone, whatever their role", async () => {
    const roles = [
      "00000000-0000-4000-8000-000000000002",
      "00000000-0000-4000-8000-000000000003",
      "00000000-0000-4000-8000-000000000011",
    ];
    for (const other of roles) {
      const view = await meeting(other);
      expect(view.conference).toBeUndefined();
      expect(view.agenda).toHaveLength(7);
      expect(JSON.stringify(view)).not.toContain(caseId);
    }
  });

  test("shows nothing of a case that is no longer one's own, and both is in the audit", async () => {
    await meeting(convener.id);
    const actions = async () =>
      (await bot.peek((unit) => readAudit(unit, 10)))
        .filter(({ subject, person }) => subject === caseId && person === convener.id)
        .map(({ action }) => action);
    expect((await actions())[0]).toBe("case-listed");
    const entry = await bot.peek((unit) => unit.read(caseRecord, caseId));
    if (!entry) throw new Error("no case");
    await change(async (unit) => {
      await unit.read(caseRecord, caseId);
      await unit.write(caseRecord, caseId, { ...entry, owner: "somebody-else" });
    });
    expect((await meeting(convener.id)).conference).toBeUndefined();
    expect((await actions())[0]).toBe("case-refused");
    await change(async (unit) => {
      await unit.read(caseRecord, caseId);
      await unit.write(caseRecord, caseId, entry);
    });
  });

  test("keeps every page of casework shut, and answers a sentence as a group chat does", async () => {
    const panel = panelOf(convener.id);
    expect((await panel.get("me")).body).toMatchObject({ pages: ["meeting", "offices"] });
    for (const view of ["cases", "conferences", "gaps", `notes?case=${caseId}`]) {
      expect({ view, status: (await panel.get(view)).status }).toEqual({ view, status: 404 });
    }
    expect((await panel.says(`Zeig mir ${caseId}`)).text).toContain("Einzelchat");
    const pressed = await panel.presses("case.show", { caseId });
    expect(pressed.text).toContain("Einzelchat");
    expect(pressed.text).not.toContain("Eschweiler");
    expect((await panel.get("offices?q=jugendamt baesweiler")).text).toContain("A 51");
    // The same page, opened by itself, is as it always was.
    expect((await tabOf(bot.url, convener.id).get(`notes?case=${caseId}`)).status).toBe(200);
  });
});

test("a case in the compose box of the link is the conference's, never one that somebody named", async () => {
  const form = await convener.says("Neuer Fall: 1 Pers. Alsdorf, Wohngeld");
  const another = caseIdIn((await convener.presses(form, "Anlegen")).text);
  expect((await meeting(convener.id, another)).chatUrl).not.toContain(another);
});
