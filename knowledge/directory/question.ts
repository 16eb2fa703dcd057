import { fold } from "../german/spelling.js";
import { area } from "./ars.js";
import type { Directory } from "./build.js";
import type { Known } from "./model.js";
import { firstLetters } from "./person-cues.js";
import type { TownElsewhere } from "./place-names.js";
import type { Circumstances } from "./rules.js";
import { tokenize } from "./tokens.js";
import type { Understanding } from "./understand.js";
import { understand } from "./understand.js";

/** A question with everything settled that its text and earlier answers settle. Indices, not ids. */
export type Question = {
  readonly topics: readonly number[];
  /** Topics that only describe the person: answered after the others, and never worth a question back. */
  readonly asides: readonly number[];
  readonly ambiguous: { readonly word: string; readonly topics: readonly number[] } | null;
  /** Kinds of offices that were named. */
  readonly kinds: readonly number[];
  /** Kinds that were named beside a topic whose name they are not. */
  readonly extraKinds: readonly number[];
  /** Municipalities that may be meant; all of them if none is named. */
  readonly places: readonly number[];
  /** The same for topics that belong to the place of an event. */
  readonly eventPlaces: readonly number[];
  readonly placeNamed: boolean;
  /** A town outside the directory for which the answer was wanted. */
  readonly outside: string | null;
  readonly facts: Circumstances;
  /** Folded words of the text, for telling offices of one kind apart by their names. */
  readonly words: ReadonlySet<string>;
};

/** Puts together what the text says and what is known already; what is known wins. */
export function readQuestion(directory: Directory, text: string, known: Known, today: string): Question {
  const said = understand(directory, text);
  const all = directory.places.map((_, at) => at);
  const fixed = placeOf(directory, known.place);
  const named = said.offices.map(({ kind }) => kind);
  const chosen = chosenTopics(directory, said, known);
  const here = fixed === null ? places(directory, said, false) : [fixed];
  const there = fixed === null ? places(directory, said, true) : [fixed];
  return {
    ...chosen,
    kinds: named,
    extraKinds: said.offices.filter(({ certain }) => certain).map(({ kind }) => kind),
    places: here ?? all,
    eventPlaces: there ?? all,
    placeNamed: here !== null,
    outside: here === null && there === null ? townOutside(directory, said, named) : null,
    facts: {
      today,
      offices: officesOf(directory, named),
      letters: known.letters === undefined ? said.letters : firstLetters(known.letters),
      age: known.age === undefined ? oneAge(said) : { from: known.age, to: known.age },
      statuses: [...said.statuses, ...statusesOf(directory, known.status)].map((status) =>
        directory.statuses.indexOf(status),
      ),
    },
    words: new Set(tokenize(text).map(({ folded }) => folded)),
  };
}

function officesOf(directory: Directory, kinds: readonly number[]): ReadonlySet<number> | null {
  const offices = kinds.flatMap((kind) => directory.kinds[kind]?.offices ?? []);
  return offices.length === 0 ? null : new Set(offices);
}

function chosenTopics(
  directory: Directory,
  said: Understanding,
  known: Known,
): Pick<Question, "topics" | "asides" | "ambiguous"> {
  const at = (id: string): number => directory.topicAt.get(id) ?? -1;
  const main = said.topics.filter(({ aside }) => !aside).map(({ id }) => at(id));
  const asides = said.topics.filter(({ aside }) => aside).map(({ id }) => at(id));
  const settled = (known.topics ?? []).map(at).filter((topic) => topic >= 0);
  const open = said.ambiguous.find(({ topics }) => !topics.some((id) => settled.includes(at(id))));
  return {
    topics: [...new Set([...settled, ...main])],
    asides,
    ambiguous: open === undefined ? null : { word: open.word, topics: open.topics.map(at) },
  };
}

/** Municipalities that the text names, for the place of life or of an event; null if it names none. */
function places(directory: Directory, said: Understanding, event: boolean): readonly number[] | null {
  const found = said.places.map(({ ars, cue }) => ({ at: placeOf(directory, ars) ?? -1, cue }));
  const happened = found.filter(({ cue }) => cue === "event");
  const rank = (cue: string): number => (cue === "to" ? 0 : cue === "at" ? 1 : 2);
  const lived = found.filter(({ cue }) => cue !== "event").sort((a, b) => rank(a.cue) - rank(b.cue));
  const first = event && happened.length > 0 ? happened : lived.length > 0 ? lived : happened;
  const [best] = first;
  if (best !== undefined)
    return [...new Set(first.filter(({ cue }) => rank(cue) === rank(best.cue)).map(({ at }) => at))];
  const [region] = said.regions;
  return region === undefined ? null : region.map((ars) => placeOf(directory, ars) ?? -1);
}

/** A town that is where the answer is wanted – not one that somebody moves to, nor part of an office's name. */
function townOutside(directory: Directory, said: Understanding, kinds: readonly number[]): string | null {
  const offices = kinds.flatMap((kind) => directory.kinds[kind]?.offices ?? []);
  const names = offices.map((at) => fold(directory.offices[at]?.name ?? ""));
  const inName = (town: TownElsewhere): boolean => names.some((name) => name.includes(fold(town.name)));
  const town = said.elsewhere.find((one) => (one.cue === "at" || one.cue === "event") && !inName(one));
  return town?.name ?? null;
}

function oneAge(said: Understanding): Circumstances["age"] {
  const [age, ...others] = said.ages;
  return age !== undefined && others.every(({ from, to }) => from === age.from && to === age.to) ? age : null;
}

function statusesOf(directory: Directory, status: string | undefined): readonly string[] {
  if (status === undefined) return [];
  if (directory.statuses.includes(status)) return [status];
  return understand(directory, status).statuses;
}

/** The index of a municipality by its ARS, also when given with the zeros of its Kreis. */
export function placeOf(directory: Directory, ars: string | undefined): number | null {
  if (ars === undefined || ars === "") return null;
  const known =
    directory.placeAt.get(ars) ?? directory.places.findIndex((place) => area(place.ars) === area(ars));
  return known < 0 ? null : known;
}
