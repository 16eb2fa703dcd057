import { mkdirSync, realpathSync } from "node:fs";
import { open } from "lmdb";
import type { Tree } from "./lmdb-layout.js";

/** Address space only: pages are mapped as they are used, and LMDB doubles the map when it is full. */
const FIRST_MAP_BYTES = 256 * 1024 * 1024;

type Shared = { readonly tree: Tree; users: number; closing?: Promise<void> };

const environments = new Map<string, Shared>();

/**
 * Opens the environment in a folder, once per process: opening takes a write transaction on this thread, and
 * if another handle of this process had one under way, each would wait for the other for good.
 */
export async function acquireTree(path: string): Promise<{ tree: Tree; release: () => Promise<void> }> {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  const folder = realpathSync(path);
  for (let closing = environments.get(folder)?.closing; closing; ) {
    await closing;
    closing = environments.get(folder)?.closing;
  }
  const shared = environments.get(folder) ?? { tree: openTree(folder), users: 0 };
  environments.set(folder, shared);
  shared.users++;
  return {
    tree: shared.tree,
    async release() {
      shared.users--;
      if (shared.users > 0) return;
      shared.closing = shared.tree.close().finally(() => environments.delete(folder));
      await shared.closing;
    },
  };
}

function openTree(path: string): Tree {
  return open<Buffer, Buffer>({
    path,
    noSubdir: false,
    encoding: "binary",
    keyEncoding: "binary",
    mapSize: FIRST_MAP_BYTES,
    // A commit is acknowledged and seen by readers when it is on the disk, not before.
    overlappingSync: false,
    // With it, lmdb makes a promise of its own that nobody can catch, and a full disk would end the process.
    eventTurnBatching: false,
  });
}
