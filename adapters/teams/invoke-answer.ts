import type { Card, Reply } from "../../dialogs/reply.js";
import { adaptiveCardType } from "./message.js";

/** The HTTP answer to an activity. */
export type Answer = { readonly status: number; readonly body?: unknown };

/**
 * Answers to `adaptiveCard/action`. Teams reads the status in the body; an HTTP status other than 200 is an
 * error of the bot to it. Source: Microsoft Learn, "Universal Actions for Adaptive Cards", response format.
 */

/** The pressed card becomes this one. */
export function replacedBy({ card, text }: Reply & { readonly card: Card }): Answer {
  return { status: 200, body: { statusCode: 200, type: adaptiveCardType, value: withText(card, text) } };
}

/** The card stays as it is, with what was typed into it, and Teams shows no error. */
export function unchanged(): Answer {
  const body = { statusCode: 200, type: "application/vnd.microsoft.activity.message", value: "OK" };
  return { status: 200, body };
}

/** The card stays as it is, with what was typed into it, and Teams says that it did not work. */
export function failed(message: string): Answer {
  const value = { code: "InternalError", message };
  return { status: 200, body: { statusCode: 500, type: "application/vnd.microsoft.error", value } };
}

/**
 * Answer to `composeExtension/query`: a list to choose from; the chosen card goes into the compose box.
 * Source: Microsoft Learn, "Respond to search command", response format.
 */
export function searchResults(results: readonly Reply[]): Answer {
  const attachments = results.flatMap(({ card, preview }) =>
    card
      ? [
          {
            contentType: adaptiveCardType,
            content: card,
            preview: {
              contentType: "application/vnd.microsoft.card.thumbnail",
              content: { title: preview?.title ?? "", text: preview?.text ?? "" },
            },
          },
        ]
      : [],
  );
  return {
    status: 200,
    body: { composeExtension: { type: "result", attachmentLayout: "list", attachments } },
  };
}

/** An invoke's answer holds a card and nothing else, so a text above it moves into it. */
function withText(card: Card, text: string | undefined): Card {
  if (text === undefined || text === "") return card;
  const { body } = card;
  const items: readonly unknown[] = Array.isArray(body) ? body : [];
  return { ...card, body: [{ type: "TextBlock", text, wrap: true }, ...items] };
}
