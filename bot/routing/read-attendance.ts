import type { Command } from "./command.js";
import { caseOf, hasAny, isAny, type Utterance } from "./utterance.js";

const attends =
  /^(?:kommt|kommen|zugesagt|zusagt|zusage|zusagen|abgesagt|absagt|teilnehmer|teilnehmende|teilnehmenden|teilnehmerliste|ruckmeldung|ruckmeldungen|geantwortet|dabei|teil|nimmt|coming|attends|attending|attendees|attendance|accepted|declined|answers|answered|replies|replied|participants)$/;
const around =
  /^(?:is|has|have|already|yet|so|far|list|wer|who|alle|alles|bisher|schon|bis|steht|stehts|liste|gibt|fehlt|offen|dazu)$/;

/** "wer kommt zur FaKo?", "wer hat für K-7F3Q9 zugesagt", "Rückmeldungen zur Fallkonferenz". */
export function readAttendance(said: Utterance): Command | undefined {
  const { words, id } = said;
  if (said.isCut || !words.some((word) => attends.test(word.folded))) return undefined;
  if (id === undefined && !hasAny(words, "conference")) return undefined;
  // "Wer nimmt an einer Fallkonferenz teil?" asks how it is done, not about ours.
  if (id === undefined && words.some((word) => /^(?:eine|einer|einem)$/.test(word.folded))) return undefined;
  const isOnlyThat = words.every(
    (word) =>
      attends.test(word.folded) ||
      around.test(word.folded) ||
      isAny(word, "conference", "meeting", "case", "glue", "show", "showQuestion", "mine"),
  );
  return isOnlyThat ? { kind: "attendance", caseId: caseOf(said) } : undefined;
}
