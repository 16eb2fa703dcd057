import { editDistance } from "../german/spelling.js";
import { isAlsoWord, looksLikeTown, townsElsewhere } from "./elsewhere.js";
import { classOf, isEveryday } from "./everyday-words.js";
import type { PlaceEntry, PlaceIndex } from "./place-index.js";
import type { Token } from "./tokens.js";
import { stem } from "./word-forms.js";

/** How a place stands in its sentence: lived in, left, moved to, or where something happened. */
export type PlaceCue = "at" | "from" | "to" | "event";

export type PlaceMention = {
  /** Indices of municipalities; several if a name is shared or names a region. */
  readonly candidates: readonly number[];
  readonly tokens: readonly number[];
  readonly cue: PlaceCue;
  readonly how: "name" | "part" | "region" | "postcode" | "typo";
};

/** A town that the directory does not hold. */
export type TownElsewhere = {
  readonly name: string;
  readonly tokens: readonly number[];
  readonly cue: PlaceCue;
  /** Listed as a town, as opposed to guessed from its form. */
  readonly certain: boolean;
};

export type PlacesFound = {
  readonly places: readonly PlaceMention[];
  readonly elsewhere: readonly TownElsewhere[];
};

/** `isName` tells words that are a person's name: "Frau Hahn" is not in Aachen-Hahn. */
export function findPlaces(
  index: PlaceIndex,
  tokens: readonly Token[],
  isName: (at: number) => boolean,
): PlacesFound {
  const places: PlaceMention[] = [];
  const elsewhere: TownElsewhere[] = [];
  for (let at = 0; at < tokens.length; ) {
    if (isName(at)) {
      at++;
      continue;
    }
    const found = placeAt(index, tokens, at);
    if (found !== null) {
      places.push(found);
      at += found.tokens.length;
      continue;
    }
    const town = townAt(tokens, at);
    if (town !== null) elsewhere.push(town);
    at += town?.tokens.length ?? 1;
  }
  // Misspelt names are looked for only where no name is written rightly.
  if (places.length === 0) {
    for (let at = 0; at < tokens.length; at++) {
      if (isName(at) || elsewhere.some((town) => town.certain && town.tokens.includes(at))) continue;
      const found = misspelt(index, tokens, at);
      if (found === null) continue;
      places.push(found);
      const guess = elsewhere.findIndex((town) => town.tokens.includes(at));
      if (guess >= 0) elsewhere.splice(guess, 1);
    }
  }
  return { places: joined(places), elsewhere };
}

function placeAt(index: PlaceIndex, tokens: readonly Token[], at: number): PlaceMention | null {
  const token = tokens[at] as Token;
  if (/^\d{5}$/.test(token.folded)) {
    const candidates = index.postcodes.get(token.folded);
    return candidates ? { candidates, tokens: [at], cue: cueOf(tokens, at, at), how: "postcode" } : null;
  }
  for (const form of forms(token.folded)) {
    for (const entry of index.entries.get(form) ?? []) {
      const last = at + entry.words.length - 1;
      if (!entry.words.every((word, i) => i === 0 || forms(tokens[at + i]?.folded ?? "").includes(word)))
        continue;
      if (entry.words.length > 1 && form !== token.folded) continue;
      if (entry.everyday && !standsForPlace(index, tokens, at)) continue;
      if (entry.words.length === 1 && isKreis(tokens[at - 1]?.folded)) {
        return { candidates: [], tokens: [at], cue: "at", how: "region" };
      }
      const span = entry.words.map((_, i) => at + i);
      return { candidates: entry.candidates, tokens: span, cue: cueOf(tokens, at, last), how: entry.how };
    }
  }
  return null;
}

/** The word and what it may be a form of: "Eschweilers", "Stolberger", "Alsdorferin". */
function forms(folded: string): readonly string[] {
  const found = [folded];
  if (folded.length >= 5 && folded.endsWith("s")) found.push(folded.slice(0, -1));
  const adjective = /^(.{4,}?)er(?:in|innen|n)?$/.exec(folded)?.[1];
  if (adjective !== undefined) found.push(adjective, `${adjective}en`);
  return found;
}

const isKreis = (folded: string | undefined): boolean =>
  /^(?:kreis|landkreis|stadteregion)$/.test(folded ?? "");

/** "Brand" is a part of Aachen after "in" or beside "Aachen", and a fire otherwise. */
function standsForPlace(index: PlaceIndex, tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  if (before !== undefined && /^(?:ortsteil|stadtteil|ot)$/.test(before.folded)) return true;
  if (before !== undefined && /^(?:in|aus|nach)$/.test(before.folded) && (tokens[at]?.capital ?? false))
    return true;
  return [before, tokens[at + 1]].some((near) =>
    (index.entries.get(near?.folded ?? "") ?? []).some(({ how }) => how === "name"),
  );
}

const MOTION =
  /^(?:zieh|zieht|ziehen|zog|gezogen|zugezogen|hergezogen|umgezogen|umzieh|umziehen|umzug|verzogen|wechselt|wechsel|kommt|kommen|gekommen|weggezogen|umzieht|zugewiesen|verteilt|umverteilt)$/;
