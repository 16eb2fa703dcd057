import type { Directory } from "./build.js";
import { classOf, isForeignAffair, isPerson } from "./everyday-words.js";
import type { AgeRange } from "./person-cues.js";
import type { PhraseMatch } from "./phrases.js";
import type { Token } from "./tokens.js";
import { stem } from "./word-forms.js";

export type ChosenTopic = { readonly match: PhraseMatch; readonly aside: boolean };
export type Ambiguity = { readonly match: PhraseMatch; readonly topics: readonly number[] };

/** The rest of the sentence, which decides what a match is worth. */
export type Sentence = {
  readonly tokens: readonly Token[];
  /** Matches of topics, best first. */
  readonly matches: readonly PhraseMatch[];
  readonly statuses: ReadonlyMap<number, readonly PhraseMatch[]>;
  readonly offices: ReadonlyMap<number, PhraseMatch>;
  /** Tokens that are a place or belong to a person. */
  readonly isElse: (at: number) => boolean;
  readonly hasPlace: boolean;
  readonly ages: readonly AgeRange[];
  readonly asksOffice: boolean;
  readonly asksKnowledge: boolean;
};

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
  const order = ({ match, aside }: ChosenTopic): number =>
    (aside ? 2000 : isNeeded(sentence, match) ? 0 : 1000) + (match.tokens[0] ?? 0);
  return { topics: chosen.sort((a, b) => order(a) - order(b)), ambiguous };
}

/** Matches that want the same word with equal right stay together; lesser ones go. */
type Group = readonly PhraseMatch[];

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

function isCredible(
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

/** Asks the rest of the sentence which of several meanings is meant. */
function settle(directory: Directory, sentence: Sentence, groups: readonly Group[], group: Group): Group {
  if (group.length < 2) return group;
  const own = new Set(group.flatMap(({ tokens }) => tokens));
  const certain = groups.flatMap((other) =>
    other !== group && other.length === 1 ? (other[0]?.target ?? -1) : [],
  );
  const points = group.map(({ target }) => {
    let sum = 0;
    const rechtskreis = directory.topics[target]?.rechtskreis;
    if (certain.some((other) => directory.topics[other]?.rechtskreis === rechtskreis)) sum += 2;
    if (certain.includes(target)) sum += 4;
    for (const [at, { folded }] of sentence.tokens.entries()) {
      if (own.has(at)) continue;
      if (isEvidence(directory, target, folded)) sum += classOf(folded) === "grammar" ? 0 : 2;
    }
    for (const kind of sentence.offices.keys()) {
      const named = directory.kinds[kind]?.offices ?? [];
      if (named.some((office) => directory.topicsOfOffice[office]?.has(target))) sum += 2;
    }
    if (sentence.ages.some((age) => fitsAge(directory, target, age))) sum += 1;
    return sum;
  });
  const best = Math.max(...points);
  const winners = group.filter((_, at) => points[at] === best);
  return best > 0 && winners.length < group.length ? winners : group;
}

/** A word of the topic's title or description, in any form. */
function isEvidence(directory: Directory, topic: number, folded: string): boolean {
  return directory.evidence[topic]?.has(stem(folded)) ?? false;
}

/** Old age and childhood are words in a topic's description that a number can mean as well. */
function fitsAge(directory: Directory, topic: number, age: AgeRange): boolean {
  const words = directory.evidence[topic];
  if (age.from >= 63) return (words?.has("alt") || words?.has("senior") || words?.has("rentn")) ?? false;
  if (age.to <= 13) return words?.has("kind") ?? false;
  return false;
}

const DESCRIBES =
  /^(?:mit|hat|haben|hatte|bei|am|trotz|im|in|als|nach|bezieht|beziehen|bekommt|bekommen|kriegt|erhalt|ist|sind|ohne)$/;

/** "Geduldeter Mann sucht Wohnung": the Duldung describes, the flat is asked for. */
function isAside(
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
function isNeeded({ tokens }: Sentence, { tokens: at }: PhraseMatch): boolean {
  const first = at[0] ?? 0;
  const before = tokens.slice(Math.max(0, first - 3), first).map(({ folded }) => folded);
  return before.some((word) =>
    /^(?:brauch(?:t|e|en)?|sucht?|suchen|benotigt?|mochte|will|beantrag(?:t|en)|wegen)$/.test(word),
  );
}

/** "Aus der Ukraine": where somebody comes from, while something else is asked for. */
function isOrigin({ tokens }: Sentence, match: PhraseMatch): boolean {
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
