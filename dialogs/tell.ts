import type { Texts } from "../bot/texts/de.js";
import { textsFor } from "../bot/texts/texts.js";
import { caseScope } from "../casework/store/record.js";
import type { Locale } from "./event.js";
import { languageOf, queueMessage } from "./messages.js";
import type { Reply } from "./reply.js";
import type { Turn } from "./turn.js";

/**
 * Writes to a colleague's 1:1 chat, in their language, when this turn is committed. It holds case ids and neutral labels
 * only, and is unreadable once one of these cases is erased.
 */
export async function tell(
  { unit, random }: Turn,
  person: string,
  caseIds: readonly string[],
  write: (texts: Texts, locale: Locale) => Reply,
): Promise<void> {
  const id = `told/${Buffer.from(random(12)).toString("base64url")}`;
  const locale = await languageOf(unit, person);
  const replies = [write(textsFor(locale), locale)];
  await queueMessage(unit, { id, person, replies, scopes: caseIds.map(caseScope) });
}
