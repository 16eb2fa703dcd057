import type { Command } from "./command.js";
import type { Utterance } from "./utterance.js";

const asks =
  /^(?:zeig(?:e|en)?(?: mir)? |was sind )?(?:meine einladungen|was (?:ist|gibt es|liegt) (?:\w+ )?für (?:mich|uns|unsere stelle)(?: (?:da|vor|neu))?|was (?:wurde|ist) (?:mir|uns|für (?:mich|uns)|mit (?:mir|uns)) (?:freigegeben|geteilt)|my invitations|what is shared with (?:me|us))$/i;

/** "meine Einladungen", "was ist für mich": what partners ask. */
export function readShared({ text }: Utterance): Command | undefined {
  return asks.test(text.replace(/[\s?!.]+$/u, "")) ? { kind: "shared" } : undefined;
}
