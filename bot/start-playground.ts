import { type ChildProcess, spawn } from "node:child_process";
import { createRequire } from "node:module";
import { ConfigFaulty } from "./config.js";
import { serve } from "./main.js";
import { packageRoot } from "./package-root.js";

const PLAYGROUND_PORT = 56150;

/** `npm start`: the bot and, beside it, the Playground as its Teams. Ends when either is told to. */
export async function startPlayground(env: NodeJS.ProcessEnv): Promise<number> {
  if (env.MicrosoftAppId) {
    process.stderr.write(
      "npm start ist der Demo-Betrieb im Playground. Für Ihren Teams-Mandanten: npm run serve (MicrosoftAppId ist gesetzt).\n",
    );
    return 1;
  }
  let bot: Awaited<ReturnType<typeof serve>>;
  try {
    // The Playground calls every client en-US; the people of the demo agency read German.
    bot = await serve({ ...env, KIM_LOCALE: env.KIM_LOCALE || "de" }, () => {});
  } catch (error) {
    const lines = error instanceof ConfigFaulty ? error.faults : [(error as Error).message];
    process.stderr.write(`KIM-Assistent startet nicht:\n${lines.map((line) => `  - ${line}`).join("\n")}\n`);
    return 1;
  }
  const port = Number(env.PLAYGROUND_PORT) || PLAYGROUND_PORT;
  const playground = spawnPlayground(`${bot.url}/api/messages`, port);
  const url = await listening(playground);
  process.stdout.write(
    url
      ? `\n  KIM-Assistent im Demo-Betrieb (Beispieldaten, niemand ist angemeldet, nur dieser Rechner)\n\n    Im Browser öffnen:  ${url}\n    Registerkarte:      ${bot.url}/tab/\n    Bot:                ${bot.url}/api/messages\n\n  Beenden mit Strg+C.\n\n`
      : "\n  Der Playground ist nicht gestartet. Der Bot läuft weiter.\n\n",
  );
  await new Promise<void>((resolve) => {
    playground.once("exit", () => resolve());
    for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => resolve());
  });
  playground.kill();
  await bot.close();
  return 0;
}

function spawnPlayground(endpoint: string, port: number): ChildProcess {
  const cli = createRequire(import.meta.url).resolve("@microsoft/m365agentsplayground/cli.js");
  const options = ["start", "-e", endpoint, "-c", "msteams", "-p", String(port), "--disable-telemetry"];
  return spawn(process.execPath, [cli, ...options], {
    cwd: packageRoot(),
    stdio: ["ignore", "pipe", "inherit"],
    // It opens a browser by itself where there is one; a machine without a screen must not fail on that.
    // Its people live where the demo agency is.
    env: { TZ: "Europe/Berlin", ...process.env, BROWSER: process.env.BROWSER ?? "none" },
  });
}

/** Where the Playground listens: it says so itself, and takes another port if its own is in use. */
function listening(playground: ChildProcess): Promise<string | undefined> {
  return new Promise((resolve) => {
    let printed = "";
    playground.stdout?.on("data", (chunk: Buffer) => {
      printed += chunk.toString();
      const port = /Listening on (\d+)/.exec(printed)?.[1];
      if (port) resolve(`http://localhost:${port}`);
    });
    playground.once("exit", () => resolve(undefined));
  });
}
