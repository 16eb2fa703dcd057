import { readdir, readFile, stat } from "node:fs/promises";
import { basename, extname, join } from "node:path";
import { audit } from "../../casework/audit/audit.js";
import { beginWork } from "../../casework/store/unit-of-work.js";
import { describeChanges } from "../../knowledge/directory/diff.js";
import { importCsv } from "../../knowledge/directory/import-csv.js";
import { importXlsx } from "../../knowledge/directory/import-xlsx.js";
import { importXzufi } from "../../knowledge/directory/import-xzufi.js";
import type { DirectoryData, ImportFault, ImportResult } from "../../knowledge/directory/model.js";
import { settleReports } from "../../knowledge/directory/reports.js";
import { loadDirectory, storeDirectory } from "../../knowledge/directory/stored.js";
import type { Ledger } from "../turn/transact.js";
import { commitCommand } from "./command-request.js";

export type DirectoryImported =
  | {
      readonly kind: "imported" | "checked";
      readonly counts: Readonly<Record<keyof DirectoryData, number>>;
      readonly changes: readonly string[];
      readonly warnings: readonly ImportFault[];
    }
  | { readonly kind: "faulty"; readonly faults: readonly ImportFault[] };

/**
 * Replaces the whole directory by a folder of the four CSV files, a workbook or an XZuFi file; with any fault, or
 * in a dry run, nothing changes.
 */
export async function importDirectory(
  ledger: Ledger,
  path: string,
  { dryRun }: { readonly dryRun: boolean },
): Promise<DirectoryImported> {
  const now = await loadDirectory(beginWork(ledger.store, ledger.keyring, ledger.clock()));
  const read = await readDirectory(path, now);
  if ("faults" in read) return { kind: "faulty", faults: read.faults };
  const { data, warnings } = read;
  const changes = describeChanges(now ?? { places: [], topics: [], offices: [], responsibilities: [] }, data);
  const counts = {
    places: data.places.length,
    topics: data.topics.length,
    offices: data.offices.length,
    responsibilities: data.responsibilities.length,
  };
  if (!dryRun) {
    await commitCommand(ledger, async (unit) => {
      await storeDirectory(unit, data);
      await settleReports(unit, data);
      await audit(unit, "operator", "directory-imported", String(counts.responsibilities));
    });
  }
  return { kind: dryRun ? "checked" : "imported", counts, changes, warnings };
}

async function readDirectory(path: string, now: DirectoryData | undefined): Promise<ImportResult> {
  if ((await stat(path)).isDirectory()) {
    const names = (await readdir(path)).filter((name) => name.toLowerCase().endsWith(".csv")).sort();
    const files = names.map(async (name) => ({ name, text: await readFile(join(path, name), "utf8") }));
    return importCsv(await Promise.all(files));
  }
  const bytes = await readFile(path);
  if (extname(path).toLowerCase() === ".xlsx") return importXlsx(basename(path), bytes);
  return importXzufi(basename(path), bytes.toString("utf8"), now);
}
