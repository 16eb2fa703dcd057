import { de } from "../../bot/texts/de.js";
import type { Draw } from "../casework/privacy/fill.js";
import { addresses } from "../front-door/planned-conference.js";
import { buttonsOf } from "../wire/card.js";
import type { Wish } from "./history.js";
import { type Answers, cardOf, type Manner, type Person } from "./people.js";

/** What somebody is going to do. Everything drawn is drawn before, so that a run of the scenario decides nothing. */
export type Act =
  | { readonly kind: "note" | "note-form" | "measure"; readonly about: number; readonly manner: Manner }
  | { readonly kind: "case" | "conference" | "reminder"; readonly manner: Manner }
  | { readonly kind: "call-off" | "measure-undone"; readonly manner: Manner }
  | { readonly kind: "history"; readonly about: number }
  | { readonly kind: "erase"; readonly manner: Manner };

const FREQUENT = ["note", "note", "note", "note-form", "measure", "measure"] as const;
const RARE = ["case", "reminder", "history", "history"] as const;

/** One person's part: mostly notes and measures on the cases that all share, and a conference about their own. */
export function drawPart(draw: Draw, cases: number): readonly Act[] {
  const manner = () => (draw.below(4) === 0 ? "twice" : "once");
  const acts: Act[] = [];
  for (let left = 3 + draw.below(4); left > 0; left--) {
    const about = draw.below(cases);
    const kind = draw.below(4) === 0 ? draw.pick(RARE) : draw.pick(FREQUENT);
    if (kind === "case" || kind === "reminder") acts.push({ kind, manner: manner() });
    else if (kind === "history") acts.push({ kind, about });
    else acts.push({ kind, about, manner: manner() });
  }
  if (draw.below(3) > 0) {
    acts.splice(draw.below(acts.length), 0, { kind: "conference", manner: manner() });
    if (draw.below(2) === 0) acts.push({ kind: "call-off", manner: manner() });
  }
  // A second reminder of the same time could not be told from the first.
  const first = acts.findIndex(({ kind }) => kind === "reminder");
  return acts.filter(({ kind }, i) => kind !== "reminder" || i === first);
}

/** Whether somebody takes back at once what they did in their own case: nobody else erases that meanwhile. */
export function drawUndone(draw: Draw): readonly Act[] {
  if (draw.below(3) > 0) return [];
  return [{ kind: "measure-undone", manner: draw.below(2) === 0 ? "twice" : "once" }];
}

/** Whether somebody erases their case: at the end of their part, or later, while its invitations leave. */
export function drawErasure(draw: Draw): { readonly early: readonly Act[]; readonly late: readonly Act[] } {
  const acts: readonly Act[] = [{ kind: "erase", manner: draw.below(3) === 0 ? "twice" : "once" }];
  const when = draw.below(6);
  return { early: when === 0 ? acts : [], late: when === 1 ? acts : [] };
}

export type Part = {
  readonly person: Person;
  /** The number of their own case among `cases`. */
  readonly own: number;
  readonly cases: readonly string[];
  readonly step: () => number;
  /** What was wished so far, and what came of it until now. */
  readonly wishes: (() => Wish)[];
  /** Cases of which somebody has begun to ask that they be erased. */
  readonly erasing: Set<string>;
  /** A number that nobody else in this scenario has. */
  readonly number: () => number;
  readonly fault: (words: string) => void;
};

export async function play(part: Part, acts: readonly Act[]): Promise<void> {
  for (const act of acts) await playOne(part, act);
}

