import { randomUUID } from "node:crypto";
import type {
  Batch,
  CommitResult,
  IndexEntry,
  Job,
  RangeOptions,
  Store,
  StreamOptions,
} from "../../../casework/store/store.js";

/**
 * The storage port in plain maps: the oracle that the engines are compared with, and a store for tests that
 * need no durability. `now` is the engine's clock.
 */
export type ModelStore = Store & {
  /** What a commit of `batch` would answer now, without applying it. */
  verdict(batch: Batch): CommitResult;
};

type Held = { value: Buffer; expiresAt: number };
type Queued = Job & { token: string; leasedUntil: number; attempt: number };
type Stream = { last: number; entries: Map<number, Buffer> };

export function createModelStore(now: () => number = Date.now): ModelStore {
  const records = new Map<string, Held & { version: number }>();
  const once = new Map<string, Held>();
  const indexes = new Map<string, Map<string, IndexEntry>>();
  const streams = new Map<string, Stream>();
  const queues = new Map<string, Map<string, Queued>>();
  const listeners = new Set<() => void>();

  const live = (key: string) => {
    const record = records.get(key);
    return record && record.expiresAt > now() ? record : undefined;
  };
  const queueOf = (name: string) => getOr(queues, name, () => new Map<string, Queued>());
  const inOrder = (name: string) =>
    [...queueOf(name).values()].sort((a, b) => a.due - b.due || byBytes(a.id, b.id));

  function verdict(batch: Batch): CommitResult {
    for (const key of batch.once?.keys ?? []) {
      const marker = once.get(key);
      if (marker && marker.expiresAt > now()) return { kind: "replayed", result: marker.value };
    }
    if (batch.deadline !== undefined && now() > batch.deadline) return { kind: "expired" };
    for (const { key, version } of batch.checks ?? []) {
      if ((live(key)?.version ?? 0) !== version) return { kind: "conflict", key };
    }
    for (const { queue, id, token } of [...(batch.finish ?? []), ...(batch.postpone ?? [])]) {
      if (token === undefined) continue;
      if (token === "" || queueOf(queue).get(id)?.token !== token) return { kind: "conflict", key: id };
    }
    return { kind: "committed" };
  }

  function apply(batch: Batch): void {
    for (const key of batch.once?.keys ?? []) {
      once.set(key, { value: batch.once?.result ?? Buffer.alloc(0), expiresAt: batch.once?.expiresAt ?? 0 });
    }
    for (const { key, value, expiresAt = Number.POSITIVE_INFINITY } of batch.puts ?? []) {
      records.set(key, { version: (live(key)?.version ?? 0) + 1, value, expiresAt });
    }
    for (const key of batch.deletes ?? []) records.delete(key);
    for (const { op, index, sort, member } of batch.index ?? []) {
      const entries = getOr(indexes, index, () => new Map<string, IndexEntry>());
      if (op === "add") entries.set(`${sort}\0${member}`, { sort, member });
      else entries.delete(`${sort}\0${member}`);
    }
    for (const stream of batch.dropStreams ?? []) streams.delete(stream);
    for (const { stream, positions } of batch.trimStreams ?? []) {
      for (const position of positions) streams.get(stream)?.entries.delete(position);
    }
    for (const { stream, value } of batch.appends ?? []) {
      const held = getOr(streams, stream, (): Stream => ({ last: 0, entries: new Map() }));
      held.last += 1;
      held.entries.set(held.last, value);
    }
    for (const { queue, id } of batch.finish ?? []) queueOf(queue).delete(id);
    for (const { queue, id, due, value } of batch.postpone ?? []) {
      const job = queueOf(queue).get(id);
      if (job) queueOf(queue).set(id, { ...job, due, value, token: "", leasedUntil: 0 });
    }
    for (const { queue, id, due, value } of batch.enqueue ?? []) {
      if (queueOf(queue).has(id)) continue;
      queueOf(queue).set(id, { id, due, value, token: "", leasedUntil: 0, attempt: 0 });
    }
    for (const key of batch.forget ?? []) once.delete(key);
  }

  return {
    engine: "memory",
    async get(keys) {
      return keys.map((key) => {
        const record = live(key);
        return record && { version: record.version, value: record.value };
      });
    },
    async range(index, options: RangeOptions = {}) {
      const { from, to, after, limit } = options;
      const direction = options.reverse ? -1 : 1;
      return [...(indexes.get(index)?.values() ?? [])]
        .sort((a, b) => byEntry(a, b) * direction)
        .filter((entry) => from === undefined || byBytes(entry.sort, from) >= 0)
        .filter((entry) => to === undefined || byBytes(entry.sort, to) < 0)
        .filter((entry) => !after || byEntry(entry, after) * direction > 0)
        .slice(0, limit);
    },
    async readStream(stream, { after, reverse, limit }: StreamOptions = {}) {
      const entries = [...(streams.get(stream)?.entries ?? [])].map(([position, value]) => ({
        position,
        value,
      }));
      if (reverse) entries.reverse();
      return entries
        .filter(({ position }) => after === undefined || (reverse ? position < after : position > after))
        .slice(0, limit);
    },
    async commit(batch) {
      const result = verdict(batch);
      if (result.kind !== "committed") return result;
      apply(batch);
      if (batch.enqueue?.length) for (const listener of listeners) listener();
      return result;
    },
    async lease(queue, request) {
      const token = randomUUID();
      const takeable = inOrder(queue).filter(
        (job) => job.due <= request.now && (job.token === "" || job.leasedUntil <= request.now),
      );
      return takeable.slice(0, request.limit).map((job) => {
        const leased = { ...job, token, leasedUntil: request.until, attempt: job.attempt + 1 };
        queueOf(queue).set(job.id, leased);
        return leased;
      });
    },
    async jobs(queue, limit) {
      return inOrder(queue)
        .slice(0, limit)
        .map(({ id, due, value, attempt }) => ({ id, due, value, attempt }));
    },
    onEnqueue(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async *keys(prefix) {
      for (const key of [...records.keys()]) if (key.startsWith(prefix) && live(key)) yield key;
    },
    async *traces(text) {
      for (const key of [...records.keys()]) if (key.includes(text)) yield { kind: "record", key };
      for (const key of [...once.keys()]) if (key.includes(text)) yield { kind: "once", key };
      for (const stream of [...streams.keys()]) if (stream.includes(text)) yield { kind: "stream", stream };
      for (const [index, entries] of indexes) {
        for (const entry of [...entries.values()]) {
          if (`${index}\0${entry.sort}\0${entry.member}`.includes(text))
            yield { kind: "index", index, ...entry };
        }
      }
      for (const [queue, jobs] of queues) {
        for (const id of [...jobs.keys()]) if (id.includes(text)) yield { kind: "job", queue, id };
      }
    },
    async scrub() {
      return undefined;
    },
    async ping() {},
    async close() {},
    verdict,
  };
}

function getOr<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const found = map.get(key) ?? make();
  map.set(key, found);
  return found;
}

function byBytes(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

function byEntry(a: IndexEntry, b: IndexEntry): number {
  return byBytes(a.sort, b.sort) || byBytes(a.member, b.member);
}
