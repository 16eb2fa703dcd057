import { inputsOf } from "../wire/card.js";
import type { Person } from "../wire/person.js";
import { type Bot, caseIdIn } from "./bot.js";

export type Planned = {
  readonly person: Person;
  readonly caseId: string;
  readonly conferenceId: string;
};

/** How it is planned, in the words of each language. */
const planning = {
  de: {
    open: "Neuer Fall: Familie 5 Pers. Eschweiler, Bürgergeld, Kita, Wohngeld",
    meet: (id: string) => `FaKo für ${id} mit Jobcenter und Jugendamt nächste Woche`,
    create: "Anlegen",
    save: "Speichern",
  },
  en: {
    open: "New case: family of 5, Eschweiler, Bürgergeld, Kita, Wohngeld",
    meet: (id: string) => `Conference for ${id} with Jobcenter and Jugendamt next week`,
    create: "Create",
    save: "Save",
  },
};

/** A case in Eschweiler whose conference with Jobcenter and Jugendamt stands, invitations in the outbox. */
export async function plannedConference(
  bot: Bot,
  person?: Person,
  language: keyof typeof planning = "de",
): Promise<Planned> {
  const convener = person ?? bot.wire.person("Case Management Eschweiler");
  const { open, meet, create, save } = planning[language];
  const caseId = caseIdIn((await convener.presses(await convener.says(open), create)).text);
  const consent = await convener.says(meet(caseId));
  const slots = await convener.presses(consent, save, { informed: "true" });
  await convener.presses(slots, create, addresses(slots.card ?? {}));
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
