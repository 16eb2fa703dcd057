import type { AnswerStream, FrontDoor } from "../../bot/turn/front-door.js";
import type { IncomingEvent } from "../../dialogs/event.js";
import type { Reply } from "../../dialogs/reply.js";
import { endOfStream, startAnswerStream } from "./answer-stream.js";
import { DeliveryError } from "./connector.js";
import { type Answer, failed, replacedBy, searchResults, unchanged } from "./invoke-answer.js";
import { toMessage } from "./message.js";
import { replacementOf, sendOutcome } from "./send.js";
import type { ServerLog } from "./server-log.js";
import type { Channel } from "./teams-adapter.js";
import { startTyping } from "./typing.js";

export type TurnOptions = {
  readonly handle: FrontDoor;
  /** What to say if `handle` rejects. */
  readonly failure: (event: IncomingEvent | undefined) => Reply;
  readonly log: ServerLog;
};

/** How an activity wants to be answered: by messages alone, or in the body of the HTTP answer as well. */
export type AnswerForm = "messages" | "card" | "feedback" | "search" | "unknown-invoke";

/** One turn: asks the front door, sends its replies, and says what the request is answered with. */
export async function runTurn(
  { handle, failure, log }: TurnOptions,
  channel: Channel,
  event: IncomingEvent,
  form: AnswerForm,
): Promise<Answer> {
  const byInvoke = form === "card";
  // In answer to a card's button Teams shows a sign of its own.
  const typing = form === "messages" && isQuestion(event) ? startTyping(channel) : undefined;
  const personal = event.conversation.scope === "personal";
  // What takes the place of a former answer can't be shown growing.
  const mayStream = form === "messages" && personal && event.content.kind !== "edited";
  const stream = mayStream ? startAnswerStream(channel) : undefined;
  try {
    const outcome = await handle(event, stream && withoutTyping(stream, typing));
    await typing?.stop();
    const streamed = await stream?.finish();
    const replacement = replacementOf(outcome);
    const sent = await deliver(log, async () => {
      outcome.sent(await sendOutcome(channel, outcome, event.content, byInvoke, streamed));
    });
    switch (form) {
      case "card":
        return replacement === undefined ? unchanged() : replacedBy(replacement);
      case "search":
        return searchResults(outcome.results ?? []);
      case "feedback":
        return { status: 200, body: {} };
      case "unknown-invoke":
        return { status: 404 };
      case "messages":
        return { status: sent };
    }
  } catch (error) {
    log({ what: "turn-failed", event: event.id, error });
    await typing?.stop();
    const reply = failure(event);
    const message = toMessage({ ...reply, place: "new" });
    const streamed = await stream?.finish();
    const sent = await deliver(log, async () => {
      await channel.send(streamed ? endOfStream(message, streamed) : message);
    });
    if (byInvoke) return failed(reply.text ?? reply.summary ?? "");
    return { status: form === "messages" ? sent : 500 };
  }
}

/** A sign of typing beside an answer that can be seen being written would stand there after it. */
function withoutTyping(
  stream: AnswerStream,
  typing: ReturnType<typeof startTyping> | undefined,
): AnswerStream {
  return {
    show(text) {
      void typing?.stop();
      stream.show(text);
    },
  };
}

/**
 * The status that tells the channel how it went. 502 if it did not take a reply: what was not sent is sent
 * again if it delivers the event again. If the conversation is gone, delivering again would not help.
 */
async function deliver(log: ServerLog, send: () => Promise<void>): Promise<200 | 502> {
  try {
    await send();
    return 200;
  } catch (error) {
    if (!(error instanceof DeliveryError)) throw error;
    log({ what: "not-delivered", failure: error.failure });
    return error.failure.kind === "gone" ? 200 : 502;
  }
}

function isQuestion({ content }: IncomingEvent): boolean {
  return ["text", "attachments", "edited", "press"].includes(content.kind);
}
