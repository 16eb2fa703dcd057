import type { IndexEntry, RangeOptions } from "../../casework/store/store.js";

/**
 * How the port's data lies in Redis. All keys share one hash tag, so that a commit is one slot of a cluster.
 *
 *     {kim}:r:key      string   8 bytes version (big-endian), then the value; expires by itself
 *     {kim}:o:key      string   idempotency marker: the result; expires by itself
 *     {kim}:c:id       string   mark of one commit: what was answered; for repetitions after a lost reply
 *     {kim}:i:index    zset     `sort 0 member`, all with score 0: sorted by their bytes
 *     {kim}:s:stream   stream   entry 0-n is position n
 *     {kim}:q:queue    zset     job ids by due instant
 *     {kim}:j:queue    hash     job id → value
 *     {kim}:l:queue    hash     job id → lease
 */
export type RedisLayout = {
  readonly record: (key: string) => string;
  readonly once: (key: string) => string;
  readonly mark: (id: string) => string;
  readonly index: (index: string) => string;
  readonly stream: (stream: string) => string;
  /** Order, values and leases of a queue. */
  readonly queue: (queue: string) => readonly [string, string, string];
  readonly meta: (name: string) => string;
  /** Channel that tells of new jobs. */
  readonly channel: string;
};

export function layoutOf(name: string): RedisLayout {
  const tag = `{${name}}:`;
  return {
    record: (key) => `${tag}r:${key}`,
    once: (key) => `${tag}o:${key}`,
    mark: (id) => `${tag}c:${id}`,
    index: (index) => `${tag}i:${index}`,
    stream: (stream) => `${tag}s:${stream}`,
    queue: (queue) => [`${tag}q:${queue}`, `${tag}j:${queue}`, `${tag}l:${queue}`],
    meta: (what) => `${tag}m:${what}`,
    channel: `${tag}enqueued`,
  };
}

/** `key 0-n` of a stream position, and back. */
export const streamId = (position: number): string => `0-${position}`;
export const positionOf = (id: string): number => Number(id.slice(2));

export function encodeVersion(version: number, size = 8): Buffer {
  const bytes = Buffer.allocUnsafe(size);
  bytes.writeUInt32BE(Math.floor(version / 0x1_0000_0000), 0);
  bytes.writeUInt32BE(version % 0x1_0000_0000, 4);
  return bytes;
}

export function decodeRecord(bytes: Buffer): { readonly version: number; readonly value: Buffer } {
  return {
    version: bytes.readUInt32BE(0) * 0x1_0000_0000 + bytes.readUInt32BE(4),
    value: bytes.subarray(8),
  };
}

/** An index entry as a member of its sorted set, and back. */
export const indexMember = ({ sort, member }: IndexEntry): string => `${sort}\0${member}`;

export function splitEntry(text: string): IndexEntry {
  const at = text.indexOf("\0");
  return { sort: text.slice(0, at), member: text.slice(at + 1) };
}

export type Bounds = { readonly low: string; readonly high: string };

/**
 * The range as bounds of ZRANGEBYLEX; undefined if nothing can be in it. An entry is longer than its `sort`, so
 * all entries of a sort lie behind the sort itself.
 */
export function boundsOf({ from, to, after, reverse = false }: RangeOptions): Bounds | undefined {
  // An empty bound is below everything, but Redis has no way to write it.
  if (to === "") return undefined;
  const low = from ? `[${from}` : "-";
  const high = to === undefined ? "+" : `(${to}`;
  if (!after) return { low, high };
  const behind = `(${indexMember(after)}`;
  if (reverse) return { low, high: high === "+" || compareBounds(behind, high) < 0 ? behind : high };
  return { low: low === "-" || compareBounds(behind, low) > 0 ? behind : low, high };
}

function compareBounds(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a.slice(1)), Buffer.from(b.slice(1)));
}
