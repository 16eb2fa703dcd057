import type { Texts } from "../bot/texts/de.js";
import { textsFor } from "../bot/texts/texts.js";
import type { UnitOfWork } from "../casework/store/unit-of-work.js";
import type { Locale } from "./event.js";
import { languageOf, queueMessage, type UnaskedMessage } from "./messages.js";
import type { Reply } from "./reply.js";

/** A reply in whichever language its reader has. */
export type WriteReply = (texts: Texts, locale: Locale) => Reply;

/** `queueMessage` in the language of whoever reads it, which need not be that of whoever caused it. */
export async function writeTo(
  unit: UnitOfWork,
  message: Omit<UnaskedMessage, "replies">,
  write: WriteReply,
): Promise<void> {
  const locale = await languageOf(unit, message.person);
  await queueMessage(unit, { ...message, replies: [write(textsFor(locale), locale)] });
}
