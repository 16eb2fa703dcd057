import type { Command } from "./command.js";
import { hasAny, type Utterance } from "./utterance.js";

/** Without an hour: before the day begins at most offices. */
const USUAL = 7 * 60 + 30;

const daily =
  /(?<!\p{L})(?:morgens|jeden (?:morgen|tag|arbeitstag|werktag)|t(?:ä|ae)gliche?|werktags|every morning|daily)(?!\p{L})/iu;
const off =
  /(?<!\p{L})(?:aus(?:schalten|stellen)?|abschalten|abstellen|abbestellen|stopp|stop|keine|nicht mehr|off)(?!\p{L})/iu;
const named = /(?<!\p{L})(?:(?:morgen|tages)?erinner(?:e|ung|ungen|n)?|remind(?:er)?s?)(?!\p{L})/iu;

/** "Erinnere mich morgens um 7:30", "tägliche Erinnerung um halb acht", "Erinnerung aus". */
export function readMorningReminder({ text, words, id }: Utterance): Command | undefined {
  if (id || words.length === 0 || words.length > 10 || !named.test(text)) return undefined;
  if (off.test(text) && words.length <= 6) return { kind: "reminder", off: true };
  if (!daily.test(text) || /(?<!\p{L})(?:an|daran)(?!\p{L})/iu.test(text)) return undefined;
  return { kind: "reminder", minuteOfDay: minuteIn(text) ?? USUAL };
}

const hours = [
  "zwölf",
  "eins",
  "zwei",
  "drei",
  "vier",
  "fünf",
  "sechs",
  "sieben",
  "acht",
  "neun",
  "zehn",
  "elf",
];

/** "um 7:30", "um 8 Uhr", "halb acht": minutes since midnight. */
function minuteIn(text: string): number | undefined {
  const half = /halb (\p{L}+)/iu.exec(text)?.[1]?.toLowerCase();
  const hour = half === undefined ? -1 : hours.indexOf(half);
  if (hour > 0) return hour * 60 - 30;
  const clock = /(?<![\d.])(\d{1,2})(?:[:.](\d\d))?(?: uhr)?(?!\d)/i.exec(text);
  const [at, minute] = [Number(clock?.[1]), Number(clock?.[2] ?? 0)];
  return clock && at < 24 && minute < 60 ? at * 60 + minute : undefined;
}

const weekdays: readonly RegExp[] = [
  /^(?:mo|montags?|mon|mondays?)$/,
  /^(?:di|dienstags?|tues?|tuesdays?)$/,
  /^(?:mi|mittwochs?|wed|wednesdays?)$/,
  /^(?:do|donnerstags?|thu|thurs?|thursdays?)$/,
  /^(?:fr|freitags?|fri|fridays?)$/,
  /^(?:sa|samstags?|sat|saturdays?)$/,
  /^(?:so|sonntags?|sun|sundays?)$/,
];

/** "ich arbeite mo, di, do", "I work Mon to Wed", "meine Arbeitstage: Montag bis Donnerstag". Days count from 1 (Monday). */
export function readWorkDays(said: Utterance): Command | undefined {
  const { text, words, id, isQuestion, endsAsQuestion } = said;
  if (id || isQuestion || endsAsQuestion || words.length > 12) return undefined;
  if (
    !/(?<!\p{L})(?:ich arbeite|arbeitstage?|i work|work(?:ing)? days?)(?!\p{L})/iu.test(text) ||
    hasAny(words, "measure")
  )
    return undefined;
  const days = new Set<number>();
  let last: number | undefined;
  let isRange = false;
  for (const part of text.toLowerCase().matchAll(/\p{L}+|[-–]/gu)) {
    const day = weekdays.findIndex((weekday) => weekday.test(part[0])) + 1;
    if (day > 0) {
      for (let i = isRange && last ? last + 1 : day; i <= day; i++) days.add(i);
      last = day;
    }
    isRange = day === 0 && last !== undefined && /^(?:bis|to|until|[-–])$/.test(part[0]);
  }
  return days.size > 0 ? { kind: "work-days", days: [...days].sort((a, b) => a - b) } : undefined;
}
