import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serve } from "../../bot/main.js";
import type { Ledger } from "../../bot/turn/transact.js";
import { beginWork, type UnitOfWork } from "../../casework/store/unit-of-work.js";
import { createWire, type Wire } from "../wire/person.js";

export type Bot = {
  readonly wire: Wire;
  readonly url: string;
  readonly dataDir: string;
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
  const running = await serve(
    { DATA_DIR: dataDir, PORT: "0", KIM_SEND_DELAY_SECONDS: "0", ...env },
    (entry) => {
      log.push(JSON.stringify(entry));
    },
  );
  const wire = await createWire({ botUrl: running.url });
  return {
    wire,
    url: running.url,
    dataDir,
    ledger: running.ledger,
    peek: (look) => look(beginWork(running.ledger.store, running.ledger.keyring, running.ledger.clock())),
    logged: () => log.join("\n"),
    async close() {
      await wire.close();
      await running.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** The id of the case that a text or card speaks of. */
export function caseIdIn(text: string): string {
  const id = /K-[0-9A-HJKMNP-TV-Z]{5}/.exec(text)?.[0];
  if (!id) throw new Error(`No case id in: ${text}`);
  return id;
}
