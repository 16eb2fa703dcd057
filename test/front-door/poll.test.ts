import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { endPollInTime } from "../../bot/outbox/run-poll.js";
import { transact } from "../../bot/turn/transact.js";
import { readAudit } from "../../casework/audit/audit.js";
import { type Poll, pollRecord } from "../../casework/poll/poll.js";
import { POLL_RESULTS } from "../../casework/poll/run-poll.js";
import { putStaff } from "../../casework/staff/staff.js";
import type { Json } from "../wire/card.js";
import { type Bot, caseIdIn, startBot } from "./bot.js";
import { eventually } from "./eventually.js";
import { mailsAbout } from "./mail-folder.js";
import { addresses, addressOf } from "./planned-conference.js";
import { opens, type RunningPoll, runningPoll, startsOn, votes } from "./runs-poll.js";

let bot: Bot;
beforeAll(async () => {
  bot = await startBot();
});
afterAll(() => bot.close());

const [jobcenter, jugendamt] = ["JC-Eschweiler", "JA-Eschweiler"] as const;

function pollIdOf({ board }: RunningPoll): string {
  return /"poll":"([^"]+)"/.exec(JSON.stringify(board.card))?.[1] ?? "";
}

async function stored(running: RunningPoll): Promise<Poll> {
  const poll = await bot.peek((unit) => unit.read(pollRecord, pollIdOf(running)));
  if (!poll) throw new Error("no such poll");
  return poll;
}

/** The card that the bot sent by itself to the convener, with this title. */
function cardSent({ person }: RunningPoll, title: string): Promise<Json> {
  return eventually(title, async () => {
    const found = bot.wire.connector
      .messages(person.conversation)
      .map(({ attachments }) => (attachments as { content: Json }[] | undefined)?.[0]?.content)
      .find((card) => JSON.stringify(card ?? {}).includes(title));
    return found;
  });
}

async function offeredDates() {
  const person = bot.wire.person("Case Management Eschweiler");
  const form = await person.says("Neuer Fall: Familie 5 Pers. Eschweiler, Bürgergeld, Kita, Wohngeld");
  const caseId = caseIdIn((await person.presses(form, "Anlegen")).text);
  const consent = await person.says(`FaKo für ${caseId} mit Jobcenter und Jugendamt in 5 Wochen`);
  return { person, dates: await person.presses(consent, "Speichern", { informed: "true" }) };
}

