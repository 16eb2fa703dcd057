import { fold } from "../../../knowledge/german/spelling.js";
import { dayNumber, yearOf } from "../local-date.js";
import { schoolHolidays } from "../school-holidays.js";
import { dayOf, fullYear, monthSpan, partOf, period, yearSpan } from "./periods.js";
import { type Context, type Read, type Reader, skipDot, wordAt } from "./reader.js";
import { amounts, endsInOneWord, feasts, months, partsOfPeriod, steps, units } from "./vocabulary.js";

/** "Ende Juni", "Anfang nächster Woche", "Mitte des Monats", "bis Monatsende", "Ende 2026". */
export function readPartOfPeriod(reader: Reader, at: number): Read | undefined {
  const word = wordAt(reader, at);
  const oneWord = endsInOneWord.get(word);
  if (oneWord) {
    const days = partOf(period(reader.today, 0, oneWord[1]), oneWord[0], oneWord[1]);
    return { days, next: at + 1 };
  }
  const part = partsOfPeriod.get(word);
  if (!part) return undefined;
  let next = at + 1;
  while (/^(?:der|des|dem|den|of|the|vom|im|-)$/.test(wordAt(reader, next))) next += 1;
  const token = reader.tokens[next];
  const month = months.get(token?.word ?? "");
  if (month !== undefined) {
    const said = readYear(reader, skipDot(reader, next + 1));
    const of = (year: number) => partOf(monthSpan(year, month), part, "month");
    const thisYear = yearOf(reader.today);
    const year = said.year ?? (of(thisYear).to < reader.today ? thisYear + 1 : thisYear);
    return { days: of(year), next: said.next };
  }
  if (token?.number !== undefined && !token.ordinal && token.number > 2000 && token.number < 2100) {
    return { days: partOf(yearSpan(token.number), part, "year"), next: next + 1 };
  }
  const step = steps.get(token?.word ?? "");
  const unit = units.get(wordAt(reader, step === undefined ? next : next + 1));
  if (unit !== "week" && unit !== "month" && unit !== "year") return undefined;
  const days = partOf(period(reader.today, step ?? 0, unit), part, unit);
  return { days, next: next + (step === undefined ? 1 : 2) };
}

/** "im März", "Mai 25", "bis April 2027", "march 12": a month alone needs a preposition or a year. */
export function readMonth(reader: Reader, at: number, { lead, words }: Context): Read | undefined {
  const month = months.get(wordAt(reader, at));
  if (month === undefined) return undefined;
  const after = skipDot(reader, at + 1);
  const isPast = lead === "past";
  const follows = reader.tokens[after];
  const isEnglish = /^(?:january|february|march|may|june|july|october|december)$/.test(wordAt(reader, at));
  if (isEnglish && follows?.number !== undefined && follows.number <= 31) {
    const said = readYear(reader, after + 1);
    return { days: dayOf(reader.today, follows.number, month, said.year, isPast), next: said.next };
  }
  const said = readYear(reader, after);
  if (said.year === undefined && (words.length === 0 || words.at(-1) === "den")) return undefined;
  const thisYear = yearOf(reader.today);
  const guess = monthSpan(thisYear, month);
  const guessed = isPast
    ? guess.from > reader.today
      ? thisYear - 1
      : thisYear
    : guess.to < reader.today
      ? thisYear + 1
      : thisYear;
  return {
    days: { ...monthSpan(said.year ?? guessed, month), yearless: said.year === undefined },
    next: said.next,
  };
}

export function readFeast(reader: Reader, at: number): Read | undefined {
  const word = wordAt(reader, at);
  const feast = feasts.get(word);
  if (feast) {
    const thisYear = feast(yearOf(reader.today));
    const [from, to] = thisYear[1] < reader.today ? feast(yearOf(reader.today) + 1) : thisYear;
    return { days: { from, to, said: from === to ? "day" : "span" }, next: at + 1 };
  }
  if (!word.endsWith("ferien")) return undefined;
  const holiday = schoolHolidays.find(
    ({ name, to }) => dayNumber(to) >= reader.today && (word === "ferien" || fold(name) === word),
  );
  return (
    holiday && {
      days: { from: dayNumber(holiday.from), to: dayNumber(holiday.to), said: "span" },
      next: at + 1,
    }
  );
}

/** "2027", or "25" and "'25" right after a month. */
export function readYear(reader: Reader, at: number): { year?: number; next: number } {
  const skip = /^['’]$/.test(wordAt(reader, at)) ? 1 : 0;
  const token = reader.tokens[at + skip];
  if (token?.number === undefined || token.ordinal) return { next: at };
  const digits = token.end - token.start;
  const isYear =
    (digits === 4 && token.number >= 1900 && token.number < 2100) || (digits === 2 && token.number >= 20);
  const isAmount = amounts.test(wordAt(reader, at + skip + 1));
  return isYear && !isAmount
    ? { year: fullYear(token.number, reader.today), next: at + skip + 1 }
    : { next: at };
}
