import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** From the start of `npm run serve`'s process on an empty store to a healthy /healthz, ms, five times, sorted. */
export async function benchStart(): Promise<readonly number[]> {
  const times: number[] = [];
  for (let i = 0; i < 5; i++) {
    const dataDir = await mkdtemp(join(tmpdir(), "kim-start-"));
    times.push(await coldStart({ DATA_DIR: dataDir }));
    await rm(dataDir, { recursive: true, force: true });
  }
  return times.sort((a, b) => a - b);
}

/** @param env where the store is */
export async function coldStart(env: Readonly<Record<string, string>>): Promise<number> {
  const started = performance.now();
  const child = spawn(process.execPath, ["bot/launch.mjs", "serve"], {
    env: { ...process.env, ...env, PORT: "0" },
    stdio: ["ignore", "pipe", "ignore"],
  });
  try {
    const url = await new Promise<string>((resolve, reject) => {
      let printed = "";
      child.stdout.on("data", (chunk: Buffer) => {
        printed += chunk.toString();
        const found = /"url":"([^"]+)"/.exec(printed)?.[1];
        if (found) resolve(found);
      });
      child.once("exit", () => reject(new Error(`did not start: ${printed}`)));
    });
    const { status } = await fetch(`${url}/healthz`);
    if (status !== 200) throw new Error(`/healthz answered ${status}`);
    return Math.round(performance.now() - started);
  } finally {
    const gone = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGKILL");
    await gone;
  }
}
