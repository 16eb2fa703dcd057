import { z } from "zod";
import type { Store } from "../../casework/store/store.js";

/**
 * Remembers which turns' replies went out, so that a redelivery does not show them twice. Written a little
 * later and many at a time: a crash in between means a repeated answer, never a lost one.
 */
export type SentMarks = {
  readonly add: (key: string, activityIds: readonly string[]) => void;
  readonly has: (key: string) => Promise<boolean>;
  /** Ids of the messages that answered it; empty where that is not known, or longer than a day ago. */
  readonly answersTo: (key: string) => Promise<readonly string[]>;
  readonly flush: () => Promise<void>;
};

const activityIdList = z.array(z.string());

const GATHER_MS = 100;
const KEPT_MS = 24 * 60 * 60 * 1000;

/** From its commit until its mark is written an instance takes no longer, unless it died. */
const SOON_MS = 1_000;

/**
 * Whether the replies of a turn went out that was committed at `committed` (ms since the epoch), perhaps by another
 * instance, which answers at this very moment: then its mark is about to be written.
 */
export async function wentOut(
  marks: SentMarks,
  key: string,
  committed: number,
  clock: () => number,
): Promise<boolean> {
  for (;;) {
    if (await marks.has(key)) return true;
    if (Math.abs(clock() - committed) > SOON_MS) return false;
    await new Promise((later) => setTimeout(later, GATHER_MS / 2));
  }
}

export function sentMarks(store: Store, clock: () => number): SentMarks {
  const waiting = new Map<string, readonly string[]>();
  let timer: NodeJS.Timeout | undefined;

  async function write(): Promise<void> {
    timer = undefined;
    const marks = [...waiting];
    const records = marks.map(([key]) => `sent/${key}`);
    try {
      const known = await store.get(records);
      const fresh = marks.flatMap(([, ids], i) => (known[i] ? [] : [{ key: records[i] ?? "", ids }]));
      if (fresh.length > 0) {
        await store.commit({
          checks: fresh.map(({ key }) => ({ key, version: 0 })),
          puts: fresh.map(({ key, ids }) => ({
            key,
            value: Buffer.from(JSON.stringify(ids)),
            expiresAt: clock() + KEPT_MS,
          })),
        });
      }
    } catch {
      // The store is away: the turns behind these marks were committed before, at worst they are answered twice.
    }
    for (const [key] of marks) waiting.delete(key);
  }

  return {
    add(key, activityIds) {
      waiting.set(key, activityIds);
      timer ??= setTimeout(write, GATHER_MS);
    },
    async has(key) {
      if (waiting.has(key)) return true;
      // The store is away: what it can't tell is answered, perhaps twice.
      const [stored] = await store.get([`sent/${key}`]).catch(() => []);
      return stored !== undefined;
    },
    async answersTo(key) {
      const ids = waiting.get(key);
      if (ids) return ids;
      const [stored] = await store.get([`sent/${key}`]);
      // Marks of former versions are empty.
      const text = stored?.value.toString() ?? "";
      return text === "" ? [] : activityIdList.parse(JSON.parse(text));
    },
    async flush() {
      clearTimeout(timer);
      if (waiting.size > 0) await write();
    },
  };
}
