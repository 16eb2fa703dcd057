import type { EventContent } from "../../dialogs/event.js";
import { say } from "../cards/notices.js";
import { textsFor } from "../texts/texts.js";
import type { FrontDoor } from "../turn/front-door.js";
import type { Limit } from "./per-minute.js";

const answered: ReadonlySet<EventContent["kind"]> = new Set(["text", "attachments", "edited", "press"]);

/**
 * The same front door for whoever does not come more often than people do. What is turned away changed nothing: a
 * pressed card stays as it is with all that was typed, a message stands in the chat, and both can be sent again.
 */
export function limitTurns(handle: FrontDoor, limit: Limit): FrontDoor {
  return async (event, stream) => {
    if (limit(event.person.id, `${event.conversation.id}/${event.id}`)) return handle(event, stream);
    if (event.content.kind === "search") return { send: [], results: [], sent: () => {} };
    // Nobody waits for an answer to a deletion or a reaction.
    if (!answered.has(event.content.kind)) return { send: [], sent: () => {} };
    const texts = textsFor(event.locale);
    return { send: [say(texts, texts.errors.tooOften)], sent: () => {} };
  };
}
