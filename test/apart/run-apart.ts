import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

const loader = new URL("../bench/echo/typescript.mjs", import.meta.url);

/**
 * Runs a TypeScript file in a Node process of its own and returns the JSON that it prints. For measurements: Jest's
 * heap, its module registry and the tests beside it do not count there.
 *
 * @param file URL of the file; what it writes to the standard output must be one JSON text
 * @param options nodeOptions such as --expose-gc
 */
export async function runApart<T>(
  file: URL,
  options: { readonly nodeOptions?: readonly string[]; readonly args?: readonly string[] } = {},
): Promise<T> {
  const command = ["--import", loader.href, ...(options.nodeOptions ?? []), fileURLToPath(file)];
  const child = spawn(process.execPath, [...command, ...(options.args ?? [])], {
    env: { ...process.env, NODE_OPTIONS: "" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let [out, complaints] = ["", ""];
  child.stdout.on("data", (chunk: Buffer) => {
    out += chunk.toString();
  });
  child.stderr.on("data", (chunk: Buffer) => {
    complaints += chunk.toString();
  });
  const [code] = (await once(child, "close")) as [number | null];
  if (code !== 0) throw new Error(`${file.pathname} ended with ${code}: ${complaints}`);
  return JSON.parse(out) as T;
}
