import type { Directory } from "./build.js";
import { classOf, isPerson } from "./everyday-words.js";
import type { PhraseMatch } from "./match-phrases.js";
import type { Sentence } from "./sentence.js";

const DESCRIBES =
  /^(?:mit|hat|haben|hatte|bei|am|trotz|im|in|als|nach|bezieht|beziehen|bekommt|bekommen|kriegt|erhalt|ist|sind|ohne)$/;

/** "Geduldeter Mann sucht Wohnung": the Duldung describes, the flat is asked for. */
export function isAside(
  directory: Directory,
  sentence: Sentence,
  topics: readonly PhraseMatch[],
  topic: PhraseMatch,
): boolean {
  const first = topic.tokens[0] ?? 0;
  const token = sentence.tokens[first];
  const next = sentence.tokens[(topic.tokens.at(-1) ?? 0) + 1];
  if (token === undefined || topics.length < 2) return false;
  const lower = !token.capital || first === 0;
  if (
    lower &&
    /(?:e|er|en|em|es|end|t)$/.test(token.folded) &&
    isPerson(next?.folded ?? "") &&
    !/^(?:obdach|wohnungs)los/.test(token.folded)
  )
    return true;
  if (/^(?:bezug|bezieher|bezieherin|empfanger|empfangerin)$/.test(next?.folded ?? "")) return true;
  let before = first - 1;
  if (
    classOf(sentence.tokens[before]?.folded ?? "") === "grammar" &&
    /^(?:eine?[mnr]?|de[rmns]|die|das)$/.test(sentence.tokens[before]?.folded ?? "")
  )
    before--;
  if (DESCRIBES.test(sentence.tokens[before]?.folded ?? "")) return true;
  if (ADJECTIVE.test(token.folded)) return true;
  return isConditionOfAnother(directory, sentence, topics, topic);
}

/** "… Duldung, braucht Hebamme": what is needed goes before what was only mentioned. */
export function isNeeded({ tokens }: Sentence, { tokens: at }: PhraseMatch): boolean {
  const first = at[0] ?? 0;
  const before = tokens.slice(Math.max(0, first - 3), first).map(({ folded }) => folded);
  return before.some((word) =>
    /^(?:brauch(?:t|e|en)?|sucht?|suchen|benotigt?|mochte|will|beantrag(?:t|en)|wegen)$/.test(word),
  );
}

/** "Aus der Ukraine": where somebody comes from, while something else is asked for. */
export function isOrigin({ tokens }: Sentence, match: PhraseMatch): boolean {
  const first = match.tokens[0] ?? 0;
  const before = tokens.slice(Math.max(0, first - 2), first).map(({ folded }) => folded);
  return before.at(-1) === "aus" || (before[0] === "aus" && before[1] === "der");
}

const ADJECTIVE =
  /^(?:schwanger|geduldet|alleinerziehend|arbeitslos|obdachlos|wohnungslos|selbst?standig|unbegleitet|traumatisiert|psychisch|suchtkrank|alkoholkrank|behindert|schwerbehindert)(?:e|er|en|em|es)?$/;

/** "BuT bei Wohngeld": Wohngeld is what the rule about BuT hangs on. */
function isConditionOfAnother(
  directory: Directory,
  sentence: Sentence,
  topics: readonly PhraseMatch[],
  topic: PhraseMatch,
): boolean {
  for (const [status, matches] of sentence.statuses) {
    if (!matches.some(({ tokens }) => tokens.every((at) => topic.tokens.includes(at)))) continue;
    if (topics.some((other) => other !== topic && directory.statusesOfTopic[other.target]?.has(status)))
      return true;
  }
  return false;
}
