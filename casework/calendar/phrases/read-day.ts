import { add, dayIn, dayOf, oneDay, yearAndMonth } from "./periods.js";
import { readLater } from "./read-ahead.js";
import { readYear } from "./read-month.js";
import { type Context, type Read, type Reader, skipDayPart, wordAt } from "./reader.js";
import { amounts, countedThings, months, numbered, relativeDays } from "./vocabulary.js";

/** "12.03.", "12.3.27", "2027-03-12". */
export function readNumericDate(reader: Reader, at: number, { lead, words }: Context): Read | undefined {
  const token = reader.tokens[at];
  const { date } = token ?? {};
  if (!token || !date) return undefined;
  const isPartOfNumber = reader.tokens[at - 1]?.end === token.start && /^[.,]$/.test(wordAt(reader, at - 1));
  if (isPartOfNumber || numbered.test(wordAt(reader, at - 1))) return undefined;
  if (amounts.test(wordAt(reader, at + 1))) return undefined;
  if (date.bare && (words.length === 0 || words.at(-1) === "in" || date.month > 12)) return undefined;
  // 31.02. and 32.1. are slips, 99.99. is no date at all.
  if (date.day > 39 || date.month > 19) return undefined;
  return { days: dayOf(reader.today, date.day, date.month, date.year, lead === "past"), next: at + 1 };
}

/** "12. März 2027", "12 march"; "march 12" is read by `readMonth`. */
export function readDayAndMonth(reader: Reader, at: number, { lead }: Context): Read | undefined {
  const day = reader.tokens[at]?.number ?? 0;
  const skip = reader.tokens[at + 1]?.word === "of" ? 1 : 0;
  const month = months.get(wordAt(reader, at + 1 + skip));
  if (month === undefined || day > 39) return undefined;
  const { year, next } = readYear(reader, at + 2 + skip);
  return { days: dayOf(reader.today, day, month, year, lead === "past"), next };
}

/** "am 24.", "bis zum 15." */
export function readDayOfMonth(reader: Reader, at: number, { lead, words }: Context): Read | undefined {
  const token = reader.tokens[at];
  const day = token?.number ?? 0;
  if (!token?.ordinal || day < 1 || day > 31 || !words.some((word) => /^(?:am|zum|bis|ab|dem)$/.test(word))) {
    return undefined;
  }
  if (countedThings.test(wordAt(reader, at + 1))) return undefined;
  for (let away = 0; away < 12; away++) {
    const { year, month } = yearAndMonth(add(reader.today, lead === "past" ? -away : away, "month"));
    const found = dayIn(year, month, day);
    if (found !== undefined && (lead === "past" ? found <= reader.today : found >= reader.today)) {
      return { days: oneDay(found, "day"), next: at + 1 };
    }
  }
  return undefined;
}

/** "heute", "übermorgen", "morgen früh", "heute in 14 Tagen". */
export function readRelativeDay(reader: Reader, at: number): Read | undefined {
  const word = wordAt(reader, at);
  if (word === "day" && wordAt(reader, at + 1) === "after" && wordAt(reader, at + 2) === "tomorrow") {
    return { days: oneDay(reader.today + 2, "day"), next: at + 3 };
  }
  const offset = relativeDays.get(word);
  if (offset === undefined) return undefined;
  const before = wordAt(reader, at - 1);
  if (word === "morgen" && /^(?:am|guten|jeden|schonen|den)$/.test(before)) return undefined;
  const next = skipDayPart(reader, at + 1);
  const day = reader.today + offset;
  const later = offset >= 0 ? readLater(reader, day, next) : undefined;
  return later ?? { days: { ...oneDay(day, "day"), past: offset < 0 }, next };
}
