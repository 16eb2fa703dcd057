import { AUDIT_STREAM, AuditEntry } from "../../casework/audit/audit.js";
import { openKeyring, unwrapWith } from "../../casework/store/keyring.js";
import type { Portable, PortableItem } from "../../casework/store/portable.js";
import { SYSTEM_SCOPE } from "../../casework/store/record.js";
import type { Store } from "../../casework/store/store.js";
import { endRestore, isHalfRestored, unfinishedMark } from "../../casework/store/unfinished-restore.js";
import { readConfig } from "../config.js";
import { openStore } from "../main.js";
import { masterKeysOf } from "../open-keyring.js";
import { holdOutbox } from "../outbox/hold-outbox.js";
import { type CheckedBackup, checkBackup, readBackup, writeBackup } from "./backup-file.js";
import { type CliCommand, type CommandLine, complain, type ExitCode, print } from "./command-line.js";

const ITEMS_AT_ONCE = 500;
const BYTES_AT_ONCE = 4 * 1024 * 1024;
/** Erasures that are older than so many entries of the audit are older than any backup. */
const MOST_AUDIT_ENTRIES = 100_000;

export const storeBackup: CliCommand = {
  words: ["store", "backup"],
  usage: "store backup DATEI [--force]",
  does: "Sichert den Speicher in eine Datei, auch während der Bot läuft. Der Hauptschlüssel ist nicht darin: bitte getrennt sichern.",
  options: { force: { type: "boolean" } },
  least: 1,
  most: 1,
  run: (line) =>
    withStore(line, async (store) => {
      if (await isHalfRestored(store)) {
        complain("In diesem Speicher ist eine Wiederherstellung abgebrochen: Davon gibt es keine Sicherung.");
        return 1;
      }
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
  usage: "store restore DATEI [--force] [--hold]",
  does: "Spielt eine Sicherung in den eingestellten Speicher ein (LMDB oder Redis, gleich woher sie stammt). Der Bot darf dabei nicht laufen. --force leert einen Speicher, in dem schon etwas liegt. --hold hält zurück, was noch zu versenden war (für Proben, und wenn es schon versendet sein kann): kim outbox retry gibt es frei.",
  options: { force: { type: "boolean" }, hold: { type: "boolean" } },
  least: 1,
  most: 1,
  run: (line) =>
    withStore(line, async (store) => {
      const file = line.args[0] ?? "";
      const backup = await checkBackup(file);
      const refusal = await refusalOf(line, store, backup);
      if (refusal) {
        complain(`${refusal} Nichts wurde geändert.`);
        return 1;
      }
      const revived = await erasedSince(store, Date.parse(backup.at));
      if (!(await store.portable.isEmpty())) await store.portable.clear();
      await store.portable.load([unfinishedMark]);
      await load(store.portable, readBackup(file));
      const held = line.flags.hold === true ? await holdOutbox(store, Date.now()) : 0;
      await endRestore(store);
      const opens = await opensWith(line, store);
      const { items, at } = backup;
      if (line.flags.json)
        print(JSON.stringify({ file, items, at, engine: store.engine, keyFits: opens, held, revived }));
      else {
        print(`Eingespielt: ${items} Einträge, Stand ${at}.`);
        if (held > 0) print(`Zurückgehalten: ${held} Sendungen (kim outbox list).`);
      }
      if (revived.length > 0) {
        complain(
          `Seit der Sicherung gelöscht und jetzt wieder da, bitte noch einmal löschen (kim case erase): ${revived.join(", ")}`,
        );
      }
      if (opens) return 0;
      complain(
        "Der Hauptschlüssel passt nicht zu dieser Sicherung: bitte KIM_MASTER_KEY (im Demo-Betrieb die Datei mit dem Schlüssel) von damals eintragen.",
      );
      return 1;
    }),
};

/** Why nothing may be restored here; undefined where it may. */
async function refusalOf(
  line: CommandLine,
  store: PortableStore,
  { systemKey }: CheckedBackup,
): Promise<string | undefined> {
  if (await store.portable.inUse()) {
    return "Dieser Speicher wird gerade benutzt: bitte zuerst jeden Bot beenden, der ihn offen hat.";
  }
  // A part of a restore that broke off is nothing that anybody could lose.
  if ((await store.portable.isEmpty()) || (await isHalfRestored(store))) return undefined;
  if (line.flags.force !== true) {
    return "Im Speicher liegt schon etwas. Mit --force wird er vorher geleert.";
  }
  if (systemKey && !(await unwraps(line, systemKey))) {
    return "Der Hauptschlüssel passt nicht zu dieser Sicherung, und was hier liegt, wäre verloren: bitte zuerst den Schlüssel von damals eintragen.";
  }
  return undefined;
}

async function unwraps({ env }: CommandLine, systemKey: Buffer): Promise<boolean> {
  try {
    await unwrapWith(await masterKeysOf(readConfig(env)), SYSTEM_SCOPE, systemKey);
    return true;
  } catch (error) {
    if (error instanceof Error && error.name === "SealBroken") return false;
    throw error;
  }
}

/** Cases that were erased here after the backup was made: what is restored brings them back (Art. 17 DSGVO). */
async function erasedSince(store: Store, since: number): Promise<readonly string[]> {
  const entries = await store.readStream(AUDIT_STREAM, { reverse: true, limit: MOST_AUDIT_ENTRIES });
  const erased = entries.flatMap(({ value }) => {
    const entry = AuditEntry.safeParse(JSON.parse(value.toString()));
    return entry.success && entry.data.action === "case-erased" && entry.data.at > since
      ? [entry.data.subject]
      : [];
  });
  return [...new Set(erased)].sort();
}

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
