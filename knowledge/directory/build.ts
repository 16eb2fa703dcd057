import { fold } from "../german/spelling.js";
import { area, areasOf } from "./ars.js";
import { isEmergency } from "./emergency.js";
import type { DirectoryData, Office, Place, Responsibility, Topic } from "./model.js";
import { kindsOf, type OfficeKind, officeWords } from "./office-kinds.js";
import { phraseSources } from "./phrase-sources.js";
import { buildPhraseIndex, type PhraseIndex } from "./phrases.js";
import { buildPlaceIndex, type PlaceIndex } from "./place-index.js";
import { parseSurnames, type SurnameRanges } from "./surname-ranges.js";
import { tokenize } from "./tokens.js";
import { stem } from "./word-forms.js";

/** A rule ready for matching: ids are indices, the area is in its shortest form, letters are intervals. */
export type Rule = {
  readonly topic: number;
  readonly office: number;
  readonly area: string;
  readonly surnames: SurnameRanges | null;
  readonly ageFrom: number | null;
  readonly ageTo: number | null;
  /** Indices of conditions; one of them is enough. */
  readonly status: readonly number[];
  readonly entry: Responsibility;
};

/** The directory in memory. Built once at start or import and shared by reference; nothing in it changes. */
export type Directory = {
  /** Municipalities in the order of the data. */
  readonly places: readonly Place[];
  readonly topics: readonly Topic[];
  readonly offices: readonly Office[];
  readonly topicAt: ReadonlyMap<string, number>;
  readonly officeAt: ReadonlyMap<string, number>;
  readonly placeAt: ReadonlyMap<string, number>;
  /** Names of Kreise, Länder and of the municipalities, by area. */
  readonly areaNames: ReadonlyMap<string, string>;
  /** For each topic its rules by area. */
  readonly rules: readonly ReadonlyMap<string, readonly Rule[]>[];
  /** For each office the areas of its rules. */
  readonly areasOfOffice: readonly ReadonlySet<string>[];
  /** For each office the topics of its rules. */
  readonly topicsOfOffice: readonly ReadonlySet<number>[];
  readonly statuses: readonly string[];
  /** For each topic the conditions on which its rules hang. */
  readonly statusesOfTopic: readonly ReadonlySet<number>[];
  /** Topics whose rules hold in all municipalities alike: no place needs to be known. */
  readonly placeless: ReadonlySet<number>;
  readonly kinds: readonly OfficeKind[];
  readonly placeIndex: PlaceIndex;
  /** Targets: topics, then statuses, then kinds of offices. */
  readonly phrases: PhraseIndex;
  /** Topics whose very name is an alarm; they are no ordinary answer to talk about the subject. */
  readonly dangers: ReadonlySet<number>;
  /** For each topic the stems of its description, which settle what an ambiguous word means. */
  readonly evidence: readonly ReadonlySet<string>[];
  /** Topics for which the place of an event counts, not where somebody lives. */
  readonly byEvent: ReadonlySet<number>;
};

/** The phrase targets of one index: which range of numbers stands for what. */
export type Target = { readonly kind: "topic" | "status" | "office"; readonly at: number };

export function targetOf(directory: Pick<Directory, "topics" | "statuses">, target: number): Target {
  const topics = directory.topics.length;
  if (target < topics) return { kind: "topic", at: target };
  const statuses = directory.statuses.length;
  if (target < topics + statuses) return { kind: "status", at: target - topics };
  return { kind: "office", at: target - topics - statuses };
}

/**
 * Builds the index. The data must have passed the import's checks; rules that refer to nothing are left out,
 * so that a damaged store still answers from what is sound.
 */
