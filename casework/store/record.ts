import type { z } from "zod";

/**
 * What a kind of record is: where it lies, which schema it has now and how older ones become it.
 * Values are zod-parsed on the way in and out, so a record that the code does not understand never spreads.
 */
export type RecordKind<T> = {
  /** First part of the key: `case` for `case/K-7F3Q9`. */
  readonly name: string;
  readonly schema: z.ZodType<T>;
  /** Counts from 1. `upgrades[n]` turns data of schema version n + 1 into n + 2. */
  readonly schemaVersion: number;
  readonly upgrades?: readonly ((old: unknown) => unknown)[];
  /** `none`: not personal, stored in the clear. Otherwise the scopes whose keys seal it. */
  readonly scopes: "none" | ((id: string) => readonly string[]);
};

/** A stream of entries that are only ever appended, each sealed under the keys of `scopes`. */
export type StreamKind<T> = {
  readonly name: string;
  readonly schema: z.ZodType<T>;
  readonly scopes: "none" | ((id: string) => readonly string[]);
};

export function keyOf(kind: { readonly name: string }, id: string): string {
  return `${kind.name}/${id}`;
}

export function caseScope(caseId: string): string {
  return `case:${caseId}`;
}

export const SYSTEM_SCOPE = "system";

/** The stored data is of a newer schema than this version of the program knows, or does not fit its schema. */
export class RecordNotReadable extends Error {
  override readonly name = "RecordNotReadable";
}

export function encodeRecord<T>(kind: RecordKind<T>, value: T): Buffer {
  return Buffer.from(JSON.stringify({ s: kind.schemaVersion, d: kind.schema.parse(value) }));
}

/** @throws RecordNotReadable */
export function decodeRecord<T>(kind: RecordKind<T>, bytes: Buffer): T {
  const { s, d } = JSON.parse(bytes.toString()) as { s: number; d: unknown };
  if (s > kind.schemaVersion) {
    throw new RecordNotReadable(`${kind.name}: schema ${s} is newer than ${kind.schemaVersion}`);
  }
  let data = d;
  for (let version = s; version < kind.schemaVersion; version++) data = kind.upgrades?.[version - 1]?.(data);
  const parsed = kind.schema.safeParse(data);
  if (!parsed.success) throw new RecordNotReadable(`${kind.name}: ${parsed.error.message}`);
  return parsed.data;
}
