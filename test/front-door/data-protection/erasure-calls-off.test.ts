import { afterEach, describe, expect, test } from "@jest/globals";
import type { ParsedMail } from "mailparser";
import { INVITATIONS } from "../../../casework/conference/invitations.js";
import { LAST_CANCELLATIONS } from "../../../casework/conference/last-cancellations.js";
import { startGraphServer } from "../../adapters/calendar/graph/graph-server.js";
import { type Bot, startBot } from "../bot.js";
import { calendarOf } from "../calendar-part.js";
import { kim } from "../commands.js";
import { eventually } from "../eventually.js";
import { mailsAbout } from "../mail-folder.js";
import { type Planned, plannedConference } from "../planned-conference.js";

/** Art. 17 DSGVO: a case that is gone has no conference any more; whoever was invited hears so, and nothing else. */

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function bot(env: Readonly<Record<string, string>> = {}): Promise<Bot> {
  const started = await startBot(env);
  closing.push(() => started.close());
  return started;
}

const everybody = ["convener@example.org", "ja-eschweiler@example.org", "jc-eschweiler@example.org"];
const attendees = (mails: readonly ParsedMail[], method: string) =>
  mails
    .map(calendarOf)
    .filter((part) => part.method === method)
    .map(({ attendee }) => attendee)
    .sort();

/** Lines of all calendars that name the conference: seats that are taken. */
async function seatsTaken({ ledger }: Bot, conferenceId: string): Promise<number> {
  let seats = 0;
  for await (const trace of ledger.store.traces(conferenceId)) {
    if (trace.kind === "index" && trace.index.startsWith("busy/")) seats++;
  }
  return seats;
}

async function keyless({ ledger }: Bot, caseId: string): Promise<boolean> {
  const [key] = await ledger.store.get([`key/case:${caseId}`]);
  return key === undefined;
}

const ways: readonly (readonly [string, (on: Bot, planned: Planned) => Promise<string>])[] = [
  [
    "the command",
    async ({ env }, { caseId }) => {
      const said = await kim(env, "case", "erase", caseId, "--reason", "Löschung verlangt");
      expect(said).toMatchObject({ code: 0, err: "" });
      return said.out;
    },
  ],
  [
    "the owner's card",
    async (_bot, { person, caseId }) => {
      const form = await person.says(`Fall ${caseId} löschen`);
      return (await person.presses(form, "Endgültig löschen", { free_reason: "Einwilligung fehlt" })).text;
    },
  ],
];

describe.each(ways)("erasing by %s", (_name, erase) => {
  test("cancels the coming conference with everybody invited, in neutral words, and frees the seats", async () => {
    const one = await bot();
    const planned = await plannedConference(one);
    const { person, caseId, conferenceId } = planned;
    const invited = await mailsAbout(one, caseId, 3);
    expect(await seatsTaken(one, conferenceId)).toBe(3);
    // Cancelling tells nothing, so it needs no consent: here one was withdrawn, and its office uninvited.
    await person.says(`Einwilligung Jugendamt zurückgezogen ${caseId}`);
    expect(attendees(await mailsAbout(one, caseId, 4), "CANCEL")).toEqual(["ja-eschweiler@example.org"]);

    const said = await erase(one, planned);
    expect(said).toContain("ist abgesagt");
    expect(await keyless(one, caseId)).toBe(true);
    const all = await mailsAbout(one, caseId, 6);
    expect(attendees(all, "CANCEL")).toEqual(everybody);
    expect(await seatsTaken(one, conferenceId)).toBe(0);

    expect(new Set(all.map((mail) => calendarOf(mail).uid)).size).toBe(1);
    const last = all.filter((mail) => !invited.some(({ messageId }) => messageId === mail.messageId));
    for (const mail of last) {
      const bytes = `${mail.subject} ${mail.text} ${mail.attachments.map(({ content }) => content).join(" ")}`;
      expect(bytes).not.toMatch(/Pers\b|Kita|Bürgergeld|Wohngeld|einwilligung|grund|lösch/i);
    }
    await eventually("an empty outbox", async () =>
      (await one.ledger.store.jobs(LAST_CANCELLATIONS, 9)).length === 0 ? true : undefined,
    );
    // Sending them brought nothing of the case back.
    expect(await keyless(one, caseId)).toBe(true);
    expect((await kim(one.env, "audit", "verify")).code).toBe(0);
  }, 60_000);
});

test("who was not written to yet gets neither an invitation nor a cancellation", async () => {
  const one = await bot({ KIM_SEND_DELAY_SECONDS: "60" });
  const planned = await plannedConference(one);
  expect(await one.ledger.store.jobs(INVITATIONS, 9)).toHaveLength(3);
  const form = await planned.person.says(`Fall ${planned.caseId} löschen`);
  const done = await planned.person.presses(form, "Endgültig löschen", { free_reason: "Irrtum" });
  expect(done.text).toContain("ist abgesagt");
  expect(done.text).not.toContain("Eine Absage");
  expect(await one.ledger.store.jobs(LAST_CANCELLATIONS, 9)).toEqual([]);
  await eventually("an empty outbox", async () =>
    (await one.ledger.store.jobs(INVITATIONS, 9)).length === 0 ? true : undefined,
  );
  expect(await mailsAbout(one, planned.caseId, 0)).toEqual([]);
}, 60_000);

test("a conference that was called off a moment ago is still told as cancelled", async () => {
  const one = await bot({ KIM_SEND_DELAY_SECONDS: "2" });
  const planned = await plannedConference(one);
  const { person, caseId } = planned;
  await mailsAbout(one, caseId, 3);
  const asked = await person.says(`sag die FaKo ${caseId} ab`);
  await person.presses(asked, "Absagen");
  const form = await person.says(`Fall ${caseId} löschen`);
  await person.presses(form, "Endgültig löschen", { free_reason: "Einwilligung fehlt" });
  expect(attendees(await mailsAbout(one, caseId, 6), "CANCEL")).toEqual(everybody);
}, 60_000);

test("the entry in the organisation's calendar is cancelled, after the case is gone", async () => {
  const graph = await startGraphServer();
  closing.push(() => graph.close());
  const { tenantId, clientId, clientSecret, mailbox, graphUrl, loginUrl } = graph.settings;
  const one = await bot({
    GRAPH_MAILBOX: mailbox,
    GRAPH_TENANT_ID: tenantId,
    GRAPH_CLIENT_ID: clientId,
    GRAPH_CLIENT_SECRET: clientSecret,
    GRAPH_URL: graphUrl,
    GRAPH_LOGIN_URL: loginUrl,
  });
  const { person, caseId } = await plannedConference(one);
  const event = await eventually("the event", async () =>
    graph.events.find(({ subject }) => subject.includes(caseId)),
  );
  const form = await person.says(`Fall ${caseId} löschen`);
  await person.presses(form, "Endgültig löschen", { free_reason: "Einwilligung fehlt" });
  await eventually("a cancellation", async () => (event.cancelled ? true : undefined));
  expect(event.comment).toBe(`Abgesagt: Fallkonferenz ${caseId}`);
}, 60_000);
