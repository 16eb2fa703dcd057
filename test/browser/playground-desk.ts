import { de } from "../../bot/texts/de.js";
import type { Bot } from "../front-door/bot.js";
import type { Person } from "../wire/person.js";
import type { Desk } from "./desk.js";
import type { Playground } from "./playground.js";

/** A case manager before the Playground, in the 1:1 chat with the bot. */
export function playgroundDesk(bot: Bot, playground: Playground, person: Person): Desk {
  const texts = de;
  return {
    bot,
    texts,
    person,
    // It draws the text and the card of one message as two.
    says: async (text) => {
      const before = (await playground.messages()).length;
      await playground.say(text);
      return (await playground.messages()).slice(before).join("\n");
    },
    presses: playground.press,
    opens: playground.open,
    fills: playground.fill,
    showsCase: (id) => playground.say(`Zeig mir ${id}`),
    showsDay: () => playground.say("was steht heute an"),
    showsConference: (caseId) => playground.say(`wer kommt zur FaKo ${caseId}`),
  };
}
