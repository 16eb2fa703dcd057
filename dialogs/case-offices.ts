import type { CaseEntry } from "../casework/case/case.js";
import { type FindContext, officesFor } from "../knowledge/directory/find.js";
import type { OfficeAnswer } from "../knowledge/directory/model.js";
import { contextForQuestion } from "./question-context.js";
import type { Turn } from "./turn.js";

/** What of a case leads to its offices. */
export type Placed = Pick<CaseEntry, "place" | "ageBand" | "topics">;

/** What the directory may know of a case to find its offices: place and age, nothing else. */
export function contextOf(turn: Turn, entry: Placed): FindContext {
  const age = entry.ageBand ? Number.parseInt(entry.ageBand, 10) : undefined;
  return {
    ...contextForQuestion(turn),
    ...(entry.place ? { place: entry.place.ars } : {}),
    ...(age === undefined ? {} : { age }),
  };
}

export type TopicOffices = {
  readonly topic: CaseEntry["topics"][number];
  /** Best first; empty if the directory names nobody for this topic and place. */
  readonly answers: readonly OfficeAnswer[];
};

/** Every topic of a case with the offices that are responsible for it where the case is. */
export function officesOfCase(turn: Turn, entry: Placed): readonly TopicOffices[] {
  return entry.topics.map((topic) => ({
    topic,
    answers: officesFor(turn.directory, { ...contextOf(turn, entry), topics: [topic.id] }),
  }));
}
