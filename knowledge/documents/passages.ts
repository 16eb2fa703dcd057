import { sentences } from "../german/sentences.js";
import type { Block, ParsedDocument, Passage, Sentence } from "./document.js";

/** A passage is closed after the block with which it reaches this many letters … */
const LETTERS = 1100;
/** … and a single block longer than this is cut between sentences. */
const LONGEST = 1600;

/**
 * Cuts a document into passages: never across a heading, lists stay with the sentence that introduces them,
 * long sections in parts of about 180 words.
 */
export const splitIntoPassages = (document: string, parsed: ParsedDocument): Passage[] => {
  const passages: Passage[] = [];
  const path: { level: number; text: string }[] = [];
  let open: Sentence[] = [];
  let letters = 0;
  let afterHeading = false;

  const close = (): void => {
    if (open.length === 0) return;
    passages.push({
      id: `${document}#${passages.length}`,
      document,
      title: parsed.title,
      section: path.map((h) => h.text),
      page: open[0]?.page ?? null,
      sentences: open,
    });
    open = [];
    letters = 0;
  };

  for (const block of parsed.blocks) {
    if (block.kind === "heading") {
      close();
      while ((path.at(-1)?.level ?? 0) >= block.level) path.pop();
      path.push({ level: block.level, text: block.text });
      afterHeading = true;
      continue;
    }
    const introduced = open.at(-1)?.text.endsWith(":") ?? false;
    const listGoesOn = block.kind === "item" && (introduced || (open.at(-1)?.item ?? false));
    if (letters >= LETTERS && !(listGoesOn && letters < 2 * LONGEST)) close();
    for (const sentence of sentencesOf(block)) {
      if (letters > LONGEST && !(block.kind === "item" && letters < 2 * LONGEST)) close();
      open.push(sentence);
      letters += sentence.text.length;
    }
    afterHeading = false;
  }
  close();
  // A document of headings alone still has to be found.
  if (passages.length === 0 && afterHeading) {
    open = path.map((h) => ({ text: h.text, page: null, item: false }));
    close();
  }
  return passages;
};

const sentencesOf = (block: Block): Sentence[] => {
  if (block.kind === "row")
    return [{ text: block.text.replace(/\s+/g, " ").trim(), page: block.page, item: true }];
  return sentences(block.text).map((text, i) => ({
    text,
    page: block.page,
    item: block.kind === "item" && i === 0,
  }));
};
