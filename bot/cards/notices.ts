import type { Reply } from "../../dialogs/reply.js";
import type { Texts } from "../texts/de.js";
import { card, header, list, notice, openUrl, paragraph, press, small, strong } from "./elements.js";

/** Small cards that only say something. */

export function say(texts: Texts, text: string): Reply {
  return { place: "new", text, summary: texts.summary };
}

/** Takes the place of the card that was pressed, so that its buttons are gone. */
export function doneCard(texts: Texts, text: string): Reply {
  return { place: "pressed", summary: texts.summary, card: card([paragraph(text)]) };
}

export function welcomeCard(texts: Texts, demo: boolean): Reply {
  return {
    place: "new",
    summary: texts.summary,
    card: card(
      [
        header(texts.welcome.title),
        paragraph(texts.welcome.intro),
        demo ? notice("warning", texts.welcome.demo) : undefined,
        strong(texts.welcome.examplesTitle),
        list(texts.welcome.examples),
        strong(texts.welcome.caseCommandsTitle),
        list(texts.welcome.caseCommands),
        small(texts.welcome.privacy),
      ],
      homeActions(texts),
    ),
  };
}

export function notUnderstoodCard(texts: Texts): Reply {
  return {
    place: "new",
    summary: texts.summary,
    card: card(
      [
        header(texts.notUnderstood.title),
        paragraph(texts.notUnderstood.hint),
        strong(texts.welcome.examplesTitle),
        list(texts.welcome.examples),
      ],
      homeActions(texts),
    ),
  };
}

/** What else than a 1:1 chat may not show: says where to go on, with a link into that chat. */
export function personalChatOnlyCard(texts: Texts, botId: string): Reply {
  return {
    place: "new",
    summary: texts.summary,
    card: card(
      [header(texts.privacy.onlyPersonalTitle), paragraph(texts.privacy.onlyPersonal)],
      [
        openUrl(
          texts.privacy.continueInChat,
          `https://teams.microsoft.com/l/chat/0/0?users=${encodeURIComponent(botId)}`,
        ),
      ],
    ),
  };
}

function homeActions(texts: Texts) {
  return [
    press(texts.welcome.newCase, "case.new"),
    press(texts.welcome.myCases, "case.list"),
    press(texts.welcome.agenda, "agenda.week"),
  ];
}
