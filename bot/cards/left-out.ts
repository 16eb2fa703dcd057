import type { Place } from "../../casework/privacy/detect.js";
import type { Texts } from "../texts/de.js";
import { literal } from "./elements.js";

/** Something that a person typed, as it was kept: without what was left out, and where that stood. */
export type CleanedDraft = { readonly cleaned: string; readonly places: readonly Place[] };

/** How much of the text is shown on either side of a place, in characters. */
const AROUND = 40;
/** A text up to here is shown whole. */
const WHOLE = 240;
const MOST_PASSAGES = 4;

/**
 * The cleaned draft as Markdown, with a mark at each place: the person sees what was taken for personal data and can
 * put right what was none. Long texts are shown around the places only.
 */
export function draftWithMarks(texts: Texts, { cleaned, places }: CleanedDraft): string {
  const passages = passagesOf(cleaned, places);
  const shown = passages.slice(0, MOST_PASSAGES).map(([from, to]) => {
    const inside = places.filter(({ at }) => at >= from && at <= to);
    const before = from > 0 ? "… " : "";
    const after = to < cleaned.length ? " …" : "";
    return `${before}${marked(texts, cleaned, inside, from, to)}${after}`;
  });
  return shown.map((passage) => `> ${passage}`).join("\n\n");
}

/** Spans of the text that are worth showing; places near one another share one. */
function passagesOf(text: string, places: readonly Place[]): readonly (readonly [number, number])[] {
  if (text.length <= WHOLE) return [[0, text.length]];
  const passages: [number, number][] = [];
  for (const { at } of places) {
    const [from, to] = [wordStart(text, at - AROUND), wordEnd(text, at + AROUND)];
    const last = passages.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else passages.push([from, to]);
  }
  return passages;
}

function wordStart(text: string, at: number): number {
  return at <= 0 ? 0 : text.lastIndexOf(" ", at) + 1;
}

function wordEnd(text: string, at: number): number {
  const end = text.indexOf(" ", at);
  return at >= text.length || end < 0 ? text.length : end;
}

function marked(texts: Texts, text: string, places: readonly Place[], from: number, to: number): string {
  let out = "";
  let at = from;
  for (let i = 0; i < places.length; i++) {
    const place = places[i] as Place;
    const kinds = [texts.privacy.kinds[place.kind]];
    while (places[i + 1]?.at === place.at) kinds.push(texts.privacy.kinds[(places[++i] as Place).kind]);
    out += `${oneLine(text.slice(at, place.at))} **[${[...new Set(kinds)].join(", ")}]** `;
    at = place.at;
  }
  return `${out}${oneLine(text.slice(at, to))}`.replace(/ {2,}/g, " ").trim();
}

function oneLine(text: string): string {
  return literal(text.replace(/\s+/g, " "));
}
