import type { Database } from "lmdb";
import type { IndexEntry, Trace } from "../../casework/store/store.js";

/**
 * How the port's data lies in one LMDB tree. A key is UTF-8 text: one letter for the kind, then names that are
 * separated by U+0000 (which no name holds), so that LMDB's byte order is the order of the port. Numbers in
 * keys are 14 hex digits, which sort as they count.
 *
 *     m name                       the layout's version, the last ping
 *     r key                        record: version, expiry, value
 *     o key                        idempotency marker: expiry, result
 *     x when (r|o) key             what expires when, for the sweep
 *     i index 0 sort 0 member      index entry, no value
 *     h stream                     last position given out
 *     s stream 0 position          stream entry
 *     q queue 0 due 0 id           order of a queue, no value
 *     j queue 0 id                 job: due, lease, attempt, value
 */
export type Tree = Database<Buffer, Buffer>;

/**
 * The value of a key, copied out of lmdb's one buffer before the next read writes over it. lmdb's own copy takes an
 * ArrayBuffer for each value, which costs more than reading it; this one comes out of Node's pool.
 */
export function bytesAt(tree: Tree, key: Buffer): Buffer | undefined {
  const shared = tree.getBinaryFast(key);
  if (!shared) return undefined;
  // Its length is that of the value, its memory is longer.
  const bytes = Buffer.allocUnsafe(shared.length);
  bytes.set(shared.subarray(0, shared.length));
  return bytes;
}

export const nothing = Buffer.alloc(0);

export const metaKey = (name: string): Buffer => Buffer.from(`m${name}`);
export const recordKey = (key: string): Buffer => Buffer.from(`r${key}`);
export const onceKey = (key: string): Buffer => Buffer.from(`o${key}`);
export const expiryKey = (when: number, kind: "r" | "o", key: string): Buffer =>
  Buffer.from(`x${digits(when)}${kind}${key}`);
export const indexKey = (index: string, { sort, member }: IndexEntry): Buffer =>
  Buffer.from(`i${index}\0${sort}\0${member}`);
export const streamHeadKey = (stream: string): Buffer => Buffer.from(`h${stream}`);
export const streamKey = (stream: string, position: number): Buffer =>
  Buffer.from(`s${stream}\0${digits(position)}`);
export const queueKey = (queue: string, due: number, id: string): Buffer =>
  Buffer.from(`q${queue}\0${digits(due)}\0${id}`);
export const jobKey = (queue: string, id: string): Buffer => Buffer.from(`j${queue}\0${id}`);

/** First key of those of `kind` that belong to `name`, and the first behind them. */
export function bounds(kind: "i" | "s" | "q", name: string): { readonly from: Buffer; readonly to: Buffer } {
  return { from: Buffer.from(`${kind}${name}\0`), to: Buffer.from(`${kind}${name}\x01`) };
}

/** What a key stands for where it can be a trace; the others follow from these. */
export function traceOf(key: Uint8Array): Trace | undefined {
  const [first = "", second = "", third = ""] = partsOf(key);
  switch (String.fromCharCode(key[0] ?? 0)) {
    case "r":
      return { kind: "record", key: first };
    case "o":
      return { kind: "once", key: first };
    case "i":
      return { kind: "index", index: first, sort: second, member: third };
    case "h":
      return { kind: "stream", stream: first };
    case "j":
      return { kind: "job", queue: first, id: second };
    default:
      return undefined;
  }
}

/** The name parts of a key, without the kind. */
export function partsOf(key: Uint8Array): readonly string[] {
  return Buffer.from(key.buffer, key.byteOffset + 1, key.byteLength - 1)
    .toString()
    .split("\0");
}

export function digits(value: number): string {
  return value.toString(16).padStart(14, "0");
}

export type RecordEntry = { readonly version: number; readonly expiresAt: number; readonly value: Buffer };

const NEVER = -1;

/** `expiresAt` undefined: never. Numbers are stored as doubles, exact for every safe integer. */
export function encodeRecord(version: number, expiresAt: number | undefined, value: Buffer): Buffer {
  const bytes = Buffer.allocUnsafe(16 + value.length);
  bytes.writeDoubleBE(version, 0);
  bytes.writeDoubleBE(expiresAt ?? NEVER, 8);
  bytes.set(value, 16);
  return bytes;
}

export function decodeRecord(bytes: Uint8Array): RecordEntry {
  return { ...decodeHead(bytes), value: asBuffer(bytes).subarray(16) };
}

/** What stands before the value. */
export function decodeHead(bytes: Uint8Array): Pick<RecordEntry, "version" | "expiresAt"> {
  const buffer = asBuffer(bytes);
  const expiresAt = buffer.readDoubleBE(8);
  return {
    version: buffer.readDoubleBE(0),
    expiresAt: expiresAt === NEVER ? Number.POSITIVE_INFINITY : expiresAt,
  };
}

export function encodeOnce(expiresAt: number, result: Buffer): Buffer {
  const bytes = Buffer.allocUnsafe(8 + result.length);
  bytes.writeDoubleBE(expiresAt, 0);
  bytes.set(result, 8);
  return bytes;
}

export function decodeOnce(bytes: Uint8Array): { readonly expiresAt: number; readonly result: Buffer } {
  const buffer = asBuffer(bytes);
  return { expiresAt: buffer.readDoubleBE(0), result: buffer.subarray(8) };
}

/** A job as stored. `token` is empty while nobody holds the job; a held one is a UUID. */
export type JobEntry = {
  readonly due: number;
  readonly leasedUntil: number;
  readonly attempt: number;
  readonly token: string;
  readonly value: Buffer;
};

const TOKEN_LENGTH = 36;
const FREE = "".padEnd(TOKEN_LENGTH);

export function encodeJob({ due, leasedUntil, attempt, token, value }: JobEntry): Buffer {
  const bytes = Buffer.allocUnsafe(24 + TOKEN_LENGTH + value.length);
  bytes.writeDoubleBE(due, 0);
  bytes.writeDoubleBE(leasedUntil, 8);
  bytes.writeDoubleBE(attempt, 16);
  bytes.write(token === "" ? FREE : token, 24, "latin1");
  bytes.set(value, 24 + TOKEN_LENGTH);
  return bytes;
}

export function decodeJob(bytes: Uint8Array): JobEntry {
  const buffer = asBuffer(bytes);
  const token = buffer.toString("latin1", 24, 24 + TOKEN_LENGTH);
  return {
    due: buffer.readDoubleBE(0),
    leasedUntil: buffer.readDoubleBE(8),
    attempt: buffer.readDoubleBE(16),
    token: token === FREE ? "" : token,
    value: buffer.subarray(24 + TOKEN_LENGTH),
  };
}

export function encodePosition(position: number): Buffer {
  const bytes = Buffer.allocUnsafe(8);
  bytes.writeDoubleBE(position);
  return bytes;
}

export function decodePosition(bytes: Uint8Array | undefined): number {
  return bytes ? asBuffer(bytes).readDoubleBE(0) : 0;
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
