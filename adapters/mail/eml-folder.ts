import { createHash, randomUUID } from "node:crypto";
import { mkdir, open, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Mailer } from "../../bot/outbox/mailer.js";
import { composeMessage, type Sender } from "./message.js";

export type EmlFolderOptions = {
  /** Made if it is not there, readable by the owner alone. */
  readonly folder: string;
  readonly from: Sender;
};

/**
 * Puts each mail into a folder as an .eml file instead of sending it: what every mail program opens. The file is
 * named by the Message-ID, so a repetition replaces it, and it is there whole or not at all.
 */
export function emlFolderMailer({ folder, from }: EmlFolderOptions): Mailer {
  return {
    kind: "files",
    async send(mail) {
      const message = await composeMessage(mail, from, new Date());
      if (!Buffer.isBuffer(message)) return { kind: "permanent", reason: `faulty ${message.fault}` };
      try {
        await writeWhole(folder, fileName(mail.messageId), message);
        return { kind: "sent" };
      } catch (error) {
        const code = typeof error === "object" && error && "code" in error ? String(error.code) : "unknown";
        const full = code === "ENOSPC" || code === "EMFILE" || code === "ENFILE" || code === "EIO";
        return { kind: full ? "temporary" : "setup", reason: `mail folder ${code}` };
      }
    },
  };
}

/** Plain ids keep their words; what a file name cannot hold, or would make it too long, becomes a hash. */
export function fileName(messageId: string): string {
  const id = messageId.replace(/^<|>$/g, "");
  const plain = /^[\w@+-][\w.@+-]*$/.test(id) && id.length <= 150;
  return `${plain ? id : createHash("sha256").update(id).digest("hex")}.eml`;
}

async function writeWhole(folder: string, name: string, content: Buffer): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const unfinished = join(folder, `.${randomUUID()}.part`);
  try {
    const file = await open(unfinished, "wx", 0o600);
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(unfinished, join(folder, name));
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}
