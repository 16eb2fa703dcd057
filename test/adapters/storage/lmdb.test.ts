import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openLmdbStore } from "../../../adapters/storage/lmdb.js";
import { contractSuite } from "./contract.js";

contractSuite("LMDB", async () => {
  const path = await mkdtemp(join(tmpdir(), "kim-lmdb-"));
  const store = await openLmdbStore({ path });
  return { store, second: await openLmdbStore({ path }), end: () => rm(path, { recursive: true }) };
});
