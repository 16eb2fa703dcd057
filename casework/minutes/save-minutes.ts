import { audit } from "../audit/audit.js";
import type { CaseEntry, FollowUp, Measure } from "../case/case.js";
import { saveCase } from "../case/save-case.js";
import type { Conference } from "../conference/conference.js";
import type { Actor } from "../staff/staff.js";
import type { UnitOfWork } from "../store/unit-of-work.js";
import { type Minutes, minutesRecord } from "./minutes.js";

/** Keeps what there is so far; nothing of it reaches the case yet. */
export async function keepDraft(
  unit: UnitOfWork,
  actor: Actor,
  id: string,
  minutes: Minutes,
): Promise<Minutes> {
  const kept: Minutes = { ...minutes, changedAt: unit.now };
  await unit.write(minutesRecord, id, kept);
  await audit(unit, actor.id, "minutes-saved", id.slice(0, id.indexOf(".")));
  return kept;
}

export type SaveOptions = {
  /** A fresh id each time. */
  readonly newId: () => string;
  /** What the Wiedervorlage of the review is called. */
  readonly reviewText: string;
};

/**
 * The minutes as they stand, and in the case what follows from them, in one change that can be undone: each new
 * measure becomes one of the case, the review date a Wiedervorlage. Saved again, only what is new is added.
 */
export async function saveMinutes(
  unit: UnitOfWork,
  actor: Actor,
  entry: CaseEntry,
  conference: Conference,
  minutes: Minutes,
  { newId, reviewText }: SaveOptions,
): Promise<{ readonly minutes: Minutes; readonly entry: CaseEntry }> {
  const measures = minutes.measures.map((measure) => ({ ...measure, id: measure.id ?? newId() }));
  // Of the case itself: what was taken back there since does not stand in it.
  const known = new Set(entry.measures.map(({ id }) => id));
  const added = measures
    .filter(({ id }) => !known.has(id))
    .map(({ id, what, responsible, office, due }): Measure => {
      const isOffice = conference.participants.some((one) => one.id === office && one.kind === "office");
      return { id, what, responsible, ...(isOffice ? { office } : {}), ...(due ? { due } : {}) };
    });
  const followUp = minutes.review === undefined ? undefined : (minutes.followUp ?? newId());
  const saved: Minutes = {
    ...minutes,
    measures,
    state: "saved",
    ...(followUp ? { followUp } : {}),
    changedAt: unit.now,
  };
  await unit.write(minutesRecord, conference.id, saved);
  await audit(unit, actor.id, "minutes-saved", entry.id);
  const changed = await saveCase(
    unit,
    actor,
    entry,
    {
      ...entry,
      measures: [...entry.measures, ...added],
      followUps: withReview(entry.followUps, followUp, minutes.review, reviewText),
    },
    "measure-added",
  );
  return { minutes: saved, entry: changed };
}

function withReview(
  followUps: readonly FollowUp[],
  id: string | undefined,
  on: string | undefined,
  text: string,
): FollowUp[] {
  if (id === undefined || on === undefined) return [...followUps];
  if (followUps.some((one) => one.id === id)) {
    return followUps.map((one) => (one.id === id && one.doneAt === undefined ? { ...one, on } : one));
  }
  return [...followUps, { id, on, text }];
}
