import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { Mail } from "../../bot/outbox/mailer.js";
import { sendInvitation } from "../../bot/outbox/send-invitation.js";
import { CONFERENCE_REMINDERS } from "../../casework/attendance/reminders.js";
import { conferenceRecord, type Participant } from "../../casework/conference/conference.js";
import { INVITATIONS, type InvitationJob } from "../../casework/conference/invitations.js";
import { draftRecord } from "../../dialogs/draft.js";
import { judgedByLibical } from "../adapters/calendar/libical.js";
import { inputsOf, type Json } from "../wire/card.js";
import type { Person } from "../wire/person.js";
import { calendarTextOf } from "./answers-by-mail.js";
import { type Bot, caseIdIn, startBot } from "./bot.js";
import { calendarOf } from "./calendar-part.js";
import { changeStored } from "./change-stored.js";
import { mailsAbout } from "./mail-folder.js";

async function caseIn(
  bot: Bot,
  facts = "Neuer Fall: Familie 5 Pers. Eschweiler, Bürgergeld, Kita, Wohngeld",
) {
  const person = bot.wire.person("Case Management Eschweiler");
  const form = await person.says(facts);
  const id = caseIdIn((await person.presses(form, "Anlegen")).text);
  return { person, id };
}

function addresses(card: Json | undefined): Record<string, string> {
  const fields = inputsOf(card ?? {}).filter((input) => String(input.id).startsWith("mail:"));
  return Object.fromEntries(
    fields.map((input) => [String(input.id), `${String(input.id).slice(5).toLowerCase()}@example.org`]),
  );
}

async function dates(person: Person, text: string) {
  const consent = await person.says(text);
  return person.presses(consent, "Speichern", { informed: "true" });
}

async function planned(bot: Bot, offices = "Jobcenter und Jugendamt", when = "nächste Woche") {
  const { person, id } = await caseIn(bot);
  const offered = await dates(person, `FaKo für ${id} mit ${offices} ${when}`);
  const card = await person.presses(offered, "Anlegen", addresses(offered.card));
  return { person, id, card };
}

/** One office off the table, another one to it: the card that asks for consent. */
async function swap(person: Person, card: Parameters<Person["presses"]>[0], off: string, more: string) {
  const seats = await person.presses(card, "Teilnehmende");
  return person.presses(seats, "Speichern", {
    ...(off === "nobody" ? {} : { [`role:${off}`]: "without" }),
    free_more: more,
    "mail:new": `${more.toLowerCase()}@example.org`,
  });
}

function seatAt(id: string): Participant {
  const email = `${id.toLowerCase()}@example.org`;
  return { id, name: id, rechtskreis: "", email, kind: "office", required: true, min: 1, why: "" };
}

/** Does a job of the outbox with a mailer that keeps what it gets. */
async function send({ ledger, peek }: Bot, job: InvitationJob): Promise<readonly Mail[]> {
  const sent: Mail[] = [];
  const handle = sendInvitation({
    ledger,
    mailer: {
      kind: "smtp",
      send: async (mail) => {
        sent.push(mail);
        return { kind: "sent" };
      },
    },
    writeInvitation: () => "",
    organizer: { name: "KIM", email: "kim@example.org" },
    mailDomain: "example.org",
  });
  const outcome = await handle(job, "job");
  await peek(async (unit) => {
    if (outcome.kind === "done") await outcome.record?.(unit);
    await ledger.store.commit(unit.batch());
  });
  return sent;
}

/** The card and what it stands for, as if they had been made a year before. */
async function asOfLastYear(bot: Bot, card: Json): Promise<Json> {
  const instant = /\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:\d\d)/g;
  const yearBefore = (at: string) => new Date(Date.parse(at) - 365 * 24 * 60 * 60 * 1000).toISOString();
  const earlier = <T>(value: T): T => JSON.parse(JSON.stringify(value).replace(instant, yearBefore));
  const nonce = /"nonce":"([^"]+)"/.exec(JSON.stringify(card))?.[1] ?? "";
  await changeStored(bot, draftRecord, nonce, earlier);
  return earlier(card);
}

