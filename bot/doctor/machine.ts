import { access, constants, stat, statfs } from "node:fs/promises";
import { dirname } from "node:path";
import type { Config } from "../config.js";
import { type Finding, fault, good, hint } from "./finding.js";

const OLDEST_NODE = [20, 19] as const;
/** No version of this program is older: a clock before it is wrong. */
const FIRST_VERSION = Date.UTC(2026, 10, 1);
const LEAST_FREE_BYTES = 1024 ** 3;
const OTHERS_MAY = 0o077;

export type Machine = { readonly nodeVersion: string; readonly now: number };

export function examineVersion({ nodeVersion }: Machine): Finding {
  const [major = 0, minor = 0] = nodeVersion.replace(/^v/, "").split(".").map(Number);
  const old = major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1]);
  return old
    ? fault(
        "Node",
        `Version ${nodeVersion} ist zu alt.`,
        `Bitte Node ab ${OLDEST_NODE.join(".")} einrichten.`,
      )
    : good("Node", nodeVersion);
}

export function examineClock({ now }: Machine): Finding {
  return now < FIRST_VERSION
    ? fault(
        "Uhr",
        `Sie steht auf ${new Date(now).toISOString()}.`,
        "Bitte die Uhr stellen und mit einem Zeitserver abgleichen (timedatectl set-ntp true). Fristen und Anmeldungen hängen daran.",
      )
    : good("Uhr", new Date(now).toISOString());
}

export async function examineDataDir({ dataDir }: Config): Promise<Finding> {
  const place = (await exists(dataDir)) ? dataDir : dirname(dataDir);
  try {
    await access(place, constants.W_OK | constants.X_OK);
    if (!(await stat(place)).isDirectory()) throw new Error("no folder");
  } catch {
    return fault(
      "DATA_DIR",
      `In ${dataDir} kann nichts geschrieben werden.`,
      "Bitte einen Ordner auf einem lokalen Laufwerk eintragen, der diesem Benutzer gehört.",
    );
  }
  const { bavail, bsize } = await statfs(place);
  const free = bavail * bsize;
  return free < LEAST_FREE_BYTES
    ? hint("DATA_DIR", `Nur ${Math.round(free / 1024 ** 2)} MB sind frei.`, "Bitte Platz schaffen.")
    : good("DATA_DIR", `${dataDir}, ${Math.round(free / 1024 ** 3)} GB frei`);
}

/** The file with the master keys, where the keys are not in the environment. */
export async function examineKeyFile({ masterKeys, masterKeyFile, demo }: Config): Promise<Finding> {
  if (masterKeys.length > 0) return good("Schlüssel", "KIM_MASTER_KEY ist gesetzt");
  if (!(await exists(masterKeyFile))) {
    if (demo) return good("Schlüssel", "wird beim ersten Start angelegt");
    return fault(
      "Schlüssel",
      `${masterKeyFile} gibt es nicht.`,
      "Bitte KIM_MASTER_KEY_FILE prüfen, oder die Datei aus der getrennten Sicherung zurückholen.",
    );
  }
  return ((await stat(masterKeyFile)).mode & OTHERS_MAY) === 0
    ? good("Schlüssel", masterKeyFile)
    : fault("Schlüssel", `Andere können ${masterKeyFile} lesen.`, `Bitte: chmod 600 ${masterKeyFile}`);
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
