import { randomUUID } from "node:crypto";
import { link, mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import type { MasterKeys } from "../casework/store/keyring.js";
import { type MasterKey, newDataKey } from "../casework/store/vault.js";

const KEY_BYTES = 32;

/** "key" or "new,old", each 32 bytes as base64; empty text is no key. Undefined: something else stands there. */
export function parseKeyList(text: string): readonly MasterKey[] | undefined {
  const parts = text.split(/[\s,]+/).filter((part) => part !== "");
  const keys = parts.map((part) => Buffer.from(part, "base64"));
  const fits = keys.every((key, i) => key.length === KEY_BYTES && key.toString("base64") === parts[i]);
  return fits ? keys : undefined;
}

/** The keys of a file, which is read again on demand. @throws Error in German if there is no key in it. */
export async function keysInFile(path: string): Promise<MasterKeys> {
  let keys = await readKeyFile(path);
  return {
    known: () => keys,
    reload: async () => {
      keys = await readKeyFile(path);
    },
  };
}

export async function readKeyFile(path: string): Promise<readonly MasterKey[]> {
  const keys = parseKeyList(await readFile(path, "utf8"));
  if (!keys || keys.length === 0) {
    throw new Error(`In ${path} steht kein Schlüssel: Es müssen 32 Byte als Base64 sein.`);
  }
  return keys;
}

/** Puts keys into a file that only this user reads; whoever reads it sees the old keys or the new ones, whole. */
export async function writeKeyFile(path: string, keys: readonly MasterKey[]): Promise<void> {
  const draft = `${path}.${randomUUID()}`;
  await writeNew(draft, keys);
  await rename(draft, path);
}

/**
 * Demo mode only: a key made once. It is whole before it has its name: a process that dies in between leaves no empty
 * file, and of two that start at once the second finds the first one's.
 */
export async function makeKeyFile(path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const draft = `${path}.${randomUUID()}`;
  await writeNew(draft, [newDataKey()]);
  try {
    await link(draft, path);
  } catch (error) {
    const exists = typeof error === "object" && error !== null && "code" in error && error.code === "EEXIST";
    if (!exists) throw error;
  } finally {
    await rm(draft);
  }
}

async function writeNew(path: string, keys: readonly MasterKey[]): Promise<void> {
  const file = await open(path, "wx", 0o600);
  await file.writeFile(keys.map((key) => key.toString("base64")).join("\n"));
  await file.sync();
  await file.close();
}