describe("while invitations are held", () => {
  let bot: Bot;
  beforeAll(async () => {
    bot = await startBot({ KIM_SEND_DELAY_SECONDS: "60" });
  });
  afterAll(() => bot.close());

  const waiting = async (id: string) =>
    (await bot.ledger.store.jobs(INVITATIONS, 1000)).filter((job) => job.id.startsWith(`${id}.`));

  test("nothing leaves for sixty seconds, and the card says so", async () => {
    const before = Date.now();
    const { id, card } = await planned(bot);
    expect(card.text).toContain("Wird in 60 s versendet");
    // Teams asks for the card anew when somebody looks at it.
    expect(card.card?.refresh).toMatchObject({ action: { verb: "conference.show" } });
    const jobs = await waiting(id);
    expect(jobs).toHaveLength(3);
    for (const job of jobs) expect(job.due).toBeGreaterThanOrEqual(before + 60_000);
    expect(await mailsAbout(bot, id, 0)).toEqual([]);
  });

  test("who closes the case is told that its conference still stands, and can call it off", async () => {
    const { person, id } = await planned(bot);
    const closed = await person.says(`${id} abschließen, Ziele erreicht`);
    expect(closed.text).toContain("Eine Fallkonferenz steht noch an");
    expect((await person.says(`sag die FaKo ${id} ab`)).text).toContain("Absagen");
  });

  test("Stopp takes everything back, once and for all", async () => {
    const { person, id, card } = await planned(bot);
    const stopped = await person.presses(card, "Stopp");
    expect(stopped.text).toContain("Es wurde nichts versendet");
    expect(await waiting(id)).toEqual([]);
    expect((await person.says(`sag die FaKo ${id} ab`)).text).toContain("steht keine Konferenz an");
    const again = await person.presses(card, "Stopp");
    expect(again.text).toContain("zu spät");
    expect(await waiting(id)).toEqual([]);
  });

  test("pressed twice at once, Stopp happens once, and nobody reads that something was sent", async () => {
    const { person, id, card } = await planned(bot);
    const both = await Promise.all([person.presses(card, "Stopp"), person.presses(card, "Stopp")]);
    expect(both.filter(({ text }) => text.includes("Es wurde nichts versendet"))).toHaveLength(1);
    const [late] = both.filter(({ text }) => text.includes("schon gestoppt"));
    expect(late?.text).not.toMatch(/✓|Es ist schon versendet/);
    expect(await waiting(id)).toEqual([]);
  });

  test("Stopp of an earlier card leaves a later change alone", async () => {
    const { person, id, card } = await planned(bot);
    const moved = await person.presses(await person.presses(card, "Verschieben"), "Speichern");
    const late = await person.presses(card, "Stopp");
    expect(late.text).toContain("seitdem wurde etwas anderes geändert");
    expect((await waiting(id)).some((job) => job.id.endsWith("/1/REQUEST"))).toBe(true);
    expect((await person.presses(moved, "Stopp")).text).toContain("Es bleibt, wie es war");
    expect((await waiting(id)).every((job) => job.id.endsWith("/0/REQUEST"))).toBe(true);
  });

  test("a new date that is stopped leaves the first one, and its invitations", async () => {
    const { person, id, card } = await planned(bot);
    const offered = await person.presses(card, "Verschieben");
    const moved = await person.presses(offered, "Speichern");
    expect((await waiting(id)).map((job) => job.id).sort()).toEqual(
      [
        ...["JA-Eschweiler", "JC-Eschweiler", "convener"].map((one) => `${id}.1/${one}/0/REQUEST`),
        ...["JA-Eschweiler", "JC-Eschweiler", "convener"].map((one) => `${id}.1/${one}/1/REQUEST`),
      ].sort(),
    );
    const stopped = await person.presses(moved, "Stopp");
    expect(stopped.text).toContain("Es bleibt, wie es war");
    expect((await waiting(id)).every((job) => job.id.endsWith("/0/REQUEST"))).toBe(true);
    expect(await waiting(id)).toHaveLength(3);
  });

  test("a date that was stopped leaves no reminder behind that the next one would get", async () => {
    const { person, id, card } = await planned(bot, "Jobcenter und Jugendamt", "in 4 Wochen");
    const moved = await person.presses(await person.presses(card, "Verschieben"), "Speichern");
    await person.presses(moved, "Stopp");
    await person.presses(await person.says(`verschieb die FaKo ${id} auf in 8 Wochen`), "Speichern");
    const { start } = (await bot.peek((unit) => unit.read(conferenceRecord, `${id}.1`))) ?? { start: "" };
    const jobs = (await bot.ledger.store.jobs(CONFERENCE_REMINDERS, 1000)).filter((job) =>
      job.id.startsWith(`${id}.1/1/`),
    );
    expect(jobs).toHaveLength(3);
    for (const { due } of jobs) expect(Date.parse(start) - due).toBeLessThan(14 * 24 * 60 * 60 * 1000);
  });

  test("an office that is taken off and asked back gets no cancellation", async () => {
    const { person, id, card } = await planned(bot, "Jobcenter und Jugendamt", "in 4 Wochen");
    const first = { conferenceId: `${id}.1`, participant: seatAt("JA-Eschweiler"), sequence: 0 };
    await send(bot, { ...first, method: "REQUEST" });
    const seats = await person.presses(card, "Teilnehmende");
    const off = await person.presses(seats, "Speichern", { "role:JA-Eschweiler": "without" });
    const mail = { free_more: "Jugendamt", "mail:new": first.participant.email };
    const back = await person.presses(await person.presses(off, "Teilnehmende"), "Speichern", mail);
    expect(back.text).toContain("Teilnehmende gespeichert");
    expect(await send(bot, { ...first, sequence: 1, method: "CANCEL" })).toEqual([]);
    expect(await send(bot, { ...first, sequence: 1, method: "REQUEST" })).toHaveLength(1);
  });

  test("whoever is asked along later is reminded like the others", async () => {
    const { person, id, card } = await planned(bot, "Jobcenter", "in 4 Wochen");
    const asked = await swap(person, card, "nobody", "Wohngeld");
    await person.presses(asked, "Speichern", { informed: "true" });
    const jobs = (await bot.ledger.store.jobs(CONFERENCE_REMINDERS, 1000)).filter((job) =>
      job.id.startsWith(`${id}.1/`),
    );
    expect(jobs).toHaveLength(3);
  });

  test("other people at the table that are stopped leave those who were there, and their invitations", async () => {
    const { person, id, card } = await planned(bot);
    const asked = await swap(person, card, "JA-Eschweiler", "Wohngeld");
    const saved = await person.presses(asked, "Speichern", { informed: "true" });
    expect(saved.text).toContain("Teilnehmende gespeichert");
    const stopped = await person.presses(saved, "Stopp");
    expect(stopped.text).toContain("Es bleibt, wie es war");
    expect(stopped.text).toContain("Jugendamt");
    expect(stopped.text).not.toContain("Wohngeld:");
    expect((await waiting(id)).map((job) => job.id).sort()).toEqual(
      ["JA-Eschweiler", "JC-Eschweiler", "convener"].map((one) => `${id}.1/${one}/0/REQUEST`),
    );
  });

  test("a consent that is withdrawn meanwhile stays out, also after Stopp", async () => {
    const { person, id, card } = await planned(bot);
    const moved = await person.presses(await person.presses(card, "Verschieben"), "Speichern");
    await person.says(`Einwilligung Jugendamt zurückgezogen ${id}`);
    const stopped = await person.presses(moved, "Stopp");
    expect(stopped.text).toContain("Es bleibt, wie es war");
    expect(stopped.text).not.toContain("Jugendamt Eschweiler");
  });
});

