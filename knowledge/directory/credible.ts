import type { Directory } from "./build.js";
import { classOf, isForeignAffair } from "./everyday-words.js";
import { isEvidence } from "./meaning.js";
import type { Group, Sentence } from "./sentence.js";
import { stem } from "./word-forms.js";

/**
 * Whether a match is worth its surroundings. A name of its own counts anywhere; an everyday word only where the
 * sentence is about little else: "anmelden" in "Hund anmelden" is no matter of the Meldeamt.
 */
export function isCredible(
  directory: Directory,
  sentence: Sentence,
  groups: readonly Group[],
  group: Group,
): boolean {
  const [match] = group;
  if (match === undefined) return false;
  const { unexplained, foreign } = surroundings(directory, sentence, groups, group);
  const asked = sentence.asksOffice || sentence.hasPlace || sentence.offices.size > 0;
  const aboutPapers = sentence.asksKnowledge && !sentence.asksOffice;
  // A question back is no guess, so a double meaning may leave one word open ("Erzieherin, Anerkennung").
  const open = match.weakness === "relational" && group.length > 1 ? 1 : 0;
  if (match.weakness === "relational" || match.weakness === "general") {
    return unexplained <= open && foreign === 0 && !aboutPapers;
  }
  if (match.weakness === "topical") return foreign === 0 && !aboutPapers && unexplained <= (asked ? 3 : 1);
  if (match.score < 3) return foreign === 0 && unexplained <= 4 && !aboutPapers;
  // Two slips in a word, or half a compound, and a sentence full of other things: more likely another word.
  if (match.confidence < 0.8) return unexplained <= (asked ? 3 : 1) && foreign === 0;
  return true;
}

/** How many words of the sentence say something that neither the topic nor the work explains. */
function surroundings(
  directory: Directory,
  sentence: Sentence,
  groups: readonly Group[],
  group: Group,
): { readonly unexplained: number; readonly foreign: number } {
  const explained = new Set([
    ...groups.flatMap((one) => one[0]?.tokens ?? []),
    ...[...sentence.offices.values(), ...[...sentence.statuses.values()].flat()].flatMap(
      ({ tokens }) => tokens,
    ),
  ]);
  let unexplained = 0;
  let foreign = 0;
  for (const [at, { folded }] of sentence.tokens.entries()) {
    if (explained.has(at) || sentence.isElse(at) || /^[\d§]/.test(folded)) continue;
    const own = group.some(({ target }) => isEvidence(directory, target, folded));
    if (own) continue;
    if (isForeignAffair(stem(folded))) foreign++;
    const kind = classOf(folded);
    if (kind === "ordinary" || kind === "unknown") unexplained++;
  }
  return { unexplained, foreign };
}
