import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serve } from "../../bot/main.js";
import type { Ledger } from "../../bot/turn/transact.js";
import { beginWork, type UnitOfWork } from "../../casework/store/unit-of-work.js";
import { createWire, type Wire } from "../wire/person.js";
import { serveTwo, twoInstances } from "./two-instances.js";

export type Bot = {
  readonly wire: Wire;
  readonly url: string;
  readonly dataDir: string;
  /** What a command needs to work on the same store: `kim(bot.env, "case", "export", id)`. */
  readonly env: Readonly<Record<string, string>>;
  readonly ledger: Ledger;
  /** Looks into the store beside the bot. */
  readonly peek: <T>(look: (unit: UnitOfWork) => Promise<T>) => Promise<T>;
  /** All that it has logged so far, as JSON. */
  readonly logged: () => string;
  readonly close: () => Promise<void>;
};

/** The whole bot in demo mode, on an empty store of its own, with people in front of it. */
export async function startBot(env: Readonly<Record<string, string>> = {}): Promise<Bot> {
  const dataDir = await mkdtemp(join(tmpdir(), "kim-"));
  const log: string[] = [];
  const settings = { KIM_SEND_DELAY_SECONDS: "0", ...env };
  // Where a test brings a Redis it is about that one.
  const running = await (twoInstances && env.REDIS_URL === undefined
    ? serveTwo(dataDir, settings, (line) => log.push(line))
    : serveOne(dataDir, settings, (line) => log.push(line)));
  const wire = await createWire({ botUrl: running.url });
  const { ledger } = running;
  return {
    wire,
    url: running.url,
    dataDir,
    env: running.env,
    ledger,
    peek: (look) => look(beginWork(ledger.store, ledger.keyring, ledger.clock())),
    logged: () => [...log, running.printed()].join("\n"),
    async close() {
      await wire.close();
      await running.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function serveOne(
  dataDir: string,
  settings: Readonly<Record<string, string>>,
  log: (line: string) => void,
) {
  const running = await serve({ DATA_DIR: dataDir, PORT: "0", ...settings }, (entry) =>
    log(JSON.stringify(entry)),
  );
  const { REDIS_URL, KIM_MASTER_KEY } = settings;
  const env = {
    DATA_DIR: dataDir,
    ...(REDIS_URL === undefined ? {} : { REDIS_URL }),
    ...(KIM_MASTER_KEY === undefined ? {} : { KIM_MASTER_KEY }),
  };
  return { ...running, env, printed: () => "" };
}

/** The id of the case that a text or card speaks of. */
export function caseIdIn(text: string): string {
  const id = /K-[0-9A-HJKMNP-TV-Z]{5}/.exec(text)?.[0];
  if (!id) throw new Error(`No case id in: ${text}`);
  return id;
}
