import { readFileSync } from "node:fs";
import { detectPersonalData } from "../../../casework/privacy/detect.js";
import { type CorpusRow, fill, type NamePool, namesOf, seeded } from "./fill.js";

export const CORPUS: readonly CorpusRow[] = readFileSync(new URL("./texts.jsonl", import.meta.url), "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line) as CorpusRow);

/** Counts of one kind. `found` of `expected` personal data went; `right` of `made` findings were meant. */
export type Score = { expected: number; found: number; made: number; right: number };

export type Measured = {
  readonly overall: Score;
  readonly byKind: Readonly<Record<string, Score>>;
  /** Texts without personal data that were changed, of how many. */
  readonly blocked: readonly [number, number];
  /** Words that had to stay and are not in the cleaned text, of how many. */
  readonly lost: readonly [number, number];
  /** For tuning: what went wrong. */
  readonly faults: readonly string[];
};

/**
 * Runs the detector over one part of the corpus, each text `draws` times with other names and numbers.
 * A personal datum counts as found only if all of it is inside findings of its kind; a finding counts as right
 * if it touches personal data of its kind.
 */
export function measure(part: CorpusRow["part"], draws: number, names: NamePool = namesOf(part)): Measured {
  const byKind: Record<string, Score> = {};
  const score = (kind: string) => {
    byKind[kind] ??= { expected: 0, found: 0, made: 0, right: 0 };
    return byKind[kind];
  };
  const faults: string[] = [];
  const [blocked, lost] = [[0, 0] as [number, number], [0, 0] as [number, number]];
  CORPUS.filter((row) => row.part === part).forEach((template, number) => {
    for (let round = 0; round < draws; round++) {
      const row = fill(template, seeded(number * 1000 + round), names);
      const { findings, cleaned } = detectPersonalData(row.text, { thisYear: 2026 });
      const removed = findings.filter((finding) => finding.category === "removes");
      const warned = findings.filter((finding) => finding.category === "warns");
      const wanted = placesOf(row.text, row.personal);
      for (const one of wanted) {
        const own = removed.filter((finding) => finding.kind === one.kind);
        const found = covers(own, one, row.text);
        score(one.kind).expected++;
        if (found) score(one.kind).found++;
        else faults.push(`missed ${one.kind}: ${row.text} → ${cleaned}`);
      }
      for (const finding of removed) {
        const right = wanted.some(
          (one) => one.kind === finding.kind && one.start < finding.end && finding.start < one.end,
        );
        score(finding.kind).made++;
        if (right) score(finding.kind).right++;
        else faults.push(`made up ${finding.kind}: ${row.text} → ${cleaned}`);
      }
      const health = placesOf(
        row.text,
        (row.warns ?? []).map((word) => ["health", word] as const),
      );
      for (const one of health) {
        score("health").expected++;
        if (covers(warned, one, row.text)) score("health").found++;
        else faults.push(`not warned: ${row.text}`);
      }
      for (const finding of warned) {
        const right = health.some((one) => one.start < finding.end && finding.start < one.end);
        score("health").made++;
        if (right) score("health").right++;
        else faults.push(`warned of nothing: ${row.text}`);
      }
      if (row.personal.length === 0) {
        blocked[1]++;
        if (cleaned !== row.text) blocked[0]++;
      }
      for (const word of row.keep) {
        lost[1]++;
        if (!cleaned.includes(word)) {
          lost[0]++;
          faults.push(`lost „${word}“: ${row.text} → ${cleaned}`);
        }
      }
    }
  });
  const overall = { expected: 0, found: 0, made: 0, right: 0 };
  for (const one of Object.values(byKind)) {
    for (const key of ["expected", "found", "made", "right"] as const) overall[key] += one[key];
  }
  return { overall, byKind, blocked, lost, faults };
}

export const recall = (score: Score) => (score.expected === 0 ? 1 : score.found / score.expected);
export const precision = (score: Score) => (score.made === 0 ? 1 : score.right / score.made);

type Place = { readonly kind: string; readonly start: number; readonly end: number };

/** Where the personal substrings stand; a repeated value is looked for behind its last place. */
function placesOf(text: string, personal: readonly (readonly [string, string])[]): readonly Place[] {
  let from = 0;
  return personal.map(([kind, value]) => {
    let start = text.indexOf(value, from);
    if (start < 0) start = text.indexOf(value);
    if (start < 0) throw new Error(`„${value}“ is not in „${text}“`);
    from = start + value.length;
    return { kind, start, end: start + value.length };
  });
}

/** Every letter and digit of the place is inside one of the spans. */
function covers(spans: readonly { start: number; end: number }[], place: Place, text: string): boolean {
  for (let at = place.start; at < place.end; at++) {
    if (!/[\p{L}\p{N}]/u.test(text[at] ?? "")) continue;
    if (!spans.some((span) => span.start <= at && at < span.end)) return false;
  }
  return true;
}
