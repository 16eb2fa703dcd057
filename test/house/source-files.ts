import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** The folders whose code is the product. */
export const rooms = ["adapters", "bot", "casework", "dialogs", "knowledge"] as const;

/** Paths below a file or folder of the project, sorted, relative to the root, with `/`. */
export function filesUnder(start: string): readonly string[] {
  const found: string[] = [];
  const visit = (folder: string): void => {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
      if (ignored(path, entry.name)) continue;
      if (entry.isDirectory()) visit(path);
      else if (entry.isFile()) found.push(path);
    }
  };
  visit(start);
  return found.sort();
}

/** What is checked in; without git, whatever is not ignored. */
export function checkedInFiles(): readonly string[] {
  const git = spawnSync("git", ["ls-files", "-z"], { cwd: root, encoding: "utf8" });
  if (git.status !== 0 || !existsSync(join(root, ".git"))) return filesUnder("");
  return git.stdout.split("\0").filter((file) => file !== "" && existsSync(join(root, file)));
}

export function textOf(path: string): string {
  return readFileSync(join(root, path), "utf8");
}

/** What git leaves out, without asking git: the tests also run where there is none. */
const patterns = textOf(".gitignore")
  .split("\n")
  .map((line) => line.trim())
  .filter((line) => line !== "" && !line.startsWith("#"));

function ignored(path: string, name: string): boolean {
  if (path === ".git") return true;
  return patterns.some((pattern) => {
    const wanted = pattern.replace(/^\//, "").replace(/\/$/, "");
    if (wanted.startsWith("*.")) return name.endsWith(wanted.slice(1));
    return pattern.startsWith("/") ? path === wanted : name === wanted || path === wanted;
  });
}
