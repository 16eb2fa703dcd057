import type { FindingKind } from "./finding.js";
import type { Edit } from "./replace-names.js";
import { type Written, writing } from "./written.js";

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
  const out = writing();
  let at = 0;
  const places: Place[] = [];
  let moved = 0;
  /** Takes along the earlier places up to `end`. */
  const keep = (end: number) => {
    for (let place = before[moved]; place && place.at <= end; place = before[++moved]) {
      places.push({ at: out.length() + Math.max(0, place.at - at), kind: place.kind });
    }
  };
  for (const edit of edits) {
    keep(edit.start);
    out.write(text.slice(at, edit.start));
    const skip = edit.replacement === "" ? closeGap(out, text.slice(edit.end, edit.end + 8)) : 0;
    places.push({ at: out.length(), kind: edit.kind });
    out.write(edit.replacement);
    at = edit.end + skip;
  }
  keep(text.length);
  if (at >= text.length) out.cutAll(/[\s,;:(–-]/);
  else out.write(text.slice(at));
  // Tidying may have shortened what lies before a place.
  return { text: out.text(), places: inOrder(places, out.length()) };
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

/** Tidies the end of what is written; how many signs of the right side go as well. */
function closeGap(out: Written, right: string): number {
  let skip = 0;
  const rest = () => right.slice(skip);
  const bracket = /\s?\(\s?$/.exec(out.tail(4));
  const closing = bracket ? /^\s?\)/.exec(rest()) : null;
  if (bracket && closing) {
    out.cut(bracket[0].length);
    skip += closing[0].length;
  }
  // "Tel.: …, vorm" → "Tel., vorm"; "Adresse: … 52249 Eschweiler" keeps its colon
  if (rest() !== "" && !/^\s?\d{5}/.test(rest())) {
    const announces = /[:=#]\s?$/.exec(out.tail(2));
    if (announces) {
      out.cut(announces[0].length);
      out.write(" ");
    }
  }
  const abbreviated = /(?:fam|kl|hr|fr|ehel|sb|tn|nr|tel)\.\s?$/i.test(out.tail(8));
  const opens =
    out.isBlank() || /[\n(]\s?$/.test(out.tail(4)) || (/[,;:.!?–-]\s?$/.test(out.tail(4)) && !abbreviated);
  if (opens) skip += /^\s?[,;:.–-]?(?=\s|$)\s?/.exec(rest())?.[0].length ?? 0;
  if (/^[,;:.!?)\n]/.test(rest()) || rest() === "") out.cutAll(/ /);
  else if (/^ /.test(rest()) && (/ $/.test(out.tail(1)) || out.length() === 0)) skip += 1;
  if (out.length() > 0 && !/[\s(]$/.test(out.tail(1)) && /^[\p{L}\p{N}]/u.test(rest())) out.write(" ");
  return skip;
}
