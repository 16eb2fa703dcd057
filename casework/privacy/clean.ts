import type { FindingKind } from "./finding.js";
import type { Edit } from "./replace-names.js";

/** Where in a cleaned text something was left out: a UTF-16 offset, and what it was. Never the value. */
export type Place = { readonly at: number; readonly kind: FindingKind };

export type Edited = { readonly text: string; readonly places: readonly Place[] };

/**
 * The text with the edits made, and where they were. Only the seams are tidied – doubled spaces and commas, a
 * colon without what it announced, empty brackets; what lies between stays as it was typed.
 *
 * @param before places of earlier edits of this text, in order; they move with it
 */
export function applyEdits(text: string, edits: readonly Edit[], before: readonly Place[] = []): Edited {
  let out = "";
  let at = 0;
  const places: Place[] = [];
  let moved = 0;
  /** Takes along the earlier places up to `end`. */
  const keep = (end: number) => {
    for (let place = before[moved]; place && place.at <= end; place = before[++moved]) {
      places.push({ ...place, at: out.length + Math.max(0, place.at - at) });
    }
  };
  for (const edit of edits) {
    keep(edit.start);
    out += text.slice(at, edit.start);
    const next = text.slice(edit.end, edit.end + 8);
    let skip = 0;
    if (edit.replacement === "") [out, skip] = closeGap(out, next);
    places.push({ at: out.length, kind: edit.kind });
    out += edit.replacement;
    at = edit.end + skip;
  }
  keep(text.length);
  out = at >= text.length ? out.replace(/[\s,;:(–-]+$/, "") : out + text.slice(at);
  // Tidying may have shortened what lies before a place.
  return { text: out, places: inOrder(places, out.length) };
}

function inOrder(places: readonly Place[], length: number): readonly Place[] {
  const bounded: Place[] = [];
  let limit = length;
  for (const place of places.toReversed()) {
    limit = Math.min(limit, place.at);
    bounded.push({ ...place, at: limit });
  }
  return bounded.reverse();
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
