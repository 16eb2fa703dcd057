import { readFileSync } from "node:fs";
import { join } from "node:path";
import { buildDirectory, type Directory } from "../../../knowledge/directory/build.js";
import { importCsv } from "../../../knowledge/directory/import-csv.js";
import type { DirectoryData } from "../../../knowledge/directory/model.js";

export const SAMPLE = join(process.cwd(), "bot", "samples", "directory");

/** The four files of a folder, as the import takes them. */
export const csvFolder = (folder: string): { name: string; text: string }[] =>
  ["places.csv", "topics.csv", "offices.csv", "responsibilities.csv"].map((name) => ({
    name,
    text: readFileSync(join(folder, name), "utf8"),
  }));

export function readDirectory(folder: string): DirectoryData {
  const result = importCsv(csvFolder(folder));
  if ("faults" in result) throw new Error(JSON.stringify(result.faults.slice(0, 5), null, 1));
  return result.data;
}

let built: Directory | undefined;

/** The sample directory that is shipped, built once. */
export function sampleDirectory(): Directory {
  built ??= buildDirectory(readDirectory(SAMPLE));
  return built;
}
