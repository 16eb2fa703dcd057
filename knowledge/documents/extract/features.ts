import { wanted } from "./cues.js";
import { type AskedWord, type Overlap, overlapOf, type Rarity } from "./overlap.js";
import { type Page, readPage } from "./page.js";
import { kindsOf, type QuestionKind, questionKinds } from "./question-kinds.js";
import { probability } from "./trees.js";

/** Numbers with names: what the trees decide by. The order is that of the trained weights. */
export type Features = Readonly<Record<string, number>>;

/** What all features are computed from. */
export type Reading = {
  readonly page: Page;
  readonly overlap: Overlap;
  readonly kinds: ReadonlySet<QuestionKind>;
  /** How well each line looks like what is wanted. */
  readonly wanted: readonly number[];
};

export const readFor = (question: string, lines: readonly string[], rarity: Rarity): Reading => {
  const page = readPage(lines);
  const kinds = kindsOf(question);
  return {
    page,
    kinds,
    overlap: overlapOf(question, page, rarity),
    wanted: lines.map((line) => wanted(kinds, line)),
  };
};

const highest = (values: Iterable<number>): number => {
  let most = 0;
  for (const v of values) if (v > most) most = v;
  return most;
};

/** The three weightiest words of a question and its first and last noun, by position; -1 where there is none. */
const keyWords = (
  asked: readonly AskedWord[],
): { rarest: readonly number[]; first: number; last: number } => ({
  rarest: [...asked.keys()].sort((a, b) => (asked[b] as AskedWord).weight - (asked[a] as AskedWord).weight),
  first: asked.findIndex((w) => w.noun),
  last: asked.findLastIndex((w) => w.noun),
});

/** Features of the question against the whole page; also given to each line. */
export const pageFeatures = ({ page, overlap, kinds, wanted }: Reading): Features => {
  const { asked, cover, degree } = overlap;
  const sorted = [...cover].sort((a, b) => b - a);
  const found = asked.map((_, w) => highest(degree.map((d) => d[w] as number)));
  const { rarest, first } = keyWords(asked);
  const at = (w: number | undefined, none = 0): number =>
    w === undefined || w < 0 ? none : (found[w] ?? none);
  const nouns = asked.flatMap((w, i) => (w.noun ? [{ weight: w.weight, found: found[i] as number }] : []));
  const nounWeight = nouns.reduce((sum, n) => sum + n.weight, 0) || 1;
  const titleStems = new Set(page.words[0]?.map((w) => w.stem));
  const askedStems = new Set(asked.flatMap((w) => [w.stem, ...w.parts]));
  const pageCover = overlap.together(0, page.lines.length - 1);
  const most = sorted[0] ?? 0;
  const hits = cover.filter((c) => c > 0.5).length;
  return {
    bestCover: most,
    pageCover,
    secondCover: sorted[1] ?? 0,
    thirdCover: sorted[2] ?? 0,
    lines: Math.log(page.lines.length),
    titleCover: cover[0] ?? 0,
    titleAsked: titleStems.size
      ? [...titleStems].filter((s) => askedStems.has(s)).length / titleStems.size
      : 0,
    askedWords: asked.length,
    rarest: at(rarest[0]),
    rarest2: at(rarest[1]),
    rarest3: at(rarest[2]),
    nounCover: nouns.reduce((sum, n) => sum + n.weight * n.found, 0) / nounWeight,
    firstNoun: at(first, 0.5),
    leastNoun: nouns.reduce((least, n) => Math.min(least, n.found), 1),
    bestWanted: highest(wanted),
    scattered: pageCover - most,
    hits,
    hitShare: hits / page.lines.length,
    wantedAtHit: highest(cover.map((c, i) => c * (wanted[i] as number))),
    ...Object.fromEntries(questionKinds.map((kind) => [kind, kinds.has(kind) ? 1 : 0])),
  };
};

