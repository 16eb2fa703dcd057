import { fold } from "../../../knowledge/german/spelling.js";
import type { Relation } from "../date-phrases.js";
import { easterSunday } from "../holidays.js";
import { dayNumberOf } from "../local-date.js";

/** Keys are folded as `fold` does it, so that "März", "Maerz" and "MÄRZ" are one. */
export function folded<T>(entries: Readonly<Record<string, T>>): ReadonlyMap<string, T> {
  const map = new Map<string, T>();
  for (const [words, value] of Object.entries(entries)) {
    for (const word of words.split(" ")) map.set(fold(word), value);
  }
  return map;
}

export const months = folded({
  "januar jan january jänner": 1,
  "februar feb february": 2,
  "märz mrz mär march": 3,
  "april apr": 4,
  "mai may": 5,
  "juni jun june": 6,
  "juli jul july": 7,
  "august aug": 8,
  "september sep sept": 9,
  "oktober okt october oct": 10,
  "november nov": 11,
  "dezember dez december dec": 12,
});

export const weekdays = folded({
  "montag monday": 1,
  "dienstag tuesday": 2,
  "mittwoch wednesday": 3,
  "donnerstag thursday": 4,
  "freitag friday": 5,
  "samstag sonnabend saturday": 6,
  "sonntag sunday": 7,
});

export const shortWeekdays = folded({ mo: 1, di: 2, mi: 3, do: 4, fr: 5, sa: 6, so: 7 });

export const dayPart = /(?:vormittag|nachmittag|mittag|morgen|abend|fruh|nachm|vorm)$/;

export const relativeDays = folded({
  "heute today": 0,
  "morgen tomorrow": 1,
  übermorgen: 2,
  "gestern yesterday": -1,
  vorgestern: -2,
});

export const numbers = folded({
  "ein eine einem einer eines einen one a": 1,
  "zwei two zweier": 2,
  "drei three": 3,
  "vier four": 4,
  "fünf five": 5,
  "sechs six": 6,
  "sieben seven": 7,
  "acht eight": 8,
  "neun nine": 9,
  "zehn ten": 10,
  "elf eleven": 11,
  "zwölf twelve": 12,
});

export type Unit = "day" | "working-day" | "week" | "month" | "year";

export const units = folded<Unit>({
  "tag tage tagen tages day days": "day",
  "werktag werktage werktagen arbeitstag arbeitstage arbeitstagen": "working-day",
  "woche wochen wo week weeks": "week",
  "monat monate monaten monats mon month months": "month",
  "jahr jahre jahren jahres year years": "year",
});

/** Which week, month or year, counted from this one. */
export const steps = folded({
  "diese dieser diesen dieses diesem this laufende laufenden laufender aktuelle aktuellen": 0,
  "nächste nächster nächsten nächstes nächstem nä nae näch nächst kommende kommender kommenden kommendes next coming": 1,
  "übernä übernae übernächst übernächste übernächster übernächsten übernächstes": 2,
  "letzte letzter letzten letztes vorige voriger vorigen vergangene vergangenen last": -1,
});

/** What a preposition says; "before" and "after" become "until" and "from", "between" is half of a range. */
export type Lead = Relation | "before" | "after" | "between";

export const leads = folded<Lead>({
  "bis spätestens frist fällig deadline until till by": "until",
  "vor vorm before": "before",
  "nach after": "after",
  "ab from": "from",
  "seit since vom": "past",
  "von zwischen between": "between",
  "am an im in zum per on den innerhalb binnen within": "on",
});

/** Words between a preposition and its date. */
export const fillers = folded({
  "dem den der die das zum zur zu spätestens am von the einschließlich in kurz": true,
});

/** Said of a time that runs from now on. */
export const within = folded({ "innerhalb binnen within": true });

/** What stands between the two halves of a range. */
export const joints = folded({ "bis und oder sowie to until and or - – / —": true });

export const partsOfPeriod = folded<"start" | "middle" | "end">({
  "anfang beginn beginning start": "start",
  "mitte mid middle": "middle",
  "ende end": "end",
});

export const endsInOneWord = folded<readonly ["start" | "middle" | "end", Unit]>({
  "monatsende monatsletzten": ["end", "month"],
  monatsanfang: ["start", "month"],
  monatsmitte: ["middle", "month"],
  "jahresende jahresschluss": ["end", "year"],
  jahresanfang: ["start", "year"],
});

/** First and last day, as day numbers. */
export const feasts = folded<(year: number) => readonly [number, number]>({
  "weihnachten christmas": (year) => [dayNumberOf(year, 12, 24), dayNumberOf(year, 12, 26)],
  heiligabend: (year) => [dayNumberOf(year, 12, 24), dayNumberOf(year, 12, 24)],
  silvester: (year) => [dayNumberOf(year, 12, 31), dayNumberOf(year, 12, 31)],
  "neujahr jahreswechsel": (year) => [dayNumberOf(year, 1, 1), dayNumberOf(year, 1, 1)],
  karneval: (year) => [easterSunday(year) - 52, easterSunday(year) - 47],
  rosenmontag: (year) => [easterSunday(year) - 48, easterSunday(year) - 48],
  "ostern easter": (year) => [easterSunday(year) - 2, easterSunday(year) + 1],
  pfingsten: (year) => [easterSunday(year) + 49, easterSunday(year) + 50],
});

/** "am 2. Termin", "zum 18. Geburtstag": an ordinal that counts something else than days of a month. */
export const countedThings =
  /^(?:mal|lebens|geburt|monat|klasse|semester|schul|stock|etage|og|ug|obergeschoss|schwanger|ssw|kind|termin|tag|woche|jahr|halbjahr|quartal|gesprach|kontakt|fako|fall|konferenz|platz|grad|arbeitsmarkt|bildungs|rate|mahnung|instanz|sitzung|person|stelle|versuch|antrag|bescheid)/;

/** "Nr. 3.2", "§ 1.3", "um 12.30": no date comes after these. */
export const numbered = /^(?:§|§§|nr|ziffer|kapitel|version|abs|art|um|gegen|tel|€)$/;

export const amounts =
  /^(?:uhr|std|stunden?|h|euro|eur|km|m|qm|prozent|zimmer|mio|tsd|mal|kg|€|%|min|minuten)$/;
