import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { beginWork } from "../casework/store/unit-of-work.js";
import { CURRENT, directoryEdition } from "../knowledge/directory/stored.js";
import { importDirectory } from "./commands/import-directory.js";
import { importStaff } from "./commands/import-staff.js";
import { ingestDocuments } from "./commands/ingest-documents.js";
import { packageRoot } from "./package-root.js";
import type { Ledger } from "./turn/transact.js";

/** Demo mode: fills a store that holds no directory yet with the samples, through the same doors as everybody. */
export async function seedSamples(ledger: Ledger): Promise<boolean> {
  const unit = beginWork(ledger.store, ledger.keyring, ledger.clock());
  if (await unit.read(directoryEdition, CURRENT)) return false;
  const samples = join(packageRoot(), "bot", "samples");
  await importStaff(ledger, await readFile(join(samples, "staff.csv"), "utf8"));
  const documents = join(samples, "documents");
  const names = (await readdir(documents)).sort();
  await ingestDocuments(
    ledger,
    names.map((name) => join(documents, name)),
  );
  // Last, because it marks the store as filled.
  await importDirectory(ledger, join(samples, "directory"), { dryRun: false });
  return true;
}
