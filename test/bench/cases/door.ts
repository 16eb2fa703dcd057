import { openBackstage } from "../../../bot/main.js";
import { settingsOf } from "../../../bot/settings.js";
import type { TurnOutcome } from "../../../bot/turn/front-door.js";
import { frontDoor } from "../../../bot/turn/handle-event.js";
import { cardMemory } from "../../../bot/turn/remember-cards.js";
import { sentMarks } from "../../../bot/turn/sent-marks.js";
import type { Ledger } from "../../../bot/turn/transact.js";
import type { EventContent } from "../../../dialogs/event.js";
import { countingStore, type StoreCounts } from "./counting-store.js";

/** The bot in this process, without HTTP before it: what a person does goes straight to the front door. */
export type Door = {
  readonly ledger: Ledger;
  /** Since the store was opened. */
  readonly counts: () => StoreCounts;
  readonly does: (person: string, content: EventContent) => Promise<TurnOutcome>;
  /** Resolves when what is written behind an answer is written. */
  readonly settled: () => Promise<void>;
  readonly close: () => Promise<void>;
};

/** @param env as the bot would find it: DATA_DIR, perhaps REDIS_URL */
export async function openDoor(env: Readonly<Record<string, string>>): Promise<Door> {
  const backstage = await openBackstage(env);
  const { store, counts } = countingStore(backstage.ledger.store);
  const ledger = { ...backstage.ledger, store };
  const marks = sentMarks(store, ledger.clock);
  const cards = cardMemory(ledger);
  const handle = frontDoor({
    ledger,
    knowledge: backstage.knowledge.both,
    settings: settingsOf(backstage.config, {
      consentTexts: [],
      mail: "files",
      // None of these turns asks for a date.
      calendars: async () => [],
      listening: () => undefined,
    }),
    sentMarks: marks,
    cards,
    models: { cleanPassages: true },
    log: (entry) => {
      if (entry.event === "turn-failed") throw new Error(`A turn failed: ${JSON.stringify(entry)}`);
    },
  });
  await backstage.knowledge.both();
  let events = 0;
  return {
    ledger,
    counts,
    does: (person, content) =>
      handle({
        id: `${process.pid}-${events++}`,
        at: ledger.clock(),
        person: { id: person },
        conversation: { id: `a:${person}`, scope: "personal" },
        locale: "de",
        timeZone: "Europe/Berlin",
        reference: `{"to":"${person}"}`,
        content,
      }),
    async settled() {
      await marks.flush();
      await cards.flush();
    },
    async close() {
      await marks.flush();
      await cards.flush();
      await backstage.close();
    },
  };
}
