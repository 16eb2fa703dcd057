import type { Passage, Sentence } from "./document.js";
import type { KnowledgeIndex } from "./knowledge-index.js";
import { passageAt } from "./passage-store.js";

/** Documents up to this many lines are read as a whole, of longer ones the surroundings of what was found. */
const LONGEST_PAGE = 80;

/** A line of a reading window: a sentence, or (with none) the title or a heading. */
export type WindowLine = {
  readonly text: string;
  readonly passage: Passage | null;
  readonly sentence: Sentence | null;
};

/**
 * The text around a found passage as the sentence model reads it: the title, then headings and sentences a line each,
 * the passage itself and its neighbours on both sides as long as they fit.
 */
export const windowAround = (index: KnowledgeIndex, unit: number): WindowLine[] => {
  const { documentOf } = index.passages;
  const document = documentOf[unit];
  const found = passageAt(index.passages, unit);
  const passages = [found];
  let lines = found.sentences.length;
  const add = (at: number, front: boolean): boolean => {
    if (documentOf[at] !== document) return false;
    const passage = passageAt(index.passages, at);
    if (lines + passage.sentences.length > LONGEST_PAGE) return false;
    lines += passage.sentences.length + 1;
    if (front) passages.unshift(passage);
    else passages.push(passage);
    return true;
  };
  let before = unit - 1;
  let after = unit + 1;
  for (let more = true; more; ) {
    const forward = add(after, false);
    if (forward) after++;
    const backward = before >= 0 && add(before, true);
    if (backward) before--;
    more = forward || backward;
  }
  return linesOf(passages);
};

const linesOf = (passages: readonly Passage[]): WindowLine[] => {
  const lines: WindowLine[] = [{ text: passages[0]?.title ?? "", passage: null, sentence: null }];
  let section: readonly string[] = [];
  for (const passage of passages) {
    for (const [level, heading] of passage.section.entries()) {
      if (heading !== section[level] && heading !== lines[0]?.text)
        lines.push({ text: heading, passage: null, sentence: null });
    }
    section = passage.section;
    for (const sentence of passage.sentences) lines.push({ text: sentence.text, passage, sentence });
  }
  return lines;
};
