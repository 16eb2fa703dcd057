import type { Batch, Store, Trace } from "../store/store.js";

/** How much was removed, by kind of place. */
export type Swept = Readonly<Record<Trace["kind"], number>>;

const AT_ONCE = 200;

/**
 * Removes everything in the store that is named after something: records, lines of indexes, streams, jobs, cached
 * results. Looks for them instead of keeping a list that somebody forgets to extend. May be cut off and run again.
 */
export async function sweepTraces(store: Store, text: string): Promise<Swept> {
  const swept: Record<Trace["kind"], number> = { record: 0, index: 0, stream: 0, job: 0, once: 0 };
  for (;;) {
    const traces = await some(store, text);
    if (traces.length === 0) return swept;
    const result = await store.commit(await removalOf(store, traces));
    if (result.kind !== "committed") continue;
    for (const { kind } of traces) swept[kind]++;
  }
}

async function some(store: Store, text: string): Promise<readonly Trace[]> {
  const found = new Map<string, Trace>();
  for await (const trace of store.traces(text)) {
    found.set(JSON.stringify(trace), trace);
    if (found.size === AT_ONCE) break;
  }
  return [...found.values()];
}

async function removalOf(store: Store, traces: readonly Trace[]): Promise<Batch> {
  const of = <K extends Trace["kind"]>(kind: K) =>
    traces.filter((trace): trace is Extract<Trace, { kind: K }> => trace.kind === kind);
  const keys = of("record").map(({ key }) => key);
  const stored = await store.get(keys);
  return {
    checks: keys.map((key, i) => ({ key, version: stored[i]?.version ?? 0 })),
    deletes: keys,
    index: of("index").map(({ index, sort, member }) => ({ op: "remove" as const, index, sort, member })),
    dropStreams: of("stream").map(({ stream }) => stream),
    finish: of("job").map(({ queue, id }) => ({ queue, id })),
    forget: of("once").map(({ key }) => key),
  };
}
