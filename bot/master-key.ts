import { randomBytes } from "node:crypto";
import { mkdir, open, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { MasterKey } from "../casework/store/vault.js";

/** Demo mode only: a key made once and kept in a file that only this user reads. */
export async function demoMasterKey(dataDir: string): Promise<MasterKey> {
  const path = join(dataDir, "demo-master.key");
  await mkdir(dataDir, { recursive: true });
  try {
    const file = await open(path, "wx", 0o600);
    await file.writeFile(randomBytes(32).toString("base64"));
    await file.sync();
    await file.close();
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  }
  return Buffer.from(await readFile(path, "utf8"), "base64");
}
