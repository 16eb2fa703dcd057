import { envelope, sealAll, unsealAll } from "./envelope.js";
import { canBeThere, type Keyring, keyRecord, openScope, WRAPPING_KEY, wrappingKey } from "./keyring.js";
import { keysAtHand } from "./keys-at-hand.js";
import { decodeRecord, encodeRecord, keyOf, type RecordKind, type StreamKind } from "./record.js";
import type { Batch, IndexEntry, RangeOptions, Store, Stored, StreamOptions } from "./store.js";
import { type DataKey, type MasterKey, newDataKey, wrapKey } from "./vault.js";

/** A record to be read ahead. */
export type Wanted = { readonly kind: RecordKind<unknown>; readonly id: string };

/** A task for later: mail, a message, a reminder. Idempotent by `id`. */
export type JobRequest = {
  readonly queue: string;
  readonly id: string;
  /** Not before this instant, ms since the epoch. */
  readonly due: number;
  readonly payload: unknown;
  /** The payload is unreadable once one of these scopes' keys is destroyed. */
  readonly scopes: readonly string[];
};

/**
 * One turn's view of the store. Reads go to the engine and are remembered with their version; writes are
 * collected. Nothing is visible to anybody before `store.commit(batch())` says so, and that commit fails if
 * anything that was read has changed. Reads see this unit's own writes; ranges and streams do not.
 */
export type UnitOfWork = {
  /** The instant of this turn, ms since the epoch; the same in every run of it. */
  readonly now: number;
  read<T>(kind: RecordKind<T>, id: string): Promise<T | undefined>;
  readMany<T>(kind: RecordKind<T>, ids: readonly string[]): Promise<readonly (T | undefined)[]>;
  /** Reads records of several kinds and keys of scopes in one round trip, so that the reads that follow cost none. */
  prefetch(wanted: readonly Wanted[], scopes?: readonly string[]): Promise<void>;
  write<T>(kind: RecordKind<T>, id: string, value: T, options?: { expiresAt?: number }): Promise<void>;
  remove<T>(kind: RecordKind<T>, id: string): Promise<void>;
  range(index: string, options?: RangeOptions): Promise<readonly IndexEntry[]>;
  addToIndex(index: string, entry: IndexEntry): void;
  removeFromIndex(index: string, entry: IndexEntry): void;
  append<T>(kind: StreamKind<T>, id: string, entry: T): Promise<void>;
  /** What this unit appends to streams of a kind so far. */
  appended<T>(kind: StreamKind<T>): readonly T[];
  readStream<T>(
    kind: StreamKind<T>,
    id: string,
    options?: StreamOptions,
  ): Promise<readonly { readonly position: number; readonly entry: T }[]>;
  dropStream(kind: StreamKind<unknown>, id: string): void;
  /** Takes entries out by position; the other positions stay. */
  trimStream(kind: StreamKind<unknown>, id: string, positions: readonly number[]): void;
  enqueue(job: JobRequest): Promise<void>;
  /** Ends a leased job with this commit. */
  finish(job: { readonly queue: string; readonly id: string; readonly token?: string }): void;
  /** This turn uses the nonce up: whoever presses that card again gets this turn's replies. */
  spend(nonce: string): void;
  /**
   * Makes this turn exclude every other that touches the same guard, for decisions that rest on something
   * being absent (a double booking, the last open vote).
   */
  guard(name: string): Promise<void>;
  /** Nothing of this unit lands after that instant (ms since the epoch), by the engine's own clock. */
  notAfter(instant: number): void;
  /** Seals bytes under the keys of all cases that this unit read or wrote, so that erasing one of them ends it. */
  sealResult(additionalData: string, plain: Buffer): Buffer;
  /** Destroys the key of a scope: all that was sealed under it is unreadable from this commit on, copies too. */
  destroyScope(scope: string): Promise<void>;
  /** Whether a scope has a key: a case that was erased, or never was, has none. */
  hasScope(scope: string): Promise<boolean>;
  /** This turn shows nothing of the scope, though it looked into it: the person may not see it. */
  withhold(scope: string): void;
  /** The scopes that this turn read or wrote and does not withhold, without `system`. */
  scopesShown(): readonly string[];
  /** What is to be committed. */
  batch(): Batch;
  readonly spent: readonly string[];
};

type Known = { version: number; value?: unknown; write?: { bytes: Buffer; expiresAt?: number } | "delete" };

const NO_SCOPES: readonly string[] = [];

