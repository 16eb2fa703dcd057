import type { Actor } from "../staff/staff.js";
import type { UnitOfWork } from "../store/unit-of-work.js";
import type { CaseEntry } from "./case.js";
import { openCasesOf } from "./open-cases.js";

/** Who comes back comes back soon: what was opened longer ago is no double. */
const WITHIN_MS = 14 * 24 * 60 * 60 * 1000;

type Facts = Pick<CaseEntry, "place" | "topics" | "household">;

/**
 * Open cases that may be the same one opened twice: same municipality, same household, a topic in common, within
 * two weeks. A hint and no more: only a person knows.
 */
export async function similarCases(
  unit: UnitOfWork,
  actor: Actor,
  facts: Facts,
): Promise<readonly CaseEntry[]> {
  const openedSince = unit.now - WITHIN_MS;
  return (await openCasesOf(unit, actor, { openedSince })).filter(
    (entry) =>
      entry.state === "open" &&
      entry.place !== null &&
      entry.place.ars === facts.place?.ars &&
      entry.household !== undefined &&
      entry.household === facts.household &&
      entry.topics.some(({ id }) => facts.topics.some((topic) => topic.id === id)),
  );
}