async function playOne(part: Part, act: Act): Promise<unknown> {
  const { person, cases, own } = part;
  const about = "about" in act ? (cases[act.about] ?? "") : (cases[own] ?? "");
  switch (act.kind) {
    case "note": {
      const token = `Rückruf Nummer ${part.number()} erledigt.`;
      return wish(part, { kind: "note", token, place: about }, de.cases.noteSaved(""), () =>
        person.says(`Notiz zu ${about}: ${token}`, act.manner),
      );
    }
    case "note-form": {
      const form = cardOf(await person.says(`Notiz zu ${about}`));
      const token = `Brief Nummer ${part.number()} abgelegt.`;
      return wish(part, { kind: "note", token, place: about }, de.cases.noteSaved(""), () =>
        person.presses(form, "Speichern", { free_note: token }, act.manner),
      );
    }
    case "measure": {
      const token = `Unterlage Nummer ${part.number()} einreichen`;
      return wish(part, { kind: "measure", token, place: about }, de.cases.measureSaved(""), () =>
        person.says(`Maßnahme zu ${about}: ${token} bis ${MEASURE_DUE}`, act.manner),
      );
    }
    case "measure-undone": {
      const token = `Antrag Nummer ${part.number()} vorbereiten`;
      const saved = await wish(
        part,
        { kind: "measure", token, place: about },
        de.cases.measureSaved(""),
        () => person.says(`Maßnahme zu ${about}: ${token} bis ${MEASURE_DUE}`),
      );
      // "Rückgängig" is about what was done last: of what nobody knows whether it was nobody asks it.
      if (saved?.().outcome !== "acknowledged") return undefined;
      const { changes, undoing } = de.casework;
      const done = undoing.done(changes["measure-added"], "");
      return wish(part, { kind: "undo", token, place: about }, done, () =>
        person.saysNow("Rückgängig", act.manner),
      );
    }
    case "case": {
      const token = `Eschweiler, Wohngeld, Anliegen Nummer ${part.number()}`;
      const form = cardOf(await person.says(`Neuer Fall: ${token}`));
      return wish(part, { kind: "case", token, place: person.id }, CASE_IS_MADE, () =>
        person.presses(form, "Anlegen", {}, act.manner),
      );
    }
    case "reminder":
      return wish(part, { kind: "reminder", token: "450", place: person.id }, "7:30", () =>
        person.says("Erinnere mich morgens um 7:30", act.manner),
      );
    case "history":
      return readHistory(part, about);
    case "conference":
      return callConference(part, about, act.manner);
    case "call-off": {
      const asked = cardOf(await person.says(`sag die FaKo ${about} ab`));
      return wish(part, { kind: "call-off", token: "conference", place: about }, de.planning.calledOff, () =>
        person.presses(asked, "Absagen", {}, act.manner),
      );
    }
    case "erase": {
      part.erasing.add(about);
      const form = cardOf(await person.says(`Fall ${about} löschen`));
      const { button, done } = de.protection.erase;
      return wish(part, { kind: "erase", token: "erase", place: about }, done(about), () =>
        person.presses(form, button, { free_reason: "Frist abgelaufen" }, act.manner),
      );
    }
  }
}

/** The Wednesday of the first week: from then on the morning reminders tell of it. */
const MEASURE_DUE = "04.03.2093";
const CASE_IS_MADE = "ist angelegt";
const NOTHING_SAVED = /gespeichert wurde nichts/i;

/** Asks for something and writes down what the person was told so far. What could not even be asked for is no wish. */
async function wish(
  { step, wishes }: Part,
  what: Pick<Wish, "kind" | "token" | "place">,
  acknowledged: string,
  ask: () => Promise<Answers | undefined | readonly Answers[]>,
): Promise<(() => Wish) | undefined> {
  const askedAt = step();
  const tries = await ask();
  if (!tries) return undefined;
  const wished = (): Wish => {
    const answers = tries.flat();
    const told = answers.filter(({ seen }) => seen?.text.includes(acknowledged));
    const first = Math.min(...told.map(({ answeredAt }) => answeredAt));
    const refused = answers.every(({ seen }) => NOTHING_SAVED.test(seen?.text ?? ""));
    const outcome = told.length > 0 ? "acknowledged" : refused ? "refused" : "unknown";
    return { ...what, askedAt, outcome, ...(told.length > 0 ? { answeredAt: first } : {}) };
  };
  wishes.push(wished);
  return wished;
}

const PAGE = 10;

/** Whoever reads sees what was acknowledged to anybody before. */
async function readHistory({ person, wishes, step, fault, erasing }: Part, about: string): Promise<void> {
  const notes = () =>
    wishes.map((so) => so()).filter(({ kind, place }) => kind === "note" && place === about);
  const from = step();
  const known = notes().filter(({ outcome }) => outcome === "acknowledged");
  const answers = await person.says(`Verlauf ${about}`);
  // More may have been written than anybody was told.
  if (notes().length > PAGE / 2 || erasing.has(about)) return;
  for (const text of answers.flatMap(({ seen }) => (seen?.text.includes(about) ? [seen.text] : []))) {
    for (const { token } of known) {
      if (!text.includes(token)) fault(`a reader at step ${from} does not see "${token}"`);
    }
  }
}

async function callConference(part: Part, about: string, manner: Manner): Promise<void> {
  const { person } = part;
  let card = cardOf(await person.says(`FaKo für ${about} mit Jobcenter und Jugendamt nächste Woche`));
  const has = (title: string) => card !== undefined && buttonsOf(card).some((one) => one.title === title);
  if (has("Speichern")) card = cardOf(await person.presses(card, "Speichern", { informed: "true" }));
  if (!has("Anlegen")) return;
  const what = { kind: "conference", token: "conference", place: about };
  await wish(part, what, de.planning.plannedTitle.case, async () => {
    const all: Answers[] = [];
    // The seat may be another's meanwhile: then the card offers other dates.
    for (let tries = 0; tries < 5 && has("Anlegen"); tries++) {
      const answers = await person.presses(card, "Anlegen", addresses(card ?? {}), manner);
      if (answers) all.push(answers);
      if (!answers?.some(({ seen }) => seen?.text.includes("inzwischen belegt"))) break;
      card = cardOf(answers);
    }
    return all;
  });
}
