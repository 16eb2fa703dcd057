import type { Edit } from "./replace-names.js";

/**
 * The text with the edits made. Only the seams are tidied – doubled spaces and commas, a colon without what
 * it announced, empty brackets; what lies between stays as it was typed.
 */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let out = "";
  let at = 0;
  for (const edit of edits) {
    out += text.slice(at, edit.start);
    const next = text.slice(edit.end, edit.end + 8);
    let skip = 0;
    if (edit.replacement === "") [out, skip] = closeGap(out, next);
    else out += edit.replacement;
    at = edit.end + skip;
  }
  return at >= text.length ? out.replace(/[\s,;:(–-]+$/, "") : out + text.slice(at);
}

/** What remains of the left side, and how many signs of the right side go as well. */
function closeGap(left: string, right: string): [string, number] {
  let out = left;
  let skip = 0;
  const rest = () => right.slice(skip);
  if (/\(\s?$/.test(tail(out)) && /^\s?\)/.test(rest())) {
    out = out.replace(/\s?\(\s?$/, "");
    skip += /^\s?\)/.exec(rest())?.[0].length ?? 0;
  }
  // "Tel.: …, vorm" → "Tel., vorm"; "Adresse: … 52249 Eschweiler" keeps its colon
  if (rest() !== "" && !/^\s?\d{5}/.test(rest())) out = out.replace(/[:=#]\s?$/, " ");
  const abbreviated = /(?:fam|kl|hr|fr|ehel|sb|tn|nr|tel)\.\s?$/i.test(out.slice(-8));
  const opens =
    out.trim() === "" || /[\n(]\s?$/.test(tail(out)) || (/[,;:.!?–-]\s?$/.test(tail(out)) && !abbreviated);
  if (opens) skip += /^\s?[,;:.–-]?(?=\s|$)\s?/.exec(rest())?.[0].length ?? 0;
  if (/^[,;:.!?)\n]/.test(rest()) || rest() === "") out = out.replace(/ +$/, "");
  else if (/^ /.test(rest()) && (/ $/.test(tail(out)) || out === "")) skip += 1;
  if (out !== "" && !/[\s(]$/.test(tail(out)) && /^[\p{L}\p{N}]/u.test(rest())) out += " ";
  return [out, skip];
}

function tail(text: string): string {
  return text.slice(-4);
}
