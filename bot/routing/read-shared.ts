import type { Command } from "./command.js";
import { isAny, type Utterance } from "./utterance.js";

/** All that such a question consists of, beside words that say nothing. */
const spoken =
  /^(?:was|ist|sind|gibt|liegt|wurde|fur|mich|uns|mir|mit|unsere|stelle|vor|neu|alles|einladungen|freigegeben|geteilt|invitations|what|is|has|been|for|shared|with|me|us|our|office|everything|new)$/;

/** "meine Einladungen", "was ist für mich", "was wurde für uns freigegeben": what partners ask. */
export function readShared({ words, id }: Utterance): Command | undefined {
  if (id || words.length > 12) return undefined;
  const has = (pattern: RegExp) => words.some(({ folded }) => pattern.test(folded));
  const mine = has(/^(?:mich|uns|mir|unsere|me|us|our)$/);
  const asks =
    has(/^(?:einladungen|invitations)$/) ||
    (mine && has(/^(?:was|what)$/) && has(/^(?:fur|for|freigegeben|geteilt|shared)$/) && !has(/^zustandig$/));
  const only = words.every(
    (word) => spoken.test(word.folded) || isAny(word, "glue", "greeting", "show", "mine"),
  );
  return asks && only ? { kind: "shared" } : undefined;
}
