import { answerTopic, type Part, type Reading } from "./answer-topic.js";
import type { Directory } from "./build.js";
import { findDanger, onlyTalksOfDanger } from "./emergency.js";
import { emergencyNumbers } from "./emergency-contacts.js";
import type { FindOption, FindResult, Known, OfficeAnswer } from "./model.js";
import { answerNamedOffices } from "./named-office.js";
import { summary } from "./office-answer.js";
import { placeOf, type Question, readQuestion } from "./question.js";
import { chosenOption, typedAnswer } from "./typed-answer.js";
import { questions, refusals } from "./wording.js";

export type FindContext = Known & {
  /** The day on which the answer shall hold, `YYYY-MM-DD` in local time. */
  readonly today: string;
  /** Entries checked longer ago than this are marked as stale. */
  readonly staleAfterDays: number;
};

/** A question back that waits: the question as typed, and what has been answered since. */
export type Pending = { readonly question: string; readonly known: Known };

/**
 * Which office is responsible, in the JSON of `kim directory find`. No model, no guess: what the directory does
 * not hold is `unknown`, what place, letters, age, a condition or a double meaning decides is `ask` (one question
 * at a time), and words of danger put the emergency contacts first. Never throws on any text.
 */
export function findOffices(directory: Directory, text: string, context: FindContext): FindResult {
  const question = readQuestion(directory, text, context, context.today);
  const dangers = findDanger(text);
  if (dangers.length === 0) {
    const named = [...question.topics, ...question.asides];
    const talk = named.some((topic) => directory.dangers.has(topic)) && onlyTalksOfDanger(text);
    return findOrdinary(directory, talk ? withoutDangers(directory, question) : question, context);
  }
  const kinds = dangers.map(({ kind }) => kind);
  const withChild = kinds.includes("child");
  const youth = withChild ? youthOffice(directory, question, context) : null;
  const ordinary = findOrdinary(directory, question, context);
  const first = [...emergencyNumbers(kinds), ...(youth?.answers ?? [])];
  const seen = new Set(first.flatMap(({ office }) => [office.id, office.phone]));
  const ask = youth?.ask ?? (ordinary.status === "ask" && ordinary.asks === "place" ? ordinary : undefined);
  return {
    status: "emergency",
    topics: ordinary.topics,
    place: ordinary.place ?? youth?.place ?? null,
    ...(ask?.question ? { question: ask.question, asks: "place" as const, options: ask.options ?? [] } : {}),
    answers: [
      ...first,
      ...ordinary.answers.filter(
        ({ office }) => !seen.has(office.id) && (office.phone === "" || !seen.has(office.phone)),
      ),
    ],
  };
}

/** "Fortbildung zu häuslicher Gewalt" asks for no office; "SPFH nach 8a von 2023" asks for the SPFH. */
const withoutDangers = (directory: Directory, question: Question): Question => ({
  ...question,
  topics: question.topics.filter((topic) => !directory.dangers.has(topic)),
  asides: question.asides.filter((topic) => !directory.dangers.has(topic)),
});

/** The Jugendamt of the place, whatever else was asked: it protects the child (§ 8a SGB VIII). */
function youthOffice(directory: Directory, question: Question, context: FindContext) {
  const kind = directory.kinds.find(({ forms }) => forms.includes("Jugendamt"));
  if (kind === undefined) return null;
  const found = answerNamedOffices(directory, kind.offices, question, context);
  return { ...found, answers: found.answers.map((answer) => ({ ...answer, role: "emergency" as const })) };
}

function findOrdinary(directory: Directory, question: Question, context: FindContext): FindResult {
  const reading: Reading = { directory, question, context };
  const parts: Part[] = question.topics.map((topic) => answerTopic(reading, topic));
  if (question.ambiguous !== null) parts.push(askMeaning(directory, question.ambiguous));
  const meant = [...question.topics, ...(question.ambiguous?.topics ?? []), ...question.asides];
  const topics = [...new Set(meant)].map((at) => summary(directory, at));
  const covered = new Set(parts.flatMap(({ answers }) => answers.map(({ office }) => office.id)));
  const kinds =
    question.topics.length === 0 && question.ambiguous === null ? question.kinds : question.extraKinds;
  const named = mentions(directory, kinds).map((offices) =>
    answerNamedOffices(directory, offices, question, context),
  );
  for (const part of named) {
    // Beside a topic a named office only adds what the topic did not bring, and asks nothing.
    const adds = part.ask === undefined && !part.answers.some(({ office }) => covered.has(office.id));
    if (parts.length === 0 || adds) parts.push(part);
  }
  for (const topic of question.asides) {
    const part = answerTopic(reading, topic);
    if (part.ask === undefined) parts.push(part);
  }
  return together(question, parts, topics);
}

