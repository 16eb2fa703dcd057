import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readdir, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { transformFile } from "@swc/core";

const ROOMS = ["adapters/storage", "casework/store"];

/**
 * The adapters as plain JavaScript in a folder of their own, for tests that need other processes.
 * `run` starts a script there; scripts import "./adapters/storage/lmdb.js" and the like.
 */
export type Compiled = { readonly dir: string; readonly remove: () => Promise<void> };

export async function compileAdapters(scripts: Readonly<Record<string, string>>): Promise<Compiled> {
  const dir = await mkdtemp(join(tmpdir(), "kim-compiled-"));
  await writeFile(join(dir, "package.json"), '{"type":"module"}');
  await symlink(join(process.cwd(), "node_modules"), join(dir, "node_modules"));
  for (const room of ROOMS) {
    await mkdir(join(dir, room), { recursive: true });
    for (const file of await readdir(room)) {
      const { code } = await transformFile(join(room, file), {
        jsc: { parser: { syntax: "typescript" }, target: "es2023" },
        module: { type: "es6" },
      });
      await writeFile(join(dir, room, file.replace(/\.ts$/, ".js")), code);
    }
  }
  for (const [name, code] of Object.entries(scripts)) await writeFile(join(dir, name), code);
  return { dir, remove: () => rm(dir, { recursive: true, force: true }) };
}

/** Runs a command to its end and answers what it printed. */
export async function output(command: string, args: readonly string[], cwd?: string): Promise<string> {
  const { stdout } = await promisify(execFile)(command, [...args], cwd === undefined ? {} : { cwd });
  return stdout;
}
