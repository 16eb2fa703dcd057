import { isAside, isNeeded, isOrigin } from "./asides.js";
import type { Directory } from "./build.js";
import { isCredible } from "./credible.js";
import type { PhraseMatch } from "./match-phrases.js";
import { settle } from "./meaning.js";
import type { Group, Sentence } from "./sentence.js";

export type ChosenTopic = { readonly match: PhraseMatch; readonly aside: boolean };
export type Ambiguity = { readonly match: PhraseMatch; readonly topics: readonly number[] };

/**
 * Chooses the topics that a sentence is about: the longest names first, each word for one topic only; what is
 * too weak for its surroundings goes; what only describes the person stands aside.
 */
export function chooseTopics(
  directory: Directory,
  sentence: Sentence,
): { readonly topics: readonly ChosenTopic[]; readonly ambiguous: readonly Ambiguity[] } {
  const groups = compete(sentence.matches);
  const credible = withoutVerbs(
    sentence,
    groups.filter((group) => isCredible(directory, sentence, groups, group)),
  );
  const settled = credible.map((group) => settle(directory, sentence, credible, group));
  const topics = settled.flatMap((group) => (group.length === 1 ? group : []));
  const ambiguous = settled.flatMap((group): Ambiguity[] => {
    const [first] = group;
    if (first === undefined || group.length < 2) return [];
    if (topics.length > 0 && isOrigin(sentence, first)) return [];
    // One of the meanings was named elsewhere in the sentence.
    if (group.some(({ target }) => topics.some((topic) => topic.target === target))) return [];
    return [{ match: first, topics: group.map(({ target }) => target) }];
  });
  const unique = topics.filter(
    (topic, at) => topics.findIndex(({ target }) => target === topic.target) === at,
  );
  const strong = unique.some(({ weakness }) => weakness === null);
  const aside = unique.filter(
    (topic) => (strong && topic.weakness !== null) || isAside(directory, sentence, unique, topic),
  );
  const isMain = (topic: PhraseMatch): boolean =>
    !aside.includes(topic) || (aside.length === unique.length && ambiguous.length === 0);
  const chosen = unique.map((match) => ({ match, aside: !isMain(match) }));
  // "hartz4 folgeantrag": Hartz IV says which Folgeantrag is meant; the Folgeantrag is what it is about.
  const explained = settled
    .filter((group, at) => group.length === 1 && (credible[at]?.length ?? 0) > 1)
    .flat();
  const order = ({ match, aside }: ChosenTopic): number => {
    const first = explained.includes(match) || isNeeded(sentence, match);
    return (aside ? 2000 : first ? 0 : 1000) + (match.tokens[0] ?? 0);
  };
  return { topics: chosen.sort((a, b) => order(a) - order(b)), ambiguous };
}

function compete(matches: readonly PhraseMatch[]): readonly Group[] {
  const groups: PhraseMatch[][] = [];
  const owner = new Map<number, PhraseMatch[]>();
  for (const match of matches) {
    const rival = owner.get(match.heavy);
    if (rival !== undefined) {
      const [first] = rival;
      const sameWords = first !== undefined && String(first.tokens) === String(match.tokens);
      const equal =
        sameWords &&
        first !== undefined &&
        first.full === match.full &&
        Math.abs(first.score - match.score) < 0.05 &&
        first.tokens.length === match.tokens.length;
      if (equal && rival.every(({ target }) => target !== match.target)) rival.push(match);
      continue;
    }
    // A name all of everyday words that shares one with a stronger name is chance.
    if (match.score < 3 && match.tokens.some((at) => owner.has(at))) continue;
    const group = [match];
    groups.push(group);
    for (const at of match.tokens) owner.set(at, group);
  }
  return groups;
}

/** "Kita anmelden", "Mutter sucht Kita": beside a topic a word of doing is no topic of its own, unless listed. */
function withoutVerbs(sentence: Sentence, groups: readonly Group[]): readonly Group[] {
  const isVerb = ([match]: Group): boolean => {
    if (match?.weakness !== "relational") return false;
    const before = sentence.tokens[(match.tokens[0] ?? 0) - 1]?.folded ?? "";
    return !/^(?:und|sowie|plus|oder)$/.test(before);
  };
  return groups.some((group) => !isVerb(group)) ? groups.filter((group) => !isVerb(group)) : groups;
}