describe("a date poll", () => {
  test("goes from the dates to the conference by the answers of the offices", async () => {
    const running = await runningPoll(bot);
    const { person, caseId, links, board } = running;
    expect(board.text).toContain("Die Umfrage läuft.");
    expect(board.text).toContain("Noch keine Antwort: Jobcenter");
    expect((await votes(links[jobcenter] ?? "", ["no", "yes", "yes"])).text).toContain("gespeichert");
    expect((await person.presses(board, "Aktualisieren")).text).toContain("1 von 2 passt es");
    const last = await votes(links[jugendamt] ?? "", ["yes", "maybe", "yes"]);
    expect(last.text).toContain("die Umfrage ist beendet");

    const result = await cardSent(running, "Umfrage beendet");
    const poll = await stored(running);
    expect(startsOn(result)[0]).toBe(poll.dates[2]?.start);
    const planned = await person.presses(result, "Termin nehmen");
    expect(planned.text).toContain("Fallkonferenz steht");
    const invitations = await mailsAbout(bot, `Fallkonferenz ${caseId}`, 2);
    expect(invitations.every(({ attachments }) => attachments.length > 0)).toBe(true);
    const whoComes = await person.says(`wer kommt zur FaKo ${caseId}`);
    expect(whoComes.text).toContain("zugesagt (laut Umfrage, ");
    expect(whoComes.text).toContain("2 von 2 haben zugesagt.");
    const again = await person.presses(result, "Termin nehmen");
    expect(again.text).toContain("schon eine Konferenz geworden");
  });

  test("does not begin where nobody can be asked, and the dates can still be taken", async () => {
    const { person, dates } = await offeredDates();
    const everybody = (role: string) => ({ [`role:${jobcenter}`]: role, [`role:${jugendamt}`]: role });
    const refused = await person.presses(dates, "Umfrage starten", everybody("without"));
    expect(refused.text).toContain("Es gibt niemanden zu fragen");
    const planned = await person.presses(refused, "Anlegen", everybody("required"));
    expect(planned.text).toContain("Fallkonferenz steht");
  });

  test("is about the dates that stand on the card, not about later ones", async () => {
    const { person, dates } = await offeredDates();
    await person.presses(dates, "Neu suchen", { free_more: "Dolmetscher" });
    const late = await person.presses(dates, "Umfrage starten", addresses(dates.card ?? {}));
    expect(late.text).toContain("Drei Termine");
    expect(late.text).not.toContain("Die Umfrage läuft");
  });

  test("makes no conference of a case that was closed meanwhile", async () => {
    const { person, caseId, board } = await runningPoll(bot);
    const ended = await person.presses(board, "Jetzt beenden");
    await person.says(`${caseId} abschließen, verzogen`);
    const late = await person.presses(ended, "Termin nehmen");
    expect(late.text).toContain("Dieser Fall ist abgeschlossen");
    expect((await person.says(`wer kommt ${caseId}`)).text).toContain("keine Fallkonferenz geplant");
  });

  test("counts nothing until the button is pressed: opening the link never votes", async () => {
    const running = await runningPoll(bot);
    const link = running.links[jobcenter] ?? "";
    for (const method of ["GET", "HEAD", "GET"]) expect((await opens(link, method)).status).toBe(200);
    expect((await opens(`${link}?date-0=yes&date-1=yes&date-2=yes`)).status).toBe(200);
    expect((await stored(running)).votes).toEqual([]);
    const incomplete = await votes(link, ["yes", ""]);
    expect(incomplete.status).toBe(422);
    expect(incomplete.text).toContain("Es fehlt noch etwas");
    expect(incomplete.text).toMatch(/id="date-0-yes"[^>]* checked/);
    expect((await votes(link, ["yes", "yes", "perhaps"])).status).toBe(422);
    expect((await stored(running)).votes).toEqual([]);
  });

  test("lets an answer be changed until the end, and takes a form that is sent twice once", async () => {
    const running = await runningPoll(bot);
    const link = running.links[jobcenter] ?? "";
    await votes(link, ["yes", "yes", "yes"], "form-1-aaaaaaaaaaaaaaaa");
    await votes(link, ["no", "no", "maybe"], "form-2-aaaaaaaaaaaaaaaa");
    // The browser sends the first form again.
    await votes(link, ["yes", "yes", "yes"], "form-1-aaaaaaaaaaaaaaaa");
    expect((await stored(running)).votes.map(({ abilities }) => abilities)).toEqual([["no", "no", "maybe"]]);
    expect((await opens(link)).text).toContain("Sie haben schon geantwortet");
    await running.person.presses(running.board, "Jetzt beenden");
    const late = await votes(link, ["yes", "yes", "yes"], "form-3-aaaaaaaaaaaaaaaa");
    expect(late.text).toContain("Die Umfrage ist beendet");
    expect((await stored(running)).votes[0]?.abilities).toEqual(["no", "no", "maybe"]);
  });

  test("answers forged, shortened, expired and unknown links alike", async () => {
    const running = await runningPoll(bot);
    const link = running.links[jobcenter] ?? "";
    const flipped = link.slice(0, -5) + (link.at(-5) === "A" ? "B" : "A") + link.slice(-4);
    const wrong = [flipped, link.slice(0, -3), `${link}x`, link.replace(/c\/.*/, "c/K-7F3Q9"), `${link}%00`];
    const answers = await Promise.all(wrong.map((one) => opens(one)));
    const posted = await Promise.all(wrong.map((one) => votes(one, ["yes", "yes", "yes"])));
    await running.person.says(`Einwilligung Jobcenter zurückgezogen ${running.caseId}`);
    answers.push(await opens(link), await votes(link, ["yes", "yes", "yes"]));
    for (const { status, text } of [...answers, ...posted]) {
      expect(status).toBe(404);
      expect(text).toBe(answers[0]?.text);
    }
    expect((await stored(running)).votes).toEqual([]);
  });

  test("says nothing about the case, and guards the page by its headers", async () => {
    const running = await runningPoll(bot);
    const { headers, text } = await opens(running.links[jobcenter] ?? "");
    expect(headers["content-security-policy"]).toMatch(/default-src 'none'.*form-action 'self'/);
    expect(headers["content-security-policy"]).toContain("frame-ancestors 'none'");
    expect(headers["x-robots-tag"]).toContain("noindex");
    expect(headers["cache-control"]).toBe("no-store");
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers["referrer-policy"]).toBe("same-origin");
    const mails = await mailsAbout(bot, running.caseId, 2);
    const sent = [text, ...mails.map((mail) => `${mail.subject}${mail.text}`)].join("\n");
    for (const word of ["Kita", "Wohngeld", "Bürgergeld", "5 Pers", "Familie"])
      expect(sent).not.toContain(word);
    // Nobody learns who else is asked, and the link tells no case number.
    expect(text).not.toContain("Jugendamt");
    expect(
      Buffer.from(running.links[jobcenter]?.split("/c/")[1] ?? "", "base64url").toString("latin1"),
    ).not.toContain(running.caseId.slice(2));
  });

  test("ends once, however many vote at the same moment and whoever else ends it", async () => {
    const running = await runningPoll(bot);
    await Promise.all(
      Object.values(running.links).flatMap((link, voter) =>
        [0, 1, 2].map((form) => votes(link, ["yes", "yes", "yes"], `form-${voter}-${form}-aaaaaaaaaa`)),
      ),
    );
    const poll = await stored(running);
    expect(poll.state).toBe("closed");
    const late = endPollInTime({ ...bot.ledger, clock: () => poll.closesAt });
    await late({ pollId: poll.id }, poll.id);
    const ended = await bot.peek((unit) => readAudit(unit, 200));
    expect(
      ended.filter(({ action, subject }) => action === "poll-closed" && subject === running.caseId),
    ).toHaveLength(1);
  });

  test("ends by itself at the deadline, and says so to the convener once", async () => {
    const running = await runningPoll(bot);
    await votes(running.links[jobcenter] ?? "", ["yes", "no", "no"]);
    const { closesAt, id } = await stored(running);
    expect(closesAt).toBeGreaterThan(Date.now());
    const deadline = endPollInTime({ ...bot.ledger, clock: () => closesAt });
    await Promise.all([deadline({ pollId: id }, id), deadline({ pollId: id }, id)]);
    const told = await bot.ledger.store.jobs(POLL_RESULTS, 100);
    expect(told.filter((job) => job.id === id)).toHaveLength(1);
    const board = await running.person.presses(running.board, "Aktualisieren");
    expect(board.text).toContain("Umfrage beendet");
    expect(board.text).toContain("Noch keine Antwort: Jugendamt");
    expect((await opens(running.links[jugendamt] ?? "")).text).toContain("Die Umfrage ist beendet");
  });

  test("takes what was said on the phone, and tells nobody else anything", async () => {
    const running = await runningPoll(bot);
    const { dates } = await stored(running);
    const voted = await running.person.presses(running.board, "Anruf eintragen", {
      seat: jugendamt,
      dates: dates[1]?.start ?? "",
    });
    expect(voted.text).toContain("eingetragen");
    expect((await stored(running)).votes[0]).toMatchObject({
      source: "phone",
      abilities: ["no", "yes", "no"],
    });
    const stranger = bot.wire.person("Case Management Stolberg");
    for (const button of ["Aktualisieren", "Jetzt beenden", "Anruf eintragen"]) {
      const refused = await stranger.presses(running.board, button);
      expect(refused.text).toContain("gibt es nicht, oder sie ist Ihnen nicht zugeordnet");
    }
    expect((await stored(running)).state).toBe("open");
  });
});

