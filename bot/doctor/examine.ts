import { ConfigFaulty, knownSettings, readConfig } from "../config.js";
import { readConsentTexts } from "../consent-texts.js";
import { examineClock } from "./clock.js";
import { type Finding, fault, good, hint } from "./finding.js";
import { examineDataDir, examineKeyFile, examineVersion } from "./machine.js";
import { examineNeighbours } from "./neighbours.js";
import type { Examined, Tools } from "./probes.js";
import { examinePublicAddress } from "./public-address.js";
import { examineRegistration } from "./registration.js";
import { examineStore } from "./store.js";

/** Looks at everything that has to fit before the bot runs well, without changing anything but a trial write. */
export async function examine(
  env: Readonly<Record<string, string | undefined>>,
  tools: Tools,
): Promise<readonly Finding[]> {
  const first = [examineVersion(tools.nodeVersion), ...misspelt(env)];
  try {
    const config = readConfig(env);
    const dataDir = await examineDataDir(config);
    const blocked = config.redisUrl === undefined && dataDir.some(({ state }) => state === "fault");
    const [store, neighbours, address, registration, texts] = await Promise.all([
      blocked ? { findings: [], clockOffMs: undefined } : examineStore(config, tools.clock),
      examineNeighbours(config, tools.probes),
      examinePublicAddress(config, tools.fetch),
      examineRegistration(config, tools.fetch),
      examineConsentTexts(config.consentTextsDir),
    ]);
    return [
      ...first,
      await examineClock(tools, store.clockOffMs, peersOf(config)),
      good("Einstellungen", config.demo ? "vollständig, Demo-Betrieb" : "vollständig"),
      ...examineRetention(config.demo, config.retention !== undefined),
      ...texts,
      ...registration,
      ...address,
      ...dataDir,
      await examineKeyFile(config),
      ...store.findings,
      ...neighbours,
    ];
  } catch (error) {
    if (!(error instanceof ConfigFaulty)) throw error;
    return [...first, await examineClock(tools, undefined, []), ...error.faults.map(configFault)];
  }
}

/** Servers that the configuration names anyway, and whose clocks are not ours. */
function peersOf({ graph, models }: Examined): readonly string[] {
  return [graph?.loginUrl, graph?.graphUrl, models.chat?.baseUrl, models.embedding?.baseUrl].filter(
    (url) => url !== undefined,
  );
}

/** The faults of the configuration hold their remedy already, behind a colon. */
function configFault(text: string): Finding {
  const at = text.indexOf(": ");
  if (at < 0) return fault("Einstellungen", text, "Siehe .env.example.");
  return fault("Einstellungen", text.slice(0, at + 1).replace(/:$/, "."), text.slice(at + 2));
}

function examineRetention(demo: boolean, isSet: boolean): readonly Finding[] {
  if (demo || isSet) return [];
  return [
    hint(
      "Aufbewahrung",
      "KIM_RETENTION_MONTHS fehlt: Abgeschlossene Fälle werden nicht von selbst gelöscht.",
      "Bitte die Fristen des Löschkonzepts eintragen, zum Beispiel default=24 (docs/datenschutz.md).",
    ),
  ];
}

async function examineConsentTexts(folder: string | undefined): Promise<readonly Finding[]> {
  if (folder === undefined) return [];
  try {
    const texts = await readConsentTexts(folder);
    return texts.length > 0
      ? [good("Einwilligungstexte", `${texts.length} in ${folder}`)]
      : [
          fault(
            "Einwilligungstexte",
            `In ${folder} liegt keine Markdown-Datei.`,
            "Bitte CONSENT_TEXTS_DIR prüfen, oder leer lassen für die Muster.",
          ),
        ];
  } catch (error) {
    if (!(error instanceof ConfigFaulty)) throw error;
    return error.faults.map((text) =>
      fault(
        "Einwilligungstexte",
        text,
        "Bitte die Datei richten (docs/einwilligung.md), oder den Ordner prüfen.",
      ),
    );
  }
}

/** "KIM_MASTERKEY", "GRAPH_TENANT": set, and nobody reads it. */
function misspelt(env: Readonly<Record<string, string | undefined>>): readonly Finding[] {
  const known = new Set(knownSettings);
  return Object.keys(env)
    .filter(
      (name) =>
        env[name] &&
        !known.has(name) &&
        /^(?:KIM_|GRAPH_|SM[PT]+_|MAIL_|IMAP_|REDIS_|MicrosoftApp)/.test(name),
    )
    .filter((name) => !["KIM_LONG", "KIM_SCREENSHOTS"].includes(name))
    .map((name) =>
      hint(
        "Einstellungen",
        `${name} kennt das Programm nicht.`,
        "Bitte die Schreibweise mit .env.example vergleichen.",
      ),
    );
}
