import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/** Every byte that lies in a folder, the store's files above all, as Latin-1 text to search in. */
export async function bytesIn(folder: string): Promise<string> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = names.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return (await Promise.all(files.map((file) => readFile(file, "latin1")))).join("");
}

/** A text as it would stand in such bytes. */
export function asBytes(text: string): string {
  return Buffer.from(text).toString("latin1");
}