describe("a conference that stands", () => {
  let bot: Bot;
  beforeAll(async () => {
    bot = await startBot();
  });
  afterAll(() => bot.close());

  const conference = (id: string) => bot.peek((unit) => unit.read(conferenceRecord, `${id}.1`));

  test("moves to another date in words, with the same UID and the next SEQUENCE", async () => {
    const { person, id } = await planned(bot);
    const first = (await mailsAbout(bot, id, 3)).map(calendarOf);
    const offered = await person.says(`verschieb die FaKo ${id} auf übernächste Woche`);
    expect(offered.text).toContain("Neuer Termin");
    const moved = await person.presses(offered, "Speichern");
    expect(moved.text).toContain("Neuer Termin gespeichert");
    const all = await mailsAbout(bot, id, 6);
    const second = all.map(calendarOf).filter(({ sequence }) => sequence === 1);
    expect(second).toHaveLength(3);
    expect(new Set([...first, ...second].map(({ uid }) => uid)).size).toBe(1);
    expect(second.every(({ method, start }) => method === "REQUEST" && start !== first[0]?.start)).toBe(true);
    expect(all.filter((mail) => mail.text?.includes("einen neuen Termin"))).toHaveLength(3);
  });

  test("is called off in neutral words, and its seats are free again", async () => {
    const { person, id } = await planned(bot, "Jugendamt", "in 5 Wochen");
    await mailsAbout(bot, id, 2);
    const asked = await person.says(`sag die FaKo ${id} ab`);
    expect(asked.text).toContain("Wirklich absagen?");
    const off = await person.presses(asked, "Absagen");
    expect(off.text).toContain("Abgesagt");
    const cancels = (await mailsAbout(bot, id, 4)).filter((mail) => calendarOf(mail).method === "CANCEL");
    expect(cancels.map(calendarOf).every(({ sequence }) => sequence === 1)).toBe(true);
    for (const mail of cancels) expect(`${mail.subject} ${mail.text}`).not.toMatch(/einwilligung|grund/i);
    expect((await person.presses(asked, "Absagen")).text).toContain("schon abgesagt");
  });

  test("is not called off by a card that shows another date", async () => {
    const { person, id } = await planned(bot, "Jugendamt", "in 10 Wochen");
    const asked = await person.says(`sag die FaKo ${id} ab`);
    await person.presses(await person.says(`verschieb die FaKo ${id} auf in 11 Wochen`), "Speichern");
    const again = await person.presses(asked, "Absagen");
    expect(again.text).toContain("Abgesagt ist noch nichts");
    expect((await conference(id))?.state).toBe("planned");
    expect((await person.presses(again, "Absagen")).text).toContain("Abgesagt");
    expect((await conference(id))?.state).toBe("cancelled");
  });

  test("that is over is neither moved nor called off by an old card", async () => {
    const { person, id, card } = await planned(bot, "Jugendamt", "in 12 Wochen");
    const asked = await person.presses(card, "Absagen");
    await changeStored(bot, conferenceRecord, `${id}.1`, (one) => ({
      ...one,
      start: "2020-01-13T09:00:00.000Z",
      end: "2020-01-13T10:00:00.000Z",
    }));
    expect((await person.presses(asked, "Absagen")).text).toContain("schon vorbei");
    expect((await person.presses(card, "Verschieben")).text).toContain("schon vorbei");
    expect((await conference(id))?.state).toBe("planned");
  });

  test("is not made for a date that has come while its card lay in the chat", async () => {
    const { person, id } = await caseIn(bot);
    const offered = await dates(person, `FaKo für ${id} mit Jugendamt in 13 Wochen`);
    const late = await person.presses(await asOfLastYear(bot, offered.card ?? {}), "Anlegen");
    expect(late.text).toContain("Der Termin ist vorbei");
    expect(await conference(id)).toBeUndefined();
    const made = await person.presses(late, "Anlegen", addresses(late.card));
    expect(made.text).toContain("Fallkonferenz steht");
  });

  test("loses a seat and gains one: only those two hear of it", async () => {
    const { person, id, card } = await planned(bot, "Jobcenter und Jugendamt", "in 6 Wochen");
    await mailsAbout(bot, id, 3);
    const seats = await person.presses(card, "Teilnehmende");
    const asked = await person.presses(seats, "Speichern", {
      "role:JA-Eschweiler": "without",
      free_more: "Wohngeld",
      "mail:new": "wohngeld@example.org",
    });
    expect(asked.text).toContain("Einwilligung");
    const saved = await person.presses(asked, "Speichern", { informed: "true" });
    expect(saved.text).toContain("Teilnehmende gespeichert");
    const mails = await mailsAbout(bot, id, 5);
    for (const mail of mails) {
      const verdict = judgedByLibical(calendarTextOf(mail));
      expect(verdict).toMatchObject({ errors: 0, restrictions: true });
    }
    const all = mails.map(calendarOf);
    expect(all.filter(({ method }) => method === "CANCEL").map(({ attendee }) => attendee)).toEqual([
      "ja-eschweiler@example.org",
    ]);
    expect(all.filter(({ attendee }) => attendee === "wohngeld@example.org")).toHaveLength(1);
  });

  test("goes on with another office where the only one is taken off", async () => {
    const { person, id, card } = await planned(bot, "Jugendamt", "in 14 Wochen");
    const asked = await swap(person, card, "JA-Eschweiler", "Wohngeld");
    const saved = await person.presses(asked, "Speichern", { informed: "true" });
    expect(saved.text).toContain("Teilnehmende gespeichert");
    expect((await conference(id))?.state).toBe("planned");
  });

  test("keeps who sits there where nobody else can come: all of a change is saved or nothing", async () => {
    await planned(bot, "Wohngeld", "in 16 Wochen");
    const { person, id, card } = await planned(bot, "Jugendamt", "in 16 Wochen");
    const before = await conference(id);
    const asked = await swap(person, card, "JA-Eschweiler", "Wohngeld");
    const refused = await person.presses(asked, "Speichern", { informed: "true" });
    expect(refused.text).toContain("schon in einer anderen Konferenz");
    expect(await conference(id)).toEqual(before);
  });

  test("an office without consent is not added to it", async () => {
    const { person, card } = await planned(bot, "Jobcenter", "in 7 Wochen");
    const seats = await person.presses(card, "Teilnehmende");
    const asked = await person.presses(seats, "Speichern", { free_more: "Wohngeld" });
    const untold = await person.presses(asked, "Speichern");
    expect(untold.text).not.toContain("Teilnehmende gespeichert");
  });

  test("is chosen where several are to come", async () => {
    const person = bot.wire.person("Case Management Eschweiler", {
      id: "33333333-3333-4333-8333-333333333333",
    });
    for (const when of ["in 8 Wochen", "in 9 Wochen"]) {
      const form = await person.says("Neuer Fall: Eschweiler, Kita");
      const id = caseIdIn((await person.presses(form, "Anlegen")).text);
      await person.presses(await dates(person, `FaKo für ${id} mit Jugendamt ${when}`), "Anlegen");
    }
    const which = await person.says("verschieb die FaKo auf nächste Woche nachmittags");
    expect(which.text).toContain("Welche Fallkonferenz");
  });
});

