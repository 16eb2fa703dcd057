import type { Reply } from "../../dialogs/reply.js";
import type { Texts } from "../texts/de.js";
import { card, header, literal, paragraph, strong } from "./elements.js";

/** Says that a card is of an older version, and repeats what was typed into it, to be copied. */
export function outdatedCard(texts: Texts, typed: readonly string[]): Reply {
  const { outdated } = texts;
  return {
    place: "new",
    summary: texts.summary,
    card: card([
      header(outdated.title),
      paragraph(outdated.words),
      typed.length > 0 ? strong(outdated.typed) : undefined,
      ...typed.map((text) => paragraph(literal(text))),
    ]),
  };
}
