import { readPress } from "../../adapters/teams/card-press.js";
import type { EventContent, IncomingEvent } from "../../dialogs/event.js";
import type { Draw } from "../casework/privacy/fill.js";
import { buttonsOf, filledIn, type Json } from "../wire/card.js";
import type { Seen } from "./process.js";

/** How somebody's message or press comes along: once, or the same delivery a second time while the first is at work. */
export type Manner = "once" | "twice";

/**
 * What came of something that a person did: one entry for each delivery, in order. It grows when the same is delivered
 * again later.
 */
export type Answers = readonly {
  /** Undefined where nothing was to be seen. */
  readonly seen: Seen | undefined;
  readonly askedAt: number;
  readonly answeredAt: number;
}[];

/** A person before the bot, with the patience of Teams: a message that got no answer comes again. */
export type Person = {
  readonly id: string;
  readonly says: (text: string, manner?: Manner) => Promise<Answers>;
  /** The same, for what is about the moment: much later it would be about something else, so it does not come again. */
  readonly saysNow: (text: string, manner?: Manner) => Promise<Answers>;
  /** Undefined if the card has no such button. */
  readonly presses: (
    card: Json | undefined,
    button: string,
    inputs?: Readonly<Record<string, string>>,
    manner?: Manner,
  ) => Promise<Answers | undefined>;
  /** Every message once more, as a channel does that has lost its memory; what was said `now` is left out. */
  readonly repeatsAll: () => Promise<void>;
};

/** Teams gives a message up after some tries; nobody presses for ever. */
const MOST_TRIES = 3;

export function createPerson(
  id: string,
  site: {
    readonly draw: Draw;
    readonly clock: () => number;
    readonly step: () => number;
    readonly deliver: (event: IncomingEvent) => Promise<Seen | undefined>;
  },
): Person {
  const { draw, clock, step, deliver } = site;
  const sent: { readonly event: IncomingEvent; readonly answers: Answers[number][] }[] = [];
  let counter = 0;

  const newEvent = (content: EventContent): IncomingEvent => ({
    id: `${id}-${++counter}`,
    at: clock(),
    person: { id, name: `Case Management ${id}`, account: `29:${id}` },
    conversation: { id: `a:${id}`, scope: "personal" },
    locale: "de",
    timeZone: "Europe/Berlin",
    reference: `a:${id}`,
    content,
  });
  async function send(event: IncomingEvent, answers: Answers[number][]): Promise<void> {
    const askedAt = step();
    const seen = await deliver(event);
    answers.push({ seen, askedAt, answeredAt: step() });
  }
  /** `again`: what is sent if nothing came: the same message, or a new press of the same button. */
  async function exchange(
    manner: Manner,
    first: IncomingEvent,
    again: () => IncomingEvent,
    comesAgain = true,
  ): Promise<Answers> {
    const answers: Answers[number][] = [];
    const sending = (event: IncomingEvent) => {
      if (comesAgain && !sent.some((one) => one.event === event)) sent.push({ event, answers });
      return send(event, answers);
    };
    await Promise.all(manner === "twice" ? [sending(first), sending(again())] : [sending(first)]);
    while (answers.every(({ seen }) => seen === undefined) && answers.length < MOST_TRIES) {
      await sending(again());
    }
    return answers;
  }

  return {
    id,
    says(text, manner = "once") {
      const event = newEvent({ kind: "text", text });
      return exchange(manner, event, () => event);
    },
    saysNow(text, manner = "once") {
      const event = newEvent({ kind: "text", text });
      return exchange(manner, event, () => event, false);
    },
    async presses(card, title, inputs = {}, manner = "once") {
      const button = card && buttonsOf(card).find((one) => one.title === title);
      if (!button) return undefined;
      const data = { ...button.data, ...filledIn(button, inputs) };
      const read = readPress({ data, ...(button.verb ? { verb: button.verb } : {}) });
      if (read.kind !== "press") throw new Error(`"${title}" cannot be pressed: ${read.kind}`);
      const press = () => newEvent(read.press);
      return exchange(manner, press(), press);
    },
    async repeatsAll() {
      for (const { event, answers } of [...sent]) if (draw.below(2) === 0) await send(event, answers);
    },
  };
}

/** The last card among the answers. */
export function cardOf(answers: Answers | undefined): Json | undefined {
  return answers?.findLast(({ seen }) => seen?.card !== undefined)?.seen?.card;
}
