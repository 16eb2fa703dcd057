import { lstat, readdir, readFile, realpath, stat } from "node:fs/promises";
import { basename, join, relative, resolve } from "node:path";

/** Beside `plan.pdf` lies `plan.pdf.meta.json`: validity, successor, and who may see it. */
export const SIDECAR = ".meta.json";

export type FoundFile = {
  readonly path: string;
  /** The name under which it is known: its path below the folder that was given, with `/`. */
  readonly document: string;
  /** The folder that was given, absolute; empty for a file given by itself. */
  readonly folder: string;
};
export type Unread = { readonly document: string; readonly reason: string };

const NOT_THERE = "Die Datei oder der Ordner ist nicht da oder nicht lesbar.";
const LINK = "Verknüpfungen werden nicht verfolgt: Sie könnten aus dem Ordner hinausführen.";
const DOUBLE =
  "Unter diesem Namen gibt es schon eine andere Datei. Bitte lesen Sie die Ordner gemeinsam über den Ordner darüber ein.";

/**
 * Files themselves, and every file below folders; hidden ones are passed over. Links below a folder are not followed, as
 * they could lead out of it. A file given by name is read wherever it lies: whoever names it means it.
 */
export async function filesToIngest(
  paths: readonly string[],
): Promise<{ files: readonly FoundFile[]; unread: readonly Unread[]; folders: ReadonlySet<string> }> {
  const files: FoundFile[] = [];
  const unread: Unread[] = [];
  const folders = new Set<string>();
  const taken = new Map<string, string>();
  const take = (file: FoundFile): void => {
    const known = taken.get(file.document);
    if (known === undefined) files.push(file);
    else if (known !== resolve(file.path)) unread.push({ document: file.document, reason: DOUBLE });
    taken.set(file.document, known ?? resolve(file.path));
  };
  for (const path of paths) {
    try {
      if (!(await stat(path)).isDirectory()) {
        take({ path, document: basename(path), folder: "" });
        continue;
      }
      const folder = await realpath(path);
      folders.add(folder);
      await walk(folder, folder, take, unread);
    } catch {
      unread.push({ document: path, reason: NOT_THERE });
    }
  }
  return { files, unread, folders };
}

async function walk(
  folder: string,
  at: string,
  take: (file: FoundFile) => void,
  unread: Unread[],
): Promise<void> {
  const nameOf = (path: string): string => relative(folder, path).split("\\").join("/");
  const entries = await readdir(at, { withFileTypes: true }).catch(() => undefined);
  if (!entries) {
    unread.push({ document: nameOf(at), reason: NOT_THERE });
    return;
  }
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(at, entry.name);
    if (entry.name.startsWith(".") || entry.name.endsWith(SIDECAR)) continue;
    if (entry.isDirectory()) await walk(folder, path, take, unread);
    else if (entry.isFile()) take({ path, document: nameOf(path), folder });
    else if (entry.isSymbolicLink()) unread.push({ document: nameOf(path), reason: LINK });
  }
}

export type Sidecar = { readonly bytes: Buffer; readonly content: Readonly<Record<string, unknown>> };

/** What lies beside a file; a limit that cannot be read must not be lost, so that the file is refused then. */
export async function readSidecar(path: string): Promise<Sidecar | "faulty" | undefined> {
  const beside = `${path}${SIDECAR}`;
  const there = await lstat(beside).catch(() => undefined);
  if (!there) return undefined;
  if (!there.isFile()) return "faulty";
  const bytes = await readFile(beside);
  try {
    const content: unknown = JSON.parse(bytes.toString("utf8"));
    const isObject = typeof content === "object" && content !== null && !Array.isArray(content);
    return isObject ? { bytes, content: content as Sidecar["content"] } : "faulty";
  } catch {
    return "faulty";
  }
}
