import { fixedKeys, type Keyring, type MasterKeys, openKeyring } from "../casework/store/keyring.js";
import type { Store } from "../casework/store/store.js";
import { isHalfRestored } from "../casework/store/unfinished-restore.js";
import { type Config, ConfigFaulty } from "./config.js";
import { keysInFile, makeKeyFile } from "./master-key.js";

const HALF_RESTORED =
  "In diesem Speicher ist eine Wiederherstellung abgebrochen, es fehlt ein Teil: bitte kim store restore mit derselben Sicherung wiederholen.";

/**
 * The keyring of a store under the configured master keys. Closes the store if they do not fit, or if it holds a part
 * of a backup only. @throws ConfigFaulty
 */
export async function openKeyringOf(config: Config, store: Store): Promise<Keyring> {
  try {
    if (await isHalfRestored(store)) throw new ConfigFaulty([HALF_RESTORED]);
    return await openKeyring(store, await masterKeysOf(config));
  } catch (error) {
    await store.close();
    if (error instanceof Error && error.name === "SealBroken") {
      throw new ConfigFaulty([
        "KIM_MASTER_KEY passt nicht zu diesem Speicher: bitte den Schlüssel eintragen, mit dem er angelegt wurde.",
      ]);
    }
    throw error;
  }
}

export async function masterKeysOf(config: Config): Promise<MasterKeys> {
  const { masterKeys, newMasterKey } = config;
  if (masterKeys.length > 0) return fixedKeys(newMasterKey ? [...masterKeys, newMasterKey] : masterKeys);
  if (config.demo) await makeKeyFile(config.masterKeyFile);
  return keysInFile(config.masterKeyFile);
}
