import { access, constants, stat, statfs } from "node:fs/promises";
import { dirname } from "node:path";
import type { Config } from "../config.js";
import { type Finding, fault, good, hint } from "./finding.js";

const OLDEST_NODE = [20, 19] as const;
const LEAST_FREE_BYTES = 1024 ** 3;
const OTHERS_MAY = 0o077;
/** Magic numbers of statfs(2): NFS, CIFS, SMB2, 9p, Ceph, AFS. LMDB maps its file into memory, which none of them keeps in step. */
const NETWORK_FILE_SYSTEMS = new Set([0x6969, 0xff534d42, 0xfe534d42, 0x01021997, 0x00c36400, 0x5346414f]);

export function examineVersion(nodeVersion: string): Finding {
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

export async function examineDataDir({ dataDir, redisUrl, demo }: Config): Promise<readonly Finding[]> {
  const there = await exists(dataDir);
  const place = there ? dataDir : dirname(dataDir);
  try {
    await access(place, constants.W_OK | constants.X_OK);
    if (!(await stat(place)).isDirectory()) throw new Error("no folder");
  } catch {
    return [
      fault(
        "DATA_DIR",
        `In ${dataDir} kann nichts geschrieben werden.`,
        "Bitte einen Ordner auf einem lokalen Laufwerk eintragen, der diesem Benutzer gehört.",
      ),
    ];
  }
  const { bavail, bsize, type } = await statfs(place);
  return [
    examineSpace(dataDir, bavail * bsize),
    ...(redisUrl === undefined ? examineFileSystem(dataDir, type) : []),
    ...(there && !demo ? await examineRights(dataDir) : []),
  ];
}

export function examineSpace(dataDir: string, free: number): Finding {
  return free < LEAST_FREE_BYTES
    ? hint("DATA_DIR", `Nur ${Math.round(free / 1024 ** 2)} MB sind frei.`, "Bitte Platz schaffen.")
    : good("DATA_DIR", `${dataDir}, ${Math.round(free / 1024 ** 3)} GB frei`);
}

/** @param type the magic number of its file system */
export function examineFileSystem(dataDir: string, type: number): readonly Finding[] {
  if (!NETWORK_FILE_SYSTEMS.has(type >>> 0)) return [];
  return [
    fault(
      "DATA_DIR",
      `${dataDir} liegt auf einem Netzlaufwerk: Der eingebaute Speicher kann dort zerstört werden.`,
      "Bitte einen Ordner auf einer lokalen Platte eintragen, oder Redis nehmen (REDIS_URL).",
    ),
  ];
}

/** Which cases exist and who opened them stands in the store in the clear. */
async function examineRights(dataDir: string): Promise<readonly Finding[]> {
  if (((await stat(dataDir)).mode & OTHERS_MAY) === 0) return [];
  return [hint("DATA_DIR", `Andere Benutzer können ${dataDir} öffnen.`, `Bitte: chmod 700 ${dataDir}`)];
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
