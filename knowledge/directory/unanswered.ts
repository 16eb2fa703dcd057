import { z } from "zod";
import type { StreamKind } from "../../casework/store/record.js";
import type { UnitOfWork } from "../../casework/store/unit-of-work.js";

/**
 * Questions to which neither the directory nor the documents had an answer, for whoever keeps the directory.
 * Only that there was one and when: the words may speak of a person.
 */
export const unanswered: StreamKind<{ at: number }> = {
  name: "unanswered",
  schema: z.object({ at: z.number() }),
  scopes: "none",
};

export function countUnanswered(unit: UnitOfWork): Promise<void> {
  return unit.append(unanswered, "questions", { at: unit.now });
}

/** How many there were since an instant (ms since the epoch). */
export async function unansweredSince(unit: UnitOfWork, since: number): Promise<number> {
  const entries = await unit.readStream(unanswered, "questions", { reverse: true, limit: 100_000 });
  return entries.filter(({ entry }) => entry.at >= since).length;
}
