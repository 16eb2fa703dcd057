import type { Command } from "./command.js";
import type { Utterance } from "./utterance.js";

/** "meine Fragen", "zeig mir meine offenen Fragen", "my questions": those that were put to a specialist office. */
export function readMyQuestions({ text, id }: Utterance): Command | undefined {
  const said = text.trim().toLowerCase();
  const isMeant =
    /^(?:bitte )?(?:zeige?n? (?:sie )?(?:mir )?|show (?:me )?|was ist mit )?(?:meine[nr]?|my) (?:offenen? |gestellten |open )?(?:fragen|anfragen|questions)(?: an (?:die )?fachstellen?)?[?!.]*$/;
  return id === undefined && isMeant.test(said) ? { kind: "my-questions" } : undefined;
}
