import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";

/** The bot as a process of its own, as `npm run serve` starts it. */
export type BotProcess = {
  readonly process: ChildProcess;
  readonly url: string;
  /** Sends the signal and waits for the end. @returns the exit code, null if the signal ended it */
  readonly end: (signal: NodeJS.Signals) => Promise<number | null>;
  /** All that it printed so far. */
  readonly printed: () => string;
};

/** Starts the bot on the data of a folder and waits until it answers. */
export async function startBotProcess(
  dataDir: string,
  env: Readonly<Record<string, string>> = {},
): Promise<BotProcess> {
  const child = spawn(process.execPath, ["bot/launch.mjs", "serve"], {
    env: { ...process.env, DATA_DIR: dataDir, PORT: "0", NODE_OPTIONS: "", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let printed = "";
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.on("data", (chunk: Buffer) => {
      printed += chunk.toString();
      const found = /"url":"([^"]+)"/.exec(printed)?.[1];
      if (found) resolve(found);
    });
    child.stderr.on("data", (chunk: Buffer) => {
      printed += chunk.toString();
    });
    child.once("exit", () => reject(new Error(`The bot did not start: ${printed}`)));
  });
  return {
    process: child,
    url,
    printed: () => printed,
    async end(signal) {
      if (child.exitCode === null && child.signalCode === null) {
        const dead = once(child, "exit");
        child.kill(signal);
        await dead;
      }
      return child.exitCode;
    },
  };
}
