import { lawReferences, ownReferences } from "../../german/law-references.js";
import { words } from "../../german/normalise.js";
import { fold } from "../../german/spelling.js";
import { isStopword } from "../../german/stopwords.js";
import type { Forward } from "./structure.js";

export type Unit = { readonly title: string; readonly text: string };

const SKIPPED = -1;

/**
 * Turns texts into numbered words: folded, without stopwords, law references at the end as words of their own. With
 * `base`, the units `base.keep` of an older index come first, unread.
 */
export const readUnits = (
  units: Iterable<Unit>,
  base?: { readonly forward: Forward; readonly keep: readonly number[] },
): Forward => {
  const list: string[] = [];
  const ids = new Map<string, number>();
  const tokens = growing();
  const starts = growing();
  const titleEnds = growing();
  const idOf = (word: string): number => {
    let id = ids.get(word);
    if (id === undefined) {
      id = list.length;
      ids.set(word, id);
      list.push(word);
    }
    return id;
  };
  // Most words come again in the same spelling, so each spelling is folded once.
  const spellings = new Map<string, number>();
  const read = (text: string, references: (text: string) => string[]): void => {
    for (const { text: written } of words(text)) {
      let id = spellings.get(written);
      if (id === undefined) {
        const word = fold(written);
        id = isStopword(word) || (word.length < 2 && !/\d/.test(word)) ? SKIPPED : idOf(word);
        spellings.set(written, id);
      }
      if (id !== SKIPPED) tokens.push(id);
    }
    for (const reference of references(text)) tokens.push(idOf(reference));
  };

  if (base) {
    const { words: old, tokens: kept, titleEnds: ends } = base.forward;
    const renumbered = new Int32Array(old.list.length).fill(-1);
    const copy = (from: number, to: number): void => {
      for (let t = from; t < to; t++) {
        const word = kept.items[t] as number;
        if (renumbered[word] === -1) renumbered[word] = idOf(old.list[word] as string);
        tokens.push(renumbered[word] as number);
      }
    };
    for (const unit of base.keep) {
      starts.push(tokens.length());
      copy(kept.starts[unit] as number, ends[unit] as number);
      titleEnds.push(tokens.length());
      copy(ends[unit] as number, kept.starts[unit + 1] as number);
    }
  }
  for (const { title, text } of units) {
    starts.push(tokens.length());
    read(title, ownReferences);
    titleEnds.push(tokens.length());
    read(text, lawReferences);
  }
  starts.push(tokens.length());
  return {
    words: { list, ids },
    tokens: { starts: starts.done(), items: tokens.done() },
    titleEnds: titleEnds.done(),
  };
};

/** An array of numbers whose length is not known beforehand, without a boxed value for each. */
const growing = (): { push(n: number): void; length(): number; done(): Uint32Array } => {
  let array = new Uint32Array(1024);
  let n = 0;
  return {
    push(value) {
      if (n === array.length) {
        const larger = new Uint32Array(n * 2);
        larger.set(array);
        array = larger;
      }
      array[n++] = value;
    },
    length: () => n,
    done: () => array.slice(0, n),
  };
};
