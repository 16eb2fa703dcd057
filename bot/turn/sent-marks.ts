import type { Store } from "../../casework/store/store.js";

/**
 * Remembers which turns' replies went out, so that a redelivery does not show them twice. Written a little
 * later and many at a time: a crash in between means a repeated answer, never a lost one.
 */
export type SentMarks = {
  readonly add: (key: string) => void;
  readonly has: (key: string) => Promise<boolean>;
  readonly flush: () => Promise<void>;
};

const GATHER_MS = 100;
const KEPT_MS = 24 * 60 * 60 * 1000;

export function sentMarks(store: Store, clock: () => number): SentMarks {
  const waiting = new Set<string>();
  let timer: NodeJS.Timeout | undefined;

  async function write(): Promise<void> {
    timer = undefined;
    const keys = [...waiting];
    const records = keys.map((key) => `sent/${key}`);
    try {
      const known = await store.get(records);
      const fresh = records.filter((_, i) => !known[i]);
      if (fresh.length > 0) {
        await store.commit({
          checks: fresh.map((key) => ({ key, version: 0 })),
          puts: fresh.map((key) => ({ key, value: Buffer.alloc(0), expiresAt: clock() + KEPT_MS })),
        });
      }
    } catch {
      // The store is away: the turns behind these marks were committed before, at worst they are answered twice.
    }
    for (const key of keys) waiting.delete(key);
  }

  return {
    add(key) {
      waiting.add(key);
      timer ??= setTimeout(write, GATHER_MS);
    },
    async has(key) {
      if (waiting.has(key)) return true;
      // The store is away: what it can't tell is answered, perhaps twice.
      const [stored] = await store.get([`sent/${key}`]).catch(() => []);
      return stored !== undefined;
    },
    async flush() {
      clearTimeout(timer);
      if (waiting.size > 0) await write();
    },
  };
}
