import type { PhraseMatch } from "./match-phrases.js";
import type { AgeRange } from "./person-cues.js";
import type { Token } from "./tokens.js";

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

/** Matches that want the same word with equal right: more than one is a double meaning. */
export type Group = readonly PhraseMatch[];
