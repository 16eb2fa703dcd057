import { openKeyring } from "../../casework/store/keyring.js";
import type { Store } from "../../casework/store/store.js";
import type { Config } from "../config.js";
import { openStore } from "../main.js";
import { masterKeysOf } from "../open-keyring.js";
import { outboxState } from "../outbox/queues.js";
import { type Finding, fault, good, hint } from "./finding.js";

const LATE_MS = 15 * 60_000;

/** The store and what lies in it. Looks only: an empty store stays empty. */
export async function examineStore(config: Config, now: number): Promise<readonly Finding[]> {
  let opened: Awaited<ReturnType<typeof openStore>>;
  try {
    opened = await openStore(config);
  } catch (error) {
    const where = config.redisUrl ? "REDIS_URL" : "DATA_DIR";
    return [
      fault(
        "Speicher",
        `Er lässt sich nicht öffnen (${error instanceof Error ? error.message : "unbekannter Fehler"}).`,
        `Bitte ${where} prüfen, und ob der Speicher läuft und Platz hat.`,
      ),
    ];
  }
  const { store, warnings } = opened;
  try {
    await store.ping();
    const findings: Finding[] = [good("Speicher", store.engine)];
    for (const warning of warnings)
      findings.push(hint("Speicher", warning, "Siehe docs/betrieb.md, Speicher."));
    if (await store.portable.isEmpty()) {
      return [
        ...findings,
        hint("Speicher", "Er ist leer.", "Beim ersten Start ist das richtig; sonst: kim store restore."),
      ];
    }
    findings.push(await examineKeys(config, store));
    findings.push(...(await examineContents(config, store)), ...(await examineOutbox(store, now)));
    return findings;
  } catch (error) {
    const text = error instanceof Error ? error.message : "unbekannter Fehler";
    return [fault("Speicher", `Er nimmt nichts an (${text}).`, "Bitte Platz und Rechte prüfen.")];
  } finally {
    await store.close();
  }
}

async function examineKeys(config: Config, store: Store): Promise<Finding> {
  try {
    await openKeyring(store, await masterKeysOf(config));
    return good("Schlüssel", "öffnet diesen Speicher");
  } catch {
    return fault(
      "Schlüssel",
      "Er passt nicht zu diesem Speicher.",
      "Bitte KIM_MASTER_KEY den Schlüssel geben, mit dem der Speicher angelegt wurde (oder die Sicherung, die zum Schlüssel gehört).",
    );
  }
}

async function examineContents({ demo }: Config, store: Store): Promise<readonly Finding[]> {
  if (demo) return [];
  const findings: Finding[] = [];
  if (!(await anyKey(store, "staff/"))) {
    findings.push(
      hint("Personalliste", "Sie ist leer: niemand kann Fälle führen.", "kim staff import DATEI.csv"),
    );
  }
  if (!(await anyKey(store, "directory"))) {
    findings.push(
      hint("Verzeichnis", "Es ist leer: keine Stelle wird gefunden.", "kim directory import ORDNER"),
    );
  }
  return findings;
}

async function examineOutbox(store: Store, now: number): Promise<readonly Finding[]> {
  const state = await outboxState(store, now);
  return state.flatMap(({ queue, lateMs, dead }): readonly Finding[] => [
    ...(dead > 0
      ? [hint("Ausgang", `${queue}: ${dead} liegen geblieben.`, "kim outbox list, dann retry oder drop")]
      : []),
    ...(lateMs > LATE_MS
      ? [
          hint(
            "Ausgang",
            `${queue}: seit ${Math.round(lateMs / 60_000)} Minuten fällig.`,
            "Läuft der Bot? Sind Post und Teams erreichbar?",
          ),
        ]
      : []),
  ]);
}

async function anyKey(store: Store, prefix: string): Promise<boolean> {
  for await (const _ of store.keys(prefix)) return true;
  return false;
}
