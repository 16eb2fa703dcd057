import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { type ParsedMail, simpleParser } from "mailparser";
import type { Bot } from "./bot.js";
import { eventually } from "./eventually.js";

/** The messages whose subject names this, once there are as many as expected. */
export function mailsAbout(bot: Bot, about: string, count: number): Promise<readonly ParsedMail[]> {
  const folder = join(bot.dataDir, "mail");
  return eventually(`${count} mails about ${about}`, async () => {
    const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith(".eml"));
    const all = await Promise.all(
      names.map(async (name) => simpleParser(await readFile(join(folder, name)))),
    );
    const found = all.filter(({ subject }) => subject?.includes(about));
    return found.length >= count ? found : undefined;
  });
}

/** The mail to one address. */
export function to(mails: readonly ParsedMail[], address: string): ParsedMail {
  const found = mails.find((mail) => JSON.stringify(mail.to ?? "").includes(address));
  if (!found) throw new Error(`No mail to ${address}`);
  return found;
}
