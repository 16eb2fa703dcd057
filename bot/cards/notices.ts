import type { Reply } from "../../dialogs/reply.js";
import type { Texts } from "../texts/de.js";
import {
  type Action,
  card,
  type Element,
  header,
  list,
  notice,
  openUrl,
  paragraph,
  press,
  small,
  strong,
} from "./elements.js";

/** Small cards that only say something. */

export function say(texts: Texts, text: string): Reply {
  return { place: "new", text, summary: texts.summary };
}

/**
 * What was saved, and the instant (ms) of the turn that saved it: the button beside it takes back that and no other.
 * Without one there is nothing to take back: it was so before.
 */
export type Saved = { readonly words: string; readonly at?: number | undefined };

/** What was saved, in place of the form or as an answer of its own, and the button that takes it back. */
export function savedCard(texts: Texts, saved: Saved, place: Reply["place"]): Reply {
  return { place, summary: texts.summary, card: card([savedNotice(texts, saved)]) };
}

/** Takes back what was done at an instant (ms), if that is still the last thing that the person did. */
export function undoButton(texts: Texts, at: number): Action {
  return press(texts.casework.undo, "case.undo", { data: { at: String(at) }, inputs: false });
}

/** Takes the place of the card that was pressed, so that its buttons are gone. */
export function doneCard(texts: Texts, text: string): Reply {
  return { place: "pressed", summary: texts.summary, card: card([paragraph(text)]) };
}

/** Says what was saved, with the button that takes it back. */
export function savedNotice(texts: Texts, { words, at }: Saved): Element {
  if (at === undefined) return notice("good", `✓ ${words}`);
  return {
    type: "Container",
    style: "good",
    items: [paragraph(`✓ ${words}`), { type: "ActionSet", actions: [undoButton(texts, at)] }],
  };
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

/** In a group or channel: what works there, and the way into the chat where the rest does. */
export function groupWelcomeCard(texts: Texts, demo: boolean, botId: string): Reply {
  return {
    place: "new",
    summary: texts.summary,
    card: card(
      [
        header(texts.welcome.title),
        paragraph(texts.welcome.inGroup.intro),
        demo ? notice("warning", texts.welcome.demo) : undefined,
        ...groupBeginnings(texts),
        small(texts.welcome.privacy),
      ],
      [continueInChat(texts, botId)],
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

/** The same in a group or channel. */
export function groupNotUnderstoodCard(texts: Texts, botId: string): Reply {
  return {
    place: "new",
    summary: texts.summary,
    card: card(
      [header(texts.notUnderstood.title), paragraph(texts.notUnderstood.inGroup), ...groupBeginnings(texts)],
      [continueInChat(texts, botId)],
    ),
  };
}

function groupBeginnings(texts: Texts): readonly (Element | undefined)[] {
  const { examples, elsewhere } = texts.welcome.inGroup;
  return [strong(texts.welcome.examplesTitle), list(examples), paragraph(elsewhere)];
}

/** What else than a 1:1 chat may not show: says where to go on, with a link into that chat. */
export function personalChatOnlyCard(texts: Texts, botId: string): Reply {
  return {
    place: "new",
    summary: texts.summary,
    card: card(
      [header(texts.privacy.onlyPersonalTitle), paragraph(texts.privacy.onlyPersonal)],
      [continueInChat(texts, botId)],
    ),
  };
}

/**
 * Opens the 1:1 chat with the bot, with `message` in its compose box.
 * Source: Microsoft Learn, "Deep link to a chat".
 */
export function personalChatLink(botId: string, message?: string): string {
  const link = `https://teams.microsoft.com/l/chat/0/0?users=${encodeURIComponent(botId)}`;
  return message === undefined ? link : `${link}&message=${encodeURIComponent(message)}`;
}

function continueInChat(texts: Texts, botId: string) {
  return openUrl(texts.privacy.continueInChat, personalChatLink(botId));
}

function homeActions(texts: Texts) {
  return [
    press(texts.welcome.newCase, "case.new"),
    press(texts.welcome.myCases, "case.list"),
    press(texts.welcome.agenda, "agenda.week"),
  ];
}
