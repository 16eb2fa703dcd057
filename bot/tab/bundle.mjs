// Bundles the tab's page for the browser into dist/tab. Part of `npm run build`, and of the first start.
import { copyFileSync, mkdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const out = join(here, "..", "..", "dist", "tab");

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
await build({
  entryPoints: [join(here, "client", "tab.ts"), join(here, "client", "tab.css")],
  outdir: out,
  bundle: true,
  splitting: true,
  format: "esm",
  minify: true,
  target: ["es2022"],
  chunkNames: "[name]-[hash]",
  legalComments: "none",
  logLevel: "error",
});
copyFileSync(join(here, "client", "index.html"), join(out, "index.html"));
