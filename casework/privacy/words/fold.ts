/**
 * One spelling for many: lower case, without accents, and with ae, oe, ue read as ä, ö, ü, so that "Öztürk",
 * "OEZTUERK" and "ozturk" are one word. Both the word lists and the text go through it.
 */
export function fold(word: string): string {
  const lower = word.toLowerCase();
  return (isAscii(lower) ? lower : latin(lower)).replace(/(?<=[aou])e/g, "");
}

function isAscii(word: string): boolean {
  for (let i = 0; i < word.length; i++) if (word.charCodeAt(i) > 127) return false;
  return true;
}

const LETTERS: Readonly<Record<string, string>> = { ß: "ss", ı: "i", ł: "l", đ: "d", ø: "o", æ: "a", œ: "o" };

function latin(word: string): string {
  return word
    .normalize("NFD")
    .replace(/[\p{M}\u00ad\u200b-\u200d]/gu, "")
    .replace(/[ßıłđøæœ]/g, (letter) => LETTERS[letter] ?? letter);
}

/** The words of a list, folded; lines that start with # are headings. */
export function foldedWords(list: string): readonly string[] {
  const words = list.replace(/^#.*$/gm, "");
  return fold(words).split(/\s+/).filter(Boolean);
}
