import { ConfigFaulty, knownSettings, readConfig } from "../config.js";
import { type Finding, fault, good, hint } from "./finding.js";
import { examineClock, examineDataDir, examineKeyFile, examineVersion, type Machine } from "./machine.js";
import { examineNeighbours } from "./neighbours.js";
import { examineStore } from "./store.js";

/** Looks at everything that has to fit before the bot runs well, without changing anything but a trial write. */
export async function examine(
  env: Readonly<Record<string, string | undefined>>,
  machine: Machine = { nodeVersion: process.version, now: Date.now() },
): Promise<readonly Finding[]> {
  const first = [examineVersion(machine), examineClock(machine), ...misspelt(env)];
  try {
    const config = readConfig(env);
    const dataDir = await examineDataDir(config);
    return [
      ...first,
      good("Einstellungen", config.demo ? "vollständig, Demo-Betrieb" : "vollständig"),
      ...examineAddress(config.demo, config.publicUrl),
      dataDir,
      await examineKeyFile(config),
      ...(dataDir.state === "fault" ? [] : await examineStore(config, machine.now)),
      ...(await examineNeighbours(config, env)),
    ];
  } catch (error) {
    if (!(error instanceof ConfigFaulty)) throw error;
    return [...first, ...error.faults.map(configFault)];
  }
}

/** The faults of the configuration hold their remedy already, behind a colon. */
function configFault(text: string): Finding {
  const at = text.indexOf(": ");
  if (at < 0) return fault("Einstellungen", text, "Siehe .env.example.");
  return fault("Einstellungen", text.slice(0, at + 1).replace(/:$/, "."), text.slice(at + 2));
}

function examineAddress(demo: boolean, publicUrl: string | undefined): readonly Finding[] {
  if (demo) return [];
  if (publicUrl === undefined) {
    return [
      hint(
        "PUBLIC_URL",
        "Sie fehlt: Links zu Terminumfragen gibt es nicht.",
        "Bitte die öffentliche Adresse eintragen.",
      ),
    ];
  }
  return publicUrl.startsWith("https://")
    ? [good("PUBLIC_URL", publicUrl)]
    : [
        fault(
          "PUBLIC_URL",
          `${publicUrl} ist unverschlüsselt.`,
          "Bitte eine Adresse mit https:// eintragen.",
        ),
      ];
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
