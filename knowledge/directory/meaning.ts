import type { Directory } from "./build.js";
import { classOf } from "./everyday-words.js";
import type { AgeRange } from "./person-cues.js";
import type { Group, Sentence } from "./sentence.js";
import { stem } from "./word-forms.js";

/** Asks the rest of the sentence which of several meanings is meant. */
export function settle(
  directory: Directory,
  sentence: Sentence,
  groups: readonly Group[],
  group: Group,
): Group {
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

/** Old age and childhood are words in a topic's description that a number can mean as well. */
function fitsAge(directory: Directory, topic: number, age: AgeRange): boolean {
  const words = directory.evidence[topic];
  if (age.from >= 63) return (words?.has("alt") || words?.has("senior") || words?.has("rentn")) ?? false;
  if (age.to <= 13) return words?.has("kind") ?? false;
  return false;
}

/** A word of the topic's title or description, in any form. */
export function isEvidence(directory: Directory, topic: number, folded: string): boolean {
  return directory.evidence[topic]?.has(stem(folded)) ?? false;
}
