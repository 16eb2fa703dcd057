import type { ConsentText } from "../../casework/consent/consent-text.js";
import type { Texts } from "../texts/de.js";
import { type Action, choiceInput, type Element, literal, paragraph, small } from "./elements.js";

/** One set of actions holds no more buttons. */
const MOST_TEXTS = 5;

/**
 * The texts to read out, each opened in place by its button, so that nothing typed into the card is lost; and which
 * of them was read. Nothing is preselected: without a choice it was explained in own words.
 */
export function readAloud(texts: Texts, modules: readonly ConsentText[], chosen: string): readonly Element[] {
  const words = texts.consent;
  const shown = modules.slice(0, MOST_TEXTS);
  if (shown.length === 0) return [];
  const idOf = (module: ConsentText) => `text-${module.id}`;
  const open = (module: ConsentText): Action => ({
    type: "Action.ToggleVisibility",
    title: module.title,
    targetElements: [idOf(module)],
  });
  return [
    small(words.readAloud),
    { type: "ActionSet", actions: shown.map(open) },
    ...shown.map((module) => ({
      type: "Container",
      id: idOf(module),
      isVisible: false,
      style: "emphasis",
      // One block, since each would cost more bytes of the card than a line of Leichte Sprache itself.
      items: [paragraph(module.body.map(literal).join("\n\n"))],
    })),
    choiceInput({
      id: "text",
      label: words.text,
      value: chosen || "-",
      choices: [
        { title: words.noText, value: "-" },
        ...shown.map((module) => ({ title: module.title, value: module.id })),
      ],
    }),
  ];
}
