import { inputsOf } from "../wire/card.js";
import type { Person } from "../wire/person.js";
import { type Bot, caseIdIn } from "./bot.js";

export type Planned = {
  readonly person: Person;
  readonly caseId: string;
  readonly conferenceId: string;
};

/** A case in Eschweiler whose conference with Jobcenter and Jugendamt stands, invitations in the outbox. */
export async function plannedConference(bot: Bot, person?: Person): Promise<Planned> {
  const convener = person ?? bot.wire.person("Case Management Eschweiler");
  const form = await convener.says("Neuer Fall: Familie 5 Pers. Eschweiler, Bürgergeld, Kita, Wohngeld");
  const caseId = caseIdIn((await convener.presses(form, "Anlegen")).text);
  const consent = await convener.says(`FaKo für ${caseId} mit Jobcenter und Jugendamt nächste Woche`);
  const slots = await convener.presses(consent, "Speichern", { informed: "true" });
  await convener.presses(slots, "Anlegen", addresses(slots.card ?? {}));
  return { person: convener, caseId, conferenceId: `${caseId}.1` };
}

/** Whoever is invited, with an address of its own each: `<office id in lower case>@example.org`. */
export function addresses(card: Readonly<Record<string, unknown>>): Record<string, string> {
  const mailInputs = inputsOf(card).filter((input) => String(input.id).startsWith("mail:"));
  return Object.fromEntries(mailInputs.map(({ id }) => [String(id), addressOf(String(id).slice(5))]));
}

export function addressOf(participant: string): string {
  return `${participant.toLowerCase()}@example.org`;
}
