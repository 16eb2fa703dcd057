import { spawn } from "node:child_process";
import { buffer } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import type { CaseManager, FillOptions } from "./fill-cases.js";

const [loader, fill] = ["../echo/typescript.mjs", "./fill.ts"].map((path) =>
  fileURLToPath(new URL(path, import.meta.url)),
);

/**
 * Fills a store in a process of its own. No bot writes years of work in a minute: one that did has a heap that makes
 * each collection take twice as long, and that is not what is to be measured.
 */
export async function fillApart(
  env: Readonly<Record<string, string>>,
  options: FillOptions,
): Promise<readonly CaseManager[]> {
  const args = ["--import", loader ?? "", fill ?? "", JSON.stringify(env), JSON.stringify(options)];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  const printed = await buffer(child.stdout);
  const code = await ended;
  if (code !== 0) throw new Error(`Filling ended with ${code}`);
  return JSON.parse(printed.toString()) as readonly CaseManager[];
}
