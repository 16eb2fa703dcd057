import { audit } from "../../casework/audit/audit.js";
import { fingerprintOf, type MasterKeys, WRAPPING_KEY } from "../../casework/store/keyring.js";
import { type Rotated, rotateKeys } from "../../casework/store/rotate-keys.js";
import { type MasterKey, newDataKey } from "../../casework/store/vault.js";
import type { Config } from "../config.js";
import { keysInFile, readKeyFile, writeKeyFile } from "../master-key.js";
import type { Ledger } from "../turn/transact.js";
import { type CliCommand, complain, type ExitCode, print, withBackstage } from "./command-line.js";
import { commitCommand } from "./command-request.js";

const PROCEDURE = [
  "Der neue Schlüssel fehlt. So wechseln Sie ihn im laufenden Betrieb:",
  "  1. Neuen Schlüssel erzeugen: openssl rand -base64 32",
  "  2. Jeden Bot neu starten mit KIM_MASTER_KEY=NEU,ALT (er kennt dann beide).",
  "  3. KIM_MASTER_KEY=NEU,ALT npx kim keys rotate   (oder KIM_MASTER_KEY=ALT KIM_MASTER_KEY_NEW=NEU)",
  "  4. Jeden Bot neu starten mit KIM_MASTER_KEY=NEU. Den alten Schlüssel aufbewahren, solange es Sicherungen aus der Zeit davor gibt.",
].join("\n");

export const keysRotate: CliCommand = {
  words: ["keys", "rotate"],
  usage: "keys rotate",
  does: "Wechselt den Hauptschlüssel im laufenden Betrieb: verpackt alle Datenschlüssel neu. Kann jederzeit wiederholt werden.",
  least: 0,
  most: 0,
  run: (line) =>
    withBackstage<ExitCode>(line, async ({ config, ledger }) => {
      const inEnvironment = config.masterKeys.length > 0;
      const rotated = inEnvironment
        ? await byEnvironment(config, ledger)
        : await byFile(config.masterKeyFile, ledger);
      if (!rotated) {
        complain(PROCEDURE);
        return 1;
      }
      await commitCommand(ledger, (unit) =>
        audit(unit, "operator", "keys-rotated", String(rotated.rewrapped)),
      );
      if (line.flags.json) print(JSON.stringify(rotated));
      else print(`Neu verpackt: ${rotated.rewrapped} Datenschlüssel. Schon neu: ${rotated.already}.`);
      return 0;
    }),
};

/** The new key is `KIM_MASTER_KEY_NEW`, or the first of two in `KIM_MASTER_KEY`. Undefined: there is none. */
async function byEnvironment(
  { masterKeys, newMasterKey }: Config,
  ledger: Ledger,
): Promise<Rotated | undefined> {
  const to = newMasterKey ?? (masterKeys.length > 1 ? masterKeys[0] : undefined);
  return to && rotateKeys(ledger.store, ledger.keyring.masters, to);
}

/** Makes the new key, lays it beside the old one, and takes the old one away when nothing needs it any more. */
async function byFile(path: string, ledger: Ledger): Promise<Rotated> {
  const before = await readKeyFile(path);
  const to = (await unfinished(before, ledger)) ?? newDataKey();
  await writeKeyFile(path, [to, ...before.filter((key) => !key.equals(to))]);
  const masters: MasterKeys = await keysInFile(path);
  const rotated = await rotateKeys(ledger.store, masters, to);
  await writeKeyFile(path, [to]);
  return rotated;
}

/** The new key of a rotation that was cut off: both lie in the file still. */
async function unfinished(keys: readonly MasterKey[], { store }: Ledger): Promise<MasterKey | undefined> {
  if (keys.length < 2) return undefined;
  const [wrapping] = await store.get([WRAPPING_KEY]);
  return keys.find((key) => wrapping && fingerprintOf(key).equals(wrapping.value)) ?? keys[0];
}
