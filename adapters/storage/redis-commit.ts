import type { Batch, CommitResult } from "../../casework/store/store.js";
import { encodeVersion, indexMember, type RedisLayout, streamId } from "./redis-layout.js";

/** Arguments of the commit script. `args[0]` is to become "1" when it is sent again. */
export type CommitRequest = {
  readonly keys: readonly string[];
  readonly args: (string | Buffer | number)[];
  /** What the n-th condition is about, for a conflict. */
  readonly conditions: readonly string[];
};

/** How long a commit stays known beyond its deadline, or without one: far longer than anybody asks again. */
const KEEP_BEYOND_DEADLINE = 60_000;
const KEEP_WITHOUT_DEADLINE = 600_000;

/** Writes a batch as arguments of the commit script; `id` names this commit, `now` is ms since the epoch. */
export function encodeCommit(layout: RedisLayout, batch: Batch, id: string, now: number): CommitRequest {
  const { deadline } = batch;
  const keep =
    deadline === undefined ? KEEP_WITHOUT_DEADLINE : Math.max(0, deadline - now) + KEEP_BEYOND_DEADLINE;
  const keys: string[] = [layout.mark(id), layout.meta("touched")];
  const args: CommitRequest["args"] = ["0", keep, layout.channel];
  const conditions: string[] = [];
  const versions = new Map<string, number>();

  for (const key of batch.once?.keys ?? []) {
    keys.push(layout.once(key));
    args.push("?");
  }
  if (deadline !== undefined) args.push("T", deadline);
  for (const { key, version } of batch.checks ?? []) {
    versions.set(key, version);
    conditions.push(key);
    keys.push(layout.record(key));
    args.push("=", version === 0 ? "" : encodeVersion(version));
  }
  for (const { queue, id: job, token } of [...(batch.finish ?? []), ...(batch.postpone ?? [])]) {
    if (token === undefined) continue;
    conditions.push(job);
    keys.push(layout.queue(queue)[2]);
    args.push("L", job, token);
  }

  if (batch.once) {
    for (const key of batch.once.keys) {
      keys.push(layout.once(key));
      args.push("X", batch.once.result, expiry(batch.once.expiresAt));
    }
  }
  for (const { key, value, expiresAt } of batch.puts ?? []) {
    const stored = encodeVersion((versions.get(key) ?? 0) + 1, 8 + value.length);
    stored.set(value, 8);
    keys.push(layout.record(key));
    if (expiresAt === undefined) args.push("S", stored);
    else args.push("X", stored, expiry(expiresAt));
  }
  for (const key of batch.deletes ?? []) {
    keys.push(layout.record(key));
    args.push("D");
  }
  for (const { op, index, sort, member } of batch.index ?? []) {
    keys.push(layout.index(index));
    args.push(op === "add" ? "+" : "-", indexMember({ sort, member }));
  }
  for (const stream of batch.dropStreams ?? []) {
    keys.push(layout.stream(stream));
    args.push("D");
  }
  for (const { stream, positions } of batch.trimStreams ?? []) {
    for (const position of positions) {
      keys.push(layout.stream(stream));
      args.push("M", streamId(position));
    }
  }
  for (const { stream, value } of batch.appends ?? []) {
    keys.push(layout.stream(stream));
    args.push("A", value);
  }
  for (const { queue, id: job } of batch.finish ?? []) {
    keys.push(...layout.queue(queue));
    args.push("F", job);
  }
  for (const { queue, id: job, due, value } of batch.postpone ?? []) {
    keys.push(...layout.queue(queue));
    args.push("P", job, due, value);
  }
  for (const { queue, id: job, due, value } of batch.enqueue ?? []) {
    const [order, values] = layout.queue(queue);
    keys.push(order, values);
    args.push("Q", job, due, value);
  }
  for (const key of batch.forget ?? []) {
    keys.push(layout.once(key));
    args.push("D");
  }
  return { keys, args, conditions };
}

/** Redis takes no instant 0; what expired in 1970 has expired one millisecond later too. */
function expiry(instant: number): number {
  return Math.max(1, instant);
}

export function decodeAnswer(answer: Buffer, conditions: readonly string[]): CommitResult {
  switch (answer.toString("latin1", 0, 1)) {
    case "C":
      return { kind: "committed" };
    case "E":
      return { kind: "expired" };
    case "R":
      return { kind: "replayed", result: answer.subarray(1) };
    default:
      return { kind: "conflict", key: conditions[Number(answer.toString("latin1", 1)) - 1] ?? "" };
  }
}
