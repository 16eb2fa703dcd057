import type { Locale } from "../../dialogs/event.js";
import type { Reply } from "../../dialogs/reply.js";
import type { FindResult } from "../../knowledge/directory/model.js";
import type { Texts } from "../texts/de.js";
import { card, header, notice, press, small } from "./elements.js";
import { officeSection } from "./office-answer.js";

/** Whom to call at once, before anything else; the ordinary answers follow on the same card. */
export function emergencyCard(
  texts: Texts,
  locale: Locale,
  result: FindResult,
  nonce: string | undefined,
): Reply {
  const words = texts.emergency;
  return {
    place: "new",
    summary: texts.summary,
    card: card(
      [
        header(words.title),
        notice("attention", words.intro),
        ...result.answers
          .slice(0, 8)
          .map((answer, i) => officeSection(texts, locale, answer, { topics: [], separator: i > 0 })),
        small(words.documentElsewhere),
        nonce ? small(words.held) : undefined,
      ],
      nonce ? [press(words.goOn, "emergency.continue", { nonce })] : [],
    ),
  };
}