/** Offices named one by one; kinds that share an office name it twice ("Jugendamt A 51"). */
function mentions(directory: Directory, kinds: readonly number[]): readonly (readonly number[])[] {
  const found: (readonly number[])[] = [];
  for (const kind of kinds) {
    const offices = directory.kinds[kind]?.offices ?? [];
    const same = found.findIndex((one) => one.some((office) => offices.includes(office)));
    if (same < 0) found.push(offices);
    else found[same] = (found[same] ?? []).filter((office) => offices.includes(office));
  }
  return found;
}

function together(question: Question, parts: readonly Part[], topics: FindResult["topics"]): FindResult {
  const answers = unique(parts.flatMap((part) => part.answers));
  const asking = parts.filter(({ ask }) => ask !== undefined);
  const open =
    asking.find(({ ask }) => ask?.asks === "meaning") ??
    asking.find(({ ask }) => ask?.asks === "place") ??
    asking[0];
  const place = parts.find((part) => part.place !== null)?.place ?? null;
  if (open?.ask !== undefined) {
    const message = parts.map((part) => part.message ?? "").find((text) => text !== "");
    return { status: "ask", topics, place, ...open.ask, answers, ...(message ? { message } : {}) };
  }
  if (answers.length > 0) return { status: "answer", topics, place, answers };
  const nothing = { status: "unknown", topics, place, answers } as const;
  const [first] = parts;
  if (first?.reason !== undefined) return { ...nothing, reason: first.reason, message: first.message ?? "" };
  if (question.outside === null)
    return { ...nothing, reason: "not-understood", message: refusals.notUnderstood };
  return { ...nothing, reason: "outside", message: refusals.outside(question.outside) };
}

/** The same office for the same topic stands once, in the role that comes first. */
function unique(answers: readonly OfficeAnswer[]): readonly OfficeAnswer[] {
  const seen = new Set<string>();
  return answers.filter(({ office, topic }) => {
    const key = `${office.id} ${topic ?? ""}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function askMeaning(
  directory: Directory,
  { word, topics }: { readonly word: string; readonly topics: readonly number[] },
): Part {
  const options = topics.map((at): FindOption => {
    const { id, title } = summary(directory, at);
    return { id, label: title, set: { topics: [id] } };
  });
  return { answers: [], place: null, ask: { question: questions.meaning(word), asks: "meaning", options } };
}

/**
 * Reads a button's id or typed text as the answer to a question back. Undefined if it is none: then it is a new
 * question. `known` carries what is settled to the next question back.
 */
export function answerFollowUp(
  directory: Directory,
  pending: Pending,
  typed: string,
  context: FindContext,
): { readonly known: Known; readonly result: FindResult } | undefined {
  const asked = findOffices(directory, pending.question, { ...context, ...pending.known });
  const set = chosenOption(asked, typed) ?? typedAnswer(directory, asked, typed, context);
  if (set === undefined) return undefined;
  const known: Known = { ...pending.known, ...set };
  if (set.topics !== undefined) known.topics = [...(pending.known.topics ?? []), ...set.topics];
  return { known, result: findOffices(directory, pending.question, { ...context, ...known }) };
}

export type OfficesWanted = FindContext & { readonly topics: readonly string[] };

/**
 * Offices for the topics of a case, best first and each office once a topic; empty where the directory names
 * nobody or more would have to be known. `place`, `age`, `letters` and `status` narrow as in a question.
 */
export function officesFor(directory: Directory, wanted: OfficesWanted): readonly OfficeAnswer[] {
  const question = readQuestion(directory, "", wanted, wanted.today);
  const reading: Reading = { directory, question, context: wanted };
  return unique(question.topics.flatMap((topic) => answerTopic(reading, topic).answers));
}

/** Municipality of the directory by ARS; for callers that hold only the key. */
export const placeName = (directory: Directory, ars: string): string | null =>
  directory.places[placeOf(directory, ars) ?? -1]?.name ?? null;
