import { areasAround, type Directory, type Rule } from "./build.js";
import type { FindOption, FindResult, Known, OfficeAnswer, Topic } from "./model.js";
import { type Freshness, officeAnswer } from "./office-answer.js";
import type { Question } from "./question.js";
import { type Need, type Ruling, ruleFor } from "./rules.js";
import { covers } from "./surname-ranges.js";
import { needQuestion, optionLabel, questions, refusals, whyReferral, whyRule } from "./wording.js";

/** What one topic or one named office brings to an answer. */
export type Part = {
  readonly answers: readonly OfficeAnswer[];
  readonly place: FindResult["place"];
  readonly ask?: Pick<FindResult, "question" | "asks" | "options">;
  readonly message?: string;
  readonly reason?: FindResult["reason"];
};

export type Reading = {
  readonly directory: Directory;
  readonly question: Question;
  readonly context: Freshness;
};

/** More municipalities than this are typed, not picked. */
const MOST_OPTIONS = 12;
const MOST_CONTACTS = 3;

/** The offices for one topic, or the one question that stands before them. */
export function answerTopic(reading: Reading, topic: number): Part {
  const { directory, question } = reading;
  const byEvent = directory.byEvent.has(topic);
  const candidates = byEvent ? question.eventPlaces : question.places;
  if (question.outside !== null) return outside(reading, topic, question.outside);
  const first = candidates[0];
  if (first === undefined) return nothing(directory, topic, null, false);
  const decide = (place: number): Ruling => ruleFor(directory, topic, place, question.facts);
  const ruling = decide(first);
  const many = candidates.length > 1 && !directory.placeless.has(topic);
  if (many && !candidates.every((place) => sameOutcome(ruling, decide(place)))) {
    const notes = commonNote(reading, topic, candidates);
    return {
      answers: [],
      place: null,
      ask: {
        question: byEvent ? questions.event : questions.place,
        asks: "place",
        options: placeOptions(directory, candidates),
      },
      ...(notes === "" ? {} : { message: notes }),
    };
  }
  if (candidates.length === 1) return fromRuling(reading, topic, ruling, first);
  // Without a place only those contacts are named that hold for every place that may be meant.
  const shared = ({ area }: Rule): boolean =>
    candidates.every((place) => directory.places[place]?.ars.startsWith(area));
  const everywhere = {
    ...ruling,
    contacts: ruling.contacts.filter(shared),
    referrals: ruling.referrals.filter(shared),
  };
  return fromRuling(reading, topic, everywhere, null);
}

function sameOutcome(one: Ruling, other: Ruling): boolean {
  const offices = (ruling: Ruling): string =>
    `${ruling.need} ${[...ruling.responsible, ...ruling.open]
      .map(({ office }) => office)
      .sort()
      .join(" ")}`;
  return one === other || offices(one) === offices(other);
}

function fromRuling(reading: Reading, topic: number, ruling: Ruling, place: number | null): Part {
  const { directory, context } = reading;
  const where = place === null ? null : placeSummary(directory, place);
  const name = where?.name ?? null;
  if (ruling.need !== null) {
    return {
      answers: [],
      place: where,
      ask: {
        question: needQuestion(ruling.need),
        asks: ruling.need,
        options: needOptions(ruling.need, ruling.open),
      },
    };
  }
  const subject = directory.topics[topic] as Topic;
  const answers: OfficeAnswer[] = ruling.responsible.map((one) =>
    officeAnswer(directory, context, one, whyRule(directory, subject, one, name)),
  );
  const others = [
    ...ruling.referrals.map((one) => ({
      ...officeAnswer(directory, context, one, whyReferral(directory, subject, one, name)),
      role: "contact" as const,
    })),
    ...ruling.contacts.map((one) => ({
      ...officeAnswer(directory, context, one, whyRule(directory, subject, one, name)),
      role: "contact" as const,
    })),
  ];
  for (const other of others) {
    const known = answers.some(({ office }) => office.id === other.office.id);
    if (!known && answers.length < ruling.responsible.length + MOST_CONTACTS) answers.push(other);
  }
  if (answers.length === 0) return nothing(directory, topic, where, ruling.expired);
  return { answers, place: where };
}

/** For a town that the directory does not hold only those rules count that hold everywhere. */
function outside(reading: Reading, topic: number, town: string): Part {
  const { directory, question, context } = reading;
  const rules = (directory.rules[topic]?.get("") ?? []).filter(
    ({ entry, surnames, status }) =>
      entry.role === "responsible" &&
      surnames === null &&
      status.length === 0 &&
      (entry.validTo === "" || context.today <= entry.validTo) &&
      (entry.validFrom === "" || entry.validFrom <= context.today),
  );
  const subject = directory.topics[topic];
  if (rules.length === 0 || subject === undefined || question.kinds.length > 0) {
    return { answers: [], place: null, reason: "outside", message: refusals.outside(town) };
  }
  return {
    answers: rules.map((one) =>
      officeAnswer(directory, context, one, whyRule(directory, subject, one, null)),
    ),
    place: null,
  };
}

function nothing(directory: Directory, topic: number, place: FindResult["place"], expired: boolean): Part {
  const title = directory.topics[topic]?.title ?? "";
  return expired
    ? { answers: [], place, reason: "expired", message: refusals.expired(title) }
    : { answers: [], place, reason: "no-rule", message: refusals.noRule(title, place?.name ?? null) };
}

/** What all rules of a topic remark alike is worth saying before the place is known. */
function commonNote(reading: Reading, topic: number, places: readonly number[]): string {
  const notes = new Set<string>();
  for (const place of places.slice(0, 20)) {
    for (const around of areasAround(reading.directory, place)) {
      for (const { entry } of reading.directory.rules[topic]?.get(around) ?? [])
        if (entry.role === "responsible") notes.add(entry.note);
    }
  }
  return notes.size === 1 ? ([...notes][0] ?? "") : "";
}

function needOptions(need: Need, open: readonly Rule[]): readonly FindOption[] {
  const options = new Map<string, FindOption>();
  for (const one of open) {
    const label = optionLabel(need, one);
    const set = settles(need, one);
    if (label !== "" && set !== null && !options.has(label)) options.set(label, { id: label, label, set });
  }
  return [...options.values()];
}

function settles(need: Need, { surnames, ageFrom, ageTo, entry }: Rule): Known | null {
  if (need === "age") return { age: ageFrom ?? ageTo ?? 0 };
  if (need === "status") return entry.status[0] === undefined ? null : { status: entry.status[0] };
  for (const [from] of surnames ?? []) {
    for (const letters of [from, `${from}a`, `${from}e`]) {
      if (covers(surnames ?? [], letters) === "yes") return { letters };
    }
  }
  return null;
}

export function placeOptions(directory: Directory, candidates: readonly number[]): readonly FindOption[] {
  if (candidates.length > MOST_OPTIONS) return [];
  return candidates.map((at) => {
    const { ars, name } = placeSummary(directory, at);
    return { id: ars, label: name, set: { place: ars } };
  });
}

export function placeSummary(
  directory: Directory,
  at: number,
): { readonly ars: string; readonly name: string } {
  const { ars = "", name = "" } = directory.places[at] ?? {};
  return { ars, name };
}
