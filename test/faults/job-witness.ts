import { deadLetters } from "../../bot/outbox/worker.js";
import type { Batch, LeasedJob, Store } from "../../casework/store/store.js";
import type { Witness } from "./faulty-store.js";
import type { JobStory } from "./history.js";

type Seen = { readonly queue: string; readonly id: string; leases: number; ended: boolean };

/** Follows each job of the outbox by what really landed in the store. */
export function watchJobs(): Witness & {
  readonly stories: (
    store: Store,
    maySilent: (queue: string, id: string) => boolean,
  ) => Promise<readonly JobStory[]>;
  /** The queues that anything was put into. */
  readonly queues: () => ReadonlySet<string>;
} {
  const jobs = new Map<string, Seen>();
  const of = (queue: string, id: string): Seen => {
    const key = `${queue}/${id}`;
    const seen = jobs.get(key) ?? { queue, id, leases: 0, ended: false };
    jobs.set(key, seen);
    return seen;
  };
  return {
    committed(batch: Batch, { kind }) {
      if (kind !== "committed") return;
      for (const { queue, id } of batch.finish ?? []) of(queue, id).ended = true;
      for (const { queue, id } of batch.enqueue ?? []) of(queue, id).ended = false;
    },
    leased(queue: string, leased: readonly LeasedJob[]) {
      for (const { id } of leased) of(queue, id).leases++;
    },
    async stories(store, maySilent) {
      const dead = new Set<string>();
      for (const { queue } of jobs.values()) {
        for (const { id } of await store.jobs(deadLetters(queue), 1000)) dead.add(`${queue}/${id}`);
      }
      return [...jobs.values()]
        .filter(({ queue }) => !queue.startsWith("dead/"))
        .map(({ queue, id, leases, ended }) => ({
          queue,
          id,
          leases,
          end: dead.has(`${queue}/${id}`) ? "dead" : ended ? "done" : "waits",
          mayBeSilent: maySilent(queue, id),
        }));
    },
    queues: () => new Set([...jobs.values()].map(({ queue }) => queue)),
  };
}
