import { afterAll, beforeAll, beforeEach, expect, test } from "@jest/globals";
import { commandRequest } from "../../bot/commands/command-request.js";
import { mailTaker } from "../../bot/mailbox/take-mail.js";
import { keepRetention } from "../../bot/outbox/retention.js";
import { transact } from "../../bot/turn/transact.js";
import { CONFERENCE_REMINDERS } from "../../casework/attendance/reminders.js";
import { conferenceRecord, scopesOfConference } from "../../casework/conference/conference.js";
import { deliveryOf } from "../../casework/conference/delivery.js";
import { parseRetention } from "../../casework/retention/retention.js";
import { openEnvelope } from "../../casework/store/envelope.js";
import { MESSAGES } from "../../dialogs/messages.js";
import { keepQuestion } from "../../knowledge/experts/expert-question.js";
import { refusal, startMailServer } from "../adapters/mail/mail-server.js";
import { visibleText } from "../wire/card.js";
import type { Person } from "../wire/person.js";
import { type Bot, caseIdIn, startBot } from "./bot.js";
import { kim } from "./commands.js";
import { eventually } from "./eventually.js";
import { germanIn, namesInDirectory } from "./german.js";
import { addresses, addressOf, plannedConference } from "./planned-conference.js";

/** What nobody asked for comes in English too, to whoever's Teams speaks English: told by jobs, mails and commands. */

const [jobcenter, jugendamt] = ["JC-Eschweiler", "JA-Eschweiler"] as const;
const refused = new Set<string>();
let smtp: Awaited<ReturnType<typeof startMailServer>>;
let bot: Bot;
let person: Person;
let names: readonly string[] = [];

beforeAll(async () => {
  smtp = await startMailServer({
    onRcptTo({ address }, _session, done) {
      if (refused.has(address)) done(refusal(550));
      else done();
    },
  });
  bot = await startBot({ SMTP_URL: smtp.url });
  names = await namesInDirectory(bot);
});
afterAll(async () => {
  await bot.close();
  await smtp.close();
});
beforeEach(() => {
  refused.clear();
  person = bot.wire.person("Case Management Eschweiler", { locale: "en-GB" });
});

/** What the bot wrote into the chat by itself with these words in it, which must hold no German. */
async function told(words: string): Promise<string> {
  const text = await eventually(`a word about: ${words}`, async () =>
    bot.wire.connector
      .messages(person.conversation)
      .map((message) => [String(message.text ?? ""), ...cardTexts(message.attachments)].join("\n"))
      .find((text) => text.includes(words)),
  );
  expectEnglish(text);
  return text;
}

function cardTexts(attachments: unknown): readonly string[] {
  return Array.isArray(attachments) ? attachments.map(({ content }) => visibleText(content)) : [];
}

/** But for the names of offices, which are German everywhere. */
function expectEnglish(text: string): void {
  let rest = text.replaceAll("\\", "");
  for (const name of names) rest = rest.replaceAll(name, " ");
  expect({ text, german: germanIn(rest) }).toEqual({ text, german: [] });
}

async function newCase(): Promise<string> {
  const form = await person.says("New case: family of 5, Eschweiler, Bürgergeld, Kita, Wohngeld");
  return caseIdIn((await person.presses(form, "Create")).text);
}

const planned = () => plannedConference(bot, person, "en");

/** As if this participant's reminder were due. */
async function remind(conferenceId: string, participant: string): Promise<void> {
  const payload = { conferenceId, dateSequence: 0, participant };
  const scopes = scopesOfConference(conferenceId);
  const id = `${conferenceId}/${participant}/now`;
  await transact(bot.ledger, commandRequest(bot.ledger), (unit) =>
    unit.enqueue({ queue: CONFERENCE_REMINDERS, id, due: unit.now, payload, scopes }),
  );
}

test("an invitation that is refused", async () => {
  refused.add(addressOf(jugendamt));
  await planned();
  expect(await told("The invitation to")).toContain("Please invite by phone.");
}, 30_000);

test("a poll's link that is refused", async () => {
  refused.add(addressOf(jobcenter));
  const caseId = await newCase();
  const consent = await person.says(`Conference for ${caseId} with Jobcenter and Jugendamt next week`);
  const dates = await person.presses(consent, "Save", { informed: "true" });
  await person.presses(dates, "Start a poll", addresses(dates.card ?? {}));
  await told("The link of the date poll");
}, 30_000);

test("a reminder that is refused, and the list for preparing", async () => {
  const { conferenceId } = await planned();
  refused.add(addressOf(jugendamt));
  await remind(conferenceId, jugendamt);
  await told("The reminder to");
  await remind(conferenceId, "convener");
  await told("Preparation");
}, 30_000);

