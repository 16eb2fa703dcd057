import type { TurnOutcome } from "../../bot/turn/front-door.js";
import type { EventContent } from "../../dialogs/event.js";
import type { Card, Reply } from "../../dialogs/reply.js";
import { endOfStream, type Streamed } from "./answer-stream.js";
import { DeliveryError } from "./connector.js";
import { toMessage } from "./message.js";
import type { Channel } from "./teams-adapter.js";

/**
 * Sends what a turn answers, one after another, and settles when the channel has all of it.
 *
 * A reply in place of the pressed card is not sent if the press was an invoke: it is the invoke's answer.
 * Otherwise the card's activity is updated; where the channel does not do that, it becomes a new message.
 *
 * @param streamed what was shown of the answer already; the first new message ends it
 * @returns the activity ids in the order of `outcome.send`; for a replaced card the id it has had
 * @throws DeliveryError at the first reply that the channel does not take
 */
export async function sendOutcome(
  channel: Channel,
  outcome: TurnOutcome,
  content: EventContent,
  byInvoke: boolean,
  streamed?: Streamed,
): Promise<readonly string[]> {
  const cardId = content.kind === "press" ? content.cardActivityId : undefined;
  const answer = byInvoke ? replacementOf(outcome) : undefined;
  const { replacement } = outcome;
  if (!byInvoke && replacement !== undefined && !outcome.send.some((reply) => reply.place === "pressed")) {
    await replace(channel, replacement, cardId);
  }
  const ids: string[] = [];
  const ends = streamed && outcome.send.find((reply) => reply.place === "new");
  for (const reply of outcome.send) {
    if (streamed && reply === ends) ids.push(await channel.send(endOfStream(toMessage(reply), streamed)));
    else if (reply.place === "former") ids.push(await replace(channel, reply, inPlaceOf(outcome, reply)));
    else if (reply.place === "new") ids.push(await channel.send(toMessage(reply)));
    else if (byInvoke && sameCard(reply, answer)) ids.push(cardId ?? "");
    else ids.push(await replace(channel, reply, byInvoke ? undefined : cardId));
  }
  return ids;
}

/** What an invoke is answered with: the turn's replacement, or its first reply in place of the pressed card. */
export function replacementOf({
  replacement,
  send,
}: TurnOutcome): (Reply & { readonly card: Card }) | undefined {
  return [replacement, ...send.filter((reply) => reply.place === "pressed")].find(hasCard);
}

function hasCard(reply: Reply | undefined): reply is Reply & { readonly card: Card } {
  return reply?.card !== undefined;
}

/** An update would take the AI label and the references away (Learn, "Bot messages with AI-generated content"). */
function inPlaceOf({ former }: TurnOutcome, reply: Reply): string | undefined {
  return reply.aiGenerated || reply.citations ? undefined : former;
}

/** Stored replies come back as copies, so equality is that of their JSON. */
function sameCard(reply: Reply, other: Reply | undefined): boolean {
  return reply === other || (other !== undefined && JSON.stringify(reply) === JSON.stringify(other));
}

async function replace(channel: Channel, reply: Reply, cardId: string | undefined): Promise<string> {
  const message = toMessage(reply);
  if (cardId === undefined) return channel.send(message);
  try {
    await channel.update(cardId, message);
    return cardId;
  } catch (error) {
    if (!(error instanceof DeliveryError)) throw error;
    const { kind } = error.failure;
    if (kind !== "gone" && kind !== "refused") throw error;
    return channel.send(message);
  }
}
