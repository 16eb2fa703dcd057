import { type Directory, targetOf } from "./build.js";
import { asksForKnowledge, asksForOffice } from "./everyday-words.js";
import { matchPhrases, type PhraseMatch } from "./match-phrases.js";
import type { AgeRange } from "./person-cues.js";
import { findPersonCues } from "./person-cues.js";
import { findPlaces, type PlaceMention, type TownElsewhere } from "./place-names.js";
import { type Token, tokenize } from "./tokens.js";
import { type Ambiguity, type ChosenTopic, chooseTopics } from "./topics.js";
import { stem } from "./word-forms.js";

/** Where in the text something was found: UTF-16 offsets, end excluded. */
export type Span = { readonly start: number; readonly end: number };

export type TopicFound = {
  readonly id: string;
  /** 0 to 1; 1 is the topic's own name, word for word. */
  readonly confidence: number;
  readonly span: Span;
  readonly how: "word" | "compound" | "typo";
  /** Said of the person ("geduldeter Mann", "bezieht Bürgergeld") while something else is asked for. */
  readonly aside: boolean;
};

/** A word that may mean several topics, with nothing beside it that decides. */
export type Ambiguous = { readonly word: string; readonly topics: readonly string[]; readonly span: Span };

export type PlaceFound = {
  readonly ars: string;
  readonly name: string;
  readonly span: Span;
  /** Lived in, left, moved to, or where something happened. */
  readonly cue: PlaceMention["cue"];
};

/** What a text says to the directory. Holds no name: of a surname only the first letters. */
export type Understanding = {
  readonly topics: readonly TopicFound[];
  readonly ambiguous: readonly Ambiguous[];
  /** Municipalities, the one that most probably counts first. */
  readonly places: readonly PlaceFound[];
  /** Regions and shared names that may be several municipalities (their ARS). */
  readonly regions: readonly (readonly string[])[];
  /** Towns that are not in the directory. */
  readonly elsewhere: readonly TownElsewhere[];
  readonly letters: string | null;
  readonly ages: readonly AgeRange[];
  /** Conditions that the directory's rules know and that the text says are met. */
  readonly statuses: readonly string[];
  /** Kinds of offices named in the text, as indices into `directory.kinds`, with the words used. */
  readonly offices: readonly { readonly kind: number; readonly span: Span; readonly certain: boolean }[];
  /** "knowledge": what, when, how much – a matter for the documents. */
  readonly asksFor: "office" | "knowledge" | null;
};

/**
 * Reads half a sentence without any model: topics, places, age, first letters of the surname, conditions, named
 * offices. Used to answer questions and to prefill a case form. Any text is accepted; what is not understood is
 * left out.
 */
export function understand(directory: Directory, text: string): Understanding {
  const tokens = tokenize(text);
  const isWord = (word: string): boolean =>
    directory.placeIndex.entries.has(word) || directory.phrases.vocabulary.termOf.has(stem(word));
  const person = findPersonCues(tokens, isWord);
  const found = findPlaces(directory.placeIndex, tokens, (at) => person.tokens.has(at));
  const folded = tokens.map((token) => token.folded);
  const placeTokens = new Set([...found.places, ...found.elsewhere].flatMap((place) => place.tokens));
  const matches = matchPhrases(
    directory.phrases,
    tokens,
    (at) => placeTokens.has(at) || person.tokens.has(at),
  );
  const asksOffice = asksForOffice(folded);
  const asksKnowledge = asksForKnowledge(folded);
  // "Was steht in der Richtlinie zum KIM?" names an office and asks for none.
  const aboutPapers = asksKnowledge && !asksOffice && found.places.length === 0;
  const topicMatches: PhraseMatch[] = [];
  const statuses = new Map<number, PhraseMatch[]>();
  const offices = new Map<number, PhraseMatch>();
  for (const match of matches) {
    const target = targetOf(directory, match.target);
    if (target.kind === "topic") topicMatches.push(match);
    else if (match.full && match.confidence > 0.7) {
      if (target.kind === "status") statuses.set(target.at, [...(statuses.get(target.at) ?? []), match]);
      else if (!offices.has(target.at) && !aboutPapers) offices.set(target.at, match);
    }
  }
  const chosen = chooseTopics(directory, {
    tokens,
    matches: topicMatches,
    statuses,
    offices,
    isElse: (at) => placeTokens.has(at) || person.tokens.has(at),
    hasPlace: found.places.length > 0,
    ages: person.ages,
    asksOffice,
    asksKnowledge,
  });
  return {
    topics: chosen.topics.map((topic) => topicFound(directory, tokens, topic)),
    ambiguous: chosen.ambiguous.map((one) => ambiguous(directory, tokens, one)),
    places: municipalities(directory, tokens, found.places),
    regions: found.places
      .filter(({ candidates }) => candidates.length > 1)
      .map(({ candidates }) => candidates.map((at) => directory.places[at]?.ars ?? "")),
    elsewhere: found.elsewhere,
    letters: person.letters,
    ages: person.ages,
    statuses: [...statuses.keys()].map((at) => directory.statuses[at] ?? ""),
    offices: namedOffices(tokens, offices, chosen.topics),
    asksFor: asksOffice ? "office" : asksKnowledge ? "knowledge" : null,
  };
}

