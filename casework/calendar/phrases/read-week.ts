import { weekday, yearOf } from "../local-date.js";
import { isoWeekMonday, mondayOf, oneDay, period, weeksIn } from "./periods.js";
import { readLater } from "./read-ahead.js";
import { readDayAndMonth, readNumericDate } from "./read-day.js";
import { type Context, type Read, type Reader, skipDayPart, skipDot, wordAt } from "./reader.js";
import { dayPart, joints, shortWeekdays, steps, units, weekdays } from "./vocabulary.js";

/** "am Donnerstag", "nächsten Dienstag", "Do nä wo", "Freitag in 2 Wochen", "Dienstag, den 24.11." */
export function readWeekday(reader: Reader, at: number, context: Context): Read | undefined {
  const word = wordAt(reader, at);
  const step = steps.get(word);
  const nameAt = step === undefined ? at : at + 1;
  const wanted = weekdayAt(reader, nameAt, step !== undefined ? [word] : context.words);
  if (wanted === undefined) return undefined;
  const isDotted = shortWeekdays.has(wordAt(reader, nameAt)) && wordAt(reader, nameAt + 1) === ".";
  const next = skipDayPart(reader, nameAt + 1 + (isDotted ? 1 : 0));
  const date = readDateAfter(reader, next, context);
  if (date) return date;
  const ahead = (wanted - weekday(reader.today) + 7) % 7;
  const coming = reader.today + ahead;
  if (step === undefined) {
    const inWeek = readWeekAfter(reader, next);
    if (inWeek) return { days: oneDay(inWeek.monday + wanted - 1, "day"), next: inWeek.next };
    return readLater(reader, coming, next) ?? { days: oneDay(coming, "weekday"), next };
  }
  if (step < 0) return { days: { ...oneDay(coming - 7, "day"), past: true }, next };
  const strictlyAfter = ahead === 0 && step > 0 ? coming + 7 : coming;
  return { days: oneDay(strictlyAfter + (step === 2 ? 7 : 0), step === 0 ? "weekday" : "day"), next };
}

/** "nächste Woche", "nä wo", "diesen Monat", "nächstes Jahr", "nächste Woche Dienstag", "am Wochenende". */
export function readStep(reader: Reader, at: number): Read | undefined {
  const word = wordAt(reader, at);
  const step = steps.get(word);
  const unitAt =
    step === undefined ? at : word.startsWith("na") && wordAt(reader, at + 1) === "." ? at + 2 : at + 1;
  const noun = wordAt(reader, unitAt);
  if (/^(?:wochenende|weekend|we)$/.test(noun) && (step !== undefined || noun !== "we")) {
    const saturday = mondayOf(reader.today) + 5 + (step ?? 0) * 7;
    return {
      days: { from: saturday, to: saturday + 1, said: "span", past: (step ?? 0) < 0 },
      next: unitAt + 1,
    };
  }
  const unit = units.get(noun);
  if (step === undefined || (unit !== "week" && unit !== "month" && unit !== "year")) return undefined;
  const days = { ...period(reader.today, step, unit), past: step < 0 };
  const next = skipDot(reader, unitAt + 1);
  if (unit !== "week" || step < 0) return { days, next };
  const dayAt = wordAt(reader, next) === "am" ? next + 1 : next;
  const inWeek = weekdayAt(reader, dayAt, dayAt > next ? ["am"] : []);
  if (inWeek === undefined || joints.has(wordAt(reader, dayAt + 1))) return { days, next };
  return { days: oneDay(days.from + inWeek - 1, "day"), next: skipDayPart(reader, dayAt + 1) };
}