const HAPPENED =
  /^(?:geboren|geburt|geburtsort|entbunden|geheiratet|heiraten|heirat|trauung|verstorben|gestorben|krankenhaus|klinik|luisenhospital|kreissaal)$/;

function cueOf(tokens: readonly Token[], first: number, last: number): PlaceCue {
  for (let at = last + 1; at <= last + 2 && at < tokens.length; at++) {
    if (HAPPENED.test(tokens[at]?.folded ?? "")) return "event";
    if (tokens[at]?.clauseEnd) break;
  }
  if (/^(?:geboren|geburtsort|entbunden|geheiratet)$/.test(tokens[first - 2]?.folded ?? "")) return "event";
  const before = tokens[first - 1]?.folded ?? "";
  const moves = tokens.some((token) => MOTION.test(token.folded));
  if (before === "nach" || (before === "richtung" && moves)) return "to";
  if ((before === "aus" || before === "von") && moves) return "from";
  return "at";
}

function townAt(tokens: readonly Token[], at: number): TownElsewhere | null {
  const token = tokens[at] as Token;
  const before = tokens[at - 1]?.folded ?? "";
  const afterIn = /^(?:in|aus|nach|bei|raum|kreis|stadt|landkreis)$/.test(before);
  for (let length = 3; length >= 1; length--) {
    const words = tokens.slice(at, at + length);
    if (words.length < length) continue;
    for (const last of forms(words.at(-1)?.folded ?? "")) {
      const key = [...words.slice(0, -1).map(({ folded }) => folded), last].join(" ");
      const name = townsElsewhere.get(key);
      if (name === undefined) continue;
      if (isAlsoWord(key) && !(afterIn && token.capital)) continue;
      if (last !== words.at(-1)?.folded && classOf(words.at(-1)?.folded ?? "") !== "unknown") continue;
      return {
        name,
        tokens: words.map((_, i) => at + i),
        cue: cueOf(tokens, at, at + length - 1),
        certain: true,
      };
    }
  }
  const district = otherDistrict(tokens, at);
  if (district !== null) return district;
  if (/^\d{5}$/.test(token.folded) && Number(token.folded) > 1000) {
    return { name: token.text, tokens: [at], cue: cueOf(tokens, at, at), certain: true };
  }
  const isName = token.capital && !token.caps && classOf(token.folded) === "unknown";
  if (afterIn && before !== "bei" && isName && looksLikeTown(token.folded)) {
    return { name: token.text, tokens: [at], cue: cueOf(tokens, at, at), certain: false };
  }
  return null;
}

/** "Rems-Murr-Kreis", "Hochsauerlandkreis": a Kreis that the directory does not name. */
function otherDistrict(tokens: readonly Token[], at: number): TownElsewhere | null {
  let last = at;
  while (tokens[last]?.glued && tokens[last + 1] !== undefined) last++;
  const word = tokens[last]?.folded ?? "";
  const isKreisName =
    last > at
      ? word === "kreis"
      : /^\p{L}{5,}kreis$/u.test(word) &&
        !/^(?:land|stadt|rechts|arbeits|freundes|personen|kollegen|umkreis)/.test(word);
  if (!isKreisName || !(tokens[at]?.capital ?? false)) return null;
  const span = tokens.slice(at, last + 1);
  return {
    name: span.map(({ text }) => text).join("-"),
    tokens: span.map((_, i) => at + i),
    cue: "at",
    certain: true,
  };
}

function misspelt(index: PlaceIndex, tokens: readonly Token[], at: number): PlaceMention | null {
  const token = tokens[at] as Token;
  if (token.folded.length < 5 || classOf(token.folded) !== "unknown" || isEveryday(stem(token.folded)))
    return null;
  const max = token.folded.length < 8 ? 1 : 2;
  let best: { entry: PlaceEntry; distance: number } | null = null;
  for (const entry of index.singles) {
    const name = entry.words[0] ?? "";
    // A short name of a village is one letter away from too many words.
    if (name.length < (entry.how === "name" ? 5 : 7) || name[0] !== token.folded[0]) continue;
    const distance = editDistance(token.folded, name, Math.min(max, name.length < 8 ? 1 : 2));
    if (distance <= max && (best === null || distance < best.distance)) best = { entry, distance };
  }
  if (best === null || best.distance > (best.entry.words[0]?.length ?? 0) / 4) return null;
  return { candidates: best.entry.candidates, tokens: [at], cue: cueOf(tokens, at, at), how: "typo" };
}

/** "Aachen-Brand", "Kohlscheid (Herzogenrath)": neighbours that agree are one place. */
function joined(places: readonly PlaceMention[]): readonly PlaceMention[] {
  const result: PlaceMention[] = [];
  for (const place of places) {
    const before = result.at(-1);
    const near = before !== undefined && (place.tokens[0] ?? 0) - (before.tokens.at(-1) ?? 0) <= 2;
    const both = before?.candidates.filter((one) => place.candidates.includes(one)) ?? [];
    if (before === undefined || !near || both.length === 0) {
      result.push(place);
      continue;
    }
    const cue = before.cue === "at" ? place.cue : before.cue;
    result[result.length - 1] = {
      candidates: both,
      tokens: [...before.tokens, ...place.tokens],
      cue,
      how: "name",
    };
  }
  return result;
}
