import { openEnvelope, scopesOf } from "../../casework/store/envelope.js";
import type { Batch, LeasedJob } from "../../casework/store/store.js";
import { beginWork, type UnitOfWork } from "../../casework/store/unit-of-work.js";
import type { Ledger } from "../turn/transact.js";

export type JobOutcome =
  /** The outside world has it; `record` notes that in the same commit that ends the job. */
  | { readonly kind: "done"; readonly record?: (unit: UnitOfWork) => Promise<void> }
  /** Not sent this time: again later, and after many tries a dead letter that a person sees. */
  | {
      readonly kind: "retry";
      readonly reason: string;
      readonly dead?: NoteDeath;
      /** Noted in the commit that puts the job off: what a person should not wait a day to hear. */
      readonly meanwhile?: NoteDeath;
    }
  /** Never again: a dead letter at once. */
  | { readonly kind: "failed"; readonly reason: string; readonly dead?: NoteDeath };

/** What to note in the commit that makes a job a dead letter or puts it off: whom it concerns is told. */
export type NoteDeath = (unit: UnitOfWork) => Promise<void>;

/**
 * Does one job. Must be idempotent by the job's id: a crash before the commit means that it runs again.
 * `attempt` counts its tries, this one included.
 */
export type JobHandler = (payload: unknown, jobId: string, attempt?: number) => Promise<JobOutcome>;

export type Worker = { readonly stop: () => Promise<void> };

export type WorkerOptions = {
  readonly handlers: Readonly<Record<string, JobHandler>>;
  readonly log: (entry: Readonly<Record<string, unknown>>) => void;
};

/** Longer than the slowest job of a batch may take: a mail has 25 s. */
const LEASE_MS = 120_000;
const POLL_MS = 1_000;
const BATCH = 5;
/** With the pauses below, a job is tried for about a day. */
const MOST_ATTEMPTS = 12;
const FIRST_PAUSE_MS = 5_000;
const LONGEST_PAUSE_MS = 4 * 60 * 60 * 1000;

/** The queue in which a queue's dead letters lie. */
export function deadLetters(queue: string): string {
  return `dead/${queue}`;
}

/** Works the outbox off: leased jobs, one commit at the end of each, back-off between tries. */
export function startWorker(ledger: Ledger, { handlers, log }: WorkerOptions): Worker {
  const { store, clock } = ledger;
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;

  async function round(): Promise<void> {
    for (const [queue, handle] of Object.entries(handlers)) {
      for (;;) {
        const now = clock();
        const jobs = await store.lease(queue, { now, until: now + LEASE_MS, limit: BATCH });
        await Promise.all(jobs.map((job) => runJob(ledger, queue, job, handle, log)));
        if (stopped || jobs.length < BATCH) break;
      }
    }
  }

  function wake(): void {
    if (stopped || running) return;
    clearTimeout(timer);
    running = round()
      .catch((error: unknown) => {
        log({ event: "outbox-round-failed", error: error instanceof Error ? error.name : "unknown" });
      })
      .finally(() => {
        running = undefined;
        if (!stopped) timer = setTimeout(wake, POLL_MS);
      });
  }

  const unsubscribe = store.onEnqueue(wake);
  wake();
  return {
    async stop() {
      stopped = true;
      unsubscribe();
      clearTimeout(timer);
      await running;
    },
  };
}

async function runJob(
  ledger: Ledger,
  queue: string,
  job: LeasedJob,
  handle: JobHandler,
  log: WorkerOptions["log"],
): Promise<void> {
  const { store, keyring, clock } = ledger;
  const { id, token, value } = job;
  const finished = { queue, id, token };
  const plain = await openEnvelope(store, keyring, `job/${id}`, value);
  // Its case was erased: there is nothing left to send.
  const outcome: JobOutcome = plain
    ? await attempt(handle, JSON.parse(plain.toString()), job)
    : { kind: "done" };
  if (outcome.kind === "done") {
    await conclude(ledger, id, async (unit) => {
      await noteOn(unit, value, outcome.record);
      unit.finish(finished);
      return unit.batch();
    });
    return;
  }
  log({ event: "job-not-done", queue, job: id, attempt: job.attempt, reason: outcome.reason });
  if (outcome.kind === "failed" || job.attempt >= MOST_ATTEMPTS) {
    const letter = { queue: deadLetters(queue), id, due: clock(), value };
    await conclude(ledger, id, async (unit) => {
      await noteOn(unit, value, outcome.dead);
      unit.finish(finished);
      const batch = unit.batch();
      return { ...batch, enqueue: [...(batch.enqueue ?? []), letter] };
    });
    return;
  }
  const pause = Math.min(FIRST_PAUSE_MS * 2 ** (job.attempt - 1), LONGEST_PAUSE_MS);
  const again = { ...finished, due: clock() + pause, value };
  await conclude(ledger, id, async (unit) => {
    await noteOn(unit, value, outcome.meanwhile);
    return { ...unit.batch(), postpone: [again] };
  });
}

/** What happened outside has happened: the commit that notes it runs again until it lands or the lease is another's. */
async function conclude(
  { store, keyring, clock }: Ledger,
  jobId: string,
  end: (unit: UnitOfWork) => Promise<Batch>,
): Promise<void> {
  for (;;) {
    const result = await store.commit(await end(beginWork(store, keyring, clock())));
    if (result.kind !== "conflict" || result.key === jobId) return;
  }
}

/** Where a case was erased while its job was being done nothing is noted, or its key and records would come anew. */
async function noteOn(
  unit: UnitOfWork,
  value: Buffer,
  note: ((unit: UnitOfWork) => Promise<void>) | undefined,
): Promise<void> {
  for (const scope of scopesOf(value)) if (!(await unit.hasScope(scope))) return;
  await note?.(unit);
}

async function attempt(
  handle: JobHandler,
  payload: unknown,
  { id, attempt: count }: LeasedJob,
): Promise<JobOutcome> {
  try {
    return await handle(payload, id, count);
  } catch (error) {
    return { kind: "retry", reason: error instanceof Error ? error.name : "unknown" };
  }
}