/** Features of every line of a page. */
export const lineFeatures = (reading: Reading): Features[] => {
  const { page, overlap, wanted } = reading;
  const { cover, degree, grams, together } = overlap;
  const n = page.lines.length;
  const whole = pageFeatures(reading);
  const sorted = [...cover].sort((a, b) => b - a);
  const most = sorted[0] ?? 0;
  const best = cover.indexOf(most);
  const { rarest, first, last } = keyWords(overlap.asked);
  const at = (line: number, word: number | undefined): number =>
    word === undefined || word < 0 ? 0 : (degree[line]?.[word] ?? 0);
  const share = (value: number, of: number): number => (of ? value / of : 0);
  const segments = segmentsOf(page, overlap);
  const bestSegment = highest(segments.map((s) => s.cover));
  const bestGrams = Math.max(0.001, highest(grams));
  const bestWanted = Math.max(0.1, highest(wanted));
  const near = (values: readonly number[], ...lines: readonly number[]): number =>
    highest(lines.map((i) => values[i] ?? 0));

  return page.lines.map((line, i) => {
    const text = line.trim();
    const head = page.heading[i] as number;
    const intro = page.intro[i] as number;
    const c = cover[i] as number;
    const segment = segments[page.segment[i] as number] as Segment;
    return {
      cover: c,
      coverExact: overlap.coverExact[i] as number,
      coverShare: share(c, most),
      rank: sorted.findIndex((x) => x <= c) / n,
      before: near(cover, i - 1),
      after: near(cover, i + 1),
      before2: near(cover, i - 2, i - 3),
      after2: near(cover, i + 2, i + 3),
      beforeShare: share(near(cover, i - 1, i - 2), most),
      around: together(i - 2, i + 2),
      aroundHead: together(i - 1, i + 1, head),
      withHead: together(i, i, head),
      head: head >= 0 ? (cover[head] as number) : 0,
      headDistance: head >= 0 ? Math.min(15, i - head) : 15,
      headShare: head >= 0 ? share(cover[head] as number, most) : 0,
      introCover: intro >= 0 ? together(intro - 1, intro) : 0,
      introDistance: intro >= 0 ? i - intro : 20,
      lineRarest: at(i, rarest[0]),
      lineRarest2: at(i, rarest[1]),
      lineRarest3: at(i, rarest[2]),
      lineFirstNoun: at(i, first),
      firstNounBefore: Math.max(at(i - 1, first), at(i - 2, first)),
      lineLastNoun: at(i, last),
      rarestNear: Math.max(at(i - 1, rarest[0]), at(i - 2, rarest[0]), at(i + 1, rarest[0])),
      headRarest: at(head, rarest[0]),
      headFirstNoun: at(head, first),
      focus: overlap.focus[i] as number,
      position: i / n,
      number: Math.min(i, 30),
      fromEnd: Math.min(30, n - 1 - i),
      words: page.words[i]?.length ?? 0,
      letters: text.length,
      isHeading: page.isHeading[i] ? 1 : 0,
      endsFull: /[.!]["“)]?$/.test(text) ? 1 : 0,
      endsColon: text.endsWith(":") ? 1 : 0,
      continues: page.continues[i] ? 1 : 0,
      goesOn: page.continues[i + 1] ? 1 : 0,
      afterColon: (page.lines[i - 1] ?? "").trim().endsWith(":") ? 1 : 0,
      toBest: Math.min(20, Math.abs(i - best)),
      afterBest: i - best,
      brokenOffCover: page.continues[i] ? near(cover, i - 1) : 0,
      segmentCover: segment.cover,
      segmentShare: share(segment.cover, bestSegment),
      segmentMean: segment.mean,
      segmentLines: segment.to - segment.from + 1,
      segmentPlace: i - segment.from,
      segments: segments.length,
      grams: grams[i] as number,
      gramShare: (grams[i] as number) / bestGrams,
      gramsNear: near(grams, i - 1, i + 1),
      wanted: wanted[i] as number,
      wantedBefore: near(wanted, i - 1),
      wantedAfter: near(wanted, i + 1),
      wantedShare: (wanted[i] as number) / bestWanted,
      ...whole,
    };
  });
};

type Segment = { readonly from: number; readonly to: number; readonly cover: number; readonly mean: number };

/** The parts of a page between its headings. */
const segmentsOf = (page: Page, { cover, together }: Overlap): Segment[] => {
  const segments: Segment[] = [];
  for (let from = 0; from < page.lines.length; ) {
    let to = from;
    while (page.segment[to + 1] === page.segment[from]) to++;
    const covers = cover.slice(from, to + 1);
    segments.push({
      from,
      to,
      cover: together(from, to),
      mean: covers.reduce((a, b) => a + b, 0) / covers.length,
    });
    from = to + 1;
  }
  return segments;
};

/** The page's features, some that only the whole page has, and what the sentence model thinks of its lines. */
export const noAnswerFeatures = (reading: Reading, odds: readonly number[]): Features => {
  const { overlap, page } = reading;
  const best = [...odds].sort((a, b) => b - a).slice(0, 3);
  const grams = [...overlap.grams].sort((a, b) => b - a).slice(0, 3);
  const missing = overlap.asked.filter((_, w) => highest(overlap.degree.map((d) => d[w] as number)) < 0.5);
  return {
    ...pageFeatures(reading),
    bestOdds: best[0] ?? 0,
    topOdds: mean(best),
    expected: odds.reduce((sum, o) => sum + probability(o), 0),
    bestGrams: grams[0] ?? 0,
    topGrams: mean(grams),
    missing: missing.length,
    missingNouns: missing.filter((w) => w.noun).length,
    missingWeight: highest(missing.map((w) => w.weight)),
    exactCover: highest(overlap.coverExact),
    meanCover: mean(overlap.cover),
    bestAround: highest(page.lines.map((_, i) => overlap.together(i - 1, i + 1))),
    bestSegment: highest(segmentsOf(page, overlap).map((s) => s.cover)),
    askedWeight: overlap.asked.reduce((sum, w) => sum + w.weight, 0),
  };
};

const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / (values.length || 1);
