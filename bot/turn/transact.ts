import { openEnvelope } from "../../casework/store/envelope.js";
import type { Keyring } from "../../casework/store/keyring.js";
import { type Store, StoreUnavailable } from "../../casework/store/store.js";
import { beginWork, type UnitOfWork } from "../../casework/store/unit-of-work.js";
import { packResult, unpackResult } from "./packed-result.js";
import { type Place, standInLine } from "./stand-in-line.js";

export type Ledger = { readonly store: Store; readonly keyring: Keyring; readonly clock: () => number };

export type Request = {
  /** Idempotency keys known before the work starts, e.g. the id of the event. May be empty for a command. */
  readonly once: readonly string[];
  /** Instant of the turn (ms since the epoch): what `work.now` says in each of its runs. */
  readonly now: number;
  /** Nothing lands after this instant (ms since the epoch). */
  readonly deadline: number;
};

export type Transacted<R> =
  | { readonly kind: "done"; readonly result: R; readonly replayed: boolean }
  /** It was done before, and what it answered has been erased since. */
  | { readonly kind: "forgotten" }
  /** Too many others wrote the same at once, or the deadline passed. Nothing was written. */
  | { readonly kind: "gave-up" };

/** How long a redelivery is recognised: Teams gives up after minutes, a card may lie in a chat for weeks. */
const REMEMBERED_MS = 14 * 24 * 60 * 60 * 1000;

/**
 * The only way in which anything is written: runs `work` against a fresh unit of work, commits all of it
 * at once and runs it again if somebody else was faster. `work` must have no effect of its own; its
 * result must survive JSON and is stored with the commit, so that a repetition gets the same one.
 *
 * @throws StoreUnavailable, which says whether the commit may have landed; then the same `once` keys tell later.
 */
export async function transact<R>(
  ledger: Ledger,
  request: Request,
  work: (unit: UnitOfWork) => Promise<R>,
): Promise<Transacted<R>> {
  const { store, keyring, clock } = ledger;
  let place: Place | undefined;
  try {
    for (let attempt = 1; ; attempt++) {
      const unit = beginWork(store, keyring, request.now);
      const result = await work(unit).catch(nothingWritten);
      const keys = [...request.once, ...unit.spent.map((nonce) => `nonce/${nonce}`)];
      const batch = unit.batch();
      const outcome = await store.commit({
        ...batch,
        deadline: Math.min(request.deadline, batch.deadline ?? request.deadline),
        ...(keys.length === 0
          ? {}
          : {
              once: {
                keys,
                result: unit.sealResult("result", packResult(result)),
                expiresAt: request.now + REMEMBERED_MS,
              },
            }),
      });
      switch (outcome.kind) {
        case "committed":
          return { kind: "done", result, replayed: false };
        case "replayed": {
          const plain = await openEnvelope(store, keyring, "result", outcome.result).catch(landedBefore);
          if (!plain) return { kind: "forgotten" };
          return { kind: "done", result: unpackResult(plain) as R, replayed: true };
        }
        case "expired":
          return { kind: "gave-up" };
        case "conflict": {
          const left = request.deadline - clock();
          if (place?.key !== outcome.key) {
            // One place at a time: whoever held two could wait for somebody who waits for them.
            place?.leave();
            place = await standInLine(store, outcome.key, left);
            if (!place) return { kind: "gave-up" };
            break;
          }
          // At the head and lost again: to another process, or to somebody's first run.
          const pause = Math.random() * Math.min(4 * attempt, 40);
          if (pause >= left) return { kind: "gave-up" };
          await new Promise((resolve) => setTimeout(resolve, pause));
        }
      }
    }
  } finally {
    place?.leave();
  }
}

/** What fails before the commit leaves nothing behind, whatever became of the request itself. */
export function nothingWritten(error: unknown): never {
  throw error instanceof StoreUnavailable ? new StoreUnavailable(error.message, "refused") : error;
}

/** What was done before can't be shown, but nobody may hear that nothing was stored. */
export function landedBefore(error: unknown): never {
  throw error instanceof StoreUnavailable ? new StoreUnavailable(error.message, "unknown") : error;
}
