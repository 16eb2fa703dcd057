import { area, areasOf } from "./ars.js";
import { isListed } from "./everyday-words.js";
import type { Place } from "./model.js";
import { tokenize } from "./tokens.js";

/** A name of a place, folded, with the municipalities that it may mean. */
export type PlaceEntry = {
  readonly words: readonly string[];
  readonly candidates: number[];
  how: "name" | "part" | "region";
  readonly everyday: boolean;
};

export type PlaceIndex = {
  /** Entries by their first word, longest first. */
  readonly entries: ReadonlyMap<string, readonly PlaceEntry[]>;
  readonly postcodes: ReadonlyMap<string, readonly number[]>;
  readonly singles: readonly PlaceEntry[];
};

export function buildPlaceIndex(municipalities: readonly Place[], areas: readonly Place[]): PlaceIndex {
  const byWords = new Map<string, PlaceEntry>();
  const postcodes = new Map<string, number[]>();
  const add = (text: string, candidates: readonly number[], how: PlaceEntry["how"]): void => {
    const words = tokenize(text).map((token) => token.folded);
    if (words.length === 0 || words.length > 5) return;
    const key = words.join(" ");
    const entry = byWords.get(key);
    if (entry === undefined) {
      const everyday = how !== "region" && words.length === 1 && isListed(key);
      byWords.set(key, { words, candidates: [...candidates], how, everyday });
      return;
    }
    // A town goes before a village of the same name elsewhere; equal names stay open.
    if (entry.how === "name" && how !== "name") return;
    if (entry.how !== "name" && how === "name") {
      entry.candidates.length = 0;
      entry.how = "name";
    }
    for (const one of candidates) if (!entry.candidates.includes(one)) entry.candidates.push(one);
  };
  for (const [at, place] of municipalities.entries()) {
    for (const name of variants(place.name)) add(name, [at], "name");
    for (const part of place.parts) for (const name of variants(part)) add(name, [at], "part");
    for (const code of place.postcodes) postcodes.set(code, [...(postcodes.get(code) ?? []), at]);
  }
  for (const { ars, name, parts } of areas) {
    const inside = [...municipalities.keys()].filter((at) =>
      areasOf(municipalities[at]?.ars ?? "").includes(area(ars)),
    );
    for (const text of [name, ...parts].flatMap(variants))
      if (
        !byWords.has(
          tokenize(text)
            .map((token) => token.folded)
            .join(" "),
        )
      )
        add(text, inside, "region");
  }
  const entries = new Map<string, PlaceEntry[]>();
  for (const entry of byWords.values()) {
    const first = entry.words[0] ?? "";
    entries.set(
      first,
      [...(entries.get(first) ?? []), entry].sort((a, b) => b.words.length - a.words.length),
    );
  }
  const singles = [...byWords.values()].filter(({ words, everyday }) => words.length === 1 && !everyday);
  return { entries, postcodes, singles };
}

/** "Stolberg (Rhld.)" is also Stolberg; "Stadt Alsdorf" is also Alsdorf. */
function variants(name: string): readonly string[] {
  const short = name
    .replace(/\s*\([^)]*\)/g, "")
    .replace(/^(?:Stadt|Gemeinde)\s+/i, "")
    .trim();
  return [...new Set([name, short])].filter((one) => one !== "");
}