export function buildDirectory(data: DirectoryData): Directory {
  const municipalities = data.places.filter(isMunicipality);
  // A directory of Kreise only is asked for Kreise.
  const places = municipalities.length > 0 ? municipalities : data.places;
  const areas = data.places.filter((place) => !places.includes(place));
  const { topics, offices } = data;
  const topicAt = indexById(topics);
  const officeAt = indexById(offices);
  const statuses: string[] = [];
  const statusAt = new Map<string, number>();
  const rules: Map<string, Rule[]>[] = topics.map(() => new Map());
  const areasOfOffice: Set<string>[] = offices.map(() => new Set());
  const topicsOfOffice: Set<number>[] = offices.map(() => new Set());
  const statusesOfTopic: Set<number>[] = topics.map(() => new Set());
  for (const entry of data.responsibilities) {
    const topic = topicAt.get(entry.topic);
    const office = officeAt.get(entry.office);
    const surnames = entry.surnames === "" ? null : parseSurnames(entry.surnames);
    if (topic === undefined || office === undefined || (surnames === null && entry.surnames !== "")) continue;
    const rule: Rule = {
      topic,
      office,
      area: area(entry.ars),
      surnames,
      ageFrom: entry.ageFrom,
      ageTo: entry.ageTo,
      status: entry.status.map(statusIndex),
      entry,
    };
    const byArea = rules[topic] as Map<string, Rule[]>;
    const same = byArea.get(rule.area);
    if (same === undefined) byArea.set(rule.area, [rule]);
    else same.push(rule);
    areasOfOffice[office]?.add(rule.area);
    topicsOfOffice[office]?.add(topic);
    for (const status of rule.status) statusesOfTopic[topic]?.add(status);
  }
  const everywhere = areasOfAll(places);
  const placeIndex = buildPlaceIndex(places, areas);
  const topicNames = new Set(topics.flatMap(({ title, synonyms }) => [title, ...synonyms].map(fold)));
  const kinds = kindsOf(
    offices.map((office) => office.name),
    (folded) => placeIndex.entries.has(folded),
    (name) => topicNames.has(fold(name)),
  );
  return {
    places,
    topics,
    offices,
    topicAt,
    officeAt,
    placeAt: new Map(places.map((place, at) => [place.ars, at])),
    areaNames: new Map([...areas, ...places].map((place) => [area(place.ars), place.name])),
    rules,
    areasOfOffice,
    topicsOfOffice,
    statuses,
    statusesOfTopic,
    placeless: new Set(
      [...topics.keys()].filter((at) => [...(rules[at]?.keys() ?? [])].every((key) => everywhere.has(key))),
    ),
    kinds,
    placeIndex,
    phrases: buildPhraseIndex(phraseSources(topics, statuses, kinds), officeWords),
    evidence: topics.map(
      (topic) => new Set(tokenize(`${topic.title} ${topic.description}`).map((token) => stem(token.folded))),
    ),
    dangers: new Set([...topics.keys()].filter((at) => isEmergency(topics[at]?.title ?? ""))),
    byEvent: new Set(
      [...topics.keys()].filter((at) =>
        /Ereignisort|Ort des Ereignisses/i.test(topics[at]?.description ?? ""),
      ),
    ),
  };

  function statusIndex(status: string): number {
    const known = statusAt.get(status);
    if (known !== undefined) return known;
    statusAt.set(status, statuses.length);
    return statuses.push(status) - 1;
  }
}

/**
 * Municipalities have 12 digits and are asked for. A key that ends in zeros is a Kreis, unless no municipality
 * lies in it: then it is a city without a Kreis.
 */
function isMunicipality(place: Place, _at: number, all: readonly Place[]): boolean {
  if (place.ars.length !== 12) return false;
  const own = area(place.ars);
  return (
    own.length === 12 || !all.some(({ ars }) => ars !== place.ars && ars.length === 12 && ars.startsWith(own))
  );
}

/** The areas in which all municipalities lie. */
function areasOfAll(places: readonly Place[]): ReadonlySet<string> {
  const [first, ...rest] = places.map(({ ars }) => areasOf(ars));
  return new Set((first ?? [""]).filter((key) => rest.every((areas) => areas.includes(key))));
}

const indexById = (list: readonly { readonly id: string }[]): ReadonlyMap<string, number> =>
  new Map(list.map(({ id }, at) => [id, at]));

/** The areas that hold a municipality, nearest first, "" (everywhere) last. */
export const areasAround = (directory: Directory, place: number): readonly string[] =>
  areasOf(directory.places[place]?.ars ?? "");
