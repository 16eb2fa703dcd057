import { openKeyring } from "../../casework/store/keyring.js";
import type { Portable, PortableItem } from "../../casework/store/portable.js";
import type { Store } from "../../casework/store/store.js";
import { readConfig } from "../config.js";
import { openStore } from "../main.js";
import { masterKeysOf } from "../open-keyring.js";
import { checkBackup, readBackup, writeBackup } from "./backup-file.js";
import { type CliCommand, type CommandLine, complain, type ExitCode, print } from "./command-line.js";

const ITEMS_AT_ONCE = 500;
const BYTES_AT_ONCE = 4 * 1024 * 1024;

export const storeBackup: CliCommand = {
  words: ["store", "backup"],
  usage: "store backup DATEI [--force]",
  does: "Sichert den Speicher in eine Datei, auch während der Bot läuft. Der Hauptschlüssel ist nicht darin: bitte getrennt sichern.",
  options: { force: { type: "boolean" } },
  least: 1,
  most: 1,
  run: (line) =>
    withStore(line, async (store) => {
      const file = line.args[0] ?? "";
      const items = await writeBackup(file, store.portable.dump(), { replace: line.flags.force === true });
      if (line.flags.json) print(JSON.stringify({ file, items, engine: store.engine }));
      else
        print(
          `Gesichert: ${items} Einträge in ${file}. Bitte den Hauptschlüssel getrennt davon aufbewahren.`,
        );
      return 0;
    }),
};

export const storeRestore: CliCommand = {
  words: ["store", "restore"],
  usage: "store restore DATEI [--force]",
  does: "Spielt eine Sicherung in den eingestellten Speicher ein (LMDB oder Redis, gleich woher sie stammt). Der Bot darf dabei nicht laufen. --force leert einen Speicher, in dem schon etwas liegt.",
  options: { force: { type: "boolean" } },
  least: 1,
  most: 1,
  run: (line) =>
    withStore(line, async (store) => {
      const file = line.args[0] ?? "";
      const { items, at } = await checkBackup(file);
      if (!(await store.portable.isEmpty())) {
        if (line.flags.force !== true) {
          complain(
            "Im Speicher liegt schon etwas. Nichts wurde geändert. Mit --force wird er vorher geleert.",
          );
          return 1;
        }
        await store.portable.clear();
      }
      await load(store.portable, readBackup(file));
      const opens = await opensWith(line, store);
      if (line.flags.json) print(JSON.stringify({ file, items, at, engine: store.engine, keyFits: opens }));
      else print(`Eingespielt: ${items} Einträge, Stand ${at}.`);
      if (opens) return 0;
      complain(
        "Der Hauptschlüssel passt nicht zu dieser Sicherung: bitte KIM_MASTER_KEY (im Demo-Betrieb die Datei mit dem Schlüssel) von damals eintragen.",
      );
      return 1;
    }),
};

type PortableStore = Store & { readonly portable: Portable };

/** The store alone: no key is needed, and an empty one stays empty, in demo mode as well. */
async function withStore(
  { env }: CommandLine,
  work: (store: PortableStore) => Promise<ExitCode>,
): Promise<ExitCode> {
  const { store } = await openStore(readConfig(env));
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

async function load(portable: Portable, items: AsyncIterable<PortableItem>): Promise<void> {
  let waiting: PortableItem[] = [];
  let bytes = 0;
  for await (const item of items) {
    waiting.push(item);
    bytes += "value" in item ? item.value.length : 0;
    if (waiting.length < ITEMS_AT_ONCE && bytes < BYTES_AT_ONCE) continue;
    await portable.load(waiting);
    [waiting, bytes] = [[], 0];
  }
  if (waiting.length > 0) await portable.load(waiting);
}

async function opensWith({ env }: CommandLine, store: Store): Promise<boolean> {
  try {
    await openKeyring(store, await masterKeysOf(readConfig(env)));
    return true;
  } catch (error) {
    if (error instanceof Error && error.name === "SealBroken") return false;
    throw error;
  }
}
