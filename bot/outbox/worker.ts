import { openEnvelope, scopesOf } from "../../casework/store/envelope.js";
import type { Batch, LeasedJob } from "../../casework/store/store.js";
import { beginWork, type UnitOfWork } from "../../casework/store/unit-of-work.js";
import type { Ledger } from "../turn/transact.js";
import { letterNumber } from "./letter-number.js";

export type JobOutcome =
  /** The outside world has it; `record` notes that in the same commit that ends the job. */
  | {
      readonly kind: "done";
      readonly record?: (unit: UnitOfWork) => Promise<void>;
      /** Called when that commit has landed, for what may be lost: nobody notes that it was done. */
      readonly afterwards?: () => void;
    }
  /** Not sent this time: again later, and after many tries a dead letter that a person sees. */
  | {
      readonly kind: "retry";
      readonly reason: string;
      /** The other side asked for this pause (Retry-After), ms. */
      readonly afterMs?: number;
      readonly dead?: NoteDeath;
      /** Noted in the commit that puts the job off: what a person should not wait a day to hear. */
      readonly meanwhile?: NoteDeath;
    }
  /** Its turn has not come: looked at again after this pause, ms. Nothing was tried, so no try is counted. */
  | { readonly kind: "wait"; readonly reason: string; readonly afterMs: number }
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

/** Longer than the slowest job may take: a document has 60 s to be fetched and read. */
const LEASE_MS = 120_000;
const POLL_MS = 1_000;
/** Jobs of one queue that are done at the same time. */
const PLACES = 5;
/** With the pauses below, a job is tried for about a day. */
const MOST_ATTEMPTS = 12;
const FIRST_PAUSE_MS = 5_000;
const LONGEST_PAUSE_MS = 4 * 60 * 60 * 1000;

/** The queue in which a queue's dead letters lie. */
export function deadLetters(queue: string): string {
  return `dead/${queue}`;
}

/**
 * Works the outbox off: leased jobs, one commit at the end of each, back-off between tries. Every queue is worked off
 * by itself and a job that takes long fills its own place only, so that nobody waits for somebody else's mail server.
 */
export function startWorker(ledger: Ledger, { handlers, log }: WorkerOptions): Worker {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  const workshops = Object.entries(handlers).map(([queue, handle]) =>
    openWorkshop(ledger, queue, handle, log, () => stopped),
  );

  function wake(): void {
    if (stopped) return;
    clearTimeout(timer);
    timer = setTimeout(wake, POLL_MS);
    for (const workshop of workshops) workshop.wake();
  }

  const unsubscribe = ledger.store.onEnqueue(wake);
  wake();
  return {
    async stop() {
      stopped = true;
      unsubscribe();
      clearTimeout(timer);
      await Promise.all(workshops.map((workshop) => workshop.settled()));
    },
  };
}

type Workshop = { readonly wake: () => void; readonly settled: () => Promise<void> };

/** The places at which jobs of one queue are done at the same time; a free one takes the next job. */
function openWorkshop(
  ledger: Ledger,
  queue: string,
  handle: JobHandler,
  log: WorkerOptions["log"],
  isStopped: () => boolean,
): Workshop {
  const { store, clock } = ledger;
  const atWork = new Set<Promise<void>>();
  let leasing: Promise<void> | undefined;
  let wokenMeanwhile = false;
  /** The last lease filled every free place, so more may wait. */
  let mayWait = false;

  const failed = (error: unknown) =>
    log({ event: "outbox-round-failed", queue, error: error instanceof Error ? error.name : "unknown" });

  async function takeJobs(): Promise<void> {
    while (!isStopped() && atWork.size < PLACES) {
      const limit = PLACES - atWork.size;
      const now = clock();
      const jobs = await store.lease(queue, { now, until: now + LEASE_MS, limit });
      for (const job of jobs) begin(job);
      mayWait = jobs.length === limit;
      if (!mayWait) return;
    }
  }

  function begin(job: LeasedJob): void {
    const work = runJob(ledger, queue, job, handle, log)
      .catch(failed)
      .finally(() => {
        atWork.delete(work);
        if (mayWait) wake();
      });
    atWork.add(work);
  }

  function wake(): void {
    if (isStopped()) return;
    if (leasing) {
      wokenMeanwhile = true;
      return;
    }
    leasing = takeJobs()
      .catch(failed)
      .finally(() => {
        leasing = undefined;
        if (!wokenMeanwhile) return;
        wokenMeanwhile = false;
        wake();
      });
  }

  return {
    wake,
    async settled() {
      await leasing;
      await Promise.all(atWork);
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
    outcome.afterwards?.();
    return;
  }
  if (outcome.kind === "wait") {
    // Put in anew, so that the lease that found it too early counts as no try.
    const anew = { queue, id, due: Math.ceil(clock() + outcome.afterMs), value };
    await store.commit({ finish: [finished], enqueue: [anew] });
    return;
  }
  log({
    event: "job-not-done",
    queue,
    job: letterNumber(queue, id),
    attempt: job.attempt,
    reason: outcome.reason,
  });
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
  const again = { ...finished, due: clock() + pauseAfter(job.attempt, outcome.afterMs), value };
  await conclude(ledger, id, async (unit) => {
    await noteOn(unit, value, outcome.meanwhile);
    return { ...unit.batch(), postpone: [again] };
  });
}

/** Longer with each try. Whoever is told how long to wait waits that long, and only slowly longer than that. */
function pauseAfter(attempts: number, asked: number | undefined): number {
  const usual = Math.min(FIRST_PAUSE_MS * 2 ** (attempts - 1), LONGEST_PAUSE_MS);
  return asked === undefined ? usual : Math.ceil(Math.max(asked, usual / 8));
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
