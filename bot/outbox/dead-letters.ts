import { z } from "zod";
import { audit } from "../../casework/audit/audit.js";
import { type StreamKind, SYSTEM_SCOPE } from "../../casework/store/record.js";
import type { Batch, Job, Store } from "../../casework/store/store.js";
import { beginWork, type UnitOfWork } from "../../casework/store/unit-of-work.js";
import type { Ledger } from "../turn/transact.js";
import { letterNumber } from "./letter-number.js";
import { queues } from "./queues.js";
import { deadLetters } from "./worker.js";

/** A dead letter as an operator sees it: where it lies and since when, nothing of what is in it. */
export type DeadLetter = {
  readonly number: string;
  readonly queue: string;
  /** When it was given up, ISO 8601 in UTC. */
  readonly since: string;
  readonly job: Job;
};

const MOST_LISTED = 1_000;

/** At most a thousand of each queue, the oldest first. */
export async function listDeadLetters(store: Store): Promise<readonly DeadLetter[]> {
  const lists = await Promise.all(
    queues.map(async (queue) => {
      const jobs = await store.jobs(deadLetters(queue), MOST_LISTED);
      return jobs.map((job) => ({
        number: letterNumber(queue, job.id),
        queue,
        since: new Date(job.due).toISOString(),
        job,
      }));
    }),
  );
  return lists.flat();
}

/** What an operator did with a dead letter. Sealed, for the reason is a person's own words. */
const Decision = z.object({
  at: z.number(),
  number: z.string(),
  queue: z.string(),
  what: z.enum(["retried", "dropped"]),
  reason: z.string().default(""),
});
export type Decision = z.infer<typeof Decision>;

export const decisionStream: StreamKind<Decision> = {
  name: "outbox-log",
  schema: Decision,
  scopes: () => [SYSTEM_SCOPE],
};

/** The newest first. */
export async function lastDecisions(unit: UnitOfWork, limit: number): Promise<readonly Decision[]> {
  const entries = await unit.readStream(decisionStream, "all", { reverse: true, limit });
  return entries.map(({ entry }) => entry);
}

/** Puts the letter into its queue again, as if it were new. @returns false if somebody else has decided meanwhile */
export function retryLetter(ledger: Ledger, { number, queue, since, job }: DeadLetter): Promise<boolean> {
  const { id, value } = job;
  return decide(ledger, { number, queue, since, id }, "retried", "", [
    { queue, id, due: ledger.clock(), value },
  ]);
}

/** It is never sent. @returns false if somebody else has decided meanwhile */
export function dropLetter(
  ledger: Ledger,
  { number, queue, since, job }: DeadLetter,
  reason: string,
): Promise<boolean> {
  return decide(ledger, { number, queue, since, id: job.id }, "dropped", reason, []);
}

const OUTCOMES = { retried: "outbox-retried", dropped: "outbox-dropped" } as const;

/** One commit: the letter goes, the audit says so, and of two operators one has decided. */
async function decide(
  { store, keyring, clock }: Ledger,
  letter: Pick<DeadLetter, "number" | "queue" | "since"> & { readonly id: string },
  what: Decision["what"],
  reason: string,
  enqueue: NonNullable<Batch["enqueue"]>,
): Promise<boolean> {
  const { number, queue, since, id } = letter;
  const unit = beginWork(store, keyring, clock());
  unit.finish({ queue: deadLetters(queue), id });
  await unit.append(decisionStream, "all", { at: unit.now, number, queue, what, reason });
  await audit(unit, "operator", OUTCOMES[what], `${queue}/${number}`);
  const result = await store.commit({
    ...unit.batch(),
    enqueue,
    once: {
      keys: [`dead-letter/${number}/${since}`],
      result: Buffer.alloc(0),
      expiresAt: unit.now + REMEMBERED_MS,
    },
  });
  return result.kind === "committed";
}

/** As long as a second terminal may lag behind the first. */
const REMEMBERED_MS = 24 * 60 * 60 * 1000;
