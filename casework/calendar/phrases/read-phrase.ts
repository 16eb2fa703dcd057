import type { Relation } from "../date-phrases.js";
import { weekday } from "../local-date.js";
import { add, type Days, dayIn, yearAndMonth } from "./periods.js";
import { readAhead } from "./read-ahead.js";
import { readDayAndMonth, readDayOfMonth, readNumericDate, readRelativeDay } from "./read-day.js";
import { readFeast, readMonth, readPartOfPeriod } from "./read-month.js";
import { readNumberedWeek, readStep, readWeekday } from "./read-week.js";
import { type Context, type Read, type Reader, wordAt } from "./reader.js";
import type { Token } from "./tokens.js";
import {
  endsInOneWord,
  feasts,
  fillers,
  joints,
  type Lead,
  leads,
  months,
  partsOfPeriod,
  relativeDays,
  shortWeekdays,
  steps,
  weekdays,
} from "./vocabulary.js";

export type Phrase = Read & { readonly relation: Relation };

/** The date phrase that begins at this token, its prepositions included, if one does. */
export function readPhrase(reader: Reader, start: number): Phrase | undefined {
  const token = reader.tokens[start];
  if (!token || !mayBegin(token)) return undefined;
  const { lead, words, next } = readLead(reader, start);
  // "vom 1. bis 12.12." lies ahead, "Bescheid vom 12.03." behind: what follows decides.
  if (words.includes("vom")) {
    const ahead = readRange(reader, next, { lead: "between", words });
    if (ahead) return ahead;
  }
  const range = readRange(reader, next, { lead, words });
  if (range) return range;
  const read = readDays(reader, next, { lead, words });
  if (!read) return undefined;
  if (read.days === "impossible") return { ...read, relation: "on" };
  return { ...related(reader, read.days, lead), next: read.next };
}

/** Most words begin no date; asking this first makes reading a sentence four times as fast. */
function mayBegin({ word, date, number }: Token): boolean {
  return date !== undefined || number !== undefined || firstWords.has(word) || otherFirstWords.test(word);
}

const firstWords: ReadonlySet<string> = new Set(
  [leads, relativeDays, weekdays, shortWeekdays, steps, months, partsOfPeriod, endsInOneWord, feasts].flatMap(
    (words) => [...words.keys()],
  ),
);
/** "Montagvormittag", "Wochenende", "Sommerferien", "KW 50", "the day after tomorrow". */
const otherFirstWords =
  /^(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonn|wochenend|week|kw|kalenderwoche|day)|ferien$/;

/** Up to five prepositions and articles ("bis spätestens zum"). */
function readLead(reader: Reader, start: number): Context & { readonly next: number } {
  let next = start;
  let lead: Lead | undefined;
  const words: string[] = [];
  for (; next < start + 5; next++) {
    const word = wordAt(reader, next);
    const said = leads.get(word);
    const isFiller = next > start && (fillers.has(word) || (word === ":" && lead === "until"));
    if (!said && !isFiller) break;
    if (said && (lead === undefined || lead === "on" || said === "before")) lead = said;
    words.push(word);
  }
  return { lead, words, next };
}

/** The days as the preposition before them wants them. */
function related(reader: Reader, days: Days, lead: Lead | undefined): { days: Days; relation: Relation } {
  if (days.past || lead === "past") return { days, relation: "past" };
  if (days.running) return { days, relation: "until" };
  const isWeekend = days.said === "span" && weekday(days.from) === 6 && days.to === days.from + 1;
  switch (lead) {
    case "until":
      return { days: isWeekend ? { ...days, to: days.from - 1 } : days, relation: "until" };
    case "before":
      return { days: { ...days, from: reader.today, to: days.from - 1 }, relation: "until" };
    case "after":
      return { days: { ...days, from: days.to + 1, to: days.to + 1 }, relation: "from" };
    case "from":
      return { days, relation: "from" };
    default:
      return { days, relation: "on" };
  }
}

/** "zwischen 1.12. und 12.12.", "1.-12. März", "Mo-Mi", "heute oder morgen". */
function readRange(reader: Reader, at: number, context: Context): Phrase | undefined {
  const short = readShortRange(reader, at, context);
  if (short) return short;
  const first = readDays(reader, at, context);
  if (!first || first.days === "impossible") return undefined;
  const joint = wordAt(reader, first.next);
  // "bis Freitag und am Montag" are two dates, not the days between them.
  if (!joints.has(joint) || (context.lead === "until" && joint !== "oder")) return undefined;
  const second = readDays(reader, afterJoint(reader, first.next), { lead: "until", words: [joint] });
  if (!second || second.days === "impossible") return undefined;
  let { from } = first.days;
  let { to } = second.days;
  if (first.days.yearless && from > to) from = add(from, -1, "year");
  if (first.days.said === "weekday" && second.days.said === "weekday") while (to < from) to += 7;
  if (from > to) return undefined;
  const relation = context.lead === "past" && to < reader.today ? "past" : "on";
  return { days: { from, to, said: "span" }, relation, next: second.next };
}

function afterJoint(reader: Reader, at: number): number {
  let next = at + 1;
  while (next < at + 4 && (leads.has(wordAt(reader, next)) || fillers.has(wordAt(reader, next)))) next += 1;
  return next;
}

function readDays(reader: Reader, at: number, context: Context): Read | undefined {
  const token = reader.tokens[at];
  if (!token) return undefined;
  if (token.date) return readNumericDate(reader, at, context);
  if (token.number !== undefined) {
    return (
      readDayAndMonth(reader, at, context) ??
      readNumberedWeek(reader, at) ??
      readAhead(reader, at, context) ??
      readDayOfMonth(reader, at, context)
    );
  }
  return (
    readRelativeDay(reader, at) ??
    readWeekday(reader, at, context) ??
    readAhead(reader, at, context) ??
    readStep(reader, at) ??
    readNumberedWeek(reader, at) ??
    readPartOfPeriod(reader, at) ??
    readMonth(reader, at, context) ??
    readFeast(reader, at)
  );
}

/** "1. und 12.12.", "1.-12. März": the first half borrows month and year from the second. */
function readShortRange(reader: Reader, at: number, context: Context): Phrase | undefined {
  const token = reader.tokens[at];
  if (!token?.ordinal || !joints.has(wordAt(reader, at + 1))) return undefined;
  const second = readDays(reader, afterJoint(reader, at + 1), context);
  if (!second || second.days === "impossible" || second.days.said !== "day") return undefined;
  const { year, month } = yearAndMonth(second.days.to);
  const from = dayIn(year, month, token.number ?? 0);
  if (from === undefined) return { days: "impossible", relation: "on", next: second.next };
  if (from > second.days.to) return undefined;
  return { ...related(reader, { from, to: second.days.to, said: "span" }, context.lead), next: second.next };
}
