import { z } from "zod";
import type { RecordKind } from "../../casework/store/record.js";
import type { UnitOfWork } from "../../casework/store/unit-of-work.js";
import { type DirectoryData, directorySchema } from "./model.js";

/** The directory is one record: an import replaces it whole, and nobody ever sees half of one. */
export const dataRecord: RecordKind<DirectoryData> = {
  name: "directory-data",
  schema: directorySchema,
  schemaVersion: 1,
  scopes: "none",
};

/** A small record that changes with each import, so that a running bot notices at little cost. */
export const directoryEdition: RecordKind<{ importedAt: number }> = {
  name: "directory-edition",
  schema: z.object({ importedAt: z.number() }),
  schemaVersion: 1,
  scopes: "none",
};

export const CURRENT = "current";

export async function storeDirectory(unit: UnitOfWork, data: DirectoryData): Promise<void> {
  await unit.write(dataRecord, CURRENT, data);
  await unit.write(directoryEdition, CURRENT, { importedAt: unit.now });
}

export async function loadDirectory(unit: UnitOfWork): Promise<DirectoryData | undefined> {
  return unit.read(dataRecord, CURRENT);
}
