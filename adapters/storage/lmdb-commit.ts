import type { Batch, CommitResult } from "../../casework/store/store.js";
import {
  bounds,
  decodeHead,
  decodeJob,
  decodeOnce,
  decodePosition,
  encodeJob,
  encodeOnce,
  encodePosition,
  encodeRecord,
  expiryKey,
  indexKey,
  type JobEntry,
  jobKey,
  nothing,
  onceKey,
  queueKey,
  recordKey,
  streamHeadKey,
  streamKey,
} from "./lmdb-layout.js";
import type { Layer, Reads } from "./lmdb-view.js";

/** Decides a batch and lays its changes over `view`. `now` is ms since the epoch. */
export function applyBatch(view: Layer, batch: Batch, now: number): CommitResult {
  for (const key of batch.once?.keys ?? []) {
    const bytes = view.get(onceKey(key));
    const marker = bytes && decodeOnce(bytes);
    if (marker && marker.expiresAt > now) return { kind: "replayed", result: marker.result };
  }
  if (batch.deadline !== undefined && now > batch.deadline) return { kind: "expired" };
  /** When the records that are there expire. */
  const held = new Map<string, number>();
  for (const { key, version } of batch.checks ?? []) {
    const bytes = view.peek(recordKey(key));
    const record = bytes && decodeHead(bytes);
    if (record) held.set(key, record.expiresAt);
    const current = record && record.expiresAt > now ? record.version : 0;
    if (current !== version) return { kind: "conflict", key };
  }
  for (const { queue, id, token } of [...(batch.finish ?? []), ...(batch.postpone ?? [])]) {
    if (token !== undefined && (token === "" || readJob(view, queue, id)?.token !== token)) {
      return { kind: "conflict", key: id };
    }
  }
  write(view, batch, held);
  return { kind: "committed" };
}

function write(view: Layer, batch: Batch, held: ReadonlyMap<string, number>): void {
  if (batch.once) {
    const { keys, result, expiresAt } = batch.once;
    const marker = encodeOnce(expiresAt, result);
    for (const key of keys) {
      view.put(onceKey(key), marker);
      view.put(expiryKey(expiresAt, "o", key), nothing);
    }
  }
  const versions = new Map(batch.checks?.map(({ key, version }) => [key, version]));
  for (const { key, value, expiresAt } of batch.puts ?? []) {
    forgetExpiry(view, key, held);
    view.put(recordKey(key), encodeRecord((versions.get(key) ?? 0) + 1, expiresAt, value));
    if (expiresAt !== undefined) view.put(expiryKey(expiresAt, "r", key), nothing);
  }
  for (const key of batch.deletes ?? []) {
    forgetExpiry(view, key, held);
    view.remove(recordKey(key), view.get(recordKey(key))?.byteLength);
  }
  for (const { op, index, sort, member } of batch.index ?? []) {
    const key = indexKey(index, { sort, member });
    if (op === "add") view.put(key, nothing);
    else view.remove(key);
  }
  writeStreams(view, batch);
  writeQueues(view, batch);
  for (const key of batch.forget ?? []) {
    const marker = view.get(onceKey(key));
    if (marker) view.remove(expiryKey(decodeOnce(marker).expiresAt, "o", key));
    view.remove(onceKey(key));
  }
}

/** The sweep would find an entry for a record that lives on, so each write takes the old one along. */
function forgetExpiry(view: Layer, key: string, held: ReadonlyMap<string, number>): void {
  const expiresAt = held.get(key);
  if (expiresAt !== undefined && Number.isFinite(expiresAt)) view.remove(expiryKey(expiresAt, "r", key));
}

function writeStreams(view: Layer, { dropStreams, trimStreams, appends }: Batch): void {
  for (const stream of dropStreams ?? []) {
    const { from, to } = bounds("s", stream);
    for (const key of [...view.keys(from, to)]) view.remove(Buffer.from(key));
    view.remove(streamHeadKey(stream));
  }
  for (const { stream, positions } of trimStreams ?? []) {
    for (const position of positions) view.remove(streamKey(stream, position));
  }
  for (const { stream, value } of appends ?? []) {
    const position = decodePosition(view.get(streamHeadKey(stream))) + 1;
    view.put(streamKey(stream, position), Buffer.from(value));
    view.put(streamHeadKey(stream), encodePosition(position));
  }
}

function writeQueues(view: Layer, { finish, postpone, enqueue }: Batch): void {
  for (const { queue, id } of finish ?? []) {
    const job = readJob(view, queue, id);
    if (!job) continue;
    view.remove(queueKey(queue, job.due, id));
    view.remove(jobKey(queue, id));
  }
  for (const { queue, id, due, value } of postpone ?? []) {
    const job = readJob(view, queue, id);
    // Finished by this very batch: the end of a job outweighs its delay.
    if (!job) continue;
    view.remove(queueKey(queue, job.due, id));
    view.put(queueKey(queue, due, id), nothing);
    view.put(jobKey(queue, id), encodeJob({ due, leasedUntil: 0, attempt: job.attempt, token: "", value }));
  }
  for (const { queue, id, due, value } of enqueue ?? []) {
    if (readJob(view, queue, id)) continue;
    view.put(queueKey(queue, due, id), nothing);
    view.put(jobKey(queue, id), encodeJob({ due, leasedUntil: 0, attempt: 0, token: "", value }));
  }
}

export function readJob(view: Reads, queue: string, id: string): JobEntry | undefined {
  const bytes = view.get(jobKey(queue, id));
  return bytes && decodeJob(bytes);
}
