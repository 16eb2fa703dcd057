import { add, oneDay } from "./periods.js";
import { type Context, numberAt, type Read, type Reader, skipDot, wordAt } from "./reader.js";
import { steps, units, within } from "./vocabulary.js";

/** "in 6 wo", "in 2 bis 3 Wochen", "innerhalb von 14 Tagen", "in den nächsten 2 Wochen", "die nächsten Tage". */
export function readAhead(reader: Reader, at: number, { words }: Context): Read | undefined {
  const stepsOn = steps.get(wordAt(reader, at)) === 1;
  const countAt = stepsOn ? at + 1 : at;
  if (stepsOn && /^(?:tagen?|days)$/.test(wordAt(reader, countAt))) {
    return {
      days: { from: reader.today, to: reader.today + 6, said: "span", running: true },
      next: countAt + 1,
    };
  }
  const half = /^halb/.test(wordAt(reader, countAt + 1)) && /^jahr/.test(wordAt(reader, countAt + 2));
  const count = half ? 6 : numberAt(reader, countAt);
  if (count === undefined) return undefined;
  let unitAt = countAt + (half ? 2 : 1);
  let last = count;
  if (/^(?:bis|-|–|oder|to|or)$/.test(wordAt(reader, unitAt))) {
    last = numberAt(reader, unitAt + 1) ?? 0;
    unitAt += 2;
  }
  const unit = half ? "month" : units.get(wordAt(reader, unitAt));
  if (unit === undefined || last < count || last > 999) return undefined;
  const to = add(reader.today, last, unit);
  const next = skipDot(reader, unitAt + 1);
  if (stepsOn || words.some((word) => within.has(word))) {
    return { days: { from: reader.today, to, said: "span", running: true }, next };
  }
  if (!words.includes("in")) return undefined;
  const precise = unit === "day" || unit === "working-day";
  return {
    days: { from: add(reader.today, count, unit), to, said: precise && last === count ? "day" : "ahead" },
    next,
  };
}

/** "Freitag in 2 Wochen", "heute in 14 Tagen". */
export function readLater(reader: Reader, day: number, at: number): Read | undefined {
  if (reader.tokens[at]?.word !== "in") return undefined;
  const count = numberAt(reader, at + 1);
  const unit = units.get(wordAt(reader, at + 2));
  if (count === undefined || unit === undefined) return undefined;
  return { days: oneDay(add(day, count, unit), "day"), next: at + 3 };
}
