import { dayNumber, type LocalDate, localDate } from "./local-date.js";
import { mondayOf } from "./phrases/periods.js";
import { readPhrase } from "./phrases/read-phrase.js";
import { tokensOf } from "./phrases/tokens.js";

/**
 * Dates as German case managers write them ("bis 12.03.", "nä wo", "in 6 wo", "Ende Juni"), and plain English
 * ones. Pure: `today` is given as `YYYY-MM-DD` in the person's zone.
 */

/** Where a phrase stands: UTF-16 offsets into the text as given, prepositions included. */
export type Place = { readonly start: number; readonly end: number; readonly phrase: string };

/** Both days inclusive. */
export type DaySpan = { readonly from: LocalDate; readonly to: LocalDate };

/**
 * How the days were meant: `on` them, `until` the last of them, `from` the first of them on (no end said), or
 * `past` ("seit Mai", "Bescheid vom 12.03."), which is nothing to plan for. "vor X" is until the day before X,
 * "nach X" from the day after.
 */
export type Relation = "on" | "until" | "from" | "past";

/** `weekday` and `ahead` ("in 6 Wochen") are vaguer than they look: see `findWindow`. */
export type Precision = "day" | "weekday" | "ahead" | "span";

export type FoundDays = Place &
  DaySpan & {
    readonly kind: "days";
    readonly relation: Relation;
    readonly said: Precision;
  };

/** A day that no calendar has (31.02.). It is reported, never shifted to another day. */
export type ImpossibleDate = Place & { readonly kind: "impossible" };

export type FoundDate = FoundDays | ImpossibleDate;

/**
 * All date phrases in order, none overlapping. A day and month without a year is the next such day, today
 * included; after "seit" or "vom" the last one. A weekday is the next one, today included; "nächsten Dienstag"
 * is the next one after today (Duden), "Dienstag nächste Woche" that of the next calendar week. Weeks are Monday
 * to Friday, months end as in § 188 (3) BGB.
 */
export function findDates(text: string, today: LocalDate): readonly FoundDate[] {
  const reader = { tokens: tokensOf(text), today: dayNumber(today) };
  const found: FoundDate[] = [];
  for (let i = 0; i < reader.tokens.length; ) {
    const read = readPhrase(reader, i);
    if (!read) {
      i += 1;
      continue;
    }
    const start = reader.tokens[i]?.start ?? 0;
    const end = reader.tokens[read.next - 1]?.end ?? start;
    const place = { start, end, phrase: text.slice(start, end) };
    found.push(
      read.days === "impossible"
        ? { kind: "impossible", ...place }
        : {
            kind: "days",
            from: localDate(read.days.from),
            to: localDate(read.days.to),
            relation: read.relation,
            said: read.days.said,
            ...place,
          },
    );
    i = read.next;
  }
  return found;
}

/**
 * The days in which something may take place. "bis" starts today, "ab" stays open for four weeks, "in 6 Wochen"
 * is that week from Monday to Friday, and a weekday named on itself is the next one (who means today says so).
 */
export function findWindow(text: string, today: LocalDate): DaySpan | undefined {
  return windowOf(findDates(text, today), today);
}

export function windowOf(dates: readonly FoundDate[], today: LocalDate): DaySpan | undefined {
  const monday = localDate(mondayOf(dayNumber(today)));
  const days = dates
    .filter(isDays)
    // "diese Woche" said on a Saturday is still this week.
    .filter(({ relation, said, to }) => relation !== "past" && to >= (said === "span" ? monday : today));
  const from = days.find((found) => found.relation === "from");
  const until = stillAhead(
    days.find((found) => found.relation === "until"),
    today,
  );
  const on = days.find((found) => found.relation === "on");
  if (on) return aroundWhatWasSaid(on, today);
  if (from && until && from.from <= until.to) return { from: from.from, to: until.to };
  if (until) return { from: today, to: until.to };
  return from && { from: from.from, to: localDate(dayNumber(from.from) + 27) };
}

/**
 * The day by which something has to be done, as the last day of what was said ("bis Ende Juni": 30.06.). A "bis"
 * goes before other dates; a date that has passed counts only with a "bis". Undefined if none is said.
 */
export function findDue(text: string, today: LocalDate): (Place & { readonly date: LocalDate }) | undefined {
  const dates = findDates(text, today).filter(isDays);
  const due =
    stillAhead(
      dates.find((found) => found.relation === "until"),
      today,
    ) ?? dates.find((found) => found.relation === "on" && found.to >= today);
  return due && { date: due.to, start: due.start, end: due.end, phrase: due.phrase };
}

/** "bis Ende der Woche" said on a Saturday: its Friday is over, so the next one is meant. */
function stillAhead(found: FoundDays | undefined, today: LocalDate): FoundDays | undefined {
  if (found?.said !== "span" || found.to >= today) return found;
  const ahead = dayNumber(found.to) + 7;
  return ahead >= dayNumber(today) && dayNumber(today) - dayNumber(found.to) < 7
    ? { ...found, to: localDate(ahead) }
    : found;
}

/** Morning or afternoon, said as such ("vorm", "nachmittags", "morgen früh") or by an hour ("um 14 Uhr"). */
export function findPartOfDay(text: string): "morning" | "afternoon" | undefined {
  if (afternoon.test(text)) return "afternoon";
  if (morning.test(text)) return "morning";
  const hour =
    /\b(?:(?:um|ab|gegen)\s+)?(\d{1,2})(?:[:.]\d\d)?\s*uhr\b|\bum\s+(\d{1,2})(?:[:.]\d\d)?\b(?!\.)/i.exec(
      text,
    );
  if (!hour) return undefined;
  return Number(hour[1] ?? hour[2]) < 12 ? "morning" : "afternoon";
}

const afternoon = /(?<!\p{L})(?:\p{L}*nachm(?:\.|ittags?)?|afternoons?)(?!\p{L})/iu;
/** "vorm" is short for "vormittags", but "vor dem" before a date or a noun. */
const morning =
  /(?<!\p{L})(?:\p{L}*[vV]orm(?:\.|ittags?|(?=\s*(?:$|[,;.!?)]|\p{Ll}|(?!\d{1,2}\.)\d)))|[mM]orgens|(?:am|morgen) (?:[mM]orgen|[fF]r(?:ü|ue)h)|[fF]r(?:ü|ue)h(?:morgens|s)?|mornings?)(?!\p{L})/u;

function isDays(found: FoundDate): found is FoundDays {
  return found.kind === "days";
}

function aroundWhatWasSaid(found: FoundDays, today: LocalDate): DaySpan {
  const { from, to } = found;
  if (found.said === "weekday" && from === today) {
    return { from: localDate(dayNumber(from) + 7), to: localDate(dayNumber(to) + 7) };
  }
  if (found.said !== "ahead") return { from, to };
  const first = Math.max(mondayOf(dayNumber(from)), dayNumber(today));
  // "in 0 Wochen", said on a weekend: the Friday of that week is over.
  return { from: localDate(first), to: localDate(Math.max(mondayOf(dayNumber(to)) + 4, first)) };
}
