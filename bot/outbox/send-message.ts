import { type SentCard, sentCards } from "../../casework/case/sent-cards.js";
import { findCaseIds } from "../../casework/privacy/case-id.js";
import { caseScope } from "../../casework/store/record.js";
import type { IndexEntry, Store } from "../../casework/store/store.js";
import { beginWork, type UnitOfWork } from "../../casework/store/unit-of-work.js";
import { lineOf, MESSAGES, type MessageJob, referenceRecord } from "../../dialogs/messages.js";
import type { Reply } from "../../dialogs/reply.js";
import type { Ledger } from "../turn/transact.js";
import { deliveryFailure } from "./delivery-failure.js";
import type { JobHandler, JobOutcome } from "./worker.js";

/** Writes into a person's 1:1 chat without being asked, and gives the ids of the messages. Rejects if the channel does not take it. */
export type Messenger = (reference: string, replies: readonly Reply[]) => Promise<readonly string[]>;

/** Between two messages to one chat: Teams takes 60 in 30 s (Learn, "Rate limiting"). */
const BETWEEN_MS = 500;
const LONGEST_WAIT_MS = 60_000;
/** Whoever is tried in vain for longer than this lets the others in line past. */
const PATIENCE_MS = 60_000;
/** So many of a line are looked at. */
const IN_VIEW = 100;
/** Whoever holds the others up for longer than this is looked for in the queue: an erased case takes its messages along. */
const UNSUSPICIOUS_MS = 2_000;
const MOST_JOBS = 1_000;

/**
 * Messages to one chat go out one at a time in the order in which they were written, to different chats side by side.
 * A chat that is throttled keeps its own line waiting, as long as the channel asks, and nobody else's.
 *
 * A message for somebody who has never written to the bot waits: Teams lets a bot write only where it was met.
 */
export function sendMessage(ledger: Ledger, messenger: Messenger): JobHandler {
  return async (payload, jobId) => {
    const { person, replies } = payload as MessageJob;
    const unit = beginWork(ledger.store, ledger.keyring, ledger.clock());
    const line = await unit.range(lineOf(person), { limit: IN_VIEW });
    const before = line.slice(0, placeOf(line, jobId));
    const ahead = await stillWaiting(ledger.store, before, unit.now);
    if (ahead[0]) {
      const afterMs = waitBehind(ahead.length, ahead[0], unit.now);
      return { kind: "wait", reason: "stands behind another", afterMs };
    }
    const leave = async (end: UnitOfWork) => {
      const leaving = [...before, ...line.filter(({ member }) => member === jobId)];
      for (const entry of leaving) end.removeFromIndex(lineOf(person), entry);
    };
    const own = line.find(({ member }) => member === jobId);
    const isLate = own !== undefined && unit.now - since(own) > PATIENCE_MS;
    const later = (reason: string, afterMs?: number): JobOutcome => ({
      kind: "retry",
      reason,
      ...(afterMs === undefined ? {} : { afterMs }),
      dead: leave,
      ...(isLate && afterMs === undefined ? { meanwhile: leave } : {}),
    });
    const stored = await unit.read(referenceRecord, person);
    if (!stored) return later("no chat with this person yet");
    const { reference, locale } = stored;
    try {
      const ids = await messenger(reference, replies);
      return {
        kind: "done",
        record: async (end) => {
          await leave(end);
          await rememberCards(end, { reference, locale, chat: "" }, replies, ids);
        },
      };
    } catch (error) {
      const failure = deliveryFailure(error);
      switch (failure?.kind) {
        case "throttled":
          return later("throttled", failure.retryAfterMs ?? BETWEEN_MS);
        case "refused":
          // The same request will not be taken the next time either.
          return { kind: "failed", reason: "refused", dead: leave };
        default:
          return later(failure?.kind ?? (error instanceof Error ? error.name : "unknown"));
      }
    }
  };
}

/** Messages from before there were lines stand in none, and wait for nobody. */
function placeOf(line: readonly IndexEntry[], jobId: string): number {
  return Math.max(
    0,
    line.findIndex(({ member }) => member === jobId),
  );
}

async function stillWaiting(
  store: Store,
  before: readonly IndexEntry[],
  now: number,
): Promise<readonly IndexEntry[]> {
  const [first] = before;
  if (!first || now - since(first) < UNSUSPICIOUS_MS) return before;
  const jobs = await store.jobs(MESSAGES, MOST_JOBS);
  if (jobs.length === MOST_JOBS) return before;
  const ids = new Set(jobs.map(({ id }) => id));
  return before.filter(({ member }) => ids.has(member));
}

/** Behind one that has stood there for long it is enough to look seldom. */
function waitBehind(ahead: number, first: IndexEntry, now: number): number {
  return Math.min(LONGEST_WAIT_MS, Math.max(ahead * BETWEEN_MS, (now - since(first)) / 4));
}

function since({ sort }: IndexEntry): number {
  return Date.parse(sort.slice(0, sort.indexOf("/")));
}

/** Where each case that is named stands now, so that the message can be replaced when the case is erased. */
async function rememberCards(
  unit: UnitOfWork,
  place: Omit<SentCard, "activityId">,
  replies: readonly Reply[],
  ids: readonly string[],
): Promise<void> {
  for (const [i, reply] of replies.entries()) {
    const activityId = ids[i];
    if (!activityId) continue;
    for (const { id } of findCaseIds(JSON.stringify(reply))) {
      if (await unit.hasScope(caseScope(id))) {
        await unit.append(sentCards, id, { ...place, activityId });
      }
    }
  }
}
