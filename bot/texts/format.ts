import type { Locale } from "../../dialogs/event.js";

const TAGS = { de: "de-DE", en: "en-GB" } as const;

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making an Intl format costs more than a whole turn may, so each is made once. */
function format(locale: Locale, timeZone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale}|${timeZone}|${JSON.stringify(options)}`;
  let made = formats.get(key);
  if (!made) {
    made = new Intl.DateTimeFormat(TAGS[locale], { timeZone, ...options });
    formats.set(key, made);
  }
  return made;
}

const DAY = { day: "2-digit", month: "2-digit", year: "numeric" } as const;
const TIME = { hour: "2-digit", minute: "2-digit" } as const;

/** A calendar day `YYYY-MM-DD` as people read it, e.g. `12.03.2027`. */
export function readableDay(locale: Locale, day: string): string {
  return format(locale, "UTC", DAY).format(new Date(`${day}T00:00:00Z`));
}

/** With the weekday, e.g. `Mo, 01.03.2027`. */
export function readableWeekday(locale: Locale, day: string): string {
  return format(locale, "UTC", { weekday: "short", ...DAY }).format(new Date(`${day}T00:00:00Z`));
}

/** An instant in a zone, e.g. `Mo., 01.03.2027, 09:00`. */
export function readableInstant(locale: Locale, timeZone: string, ms: number): string {
  return format(locale, timeZone, { ...DAY, ...TIME }).format(ms);
}

/** A time of day to the second, e.g. `09:00:30`. */
export function readableClock(locale: Locale, timeZone: string, ms: number): string {
  return format(locale, timeZone, { ...TIME, second: "2-digit" }).format(ms);
}

/** A span within one day, e.g. `Mo., 01.03.2027, 09:00–10:00 Uhr`. */
export function readableSpan(locale: Locale, timeZone: string, start: string, end: string): string {
  const day = format(locale, timeZone, { weekday: "short", ...DAY }).format(Date.parse(start));
  const time = format(locale, timeZone, TIME);
  const hours = `${time.format(Date.parse(start))}–${time.format(Date.parse(end))}`;
  return locale === "de" ? `${day}, ${hours} Uhr` : `${day}, ${hours}`;
}

/** The lines of a list in a text without markup, each with its number. */
export function numbered(lines: readonly string[]): readonly string[] {
  return lines.map((line, i) => `${i + 1}. ${line}`);
}