function topicFound(
  directory: Directory,
  tokens: readonly Token[],
  { match, aside }: ChosenTopic,
): TopicFound {
  return {
    id: directory.topics[match.target]?.id ?? "",
    confidence: match.confidence,
    span: spanOf(tokens, match.tokens),
    how: match.how,
    aside,
  };
}

function ambiguous(directory: Directory, tokens: readonly Token[], { match, topics }: Ambiguity): Ambiguous {
  return {
    word: match.tokens.map((at) => tokens[at]?.text ?? "").join(" "),
    topics: topics.map((at) => directory.topics[at]?.id ?? ""),
    span: spanOf(tokens, match.tokens),
  };
}

/** Where somebody lives or moves goes before where something happened, and that before where they left. */
const ORDER = { to: 0, at: 1, event: 2, from: 3 } as const;

function municipalities(
  directory: Directory,
  tokens: readonly Token[],
  mentions: readonly PlaceMention[],
): readonly PlaceFound[] {
  const found: PlaceFound[] = [];
  for (const { candidates, tokens: at, cue } of [...mentions].sort((a, b) => ORDER[a.cue] - ORDER[b.cue])) {
    const place = candidates.length === 1 ? directory.places[candidates[0] ?? -1] : undefined;
    if (
      place === undefined ||
      found.some(({ ars, cue: other }) => ars === place.ars && (other === cue || cue === "at"))
    )
      continue;
    found.push({ ars: place.ars, name: place.name, span: spanOf(tokens, at), cue });
  }
  return found;
}

/** A kind inside the words of a longer one ("IHK" in "IHK FOSA") is not named by itself. */
function namedOffices(
  tokens: readonly Token[],
  offices: ReadonlyMap<number, PhraseMatch>,
  topics: readonly ChosenTopic[],
): Understanding["offices"] {
  const all = [...offices];
  return all
    .filter(
      ([, match]) =>
        !all.some(
          ([, other]) =>
            other.tokens.length > match.tokens.length &&
            match.tokens.every((at) => other.tokens.includes(at)),
        ),
    )
    .sort(([, a], [, b]) => (a.tokens[0] ?? 0) - (b.tokens[0] ?? 0))
    .map(([kind, match]) => ({
      kind,
      span: spanOf(tokens, match.tokens),
      // The same word may be the name of a topic ("Krankenkasse"); then the topic says what is wanted.
      certain: !topics.some(
        ({ match: topic, aside }) => !aside && match.tokens.every((at) => topic.tokens.includes(at)),
      ),
    }));
}

function spanOf(tokens: readonly Token[], at: readonly number[]): Span {
  return { start: tokens[at[0] ?? 0]?.start ?? 0, end: tokens[at.at(-1) ?? 0]?.end ?? 0 };
}
