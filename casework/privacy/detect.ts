import { findAddresses } from "./addresses.js";
import { findBirthDates } from "./birth-dates.js";
import { applyEdits, type Edited, type Place } from "./clean.js";
import { findMails } from "./contacts.js";
import type { Finding, FindingKind, Span } from "./finding.js";
import { findHealth } from "./health.js";
import { findNames } from "./names/find-names.js";
import { findNumbers } from "./numbers.js";
import { type Edit, replaceNames } from "./replace-names.js";
import { replaceAddress, replaceNumber } from "./replace-numbers.js";
import { wordsOf } from "./tokens.js";

export type { Place } from "./clean.js";
export type { Finding, FindingKind } from "./finding.js";

export type Detection = {
  /** In order of their place, without overlap. */
  readonly findings: readonly Finding[];
  /** The text without what was found, in natural German; the same string if nothing must go. */
  readonly cleaned: string;
  /** Where in `cleaned` something was left out, in order: this may be shown to whoever wrote it. */
  readonly places: readonly Place[];
};

export type DetectionOptions = {
  /** To tell a birth date from a deadline; by default the year of the clock. */
  readonly thisYear?: number;
};

/**
 * Finds personal data in German free text (DOMAIN.md, first row: DSGVO 5(1)c, 25). Pure, in time that grows
 * with the length of the text. Detecting again in `cleaned` finds nothing that must go.
 */
export function detectPersonalData(text: string, options: DetectionOptions = {}): Detection {
  const thisYear = options.thisYear ?? new Date().getFullYear();
  const { edits, warnings } = look(text, thisYear);
  const findings: Finding[] = [
    ...edits.map((edit) => ({ ...edit, category: "removes" as const })),
    ...warnings.map((span) => warning(text, span)),
  ].sort((a, b) => a.start - b.start);
  if (edits.length === 0) return { findings, cleaned: text, places: [] };
  const settled = settle(applyEdits(text, edits), thisYear);
  return { findings, cleaned: settled.text, places: settled.places };
}

function warning(text: string, { start, end }: Span): Finding {
  return { kind: "health", category: "warns", start, end, replacement: text.slice(start, end) };
}

/** What is taken out can bring together what looks like a name again; look until nothing is left. */
function settle(edited: Edited, thisYear: number): Edited {
  let current = edited;
  for (let round = 0; round < 4; round++) {
    const { edits } = look(current.text, thisYear);
    if (edits.length === 0) return current;
    const firm = edits.map((edit) => (round > 1 ? { ...edit, replacement: "" } : edit));
    current = applyEdits(current.text, firm, current.places);
  }
  if (look(current.text, thisYear).edits.length === 0) return current;
  return { text: "…", places: current.places.map((place) => ({ ...place, at: 0 })) };
}

/** Digits of other keyboards (full width, Arabic, Persian) and the full-width @. */
const OTHER_DIGITS = /[\uff10-\uff19\u0660-\u0669\u06f0-\u06f9\uff20]/g;

/** As the finders read it, of the same length, so that places in it are places in the text. */
function inPlainDigits(text: string): string {
  return text.replace(OTHER_DIGITS, (one) => (one === "\uff20" ? "@" : String(one.charCodeAt(0) & 0xf)));
}

function look(typed: string, thisYear: number): { edits: readonly Edit[]; warnings: readonly Span[] } {
  const text = inPlainDigits(typed);
  const words = wordsOf(text);
  const hasDigits = /\d/.test(text);
  const mails = text.includes("@") || /\(at\)|\[at\]/i.test(text) ? findMails(text) : [];
  const numbers = hasDigits ? findNumbers(text, words) : [];
  const firm = withoutOverlap([...mails, ...numbers], []);
  const addresses = hasDigits ? withoutOverlap(findAddresses(text, words), firm) : [];
  const known = [...firm, ...addresses].sort(byStart);
  const names = findNames(text, words, coveredBy(known));
  const births = hasDigits ? withoutOverlap(findBirthDates(text, words, names, thisYear), known) : [];
  const edits: Edit[] = [
    ...firm.map((span) => replaceNumber(text, span)),
    ...addresses.map((span) => replaceAddress(text, span)),
    ...births.map(
      ({ cueStart, cueEnd }): Edit => ({ kind: "birth-date", start: cueStart, end: cueEnd, replacement: "" }),
    ),
    ...replaceNames(text, words, names),
  ];
  const merged = withoutOverlap(edits, []);
  return { edits: merged, warnings: withoutOverlap(findHealth(text, words), merged) };
}

const byStart = (a: Span, b: Span) => a.start - b.start;

/** In order of place; what begins inside an earlier one or touches one of `taken` is dropped. Linear after sorting. */
function withoutOverlap<T extends Span & { kind?: FindingKind }>(
  spans: readonly T[],
  taken: readonly Span[],
): readonly T[] {
  const kept: T[] = [];
  let end = 0;
  let at = 0;
  for (const span of [...spans].sort((a, b) => byStart(a, b) || b.end - a.end)) {
    if (span.start < end || span.end <= span.start) continue;
    while ((taken[at]?.end ?? Number.POSITIVE_INFINITY) <= span.start) at++;
    if ((taken[at]?.start ?? Number.POSITIVE_INFINITY) < span.end) continue;
    kept.push(span);
    end = span.end;
  }
  return kept;
}

/** Words come in order, so one pass over the spans is enough; looking back restarts by bisection. */
function coveredBy(spans: readonly Span[]): (word: Span) => boolean {
  if (spans.length === 0) return () => false;
  return (word) => {
    let low = 0;
    let high = spans.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((spans[middle]?.end ?? 0) <= word.start) low = middle + 1;
      else high = middle;
    }
    return (spans[low]?.start ?? Number.POSITIVE_INFINITY) < word.end;
  };
}
