import { purgeNext, sealNext } from "../../casework/audit/chain.js";
import { SYSTEM_SCOPE } from "../../casework/store/record.js";
import { beginWork } from "../../casework/store/unit-of-work.js";
import { commandRequest } from "../commands/command-request.js";
import { type Ledger, transact } from "../turn/transact.js";
import type { JobHandler } from "./worker.js";

/** The queue of what is done again and again; a job's id is the chore's name. */
export const CHORES = "chores";

type Chore = { readonly everyMs: number; readonly run: () => Promise<void> };
export type Chores = Readonly<Record<string, Chore>>;

/** More than there are, with those of other versions of the program. */
const MOST_CHORES = 100;
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** What the audit needs; `readMonths`: how long read entries are kept (§ 79(4) SGB X). */
export function auditChores(ledger: Ledger, readMonths: number): Chores {
  return {
    "audit-seal": { everyMs: MINUTE_MS, run: () => sealAudit(ledger) },
    "audit-purge": { everyMs: DAY_MS, run: () => purgeAudit(ledger, readMonths) },
  };
}

/** Seals all that is not sealed yet. */
export async function sealAudit(ledger: Ledger): Promise<void> {
  await whileMore(ledger, (unit) => sealNext(unit, ledger.store));
}

/** Purges what is older than so many calendar months. */
export async function purgeAudit(ledger: Ledger, readMonths: number): Promise<void> {
  const before = new Date(ledger.clock());
  before.setUTCMonth(before.getUTCMonth() - readMonths);
  await whileMore(ledger, (unit) => purgeNext(unit, ledger.store, before.getTime()));
}

async function whileMore(
  ledger: Ledger,
  step: (unit: ReturnType<typeof beginWork>) => Promise<boolean>,
): Promise<void> {
  for (;;) {
    const done = await transact(ledger, commandRequest(ledger), step);
    if (done.kind !== "done" || !done.result) return;
  }
}

/**
 * Puts every chore into the queue that is not in it yet. One that waits for much longer than its pause was put there
 * by a clock that ran ahead: it is due at once, or nothing would be sealed or deleted until that clock was right.
 */
export async function planChores(ledger: Ledger, all: Chores): Promise<void> {
  const unit = beginWork(ledger.store, ledger.keyring, ledger.clock());
  const waiting = await ledger.store.jobs(CHORES, MOST_CHORES);
  for (const [id, { everyMs }] of Object.entries(all)) {
    const isFarAway = waiting.some((job) => job.id === id && job.due > unit.now + 2 * everyMs);
    if (isFarAway) unit.finish({ queue: CHORES, id });
    await enqueue(unit, id, unit.now);
  }
  await ledger.store.commit(unit.batch());
}

/**
 * Does a chore and puts it back for the next time, in the commit that ends it. One that fails comes back as well:
 * it must not end as a dead letter.
 */
export function chores(all: Chores, log: (entry: Readonly<Record<string, unknown>>) => void): JobHandler {
  return async (_payload, id) => {
    const chore = all[id];
    // Of another version of the program: gone with this run.
    if (!chore) return { kind: "done" };
    try {
      await chore.run();
    } catch (error) {
      log({ event: "chore-failed", chore: id, error });
    }
    return { kind: "done", record: (unit) => enqueue(unit, id, unit.now + chore.everyMs) };
  };
}

function enqueue(unit: ReturnType<typeof beginWork>, id: string, due: number): Promise<void> {
  return unit.enqueue({ queue: CHORES, id, due, payload: {}, scopes: [SYSTEM_SCOPE] });
}
