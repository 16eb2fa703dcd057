import fc from "fast-check";
import type { Batch, RangeOptions, Store, StreamOptions } from "../../../casework/store/store.js";

/**
 * What a random test wants to do, before versions and tokens are known. Names come from small sets, so that
 * intents meet; the sets hold what sorts differently by UTF-8, by UTF-16 and by language.
 */
const PAST = 1000;
const FUTURE = 4_000_000_000_000;

const key = fc.constantFrom("k", "k/1", "k/2", "ä", "\u{1f600}");
const onceKey = fc.constantFrom("e1", "e2", "e3", "n1");
const index = fc.constantFrom("i", "i2");
const sort = fc.constantFrom("", "a", "a!", "ab", "b", "ä", "\ufffd", "\u{1f600}");
const member = fc.constantFrom("", "1", "2", "ß");
const stream = fc.constantFrom("s", "s2");
const queue = fc.constantFrom("q", "q2");
const jobId = fc.constantFrom("j1", "j2", "j3", "j4");
const instant = fc.integer({ min: 0, max: 20 });
const value = fc.uint8Array({ maxLength: 12 }).map((bytes) => Buffer.from(bytes));
const expiresAt = fc.option(fc.constantFrom(PAST, FUTURE), { nil: undefined, freq: 3 });
const few = <T>(items: fc.Arbitrary<T>, maxLength = 2) => fc.array(items, { maxLength });

export type Writing = {
  readonly key: string;
  readonly does: "check" | "put" | "delete";
  /** Added to the version that is there: 0 is right, all else is stale. */
  readonly off: number;
  readonly value: Buffer;
  readonly expiresAt: number | undefined;
};

const writing: fc.Arbitrary<Writing> = fc.record({
  key,
  does: fc.constantFrom("check", "put", "put", "put", "delete"),
  off: fc.constantFrom(0, 0, 0, 0, 0, 0, 0, 1),
  value,
  expiresAt,
});

/** A job to end or put off: with the token of its last lease, an invented one, or none. */
const ending = fc.record({ queue, id: jobId, token: fc.constantFrom("held", "held", "wrong", "none") });
export type Ending = { readonly queue: string; readonly id: string; readonly token: string };

export type CommitIntent = {
  readonly writes: readonly Writing[];
  readonly finish: readonly Ending[];
  readonly postpone: readonly (Ending & { readonly due: number; readonly value: Buffer })[];
  readonly rest: Pick<
    Batch,
    "once" | "deadline" | "index" | "dropStreams" | "trimStreams" | "appends" | "enqueue"
  >;
};

export const commitIntent: fc.Arbitrary<CommitIntent> = fc.record({
  writes: fc.uniqueArray(writing, { maxLength: 3, selector: ({ key: name }) => name }),
  finish: few(ending, 1),
  postpone: few(fc.record({ queue, id: jobId, token: fc.constant("held"), due: instant, value }), 1),
  rest: fc.record(
    {
      once: fc.record({
        keys: fc.uniqueArray(onceKey, { maxLength: 2 }),
        result: value,
        expiresAt: fc.constantFrom(PAST, FUTURE),
      }),
      deadline: fc.constantFrom(FUTURE, FUTURE, FUTURE, PAST),
      index: few(fc.record({ op: fc.constantFrom("add", "add", "remove"), index, sort, member }), 3),
      dropStreams: few(stream, 1),
      trimStreams: few(fc.record({ stream, positions: few(fc.integer({ min: 0, max: 6 }), 3) }), 1),
      appends: few(fc.record({ stream, value })),
      enqueue: few(fc.record({ queue, id: jobId, due: instant, value })),
    },
    { requiredKeys: [] },
  ),
});

export type Reading =
  | { readonly read: "get"; readonly keys: readonly string[] }
  | { readonly read: "range"; readonly index: string; readonly options: RangeOptions }
  | { readonly read: "stream"; readonly stream: string; readonly options: StreamOptions };

const limit = fc.integer({ min: 0, max: 4 });
export const reading: fc.Arbitrary<Reading> = fc.oneof(
  fc.record({ read: fc.constant("get" as const), keys: fc.array(key, { maxLength: 4 }) }),
  fc.record({
    read: fc.constant("range" as const),
    index,
    options: fc.record(
      { from: sort, to: sort, reverse: fc.boolean(), limit, after: fc.record({ sort, member }) },
      { requiredKeys: [] },
    ),
  }),
  fc.record({
    read: fc.constant("stream" as const),
    stream,
    options: fc.record(
      { after: fc.integer({ min: 0, max: 6 }), reverse: fc.boolean(), limit },
      { requiredKeys: [] },
    ),
  }),
);

export const leaseIntent = fc.record({
  queue,
  now: instant,
  until: fc.integer({ min: 0, max: 40 }),
  limit: fc.integer({ min: 0, max: 3 }),
});

export function perform(store: Store, wish: Reading): Promise<readonly unknown[]> {
  switch (wish.read) {
    case "get":
      return store.get(wish.keys);
    case "range":
      return store.range(wish.index, wish.options);
    case "stream":
      return store.readStream(wish.stream, wish.options);
  }
}

/** The batch of an intent. `versions` are those of its `writes`; `tokenOf` knows the last lease of a job. */
export function batchOf(
  { writes, finish, postpone, rest }: CommitIntent,
  versions: readonly number[],
  tokenOf: (queue: string, id: string) => string | undefined,
): Batch {
  const held = (job: Ending) => tokenOf(job.queue, job.id) ?? "never leased";
  return {
    ...rest,
    checks: writes.map(({ key: name, off }, i) => ({ key: name, version: (versions[i] ?? 0) + off })),
    puts: writes
      .filter(({ does }) => does === "put")
      .map(({ key: name, value: bytes, expiresAt: end }) =>
        end === undefined ? { key: name, value: bytes } : { key: name, value: bytes, expiresAt: end },
      ),
    deletes: writes.filter(({ does }) => does === "delete").map(({ key: name }) => name),
    finish: finish.map(({ queue: name, id, token }) =>
      token === "none"
        ? { queue: name, id }
        : { queue: name, id, token: token === "held" ? held({ queue: name, id, token }) : "wrong" },
    ),
    postpone: postpone.map((job) => ({
      queue: job.queue,
      id: job.id,
      due: job.due,
      value: job.value,
      token: held(job),
    })),
  };
}
