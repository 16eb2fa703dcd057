import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import mammoth from "mammoth";
import { importStaff } from "../../bot/commands/import-staff.js";
import { sendReminder } from "../../bot/outbox/send-reminder.js";
import { transact } from "../../bot/turn/transact.js";
import { REMINDERS } from "../../casework/case/reminder.js";
import { judgedByLibical } from "../adapters/calendar/libical.js";
import { buttonsOf } from "../wire/card.js";
import type { Person, Turn } from "../wire/person.js";
import { tabOf } from "../wire/tab.js";
import { BAIT, baitDirectory, liveBait, markdownIn } from "./bait.js";
import { type Bot, caseIdIn, startBot } from "./bot.js";
import { calendarOf } from "./calendar-part.js";
import { sentences } from "./data-protection/every-command.js";
import { mailsAbout } from "./mail-folder.js";
import { plannedConference } from "./planned-conference.js";
import { opens, runningPoll, votes } from "./runs-poll.js";

/** What was saved once is shown again in many places: each of them shows it as words. */

const ESCHWEILER = "00000000-0000-4000-8000-000000000001";
const STOLBERG = "00000000-0000-4000-8000-000000000002";
const COORDINATION = "00000000-0000-4000-8000-000000000003";

/** They would take away what the others show. */
const ENDS =
  /undo|discard|erase|call-off|stop|close|handover|cover|done|off$|decline|release|postpone|poll\.(?:end|take)/;

let bot: Bot;
let owner: Person;
let deputy: Person;
let id: string;
const turns: Turn[] = [];

async function seen(turn: Promise<Turn>): Promise<Turn> {
  const one = await turn;
  turns.push(one);
  return one;
}

/** Everything that anybody was shown: sent, changed, or in the place of a pressed card. */
function shown(): readonly string[] {
  return [
    ...bot.wire.connector.received.flatMap(({ activity }) => markdownIn(activity)),
    ...turns.flatMap(({ replacement, body }) => [...markdownIn(replacement), ...markdownIn(body)]),
  ];
}

function expectWords(): void {
  expect([...new Set(shown().filter(liveBait))]).toEqual([]);
}

const MOST_PRESSES = 3;
const presses = new Map<string, number>();

/** Presses what a card offers, and what the cards behind it offer, so many presses deep; no button again and again. */
async function follow(person: Person, turn: Turn, depth: number): Promise<void> {
  if (depth === 0 || !turn.card) return;
  const verbs = new Set(buttonsOf(turn.card).flatMap(({ verb }) => (verb && !ENDS.test(verb) ? [verb] : [])));
  for (const verb of verbs) {
    const before = presses.get(`${person.id}/${verb}`) ?? 0;
    if (before === MOST_PRESSES) continue;
    presses.set(`${person.id}/${verb}`, before + 1);
    // Where something required is empty, a client does not send.
    const pressed = await seen(person.presses(turn, verb)).catch(() => undefined);
    if (pressed) await follow(person, pressed, depth - 1);
  }
}

beforeAll(async () => {
  bot = await startBot();
  await baitDirectory(bot);
  const person = (one: string, name: string, role: string) =>
    `${one};${name} ${BAIT};${name.replaceAll(" ", "-")}@example.org;${role};KIM StädteRegion Aachen ${BAIT};`;
  await importStaff(
    bot.ledger,
    [
      "aadObjectId;name;email;role;agency;rechtskreis",
      person(ESCHWEILER, "Case Management Eschweiler", "case-manager"),
      person(STOLBERG, "Case Management Stolberg", "case-manager"),
      person(COORDINATION, "Koordination KIM", "coordinator"),
    ].join("\n"),
  );
  owner = bot.wire.person(`Case Management Eschweiler ${BAIT}`, { id: ESCHWEILER });
  deputy = bot.wire.person("Case Management Stolberg", { id: STOLBERG });
  await deputy.says("Hallo");
  const form = await seen(owner.says("Neuer Fall: Eschweiler, Bürgergeld, Kita, Wohngeld, 4 Pers."));
  id = caseIdIn((await seen(owner.presses(form, "Anlegen", { free_note: BAIT, free_languages: BAIT }))).text);
  const edit = await seen(owner.presses(await owner.says(id), "Bearbeiten"));
  await seen(owner.presses(edit, "Speichern", { free_goals: `${BAIT}\n${BAIT}` }));
  for (const text of [
    `Notiz zu ${id}: ${BAIT}`,
    `Maßnahme zu ${id}: ${BAIT} bis 12.03.2031`,
    `wv ${id} heute: ${BAIT}`,
    `kein Angebot gefunden für Kita in Eschweiler zu ${id}: ${BAIT}`,
    `Löschsperre ${id}: ${BAIT}`,
    `EWE JC ${id} schriftl. heute ${BAIT}`,
    "Erinnere mich morgens um 7:30",
  ]) {
    await seen(owner.says(text));
  }
  const measure = await seen(
    owner.presses(await owner.says(`Maßnahme zu ${id}`), "Speichern", {
      free_what: BAIT,
      free_responsible: BAIT,
    }),
  );
  expect(measure.text).not.toContain("fehlt");
}, 60_000);
afterAll(() => bot.close());

