import type { Batch, CommitResult } from "../../casework/store/store.js";
import {
  bounds,
  decodeJob,
  decodeOnce,
  decodePosition,
  decodeRecord,
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
  type RecordEntry,
  recordKey,
  streamHeadKey,
  streamKey,
  type Tree,
} from "./lmdb-layout.js";

/** Decides and applies a batch; to be called inside a write transaction. `now` is ms since the epoch. */
export function applyBatch(tree: Tree, batch: Batch, now: number): CommitResult {
  for (const key of batch.once?.keys ?? []) {
    const bytes = tree.getBinary(onceKey(key));
    const marker = bytes && decodeOnce(bytes);
    if (marker && marker.expiresAt > now) return { kind: "replayed", result: marker.result };
  }
  if (batch.deadline !== undefined && now > batch.deadline) return { kind: "expired" };
  const held = new Map<string, RecordEntry>();
  for (const { key, version } of batch.checks ?? []) {
    const bytes = tree.getBinary(recordKey(key));
    const record = bytes && decodeRecord(bytes);
    if (record) held.set(key, record);
    const current = record && record.expiresAt > now ? record.version : 0;
    if (current !== version) return { kind: "conflict", key };
  }
  for (const { queue, id, token } of [...(batch.finish ?? []), ...(batch.postpone ?? [])]) {
    if (token !== undefined && (token === "" || readJob(tree, queue, id)?.token !== token)) {
      return { kind: "conflict", key: id };
    }
  }
  write(tree, batch, held);
  return { kind: "committed" };
}

function write(tree: Tree, batch: Batch, held: ReadonlyMap<string, RecordEntry>): void {
  if (batch.once) {
    const { keys, result, expiresAt } = batch.once;
    const marker = encodeOnce(expiresAt, result);
    for (const key of keys) {
      tree.put(onceKey(key), marker);
      tree.put(expiryKey(expiresAt, "o", key), nothing);
    }
  }
  const versions = new Map(batch.checks?.map(({ key, version }) => [key, version]));
  for (const { key, value, expiresAt } of batch.puts ?? []) {
    forgetExpiry(tree, key, held);
    tree.put(recordKey(key), encodeRecord((versions.get(key) ?? 0) + 1, expiresAt, value));
    if (expiresAt !== undefined) tree.put(expiryKey(expiresAt, "r", key), nothing);
  }
  for (const key of batch.deletes ?? []) {
    forgetExpiry(tree, key, held);
    tree.remove(recordKey(key));
  }
  for (const { op, index, sort, member } of batch.index ?? []) {
    const key = indexKey(index, { sort, member });
    if (op === "add") tree.put(key, nothing);
    else tree.remove(key);
  }
  writeStreams(tree, batch);
  writeQueues(tree, batch);
}

/** The sweep would find an entry for a record that lives on, so each write takes the old one along. */
function forgetExpiry(tree: Tree, key: string, held: ReadonlyMap<string, RecordEntry>): void {
  const expiresAt = held.get(key)?.expiresAt;
  if (expiresAt !== undefined && Number.isFinite(expiresAt)) tree.remove(expiryKey(expiresAt, "r", key));
}

function writeStreams(tree: Tree, { dropStreams, trimStreams, appends }: Batch): void {
  for (const stream of dropStreams ?? []) {
    const { from, to } = bounds("s", stream);
    for (const key of [...tree.getKeys({ start: from, end: to })]) tree.remove(key);
    tree.remove(streamHeadKey(stream));
  }
  for (const { stream, positions } of trimStreams ?? []) {
    for (const position of positions) tree.remove(streamKey(stream, position));
  }
  for (const { stream, value } of appends ?? []) {
    const position = decodePosition(tree.getBinary(streamHeadKey(stream))) + 1;
    tree.put(streamKey(stream, position), value);
    tree.put(streamHeadKey(stream), encodePosition(position));
  }
}

function writeQueues(tree: Tree, { finish, postpone, enqueue }: Batch): void {
  for (const { queue, id } of finish ?? []) {
    const job = readJob(tree, queue, id);
    if (!job) continue;
    tree.remove(queueKey(queue, job.due, id));
    tree.remove(jobKey(queue, id));
  }
  for (const { queue, id, due, value } of postpone ?? []) {
    const job = readJob(tree, queue, id);
    // Finished by this very batch: the end of a job outweighs its delay.
    if (!job) continue;
    tree.remove(queueKey(queue, job.due, id));
    tree.put(queueKey(queue, due, id), nothing);
    tree.put(jobKey(queue, id), encodeJob({ due, leasedUntil: 0, attempt: job.attempt, token: "", value }));
  }
  for (const { queue, id, due, value } of enqueue ?? []) {
    if (readJob(tree, queue, id)) continue;
    tree.put(queueKey(queue, due, id), nothing);
    tree.put(jobKey(queue, id), encodeJob({ due, leasedUntil: 0, attempt: 0, token: "", value }));
  }
}

export function readJob(tree: Tree, queue: string, id: string): JobEntry | undefined {
  const bytes = tree.getBinary(jobKey(queue, id));
  return bytes && decodeJob(bytes);
}