describe("a partner on Teams", () => {
  test("finds the poll in the own chat, votes there once, and sees the own answer only", async () => {
    const partner = bot.wire.person("Fachkraft Jugendamt", { id: "5f0c9d5e-0000-4000-8000-000000000001" });
    await transact(bot.ledger, { once: [], now: Date.now(), deadline: Date.now() + 5000 }, (unit) =>
      putStaff(unit, {
        id: partner.id,
        name: "Fachkraft Jugendamt",
        email: addressOf(jugendamt),
        role: "partner",
        agency: "Jugendamt der Stadt Eschweiler",
        rechtskreis: "SGB8",
      }),
    );
    await partner.says("Hallo");
    const running = await runningPoll(bot);
    const ballot = await cardSent({ ...running, person: partner }, `Terminumfrage ${running.caseId}`);
    expect(ballot.refresh).toMatchObject({ action: { verb: "poll.ballot" }, userIds: [`29:${partner.id}`] });
    const voted = await partner.presses(ballot, "Antwort senden", {
      "date:0": "yes",
      "date:1": "no",
      "date:2": "maybe",
    });
    expect(voted.replacement).toBeDefined();
    expect(voted.text).toContain("gespeichert");
    expect((await stored(running)).votes).toMatchObject([{ participant: jugendamt, source: "teams" }]);
    expect((await opens(running.links[jugendamt] ?? "")).text).toContain("Sie haben schon geantwortet");
    const stranger = bot.wire.person("Fachkraft Jobcenter");
    expect(
      (await stranger.presses(ballot, "Antwort senden", { "date:0": "no", "date:1": "no", "date:2": "no" }))
        .text,
    ).toContain("nicht zugeordnet");
  });
});
