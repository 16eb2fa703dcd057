import { mkdirSync, realpathSync } from "node:fs";
import { open } from "lmdb";
import type { Tree } from "./lmdb-layout.js";
import { type Transactions, transactionsOn } from "./lmdb-transaction.js";

/** Address space only: pages are mapped as they are used, and LMDB doubles the map when it is full. */
const FIRST_MAP_BYTES = 256 * 1024 * 1024;

type Environment = Transactions & { readonly tree: Tree; close(): Promise<void> };
type Shared = { readonly environment: Environment; users: number; closing?: Promise<void> };

const environments = new Map<string, Shared>();

/**
 * Opens the environment in a folder, once per process: opening takes a write transaction on this thread, and
 * all stores of a process share one line of transactions.
 */
export async function acquireEnvironment(
  path: string,
): Promise<Omit<Environment, "close"> & { release(): Promise<void> }> {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  const folder = realpathSync(path);
  for (let closing = environments.get(folder)?.closing; closing; ) {
    await closing;
    closing = environments.get(folder)?.closing;
  }
  const shared = environments.get(folder) ?? { environment: openEnvironment(folder), users: 0 };
  environments.set(folder, shared);
  shared.users++;
  return {
    ...shared.environment,
    async release() {
      shared.users--;
      if (shared.users > 0) return;
      shared.closing = shared.environment.close().finally(() => environments.delete(folder));
      await shared.closing;
    },
  };
}

function openEnvironment(path: string): Environment {
  const binary = { encoding: "binary", keyEncoding: "binary" } as const;
  const tree = open<Buffer, Buffer>({
    ...binary,
    path,
    noSubdir: false,
    mapSize: FIRST_MAP_BYTES,
    // A commit is acknowledged and seen by readers when it is on the disk, not before.
    overlappingSync: false,
    // With it, lmdb makes a promise of its own that nobody can catch, and a full disk would end the process.
    eventTurnBatching: false,
  });
  const counter = tree.openDB<Buffer, Buffer>({ ...binary, name: "counter", useVersions: true });
  return { tree, ...transactionsOn(tree, counter), close: () => tree.close() };
}
