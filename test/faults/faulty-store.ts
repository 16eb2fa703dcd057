import {
  type Batch,
  type CommitResult,
  type LeasedJob,
  type Store,
  StoreUnavailable,
} from "../../casework/store/store.js";
import type { Gate, Life } from "./stage.js";

/** What really happened in the store, whatever the process was told of it. */
export type Witness = {
  readonly committed: (batch: Batch, result: CommitResult) => void;
  readonly leased: (queue: string, jobs: readonly LeasedJob[]) => void;
};

/** The store of one process as it sees it: each call waits at the gate, and may fail as a store does. */
export function faultyStore(
  store: Store,
  life: Life,
  gate: Gate,
  witness: Witness,
  wake: Set<() => void>,
): Store {
  const unavailable = (sure: boolean) => {
    throw new StoreUnavailable("the fault suite lets it fail", sure ? "refused" : "unknown");
  };
  return {
    ...store,
    get: (keys) => gate(life, "read", () => store.get(keys), unavailable),
    range: (index, options) => gate(life, "read", () => store.range(index, options), unavailable),
    readStream: (stream, options) => gate(life, "read", () => store.readStream(stream, options), unavailable),
    jobs: (queue, limit) => gate(life, "read", () => store.jobs(queue, limit), unavailable),
    commit: (batch) =>
      gate(
        life,
        "commit",
        async () => {
          const result = await store.commit(batch);
          witness.committed(batch, result);
          return result;
        },
        unavailable,
      ),
    lease: (queue, options) =>
      gate(
        life,
        "effect",
        async () => {
          const jobs = await store.lease(queue, options);
          witness.leased(queue, jobs);
          return jobs;
        },
        unavailable,
      ),
    // The files of a real engine take a time of their own, which no stage can play.
    scrub: () => gate(life, "effect", async () => undefined, unavailable),
    // Whether a notice comes through is up to the scenario.
    onEnqueue(listener) {
      wake.add(listener);
      return () => wake.delete(listener);
    },
  };
}
