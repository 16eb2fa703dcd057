import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openLmdbStore } from "../../adapters/storage/lmdb.js";
import type { Ledger } from "../../bot/turn/transact.js";
import { fixedKeys, openKeyring } from "../../casework/store/keyring.js";
import { newDataKey } from "../../casework/store/vault.js";

/** A ledger on an embedded store of its own, with a clock that a test may set. */
export async function openLedger(): Promise<
  Ledger & { folder: string; close: () => Promise<void>; setClock: (ms: number) => void }
> {
  const path = await mkdtemp(join(tmpdir(), "kim-ledger-"));
  let shift = 0;
  const clock = () => Date.now() + shift;
  const store = await openLmdbStore({ path, now: clock });
  const keyring = await openKeyring(store, fixedKeys([newDataKey()]));
  return {
    store,
    keyring,
    clock,
    folder: path,
    setClock: (ms) => {
      shift = ms - Date.now();
    },
    async close() {
      await store.close();
      await rm(path, { recursive: true, force: true });
    },
  };
}