describe("without consent", () => {
  let bot: Bot;
  beforeAll(async () => {
    bot = await startBot();
  });
  afterAll(() => bot.close());

  test("the anonymous discussion is offered with the reason, and knows nothing of the case", async () => {
    const { person, id } = await caseIn(bot);
    const consent = await person.says(`FaKo für ${id} mit Jobcenter und Jugendamt mit Klientin`);
    expect(consent.text).toContain("Ohne Einwilligung geht eine anonyme Fallbesprechung");
    const offered = await person.presses(consent, "Anonym besprechen");
    expect(offered.text).toContain("Drei Termine");
    expect(JSON.stringify(offered.card)).not.toContain(id);
    expect(offered.text).not.toContain("Klient/in");
    const made = await person.presses(offered, "Anlegen", addresses(offered.card));
    expect(made.text).toContain("Fallbesprechung steht");
    const own = /FB-[0-9A-Z]{5}/.exec(made.text)?.[0] ?? "";
    const mails = await mailsAbout(bot, own, 3);
    for (const mail of mails) {
      const bytes = `${mail.subject} ${mail.text} ${mail.attachments.map(({ content }) => content).join(" ")}`;
      expect(bytes).not.toContain(id);
      expect(bytes).not.toMatch(/einwilligung|fallkonferenz/i);
    }
    expect(calendarOf(mails[0] as never).uid).toContain(own);
  });

  test("it can be asked for by name, without any case", async () => {
    const person = bot.wire.person("Case Management Eschweiler");
    const offered = await person.says(
      "anonyme Fallbesprechung mit Jugendamt und Jobcenter in Eschweiler in 3 Wochen",
    );
    expect(offered.text).toContain("anonyme Fallbesprechung FB-");
    expect(offered.text).toContain("Jugendamt der Stadt Eschweiler");
    const made = await person.presses(offered, "Anlegen");
    const own = /FB-[0-9A-Z]{5}/.exec(made.text)?.[0] ?? "";
    const asked = await person.says(`sag die Fallbesprechung ${own} ab`);
    expect(asked.text).toContain(own);
    const stranger = bot.wire.person("Case Management Stolberg");
    expect((await stranger.says(`sag die Fallbesprechung ${own} ab`)).text).toContain(
      "steht keine Konferenz an",
    );
  });
});
