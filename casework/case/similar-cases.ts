import type { CaseEntry } from "./case.js";

/** Who comes back comes back soon: what was opened longer ago is no double. */
const WITHIN_MS = 14 * 24 * 60 * 60 * 1000;

type Facts = Pick<CaseEntry, "place" | "topics" | "household">;

/**
 * Open cases that may be the same one opened twice: same municipality, same household, a topic in common, within
 * two weeks. A hint and no more: only a person knows.
 */
export function similarCases(open: readonly CaseEntry[], facts: Facts, now: number): readonly CaseEntry[] {
  return open.filter(
    (entry) =>
      entry.state === "open" &&
      entry.place !== null &&
      entry.place.ars === facts.place?.ars &&
      entry.household !== undefined &&
      entry.household === facts.household &&
      entry.topics.some(({ id }) => facts.topics.some((topic) => topic.id === id)) &&
      now - entry.createdAt <= WITHIN_MS,
  );
}