describe("bait that was saved stays words", () => {
  test("in every view of a case and every card behind it", async () => {
    for (const [kind, sentence] of Object.entries(sentences)) {
      if (/undo|close-case|hand-over|erase-case|reopen-case|call-off-conference/.test(kind)) continue;
      await follow(owner, await seen(owner.says(sentence(id))), 3);
    }
    const texts = shown().filter((text) => text.includes("boese"));
    expect(texts.length).toBeGreaterThan(100);
    expectWords();
  }, 240_000);

  test("for whoever gets the case next, and in what changed while somebody was away", async () => {
    await seen(owner.presses(await owner.says(`Vertretung ${id} durch CM Stolberg`), "Speichern"));
    await seen(deputy.says(`Notiz zu ${id}: ${BAIT}`));
    for (const text of ["was war, während ich weg war", `Verlauf ${id}`, `Übertragung ${id}`]) {
      await follow(owner, await seen(owner.says(text)), 2);
    }
    for (const text of [id, "meine Fälle", `Verlauf ${id}`, "was steht diese Woche an"]) {
      await follow(deputy, await seen(deputy.says(text)), 2);
    }
    await seen(deputy.says("Hallo"));
    expectWords();
  }, 120_000);

  test("in the morning reminder", async () => {
    const [job] = (await bot.ledger.store.jobs(REMINDERS, 50)).filter((one) => one.id.startsWith(owner.id));
    const [, day = "", minute = ""] = job?.id.split("/") ?? [];
    const handle = sendReminder({ ...bot.ledger, clock: () => job?.due ?? 0 });
    const outcome = await handle({ person: owner.id, day, minuteOfDay: Number(minute) }, "");
    if (outcome.kind !== "done" || !outcome.record) throw new Error("nothing to remind of");
    const { record } = outcome;
    const now = Date.now();
    await transact(bot.ledger, { once: [], now, deadline: now + 60_000 }, async (unit) => record(unit));
    await bot.wire.connector.saw(({ activity }) => JSON.stringify(activity).includes("Guten Morgen"));
    expectWords();
  });

  test("in mail, calendar entries and minutes", async () => {
    const planned = await plannedConference(bot, owner);
    const form = await seen(owner.says(`Protokoll zu ${planned.caseId}`));
    const saved = await seen(
      owner.presses(form, "Speichern", {
        present: "convener,JC-Eschweiler",
        free_decision_0: BAIT,
        free_measure_0: BAIT,
        free_dissent: BAIT,
      }),
    );
    const offer = await seen(owner.presses(saved, "An Teilnehmende senden"));
    await seen(owner.presses(offer, "Senden"));
    for (const text of [planned.caseId, `wer kommt ${planned.caseId}`]) {
      await follow(owner, await seen(owner.says(text)), 2);
    }
    const mails = await mailsAbout(bot, planned.caseId, 4);
    for (const mail of mails) {
      expect(mail.html).toBe(false);
      expect([mail.to].flat().flatMap((to) => to?.value ?? [])).toHaveLength(1);
      expect(mail.text).not.toContain("[Klick]");
      const attached = mail.attachments.map(({ contentType, content }) => ({ contentType, content }));
      for (const { content } of attached.filter(({ contentType }) =>
        contentType.startsWith("text/calendar"),
      )) {
        expect(judgedByLibical(String(content))).toMatchObject({ errors: 0, restrictions: true });
        expect(calendarOf(mail).attendee).toMatch(/^[a-z-]+@example\.org$/);
      }
      for (const { content } of attached.filter(({ contentType }) =>
        contentType.includes("wordprocessing"),
      )) {
        const { value } = await mammoth.convertToHtml({ buffer: content });
        expect(value).toContain("[Klick](https://boese.example.org)");
        expect(value).not.toMatch(/<a |<img|<at>|<strong>fett/);
      }
    }
    expect(
      mails.some((mail) => mail.attachments.some(({ contentType }) => contentType.includes("word"))),
    ).toBe(true);
    expectWords();
  }, 120_000);

  test("on the page of a poll and its board", async () => {
    const { links, board, person } = await runningPoll(bot);
    for (const link of Object.values(links)) {
      const pages = [await opens(link), await votes(link, ["yes", "maybe", "no"]), await opens(link)];
      for (const { text } of pages) expect(text).not.toMatch(/<at>|href="https:\/\/boese|<img|<strong>fett/);
      expect(pages[0]?.text).toContain("boese.example.org");
    }
    await follow(person, await seen(person.presses(board, "Aktualisieren")), 2);
    expectWords();
  }, 60_000);

  test("for the keeper of a question, and in the answer", async () => {
    const keeper = bot.wire.person("Koordination KIM", { id: COORDINATION });
    await keeper.says("Hallo");
    const unknown = await seen(owner.says("Wie hoch ist der Sonderbonus Quastelfink?"));
    const form = await seen(owner.presses(unknown, "Fachstelle fragen"));
    await seen(owner.presses(form, "Frage senden", { free_question: BAIT }));
    const { activity } = await bot.wire.connector.saw(
      ({ conversation, activity }) =>
        conversation === keeper.conversation && JSON.stringify(activity).includes("free_answer"),
    );
    const [request] = (activity.attachments ?? []) as { content: Record<string, unknown> }[];
    if (!request) throw new Error("no question came");
    await seen(keeper.presses(request.content, "Antwort senden", { free_answer: BAIT }));
    await follow(owner, await seen(owner.says("meine Anfragen")), 2);
    expectWords();
  }, 60_000);

  test("in the tab", async () => {
    const tab = tabOf(bot.url, ESCHWEILER);
    const answers = await Promise.all([
      ...[id, `Verlauf ${id}`, `Einwilligungen zu ${id}`, "was steht diese Woche an"].map((text) =>
        tab.says(text),
      ),
    ]);
    expect(answers.every(({ status, text }) => status === 200 && text.includes("boese"))).toBe(true);
    const texts = answers.flatMap(({ body }) => markdownIn(body));
    expect([...new Set(texts.filter(liveBait))]).toEqual([]);
  });
});