export function beginWork(store: Store, keyring: Keyring, now: number): UnitOfWork {
  const known = new Map<string, Known>();
  const keys = keysAtHand(keyring);
  const index: NonNullable<Batch["index"]>[number][] = [];
  const appends: { stream: string; value: Buffer }[] = [];
  const entries: { readonly kind: string; readonly entry: unknown }[] = [];
  const dropped: string[] = [];
  const withheld = new Set<string>();
  const trimmed: NonNullable<Batch["trimStreams"]>[number][] = [];
  const jobs: NonNullable<Batch["enqueue"]>[number][] = [];
  const finished: NonNullable<Batch["finish"]>[number][] = [];
  const spent: string[] = [];
  let deadline = Number.POSITIVE_INFINITY;
  let wrapping: Promise<MasterKey> | undefined;

  function scopesOf(kind: { readonly scopes: "none" | ((id: string) => readonly string[]) }, id: string) {
    return kind.scopes === "none" ? NO_SCOPES : kind.scopes(id);
  }

  /** The data keys of scopes; undefined if one of them has none. */
  async function keysOf(scopes: readonly string[]): Promise<readonly DataKey[] | undefined> {
    if (!canBeThere("", scopes)) return undefined;
    await load([], scopes);
    return keys.use(scopes);
  }

  /** The data keys of scopes, made anew where a scope has none yet. */
  async function keysFor(scopes: readonly string[]): Promise<readonly DataKey[]> {
    if (!scopes.every((scope) => keys.has(scope))) await load([], scopes);
    for (const scope of scopes) {
      if (keys.has(scope)) continue;
      const key = newDataKey();
      keys.put(scope, key);
      const record = known.get(keyRecord(scope)) ?? { version: 0 };
      known.set(keyRecord(scope), { ...record, write: { bytes: await wrapped(scope, key) } });
    }
    return keys.need(scopes);
  }

  /** Wraps a new data key; that this master key is the one to do so is checked when the unit is committed. */
  async function wrapped(scope: string, key: DataKey): Promise<Buffer> {
    wrapping ??= store.get([WRAPPING_KEY]).then(([stored]) => {
      known.set(WRAPPING_KEY, { version: stored?.version ?? 0 });
      return wrappingKey(keyring.masters, stored);
    });
    return wrapKey(await wrapping, scope, key);
  }

  async function adoptKey(scope: string, stored: Stored | undefined): Promise<void> {
    const key = await openScope(keyring, scope, stored);
    if (known.has(keyRecord(scope))) return;
    known.set(keyRecord(scope), { version: stored?.version ?? 0 });
    if (key) keys.put(scope, key);
  }

  function isUnread(scope: string): boolean {
    return !keys.has(scope) && !known.has(keyRecord(scope));
  }

  async function load(wanted: readonly Wanted[], alone: readonly string[] = NO_SCOPES): Promise<void> {
    const unread: {
      readonly key: string;
      readonly kind: Wanted["kind"];
      readonly sealedBy: readonly string[];
    }[] = [];
    const missing = new Set(alone.filter(isUnread));
    for (const { kind, id } of wanted) {
      const key = keyOf(kind, id);
      if (known.has(key)) continue;
      const sealedBy = scopesOf(kind, id);
      if (!canBeThere(key, sealedBy)) continue;
      unread.push({ key, kind, sealedBy });
      for (const scope of sealedBy) if (isUnread(scope)) missing.add(scope);
    }
    if (unread.length + missing.size === 0) return;
    const scopes = [...missing];
    const stored = await store.get([...unread.map(({ key }) => key), ...scopes.map(keyRecord)]);
    for (const [i, scope] of scopes.entries()) await adoptKey(scope, stored[unread.length + i]);
    for (const [i, { key, kind, sealedBy }] of unread.entries()) {
      // Read or written by something that ran beside this: what was there first counts, or its version would be lost.
      if (known.has(key)) continue;
      const record = stored[i];
      if (!record) {
        known.set(key, { version: 0 });
        continue;
      }
      const opening = keys.use(sealedBy);
      // A record whose key was destroyed is erased, even where its bytes linger.
      if (!opening) {
        known.set(key, { version: record.version });
        continue;
      }
      const bytes = unsealAll(opening, `${key}@${record.version}`, record.value);
      known.set(key, { version: record.version, value: decodeRecord(kind, bytes) });
    }
  }

  return {
    now,
    async read<T>(kind: RecordKind<T>, id: string) {
      await load([{ kind, id }]);
      return known.get(keyOf(kind, id))?.value as T | undefined;
    },
    prefetch: load,
    async readMany<T>(kind: RecordKind<T>, ids: readonly string[]) {
      await load(ids.map((id) => ({ kind, id })));
      return ids.map((id) => known.get(keyOf(kind, id))?.value as T | undefined);
    },
    async write(kind, id, value, options) {
      await load([{ kind, id }]);
      const key = keyOf(kind, id);
      const version = known.get(key)?.version ?? 0;
      const sealing = await keysFor(scopesOf(kind, id));
      const bytes = sealAll(sealing, `${key}@${version + 1}`, encodeRecord(kind, value));
      known.set(key, { version, value, write: { bytes, ...options } });
    },
    async remove(kind, id) {
      await load([{ kind, id }]);
      const key = keyOf(kind, id);
      known.set(key, { version: known.get(key)?.version ?? 0, write: "delete" });
    },
    range: async (name, options) => (canBeThere(name, []) ? store.range(name, options) : []),
    addToIndex(name, entry) {
      index.push({ op: "add", index: name, ...entry });
    },
    removeFromIndex(name, entry) {
      index.push({ op: "remove", index: name, ...entry });
    },
    async append(kind, id, entry) {
      const stream = `${kind.name}/${id}`;
      const sealing = await keysFor(scopesOf(kind, id));
      const plain = Buffer.from(JSON.stringify(kind.schema.parse(entry)));
      appends.push({ stream, value: sealAll(sealing, stream, plain) });
      entries.push({ kind: kind.name, entry });
    },
    appended<T>(kind: StreamKind<T>) {
      return entries.filter((one) => one.kind === kind.name).map(({ entry }) => entry as T);
    },
    async readStream(kind, id, options) {
      const stream = `${kind.name}/${id}`;
      const opening = await keysOf(scopesOf(kind, id));
      if (!opening || !canBeThere(stream, [])) return [];
      const entries = await store.readStream(stream, options);
      return entries.map(({ position, value }) => ({
        position,
        entry: kind.schema.parse(JSON.parse(unsealAll(opening, stream, value).toString())),
      }));
    },
    dropStream(kind, id) {
      dropped.push(`${kind.name}/${id}`);
    },
    trimStream(kind, id, positions) {
      trimmed.push({ stream: `${kind.name}/${id}`, positions });
    },
    async enqueue({ queue, id, due, payload, scopes }) {
      const sealing = await keysFor(scopes);
      const sealed = sealAll(sealing, `job/${id}`, Buffer.from(JSON.stringify(payload)));
      jobs.push({ queue, id, due, value: envelope(scopes, sealed) });
    },
    finish(job) {
      finished.push(job);
    },
    spend(nonce) {
      spent.push(nonce);
    },
    async guard(name) {
      const key = `guard/${name}`;
      // The first look counts: what was decided since rests on it.
      if (known.has(key)) return;
      const [stored] = await store.get([key]);
      known.set(key, { version: stored?.version ?? 0, write: { bytes: Buffer.alloc(0) } });
    },
    notAfter(instant) {
      deadline = Math.min(deadline, instant);
    },
    sealResult: keys.sealUnderUsed,
    async destroyScope(scope) {
      await keysOf([scope]);
      const key = keyRecord(scope);
      known.set(key, { version: known.get(key)?.version ?? 0, write: "delete" });
      withheld.add(scope);
    },
    async hasScope(scope) {
      if (canBeThere("", [scope])) await load([], [scope]);
      return keys.has(scope);
    },
    withhold(scope) {
      withheld.add(scope);
    },
    scopesShown: () => keys.used().filter((scope) => !withheld.has(scope)),
    batch() {
      const checks: { key: string; version: number }[] = [];
      const puts: NonNullable<Batch["puts"]>[number][] = [];
      const deletes: string[] = [];
      known.forEach(({ version, write }, key) => {
        checks.push({ key, version });
        if (write === "delete") deletes.push(key);
        else if (write) {
          const expiry = write.expiresAt === undefined ? {} : { expiresAt: write.expiresAt };
          puts.push({ key, value: write.bytes, ...expiry });
        }
      });
      return {
        checks,
        puts,
        deletes,
        index,
        dropStreams: dropped,
        trimStreams: trimmed,
        appends,
        enqueue: jobs,
        finish: finished,
        ...(Number.isFinite(deadline) ? { deadline } : {}),
      };
    },
    spent,
  };
}
