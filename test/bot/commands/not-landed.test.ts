import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { importDirectory } from "../../../bot/commands/import-directory.js";
import { importStaff } from "../../../bot/commands/import-staff.js";
import { ingestDocuments } from "../../../bot/commands/ingest-documents.js";
import { packageRoot } from "../../../bot/package-root.js";
import type { Ledger } from "../../../bot/turn/transact.js";
import { openLedger } from "../ledger.js";

let ledger: Awaited<ReturnType<typeof openLedger>>;
let tooLate: Ledger;
let folder: string;
beforeAll(async () => {
  ledger = await openLedger();
  // As where others change the same all the time until the minute of a command is over.
  tooLate = { ...ledger, store: { ...ledger.store, commit: async () => ({ kind: "expired" }) } };
  folder = await mkdtemp(join(tmpdir(), "kim-late-"));
  await writeFile(join(folder, "wohngeld.md"), "# Wohngeld\n\nWohngeld ist ein Zuschuss zur Miete.");
});
afterAll(async () => {
  await ledger.close();
  await rm(folder, { recursive: true, force: true });
});

const STAFF =
  "aadObjectId;name;email;role;agency;rechtskreis\na;A;a@example.org;case-manager;Stadt Eschweiler;\n";

test.each([
  ["a staff list", () => importStaff(tooLate, STAFF)],
  ["documents", () => ingestDocuments(tooLate, [folder])],
  [
    "a directory",
    () => importDirectory(tooLate, join(packageRoot(), "bot", "samples", "directory"), { dryRun: false }),
  ],
])("%s that could not be stored is not said to be in", async (_, command) => {
  await expect(command()).rejects.toThrow("ließ sich nicht speichern");
});
