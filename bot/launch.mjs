#!/usr/bin/env node
// Runs a command of KIM-Assistent from a checkout or an installation: builds first where sources are newer
// than the build, so that `npm ci && npm start` and `npx kim` need no step in between.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, statSync, utimesSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const built = join(root, "dist", "tsconfig.tsbuildinfo");
const folders = ["adapters", "bot", "casework", "dialogs", "knowledge"];

const builtAt = existsSync(built) ? statSync(built).mtimeMs : 0;
if (folders.some((folder) => newerThan(join(root, folder), builtAt))) {
  const tsc = join(dirname(createRequire(import.meta.url).resolve("typescript/package.json")), "bin", "tsc");
  const { status, stdout } = spawnSync(process.execPath, [tsc, "-p", root], { encoding: "utf8" });
  if (status !== 0) {
    process.stderr.write(stdout);
    process.exit(1);
  }
  await import(pathToFileURL(join(root, "bot", "tab", "bundle.mjs")).href);
  // An incremental build that has nothing to write leaves its file as it was.
  const now = new Date();
  utimesSync(built, now, now);
}
// `kim … | head -1` closes the pipe while we still write into it; that is no fault of ours.
process.stdout.on("error", (error) => {
  if (/** @type {NodeJS.ErrnoException} */ (error).code === "EPIPE") process.exit();
  throw error;
});
const { main } = await import(join(root, "dist", "bot", "kim.js"));
process.exitCode = await main(process.argv.slice(2));

/** @param {string} folder @param {number} time */
function newerThan(folder, time) {
  if (!existsSync(folder)) return false;
  return readdirSync(folder, { withFileTypes: true }).some((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return newerThan(path, time);
    return /\.(ts|css|html)$/.test(entry.name) && statSync(path).mtimeMs > time;
  });
}
