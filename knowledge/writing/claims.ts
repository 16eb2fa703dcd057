import { sentences } from "../german/sentences.js";

/** A sentence that a model wrote, with the numbers of the sentences from which it says to have it (from 1). */
export type Claim = { readonly text: string; readonly cites: readonly number[] };

const CITATION = /\[\s*\d{1,3}(?:\s*[,;]\s*\d{1,3})*\s*\]/;
/** Text up to its citations, and the full stop that some models put behind them. */
const CLAIM = new RegExp(`^([\\s\\S]*?)((?:\\s*${CITATION.source})+)\\s*[.!?]?(?=\\s|$)`);

/** More sources than these say nothing in particular. */
const MOST_CITED = 3;

/**
 * Cuts what a model writes into claims as it comes. `push` gives those that are complete; `end` what was left. Text
 * without a citation is no claim: it is dropped with the end of its line.
 */
export function claimReader(): {
  readonly push: (piece: string) => readonly Claim[];
  readonly end: () => readonly Claim[];
} {
  let open = "";
  const take = (last: boolean): readonly Claim[] => {
    const found: Claim[] = [];
    for (;;) {
      const line = open.indexOf("\n");
      const head = line < 0 ? open : open.slice(0, line);
      const match = CLAIM.exec(head);
      // A citation at the very end may go on: "[1" … "2]", "[1]" … "[3]".
      const complete = match && (line >= 0 || last || match[0].length < head.trimEnd().length);
      if (match && complete) {
        found.push(...claimsIn(match[1] ?? "", match[2] ?? ""));
        open = open.slice(match[0].length);
      } else if (line >= 0) open = open.slice(line + 1);
      else break;
    }
    if (last) open = "";
    return found;
  };
  return {
    push: (piece) => {
      open += piece;
      return take(false);
    },
    end: () => take(true),
  };
}

function claimsIn(text: string, citations: string): readonly Claim[] {
  const cites = [...new Set((citations.match(/\d{1,3}/g) ?? []).map(Number))];
  if (cites.length > MOST_CITED) return [];
  return sentences(bare(text)).map((sentence) => ({ text: sentence, cites }));
}

/** Without bullets, emphasis and code marks: the wording alone is checked, and shown literally. */
function bare(text: string): string {
  return text
    .normalize("NFC")
    .replace(/^\s*(?:[-*•–]|\d{1,2}[.)])\s+/, "")
    .replace(/[*_`#]+/g, "")
    .replace(/\s+/g, " ")
    .trim();
}
