import type { Batch, Store, Stored } from "../../casework/store/store.js";
import type { Finding } from "./check-history.js";

/** A bug as somebody could write it, planted from outside: the product has no switch for it. */
export type PlantedBug = {
  readonly name: string;
  /** What the history then shows, one of these. */
  readonly shows: readonly Finding["what"][];
  /** Between the program and its way to the store: what the bug does can still be interrupted. */
  readonly above?: (store: Store) => Store;
  /** Between that way and the engine. */
  readonly below?: (store: Store) => Store;
};

export const plantedBugs: readonly PlantedBug[] = [
  {
    // A batch without `once`: it is never looked whether an event or a nonce was handled, and none is remembered.
    name: "the idempotency check is dropped",
    shows: ["doubled"],
    above: (store) => ({ ...store, commit: ({ once: _, ...batch }) => store.commit(batch) }),
  },
  {
    name: "the version compare is dropped",
    shows: ["lost"],
    below: blind,
  },
  {
    // The turn is told that it is saved, and answers, while the write is still on its way.
    name: "acknowledged before it is committed",
    shows: ["lost"],
    above: (store) => ({
      ...store,
      async commit(batch) {
        store.commit(batch).catch(() => {});
        return { kind: "committed" };
      },
    }),
  },
  {
    // First the records, then what belongs to them: each commit for itself is whole.
    name: "a turn is written in two commits",
    shows: ["half", "fault"],
    above: (store) => ({
      ...store,
      async commit({ appends, index, enqueue, ...first }) {
        const result = await store.commit(first);
        if (result.kind !== "committed") return result;
        return store.commit(without({ appends, index, enqueue }));
      },
    }),
  },
  {
    name: "a job ends before it is done",
    shows: ["lost"],
    above: endingEarly,
  },
  {
    name: "a lease keeps nobody else out",
    shows: ["doubled"],
    above: (store) => ({
      ...store,
      lease: (queue, options) => store.lease(queue, { ...options, until: options.now }),
    }),
  },
];

/** The job is gone as soon as somebody has taken it; that it was done is noted later, as ever. */
function endingEarly(store: Store): Store {
  const ended = new Set<string>();
  return {
    ...store,
    async lease(queue, options) {
      const jobs = await store.lease(queue, options);
      if (jobs.length > 0) {
        await store.commit({ finish: jobs.map(({ id, token }) => ({ queue, id, token })) });
        for (const { token } of jobs) ended.add(token);
      }
      return jobs;
    },
    commit: ({ finish = [], ...batch }) =>
      store.commit({ ...batch, finish: finish.filter(({ token = "" }) => !ended.has(token)) }),
  };
}

/** Members that are not there must be absent, not undefined. */
function without(batch: { [K in keyof Batch]: Batch[K] | undefined }): Batch {
  return Object.fromEntries(Object.entries(batch).filter(([, value]) => value !== undefined)) as Batch;
}

const VERSION_BYTES = 8;

/**
 * An engine that writes what it is given whatever stands there: each record carries the version that its writer
 * believed in, as it would in an engine that does not compare, and the engine's own versions are read anew until the
 * write lands.
 */
function blind(store: Store): Store {
  const claimed = (stored: Stored | undefined): Stored | undefined =>
    stored && {
      version: Number(stored.value.readBigUInt64BE()),
      value: stored.value.subarray(VERSION_BYTES),
    };
  return {
    ...store,
    get: async (keys) => (await store.get(keys)).map(claimed),
    async commit({ checks = [], puts = [], deletes = [], ...rest }) {
      const versions = new Map(checks.map(({ key, version }) => [key, version]));
      const written = [...puts.map(({ key }) => key), ...deletes];
      for (;;) {
        const now = await store.get(written);
        const result = await store.commit({
          ...rest,
          checks: written.map((key, i) => ({ key, version: now[i]?.version ?? 0 })),
          puts: puts.map((put) => {
            const version = Buffer.alloc(VERSION_BYTES);
            version.writeBigUInt64BE(BigInt((versions.get(put.key) ?? 0) + 1));
            return { ...put, value: Buffer.concat([version, put.value]) };
          }),
          deletes,
        });
        if (result.kind !== "conflict" || !written.includes(result.key)) return result;
      }
    },
  };
}
