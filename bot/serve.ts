import { ConfigFaulty } from "./config.js";
import { jsonLines } from "./log.js";
import { serve } from "./main.js";

/** `npm run serve`: the bot alone, until it is told to stop; then it takes no more turns and ends those under way. */
export async function runServer(env: NodeJS.ProcessEnv): Promise<number> {
  try {
    const running = await serve(env);
    jsonLines({ event: "listening", url: running.url });
    if (!env.MicrosoftAppId) {
      process.stderr.write(
        `\n  DEMO-BETRIEB: Beispieldaten, niemand ist angemeldet, erreichbar nur von diesem Rechner.\n  Bitte keine echten Fälle eingeben. Bot: ${running.url}/api/messages\n\n`,
      );
    }
    await new Promise<void>((resolve) => {
      for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => resolve());
    });
    await running.close();
    return 0;
  } catch (error) {
    const lines = error instanceof ConfigFaulty ? error.faults : [(error as Error).message];
    process.stderr.write(`KIM-Assistent startet nicht:\n${lines.map((line) => `  - ${line}`).join("\n")}\n`);
    return 1;
  }
}
