import { createHash } from "node:crypto";
import { z } from "zod";
import { audit } from "../audit/audit.js";
import { type CaseEntry, caseRecord, noteStream } from "../case/case.js";
import { keepDates } from "../case/dates-of-cases.js";
import { CARD_UPDATES, type SentCard, sentCards } from "../case/sent-cards.js";
import { conferencesOf } from "../conference/convened.js";
import { type CancelledForGood, cancelForGood } from "../conference/last-cancellations.js";
import { type DisclosureEntry, disclosuresOf } from "../consent/disclosures.js";
import { caseScope, type StreamKind, SYSTEM_SCOPE } from "../store/record.js";
import type { UnitOfWork } from "../store/unit-of-work.js";

/** The queue of erasures whose traces are still to be swept; each job's payload is an `ErasureJob`. */
export const ERASURES = "erasures";
export const ErasureJob = z.object({ caseId: z.string() });
export type ErasureJob = z.infer<typeof ErasureJob>;

/** That and why a case was erased: the proof of the controller (Art. 5(2) DSGVO). Sealed; holds no content. */
const Erasure = z.object({ at: z.number(), caseId: z.string(), by: z.string(), reason: z.string() });
export const erasureStream: StreamKind<z.infer<typeof Erasure>> = {
  name: "erasure-log",
  schema: Erasure,
  scopes: () => [SYSTEM_SCOPE],
};

export type Erased = {
  readonly owner: string;
  /** Messages in chats that are going to be replaced. */
  readonly cards: number;
  /** Chats that may have this case as their last one. */
  readonly chats: readonly string[];
  /** What has left this program and can't be called back: to whom, what, when. */
  readonly disclosures: readonly DisclosureEntry[];
  /** Conferences that were still to come: called off. */
  readonly conferences: readonly CancelledForGood[];
};

/**
 * Erases a case (Art. 17 DSGVO): its key is destroyed with this commit, so all that was sealed under it is gone,
 * wherever a copy lies. Messages in chats are replaced, coming conferences called off and traces swept by jobs of
 * the same commit.
 * @param except the message that is about to be replaced by the answer to this very turn
 */
export async function eraseCase(
  unit: UnitOfWork,
  by: string,
  entry: CaseEntry,
  reason: string,
  except?: string,
): Promise<Erased> {
  const { id } = entry;
  const cards = await cardsOf(unit, id);
  const replaced = cards.filter(({ activityId }) => activityId !== except);
  const disclosures = await disclosuresOf(unit, id);
  const conferences = await callOffComing(unit, id);
  for (const card of replaced) {
    const job = createHash("sha256").update(`${card.reference}\n${card.activityId}`).digest("hex");
    await unit.enqueue({
      queue: CARD_UPDATES,
      id: job,
      due: unit.now,
      payload: card,
      scopes: [SYSTEM_SCOPE],
    });
  }
  await unit.enqueue({
    queue: ERASURES,
    id: createHash("sha256").update(`${id}\n${unit.now}`).digest("hex"),
    due: unit.now,
    payload: { caseId: id } satisfies ErasureJob,
    scopes: [SYSTEM_SCOPE],
  });
  await keepDates(unit, entry, undefined);
  await unit.remove(caseRecord, id);
  unit.dropStream(noteStream, id);
  unit.dropStream(sentCards, id);
  await unit.append(erasureStream, "all", { at: unit.now, caseId: id, by, reason });
  await audit(unit, by, "case-erased", id);
  await unit.destroyScope(caseScope(id));
  return {
    owner: entry.owner,
    cards: replaced.length,
    chats: [...new Set(cards.map(({ chat }) => chat).filter((chat) => chat !== ""))],
    disclosures,
    conferences,
  };
}

/** Before the key goes: who was invited is told, and the seats are free. */
async function callOffComing(unit: UnitOfWork, caseId: string): Promise<readonly CancelledForGood[]> {
  const called: CancelledForGood[] = [];
  for (const conference of await conferencesOf(unit, caseId)) {
    if (Date.parse(conference.end) <= unit.now) continue;
    const one = await cancelForGood(unit, conference);
    if (conference.state === "planned" || one.told.length > 0) called.push(one);
  }
  return called;
}

/** Each message once, though it may have been updated many times. */
async function cardsOf(unit: UnitOfWork, caseId: string): Promise<readonly SentCard[]> {
  const entries = await unit.readStream(sentCards, caseId);
  const byPlace = new Map(entries.map(({ entry }) => [`${entry.reference}\n${entry.activityId}`, entry]));
  return [...byPlace.values()];
}
