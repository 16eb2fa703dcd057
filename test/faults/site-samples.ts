import { join } from "node:path";
import { readConfig } from "../../bot/config.js";
import { knowledgeInMemory } from "../../bot/knowledge-in-memory.js";
import { seedSamples } from "../../bot/seed-samples.js";
import { settingsOf } from "../../bot/settings.js";
import { openLedger } from "../bot/ledger.js";
import type { Setting } from "./scenario.js";

/** What all scenarios of a run share, since no turn changes it: the sample directory, and demo settings. */
export async function openSamples(): Promise<Pick<Setting, "knowledge" | "settings">> {
  const ledger = await openLedger();
  try {
    await seedSamples(ledger);
    const settings = settingsOf(readConfig({ KIM_SEND_DELAY_SECONDS: "60" }), {
      consentTexts: [],
      mail: "smtp",
      calendars: async (_event, sources) => sources.map(() => ({ kind: "unknown" })),
      listening: () => undefined,
    });
    const knowledge = await knowledgeInMemory(
      ledger.store,
      ledger.keyring,
      join(ledger.folder, "index"),
    ).both();
    return { knowledge, settings };
  } finally {
    await ledger.close();
  }
}
