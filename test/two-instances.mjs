// Which tests run again before two instances behind a round-robin proxy (jest.config.mjs).

/** Those of `npm test`: each kind of thing that could stay behind in one instance. `npm run test:long` takes all. */
export const sample = [
  "front-door/once.test.ts",
  "front-door/conference.test.ts",
  "front-door/poll.test.ts",
  "front-door/experts.test.ts",
  "browser/tab.test.ts",
];

/** Those that would say nothing, or another thing, of two instances; and why. */
export const aloneOnly = {
  "browser/cards-in-playground.test.ts": "the Teams adapter alone, without a bot behind it",
  "front-door/kill.test.ts": "kills the only instance on its LMDB",
  "front-door/leave-one-of-two.test.ts": "has its own two instances",
  "front-door/redis.test.ts": "has its own two instances",
  "front-door/redis-faults.test.ts": "is about the Redis that it brings",
  "front-door/redis-failover.test.ts": "is about the Redis that it brings",
  "front-door/disk-full.test.ts": "is about the disk under LMDB",
  "front-door/at-once.test.ts": "has its own two instances, and one on LMDB",
  "front-door/edit-at-once.test.ts": "has its own two instances, and one on LMDB",
  "front-door/figures-of-operation.test.ts": "the figures are those of one process",
  "front-door/hostile-input.test.ts": "watches one process",
  "front-door/limits.test.ts": "counts in one: each instance counts for itself",
  "front-door/privacy.test.ts": "reads the files of LMDB",
  "front-door/data-protection/key-rotation.test.ts":
    "changes the key file of one, and has its own two on one Redis",
  "front-door/data-protection/stgb-203.test.ts": "reads the files of LMDB, and of a Redis that it brings",
  "front-door/data-protection/dsgvo-5-25-free-text.test.ts":
    "reads the files of LMDB, and of a Redis that it brings",
  "front-door/data-protection/erasure.test.ts": "reads the files of LMDB, and of a Redis that it brings",
};
