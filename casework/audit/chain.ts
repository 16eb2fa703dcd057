import { createHash } from "node:crypto";
import { z } from "zod";
import { type RecordKind, type StreamKind, SYSTEM_SCOPE } from "../store/record.js";
import type { Store } from "../store/store.js";
import type { UnitOfWork } from "../store/unit-of-work.js";
import { AUDIT_STREAM, AuditEntry, auditStream, isRead } from "./audit.js";

/**
 * The audit stream is chained after the fact: turns only append to it and read no version, and a leased job
 * seals what has come, block after block. Each entry's digest covers its position and its bytes; each block's
 * hash covers the one before. The digests stay when an entry is purged by age, so the chain does not break.
 * Sealed under the key of the scope `system`: whoever can write to the store but has no key cannot forge it.
 */
const Block = z.object({
  kind: z.literal("sealed"),
  /** First and last position, both inclusive. */
  from: z.number(),
  to: z.number(),
  /** Hash of the block before, in hex; empty for the first. */
  before: z.string(),
  hash: z.string(),
  /** 32 bytes an entry, base64. */
  digests: z.string(),
  at: z.number(),
});
type Block = z.infer<typeof Block>;

/** Positions (first and last, inclusive) whose entries were purged because of their age. */
const Purge = z.object({
  kind: z.literal("purged"),
  spans: z.array(z.tuple([z.number(), z.number()])),
  at: z.number(),
});

export const ChainLink = z.discriminatedUnion("kind", [Block, Purge]);
export type ChainLink = z.infer<typeof ChainLink>;

export const chainStream: StreamKind<ChainLink> = {
  name: "audit-chain",
  schema: ChainLink,
  scopes: () => [SYSTEM_SCOPE],
};

/** How far the chain goes; a chain that ends before it was cut off. */
const ChainHead = z.object({
  sealedTo: z.number(),
  hash: z.string(),
  /** Up to here entries were looked at for their age. */
  purgedTo: z.number(),
});
export type ChainHead = z.infer<typeof ChainHead>;

export const chainHead: RecordKind<ChainHead> = {
  name: "audit-head",
  schema: ChainHead,
  schemaVersion: 1,
  scopes: () => [SYSTEM_SCOPE],
};
export const HEAD = "all";
const START: ChainHead = { sealedTo: 0, hash: "", purgedTo: 0 };

export const DIGEST_BYTES = 32;
const BLOCK_ENTRIES = 1000;

export function digestOf(position: number, bytes: Buffer): Buffer {
  return createHash("sha256").update(`${position}\n`).update(bytes).digest();
}

export function hashOfBlock(block: Pick<Block, "from" | "to" | "before" | "digests">): string {
  const { from, to, before, digests } = block;
  return createHash("sha256").update(`${before}\n${from}\n${to}\n${digests}`).digest("hex");
}

/** Seals the next entries that are not sealed yet. True: there may be more. */
export async function sealNext(unit: UnitOfWork, store: Store): Promise<boolean> {
  const head = (await unit.read(chainHead, HEAD)) ?? START;
  const entries = await store.readStream(AUDIT_STREAM, { after: head.sealedTo, limit: BLOCK_ENTRIES });
  const last = entries.at(-1);
  if (!last) return false;
  const open = {
    from: head.sealedTo + 1,
    to: last.position,
    before: head.hash,
    digests: Buffer.concat(entries.map(({ position, value }) => digestOf(position, value))).toString(
      "base64",
    ),
  };
  const hash = hashOfBlock(open);
  await unit.append(chainStream, HEAD, { kind: "sealed", ...open, hash, at: unit.now });
  await unit.write(chainHead, HEAD, { ...head, sealedTo: last.position, hash });
  return entries.length === BLOCK_ENTRIES;
}

/**
 * Purges read entries older than `before` (ms since the epoch) that are sealed; disclosures and changes stay
 * (§ 79(4) SGB X). True: there may be more.
 */
export async function purgeNext(unit: UnitOfWork, store: Store, before: number): Promise<boolean> {
  const head = await unit.read(chainHead, HEAD);
  if (!head || head.purgedTo === head.sealedTo) return false;
  const limit = Math.min(BLOCK_ENTRIES, head.sealedTo - head.purgedTo);
  const entries = await store.readStream(AUDIT_STREAM, { after: head.purgedTo, limit });
  const gone: number[] = [];
  let seen = head.purgedTo;
  let young = false;
  for (const { position, value } of entries) {
    const entry = AuditEntry.safeParse(parsed(value));
    young = position > head.sealedTo || (entry.success && entry.data.at >= before);
    if (young) break;
    if (entry.success && isRead(entry.data)) gone.push(position);
    seen = position;
  }
  if (seen === head.purgedTo) return false;
  await unit.write(chainHead, HEAD, { ...head, purgedTo: seen });
  if (gone.length > 0) {
    unit.trimStream(auditStream, HEAD, gone);
    await unit.append(chainStream, HEAD, { kind: "purged", spans: spansOf(gone), at: unit.now });
  }
  return !young && entries.length === limit;
}

/** Ascending positions as spans of neighbours. */
function spansOf(positions: readonly number[]): [number, number][] {
  const spans: [number, number][] = [];
  for (const position of positions) {
    const last = spans.at(-1);
    if (last && last[1] === position - 1) last[1] = position;
    else spans.push([position, position]);
  }
  return spans;
}

/** Bytes that are no JSON are no entry: they stay, and verifying names them. */
export function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString());
  } catch {
    return undefined;
  }
}
