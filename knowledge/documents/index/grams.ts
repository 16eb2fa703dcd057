import type { Lists, Vocabulary } from "./structure.js";

const LENGTH = 4;

/** Overlapping pieces of four characters of a folded word with its edges marked: "haus" gives _hau, haus, aus_. */
export const gramsOf = (word: string): string[] => {
  if (word.length < 2 || word.startsWith("§")) return [];
  const marked = `_${word}_`;
  if (marked.length <= LENGTH) return [marked];
  const found: string[] = [];
  for (let i = 0; i + LENGTH <= marked.length; i++) found.push(marked.slice(i, i + LENGTH));
  return found;
};

export type GramIndex = {
  readonly grams: Vocabulary;
  readonly gramWords: Lists;
  readonly gramUnits: Uint32Array;
};

/** Pieces of all words, which words hold each, and in how many units each occurs. */
export const indexGrams = (words: readonly string[], tokens: Lists): GramIndex => {
  const list: string[] = [];
  const ids = new Map<string, number>();
  const wordStarts = new Uint32Array(words.length + 1);
  const ofWords: number[] = [];
  for (const [w, word] of words.entries()) {
    wordStarts[w] = ofWords.length;
    for (const gram of gramsOf(word)) {
      let id = ids.get(gram);
      if (id === undefined) {
        id = list.length;
        ids.set(gram, id);
        list.push(gram);
      }
      ofWords.push(id);
    }
  }
  wordStarts[words.length] = ofWords.length;

  const units = tokens.starts.length - 1;
  const gramUnits = new Uint32Array(list.length);
  const seenGram = new Int32Array(list.length).fill(-1);
  const seenWord = new Int32Array(words.length).fill(-1);
  for (let unit = 0; unit < units; unit++) {
    const to = tokens.starts[unit + 1] as number;
    for (let t = tokens.starts[unit] as number; t < to; t++) {
      const word = tokens.items[t] as number;
      const from = wordStarts[word] as number;
      const end = wordStarts[word + 1] as number;
      if (seenWord[word] === unit) continue;
      seenWord[word] = unit;
      for (let g = from; g < end; g++) {
        const gram = ofWords[g] as number;
        if (seenGram[gram] === unit) continue;
        seenGram[gram] = unit;
        (gramUnits[gram] as number)++;
      }
    }
  }
  return { grams: { list, ids }, gramWords: transpose(wordStarts, ofWords, list.length), gramUnits };
};

/** From "pieces of each word" to "words of each piece". */
const transpose = (starts: Uint32Array, items: readonly number[], size: number): Lists => {
  const turned = new Uint32Array(size + 1);
  for (const item of items) (turned[item + 1] as number)++;
  for (let i = 0; i < size; i++) turned[i + 1] = (turned[i + 1] as number) + (turned[i] as number);
  const next = turned.slice(0, size);
  const words = new Uint32Array(items.length);
  for (let w = 0; w + 1 < starts.length; w++) {
    const to = starts[w + 1] as number;
    for (let i = starts[w] as number; i < to; i++) {
      const item = items[i] as number;
      const at = next[item] as number;
      words[at] = w;
      next[item] = at + 1;
    }
  }
  return { starts: turned, items: words };
};
