import { type Part, placeOptions, placeSummary } from "./answer-topic.js";
import { areasAround, type Directory } from "./build.js";
import { classOf } from "./everyday-words.js";
import type { Office, OfficeAnswer } from "./model.js";
import { type Freshness, isStale, officeSummary } from "./office-answer.js";
import type { Question } from "./question.js";
import { tokenize } from "./tokens.js";
import { questions, refusals, whyNamed } from "./wording.js";

/** More offices of one kind than this in one place are no answer. */
const MOST = 3;

/**
 * The office that a question names ("Jugendamt Baesweiler", "Telefonnummer Ausländeramt"): of its kind the one
 * with rules nearest to the place. Needs no letters, age or condition.
 */
export function answerNamedOffices(
  directory: Directory,
  /** Those of the named kind. */
  all: readonly number[],
  question: Question,
  context: Freshness,
): Part {
  if (question.outside !== null) {
    return { answers: [], place: null, reason: "outside", message: refusals.outside(question.outside) };
  }
  const anyPlace = question.places.length > 1 && (!question.placeNamed || all.length === 1);
  const only = anyPlace ? mainOffice(directory, all, question) : undefined;
  if (only !== undefined) return { answers: [answer(directory, only, null, context)], place: null };
  const first = question.places[0];
  if (first === undefined)
    return { answers: [], place: null, reason: "no-rule", message: refusals.noOffice(null) };
  const here = closest(directory, all, first, question);
  const same = question.places.every(
    (place) => place === first || String(closest(directory, all, place, question)) === String(here),
  );
  if (!same) {
    return {
      answers: [],
      place: null,
      ask: { question: questions.office, asks: "place", options: placeOptions(directory, question.places) },
    };
  }
  const place = question.places.length === 1 ? placeSummary(directory, first) : null;
  if (here.length === 0)
    return { answers: [], place, reason: "no-rule", message: refusals.noOffice(place?.name ?? null) };
  return {
    answers: here.slice(0, MOST).map((at) => answer(directory, at, place?.name ?? null, context)),
    place,
  };
}

/** Of some offices those whose rules are nearest to the place; among them those whose name is best matched. */
function closest(
  directory: Directory,
  offices: readonly number[],
  place: number,
  question: Question,
): readonly number[] {
  const around = areasAround(directory, place);
  let best: number[] = [];
  let nearest = around.length;
  for (const at of offices) {
    const depth = around.findIndex((area) => directory.areasOfOffice[at]?.has(area));
    if (depth < 0 || depth > nearest) continue;
    if (depth < nearest) best = [];
    nearest = depth;
    if (!best.includes(at)) best.push(at);
  }
  if (best.length < 2) return best;
  const named = bestNamed(directory, best, question);
  const size = (at: number): number => directory.topicsOfOffice[at]?.size ?? 0;
  const [largest, ...others] = named;
  if (largest === undefined) return [];
  // Of one authority's sub-units the main one answers for all; different authorities stay side by side.
  const authority = (at: number): string => directory.offices[at]?.authority ?? "";
  return [
    largest,
    ...others.filter(
      (at) => authority(at) === "" || authority(at) !== authority(largest) || size(at) === size(largest),
    ),
  ];
}

/** The one office that is meant without a place: alone of its kind, or above all others of its authority. */
function mainOffice(
  directory: Directory,
  offices: readonly number[],
  question: Question,
): number | undefined {
  const [main, ...others] = bestNamed(directory, [...new Set(offices)], question);
  if (main === undefined) return undefined;
  const reaches = directory.areasOfOffice[main] ?? new Set();
  const isPart = (at: number): boolean =>
    directory.offices[at]?.authority === directory.offices[main]?.authority &&
    (directory.topicsOfOffice[at]?.size ?? 0) < (directory.topicsOfOffice[main]?.size ?? 0) &&
    [...(directory.areasOfOffice[at] ?? [])].every((area) => reaches.has(area));
  return others.every(isPart) ? main : undefined;
}

/** Those whose names share most words with the question, the office with most tasks first. */
function bestNamed(directory: Directory, offices: readonly number[], question: Question): readonly number[] {
  const overlap = offices.map((at) => wordsShared(directory.offices[at]?.name ?? "", question.words));
  const most = Math.max(...overlap);
  const size = (at: number): number => directory.topicsOfOffice[at]?.size ?? 0;
  return offices.filter((_, i) => overlap[i] === most).sort((a, b) => size(b) - size(a));
}

/** Only words that tell offices apart: "Familie" and "für" stand in any sentence. */
const wordsShared = (name: string, words: ReadonlySet<string>): number =>
  tokenize(name).filter(({ folded }) => words.has(folded) && classOf(folded) === "unknown").length;

function answer(directory: Directory, at: number, place: string | null, context: Freshness): OfficeAnswer {
  const office = directory.offices[at] as Office;
  const topics = [...(directory.topicsOfOffice[at] ?? [])].flatMap((topic) => directory.topics[topic] ?? []);
  return {
    office: officeSummary(office),
    topic: null,
    about: null,
    why: whyNamed(directory, office, topics, place),
    role: "responsible",
    source: office.source,
    checkedAt: office.checkedAt,
    stale: isStale(office.checkedAt, context),
    note: office.note,
  };
}
