import { deflateRawSync, inflateRawSync } from "node:zlib";

/** Bytes. Packing a short answer, such as an office, would take longer than it saves. */
const WORTH_IT = 8_000;
/** No JSON text begins with it. */
const DEFLATED = 1;
/** A card repeats itself within a few lines: a small window finds that, and zlib sets up no quarter of a megabyte. */
const QUICKLY = { level: 1, windowBits: 13, memLevel: 5 } as const;

/**
 * The result of a turn as bytes. It is kept for two weeks, and a card repeats itself so much that a tenth is left of
 * it. A long value makes LMDB look for pages side by side, which in a large store costs more than all else in a turn.
 */
export function packResult(result: unknown): Buffer {
  const json = Buffer.from(JSON.stringify(result ?? null));
  if (json.length < WORTH_IT) return json;
  const deflated = deflateRawSync(json, QUICKLY);
  return Buffer.concat([Buffer.of(DEFLATED), deflated]);
}

/** Reads what was packed, and results from before anything was. */
export function unpackResult(bytes: Buffer): unknown {
  const json = bytes[0] === DEFLATED ? inflateRawSync(bytes.subarray(1)) : bytes;
  return JSON.parse(json.toString());
}