test("a cancellation that is refused after its case was erased, and what stands where its cards stood", async () => {
  const { caseId, conferenceId } = await planned();
  // What is still on its way would be waited for with the cancellation.
  await eventually("the invitation", async () => {
    const last = await bot.peek((unit) => deliveryOf(unit, conferenceId, jugendamt));
    return last?.state === "sent" ? true : undefined;
  });
  const shown = await person.says(`show me ${caseId}`);
  refused.add(addressOf(jugendamt));
  const form = await person.says(`delete case ${caseId}`);
  await person.presses(form, "Erase for good", { free_reason: "consent is missing" });
  await told("This case was erased");
  await told("The cancellation to");
  expect(shown.text).toContain(caseId);
}, 30_000);

test("a refusal and a question that came by mail", async () => {
  const { conferenceId, caseId } = await planned();
  const conference = await bot.peek((unit) => unit.read(conferenceRecord, conferenceId));
  const take = mailTaker(bot.ledger);
  const mail = {
    messageId: "",
    from: addressOf(jobcenter),
    subject: `Re: ${caseId}`,
    sender: "proven",
    about: [],
    automatic: undefined,
    words: "Who is at the door?",
  } as const;
  const reply = {
    uid: conference?.uid ?? "",
    attendee: addressOf(jobcenter),
    participation: "declined",
    sequence: 0,
    stampedAt: Date.now(),
  } as const;
  expect(await take({ ...mail, id: `${caseId}/1`, reply })).toBe("counted");
  await told("declined");
  expect(await take({ ...mail, id: `${caseId}/2`, reply: undefined })).toBe("shown");
  await told("Who is at the door?");
  expect(await take({ ...mail, id: `${caseId}/3`, from: "who@example.net", reply })).toBe("shown");
  await told("example.net");
}, 30_000);

test("an export and a deletion by the administration", async () => {
  const caseId = await newCase();
  expect(await kim(bot.env, "case", "export", caseId)).toMatchObject({ code: 0 });
  await told(`${caseId} was exported`);
  expect(await kim(bot.env, "case", "erase", caseId, "--reason", "asked for")).toMatchObject({ code: 0 });
  await told("asked for");
}, 30_000);

test("a question to a specialist office that is still open, for who keeps it and for who asked", async () => {
  await person.says("Hello");
  const question = {
    id: `question-${person.id}`,
    question: "How long does a housing certificate take?",
    asker: person.id,
    askerAgency: "KIM",
    keeper: person.id,
    keeperFunction: "KIM",
    // Both reminders are due.
    askedAt: bot.ledger.clock() - 6 * 24 * 60 * 60 * 1000,
    state: "open" as const,
    answer: "",
    publish: { asker: false, keeper: false },
  };
  await transact(bot.ledger, commandRequest(bot.ledger), (unit) => keepQuestion(unit, question));
  await told("A reminder: this question");
  await told("has not answered");
}, 30_000);

test("that time is over for a closed case: before and after it is deleted", async () => {
  const caseId = await newCase();
  expect((await person.says(`close ${caseId}, goals reached`)).text).toContain("closed");
  const rules = parseRetention("default=24");
  if (!rules) throw new Error("rules expected");
  const roundIn = (days: number) =>
    keepRetention({ ...bot.ledger, clock: () => Date.now() + days * 24 * 60 * 60 * 1000 }, rules);
  await roundIn(800);
  expectEnglish(await waiting(caseId));
  await roundIn(830);
  const both = await waiting(caseId);
  expect(both).toContain(`Case ${caseId} is erased`);
  expectEnglish(both);
}, 30_000);

/** What waits to be said of a case: the round was in the future, so nothing of it is due yet. */
async function waiting(caseId: string): Promise<string> {
  const { store, keyring } = bot.ledger;
  const jobs = await store.jobs(MESSAGES, 100);
  const plain = await Promise.all(
    jobs.map(({ id, value }) => openEnvelope(store, keyring, `job/${id}`, value)),
  );
  const found = plain.map(String).filter((text) => text.includes(caseId));
  expect(found).not.toEqual([]);
  return found
    .flatMap((text) => (JSON.parse(text) as { replies: { text?: string; summary?: string }[] }).replies)
    .map(({ text, summary }) => `${text}\n${summary}`)
    .join("\n");
}

test("the language is that of the reader's Teams now, whatever it was when the conference was planned", async () => {
  const { id, conversation } = person;
  const before = bot.wire.person("Case Management Eschweiler", { id, conversation });
  const { conferenceId } = await plannedConference(bot, before);
  await person.says("Hello");
  await remind(conferenceId, "convener");
  await told("Preparation");
}, 30_000);
