import type { Person, Turn } from "../wire/person.js";
import type { Bot } from "./bot.js";
import { eventually } from "./eventually.js";
import { twoInstances } from "./two-instances.js";

/**
 * Before two instances: waits until the other one can know that the answer went out. One tells it a tenth of a second
 * later; Teams takes longer than that to deliver again.
 */
export async function learnedElsewhere(bot: Bot, { conversation }: Person, { sent }: Turn): Promise<void> {
  if (!twoInstances) return;
  const mark = `sent/${conversation}/${String(sent.id)}`;
  await eventually("the mark that it went out", async () => (await bot.ledger.store.get([mark]))[0]);
}
