import { z } from "zod";
import type { EventContent } from "../../dialogs/event.js";
import { PRESS_NAME } from "../turn/front-door.js";

/** Longer texts are refused in the chat too. */
const LONGEST = 8_000;

const fields = z.record(z.string().max(100), z.string().max(LONGEST));

/** What the page posts: a text, a press of a button with the card's inputs, or thumbs. All members are text. */
const TurnBody = z.object({
  /** Made by the page, the same on every repetition of one press. */
  id: z.uuid(),
  text: z.string().max(LONGEST).optional(),
  /** What the last answer from the documents was worth. */
  reaction: z.enum(["like", "dislike"]).optional(),
  action: z.string().regex(PRESS_NAME).optional(),
  nonce: z.string().regex(PRESS_NAME).optional(),
  /** JSON of the card's inputs and the button's own data. */
  fields: z.string().max(60_000).optional(),
});

export type TurnRequest = { readonly id: string; readonly content: EventContent };

/** The event in a body, or undefined where it is none. */
export function readTurnBody(body: Readonly<Record<string, string>>): TurnRequest | undefined {
  const parsed = TurnBody.safeParse(body);
  if (!parsed.success) return undefined;
  const { id, text, action, nonce, reaction } = parsed.data;
  if (reaction) return { id, content: { kind: "feedback", reaction, comment: "", answerId: "" } };
  if (action === undefined) {
    return text?.trim() ? { id, content: { kind: "text", text: text.trim() } } : undefined;
  }
  const read = fields.safeParse(parsed.data.fields === undefined ? {} : parse(parsed.data.fields));
  if (!read.success) return undefined;
  return {
    id,
    content: { kind: "press", action, ...(nonce ? { nonce } : {}), fields: { ...read.data } },
  };
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
