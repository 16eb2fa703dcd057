import type { Command } from "./command.js";
import { caseOf, hasAny, isAny, type Utterance } from "./utterance.js";

const names = /^(?:protokoll|protokolle|konferenzprotokoll|ergebnisprotokoll|fakoprotokoll|minutes)$/;
const around =
  /^(?:als|entwurf|schreiben|erfassen|letzte|letzten|der|senden|versenden|verschicken|schick|sende)$/;

/** "Protokoll zu K-7F3Q9", "Protokoll zu K-7F3Q9 als Entwurf", "Protokoll der letzten FaKo". */
export function readMinutes(said: Utterance): Command | undefined {
  const { words, id } = said;
  if (said.isCut || !words.some((word) => names.test(word.folded))) return undefined;
  if (id === undefined && !hasAny(words, "conference")) return undefined;
  // "Wie schreibe ich ein Protokoll einer Fallkonferenz?" is a question for the documents.
  if (id === undefined && said.isQuestion) return undefined;
  const isOnlyThat = words.every(
    (word) =>
      names.test(word.folded) ||
      around.test(word.folded) ||
      isAny(word, "conference", "case", "glue", "show", "create", "make", "writes"),
  );
  return isOnlyThat ? { kind: "minutes", caseId: caseOf(said) } : undefined;
}
