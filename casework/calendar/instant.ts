/**
 * Milliseconds since the epoch of an ISO 8601 instant with its offset: `2026-10-26T09:00+01:00`,
 * `2026-10-26T08:00:00.5Z`. Undefined if it has no offset, or names a time that does not exist: Date.parse takes
 * 30 February for 2 March. Read column by column, since a request for dates holds thousands of them.
 */
export function parseInstant(text: string): number | undefined {
  const year = digits(text, 0, 4);
  const month = digits(text, 5, 2);
  const day = digits(text, 8, 2);
  const hour = digits(text, 11, 2);
  const minute = digits(text, 14, 2);
  if (text[4] !== "-" || text[7] !== "-" || text[10] !== "T" || text[13] !== ":") return undefined;
  if (year < 1000 || month < 1 || month > 12) return undefined;
  if (day < 1 || day > lengthOfMonth(year, month) || hour < 0 || hour > 23 || minute < 0 || minute > 59) {
    return undefined;
  }

  let next = 16;
  let second = 0;
  let millisecond = 0;
  if (text[next] === ":") {
    second = digits(text, next + 1, 2);
    if (second < 0 || second > 59) return undefined;
    next += 3;
    if (text[next] === ".") {
      const fraction = next + 1;
      next = fraction;
      // Each digit counts a tenth of the one before; from the fourth on they are less than a millisecond.
      for (let worth = 100; digits(text, next, 1) >= 0; worth = Math.floor(worth / 10), next++) {
        millisecond += worth * digits(text, next, 1);
      }
      if (next === fraction) return undefined;
    }
  }
  const offset = offsetMinutes(text, next);
  if (offset === undefined) return undefined;
  return Date.UTC(year, month - 1, day, hour, minute, second, millisecond) - offset * 60_000;
}

/** `Z`, `+02:00` or `-0330`, and nothing behind it. */
function offsetMinutes(text: string, start: number): number | undefined {
  const sign = text[start];
  if (sign === "Z") return text.length === start + 1 ? 0 : undefined;
  if (sign !== "+" && sign !== "-") return undefined;
  const minutesAt = text[start + 3] === ":" ? start + 4 : start + 3;
  const hours = digits(text, start + 1, 2);
  const minutes = digits(text, minutesAt, 2);
  if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59 || text.length !== minutesAt + 2)
    return undefined;
  return (sign === "+" ? 1 : -1) * (hours * 60 + minutes);
}

/** The number that stands in `count` columns, or -1 if something else does. */
function digits(text: string, start: number, count: number): number {
  let value = 0;
  for (let i = start; i < start + count; i++) {
    // Past the end charCodeAt gives NaN, which is no digit either.
    const digit = text.charCodeAt(i) - 48;
    if (!(digit >= 0 && digit <= 9)) return -1;
    value = value * 10 + digit;
  }
  return value;
}

function lengthOfMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