/** "KW 50", "50. KW", "Kalenderwoche 50", "KW 50/51", "KW 2/2027". */
export function readNumberedWeek(reader: Reader, at: number): Read | undefined {
  const isWeek = (index: number) => /^(?:kw|kalenderwochen?|week)$/.test(wordAt(reader, index));
  const numberFirst = !isWeek(at);
  if (numberFirst && !(reader.tokens[at]?.ordinal && isWeek(at + 1))) return undefined;
  const week = reader.tokens[numberFirst ? at : at + 1]?.number;
  if (week === undefined) return undefined;
  let next = at + 2;
  let lastWeek = week;
  let year: number | undefined;
  if (/^(?:\/|-|–|und|oder|bis)$/.test(wordAt(reader, next))) {
    const other = reader.tokens[next + 1]?.number ?? 0;
    if (other > 2000 && other < 2100) year = other;
    else if (other > week && other <= 53) lastWeek = other;
    if (year !== undefined || lastWeek > week) next += 2;
  }
  const inYear = (of: number) => ({ from: isoWeekMonday(of, week), to: isoWeekMonday(of, lastWeek) + 4 });
  const thisYear = yearOf(mondayOf(reader.today) + 3);
  const isPast = year === undefined && inYear(thisYear).to < reader.today;
  const wanted = year ?? (isPast ? thisYear + 1 : thisYear);
  if (week < 1 || lastWeek > weeksIn(wanted)) return { days: "impossible", next };
  return { days: { ...inYear(wanted), said: "span" }, next };
}

/** "… nächste Woche", "… (KW 50)" after a weekday. */
function readWeekAfter(reader: Reader, at: number): { monday: number; next: number } | undefined {
  const start = skip(reader, at, /^(?:,|in|der|\()$/);
  const read = readStep(reader, start) ?? readNumberedWeek(reader, start);
  if (!read || read.days === "impossible") return undefined;
  const { from, to } = read.days;
  return weekday(from) === 1 && to === from + 4 ? { monday: from, next: read.next } : undefined;
}

/** "…, den 24.11.": the date says more than the weekday before it. */
function readDateAfter(reader: Reader, at: number, { lead }: Context): Read | undefined {
  const start = skip(reader, at, /^(?:,|den|dem|der|am|\()$/);
  const context: Context = { lead, words: ["am"] };
  return readNumericDate(reader, start, context) ?? readDayAndMonth(reader, start, context);
}

function skip(reader: Reader, at: number, words: RegExp): number {
  let next = at;
  while (next < at + 3 && words.test(wordAt(reader, next))) next += 1;
  return next;
}

/**
 * Two letters are a weekday only in good company: after a preposition, before a time of day, or at the end of a
 * clause. "Fr. Meier" is a person, "so" nearly always a word.
 */
function weekdayAt(reader: Reader, at: number, words: readonly string[]): number | undefined {
  const token = reader.tokens[at];
  if (!token) return undefined;
  const full = weekdays.get(token.word) ?? weekdays.get(token.word.replace(dayPart, ""));
  if (full !== undefined) return full;
  const short = shortWeekdays.get(token.word);
  if (short === undefined || wordAt(reader, at - 1) === "to") return undefined;
  const next = reader.tokens[at + 1];
  const afterDot = next?.word === "." ? reader.tokens[at + 2] : next;
  const isEnd = !afterDot || /^[,;.!?)(–/-]$/.test(afterDot.word);
  if (token.word === "so") {
    return isEnd && /^(?:am|bis|-|–|kommenden|nachsten|diesen)$/.test(words.at(-1) ?? "") ? short : undefined;
  }
  if (next?.word === "." && afterDot && /^\p{Lu}/u.test(afterDot.text)) return undefined;
  const hasLead = words.some((word) => word !== "in" && word !== "von" && word !== "vor" && word !== "nach");
  const isTimed =
    /^(?:vorm|nachm|vormittags?|nachmittags?|fruh|um|ab|mittags?|abends?|morgens?|oder|und|bis)$/;
  return hasLead || isEnd || isTimed.test(afterDot?.word ?? "") || readWeekAfter(reader, at + 1)
    ? short
    : undefined;
}
