import { staffRecord } from "../../casework/staff/staff.js";
import { openKeyring } from "../../casework/store/keyring.js";
import { keyOf } from "../../casework/store/record.js";
import type { Store } from "../../casework/store/store.js";
import type { Config } from "../config.js";
import { openStore } from "../main.js";
import { masterKeysOf } from "../open-keyring.js";
import { outboxState } from "../outbox/queues.js";
import { type Finding, fault, good, hint } from "./finding.js";

const LATE_MS = 15 * 60_000;

export type ExaminedStore = {
  readonly findings: readonly Finding[];
  /** By how much this machine's clock is ahead of the store's own, ms; undefined where it has none. */
  readonly clockOffMs: number | undefined;
};

/** The store and what lies in it. Looks only: an empty store stays empty. */
export async function examineStore(config: Config, clock: () => number): Promise<ExaminedStore> {
  let opened: Awaited<ReturnType<typeof openStore>>;
  try {
    opened = await openStore(config);
  } catch (error) {
    return { findings: [notOpened(config, error)], clockOffMs: undefined };
  }
  const { store, warnings } = opened;
  try {
    await store.ping();
    const clockOffMs = "time" in store ? await aheadOf(store.time, clock) : undefined;
    const findings: Finding[] = [good("Speicher", store.engine), ...warnings.map(warned)];
    if (await store.portable.isEmpty()) {
      const empty = hint(
        "Speicher",
        "Er ist leer.",
        "Beim ersten Start ist das richtig; sonst: kim store restore.",
      );
      return { findings: [...findings, empty], clockOffMs };
    }
    findings.push(await examineKeys(config, store));
    findings.push(...(await examineContents(config, store)), ...(await examineOutbox(store, clock())));
    return { findings, clockOffMs };
  } catch (error) {
    const text = error instanceof Error ? error.message : "unbekannter Fehler";
    const full = fault("Speicher", `Er nimmt nichts an (${text}).`, "Bitte Platz und Rechte prüfen.");
    return { findings: [full], clockOffMs: undefined };
  } finally {
    await store.close();
  }
}

async function aheadOf(time: () => Promise<number>, clock: () => number): Promise<number> {
  const before = clock();
  const theirs = await time();
  return (before + clock()) / 2 - theirs;
}

/** What the words of a refusal mean; those of Redis begin with a code. */
const OPENING: readonly (readonly [says: RegExp, remedy: string])[] = [
  [
    /WRONGPASS|NOAUTH|invalid password/i,
    "Bitte Benutzer und Kennwort in REDIS_URL prüfen (redis://benutzer:kennwort@rechner).",
  ],
  [
    /NOPERM/,
    "Bitte dem Benutzer in Redis alle Befehle auf den Schlüsseln kim:* erlauben (ACL SETUSER … ~* +@all).",
  ],
  [/ab Version 7/, "Bitte Redis ab Version 7 einrichten."],
  [
    /Fassung/,
    "Bitte die Fassung des Programms nehmen, mit der der Speicher zuletzt lief, oder eine Sicherung zurückholen.",
  ],
  [
    /READONLY/,
    "Das ist eine Replik: Bitte in REDIS_URL den Master eintragen, oder redis+sentinel:// nehmen.",
  ],
  [/MISCONF|OOM/, "Redis nimmt nichts an: Bitte Platte und maxmemory des Servers prüfen."],
  [/certificate|SSL|TLS/i, "Bitte rediss:// nur mit TLS am Server nehmen, und sein Zertifikat prüfen."],
];

function notOpened({ redisUrl }: Config, error: unknown): Finding {
  const text = error instanceof Error ? error.message : "unbekannter Fehler";
  const known = OPENING.find(([says]) => says.test(text))?.[1];
  const where = redisUrl ? "REDIS_URL" : "DATA_DIR";
  return fault(
    "Speicher",
    `Er lässt sich nicht öffnen (${text}).`,
    known ?? `Bitte ${where} prüfen, und ob der Speicher läuft und Platz hat.`,
  );
}

/** A warning says what is and, behind "Bitte", what to do. */
function warned(text: string): Finding {
  const at = text.indexOf("Bitte ");
  if (at < 0) return hint("Speicher", text, "Siehe docs/betrieb.md, Speicher.");
  return hint("Speicher", text.slice(0, at).trim(), `${text.slice(at)} Siehe docs/betrieb.md, Speicher.`);
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

async function examineContents(config: Config, store: Store): Promise<readonly Finding[]> {
  const findings: Finding[] = await examineKeepers(config, store);
  if (config.demo) return findings;
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

/** Whoever is named in the settings has to be on the staff list, or nobody hears of reports and questions. */
async function examineKeepers(
  { directoryKeeper, knowledgeKeeper }: Config,
  store: Store,
): Promise<Finding[]> {
  const named = [
    ["KIM_DIRECTORY_KEEPER", directoryKeeper],
    ["KIM_KNOWLEDGE_KEEPER", knowledgeKeeper],
  ] as const;
  const findings: Finding[] = [];
  for (const [setting, person] of named) {
    if (person === undefined) continue;
    const [stored] = await store.get([keyOf(staffRecord, person)]);
    if (stored) continue;
    findings.push(
      hint(
        "Personalliste",
        `Wen ${setting} nennt, steht nicht darauf.`,
        `Bitte in ${setting} die aadObjectId von der Liste eintragen, oder die Person einlesen.`,
      ),
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
