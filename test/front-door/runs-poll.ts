import { inputsOf } from "../wire/card.js";
import type { HttpAnswer } from "../wire/http.js";
import { send } from "../wire/http.js";
import type { Person, Turn } from "../wire/person.js";
import { type Bot, caseIdIn } from "./bot.js";
import { mailsAbout, to } from "./mail-folder.js";
import { addresses, addressOf } from "./planned-conference.js";

export type RunningPoll = {
  readonly person: Person;
  readonly caseId: string;
  /** The board that the convener looks at. */
  readonly board: Turn;
  /** Office id → its personal link. */
  readonly links: Readonly<Record<string, string>>;
};

export const offices = ["JC-Eschweiler", "JA-Eschweiler"] as const;

/** A poll of Jobcenter and Jugendamt about three dates, its links in the mail. */
export async function runningPoll(bot: Bot): Promise<RunningPoll> {
  const person = bot.wire.person("Case Management Eschweiler");
  const form = await person.says("Neuer Fall: Familie 5 Pers. Eschweiler, Bürgergeld, Kita, Wohngeld");
  const caseId = caseIdIn((await person.presses(form, "Anlegen")).text);
  const consent = await person.says(`FaKo für ${caseId} mit Jobcenter und Jugendamt nächste Woche`);
  const dates = await person.presses(consent, "Speichern", { informed: "true" });
  const board = await person.presses(dates, "Umfrage starten", addresses(dates.card ?? {}));
  const mails = await mailsAbout(bot, caseId, offices.length);
  const links = offices.map((office) => [office, linkIn(to(mails, addressOf(office)).text ?? "")]);
  return { person, caseId, board, links: Object.fromEntries(links) };
}

export function linkIn(text: string): string {
  const link = /^https?:\/\/\S+\/c\/\S+$/m.exec(text)?.[0];
  if (!link) throw new Error(`No link in: ${text}`);
  return link;
}

export function opens(link: string, method = "GET"): Promise<HttpAnswer> {
  return send(link, { method });
}

/** Sends the form of a page as a browser without JavaScript does. */
export function votes(link: string, answers: readonly string[], form = "a".repeat(24)): Promise<HttpAnswer> {
  const fields = answers.map((answer, date) => [`date-${date}`, answer]);
  return send(link, {
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams([...fields, ["form", form]]).toString(),
  });
}

/** The starts that a poll's board offers, best first. */
export function startsOn(card: Readonly<Record<string, unknown>>): readonly string[] {
  const slot = inputsOf(card).find(({ id }) => id === "slot");
  return (slot?.choices as { value: string }[] | undefined)?.map(({ value }) => value) ?? [];
}
