import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { findDates, findDue, findPartOfDay, findWindow } from "../../../casework/calendar/date-phrases.js";
import { isLocalDate } from "../../../casework/calendar/local-date.js";

/** A Wednesday in week 47. */
const today = "2026-11-18";

/** `text → phrase | relation from [to]`; "!" marks an impossible date, an empty list that nothing is found. */
const phrases: readonly (readonly [text: string, ...found: string[]])[] = [
  // numbers
  ["bis 12.03.", "bis 12.03. | until 2027-03-12"],
  ["am 12.3.27 um 10 Uhr", "am 12.3.27 | on 2027-03-12"],
  ["12.03.2027", "12.03.2027 | on 2027-03-12"],
  ["Termin 12. 3. 2027 beim JC", "12. 3. 2027 | on 2027-03-12"],
  ["2026-12-03", "2026-12-03 | on 2026-12-03"],
  ["am 18.11. Hausbesuch", "am 18.11. | on 2026-11-18"],
  ["17.11.", "17.11. | on 2027-11-17"],
  ["bis 12.03", "bis 12.03 | until 2027-03-12"],
  ["geb. 03.05.89", "03.05.89 | on 1989-05-03"],
  ["Bescheid vom 12.03. prüfen bis 1.12.", "vom 12.03. | past 2026-03-12", "bis 1.12. | until 2026-12-01"],
  ["ab 1.12.", "ab 1.12. | from 2026-12-01"],
  ["ab dem 1. Dezember", "ab dem 1. Dezember | from 2026-12-01"],
  ["vorm 12.3. einladen", "vorm 12.3. | until 2026-11-18 2027-03-11"],
  ["nach dem 12.3.", "nach dem 12.3. | from 2027-03-13"],
  ["spätestens am 3.12.", "spätestens am 3.12. | until 2026-12-03"],
  ["Frist: 30.11.", "Frist: 30.11. | until 2026-11-30"],
  ["am 24. Hausbesuch", "am 24. | on 2026-11-24"],
  ["bis zum 15. anmelden", "bis zum 15. | until 2026-12-15"],
  ["am 31.", "am 31. | on 2026-12-31"],
  ["29.02.", "29.02. | on 2028-02-29"],
  // months
  ["12. März", "12. März | on 2027-03-12"],
  ["12 MAERZ 2028", "12 MAERZ 2028 | on 2028-03-12"],
  ["bis zum 3. Dez.", "bis zum 3. Dez | until 2026-12-03"],
  ["Ende Juni", "Ende Juni | on 2027-06-21 2027-06-30"],
  ["bis ende juni", "bis ende juni | until 2027-06-21 2027-06-30"],
  ["Anfang März", "Anfang März | on 2027-03-01 2027-03-10"],
  ["Mitte Januar", "Mitte Januar | on 2027-01-11 2027-01-20"],
  ["Ende November", "Ende November | on 2026-11-21 2026-11-30"],
  ["Anfang November", "Anfang November | on 2027-11-01 2027-11-10"],
  ["bis Monatsende", "bis Monatsende | until 2026-11-21 2026-11-30"],
  ["Ende des Monats", "Ende des Monats | on 2026-11-21 2026-11-30"],
  ["Ende nächsten Monats", "Ende nächsten Monats | on 2026-12-21 2026-12-31"],
  ["bis Ende 2027", "bis Ende 2027 | until 2027-11-01 2027-12-31"],
  ["bis Jahresende", "bis Jahresende | until 2026-11-01 2026-12-31"],
  ["im März", "im März | on 2027-03-01 2027-03-31"],
  ["bis April 2028", "bis April 2028 | until 2028-04-01 2028-04-30"],
  ["Ukraine, seit Mai 25 da", "seit Mai 25 | past 2025-05-01 2025-05-31"],
  ["diesen Monat", "diesen Monat | on 2026-11-01 2026-11-30"],
  ["nächsten Monat", "nächsten Monat | on 2026-12-01 2026-12-31"],
  // days and weeks
  ["heute", "heute | on 2026-11-18"],
  ["morgen früh", "morgen früh | on 2026-11-19"],
  ["bis übermorgen", "bis übermorgen | until 2026-11-20"],
  ["uebermorgen", "uebermorgen | on 2026-11-20"],
  ["gestern angerufen", "gestern | past 2026-11-17"],
  ["heute morgen", "heute morgen | on 2026-11-18"],
  ["bis fr", "bis fr | until 2026-11-20"],
  ["bis Fr.", "bis Fr. | until 2026-11-20"],
  ["am Donnerstag", "am Donnerstag | on 2026-11-19"],
  ["Montag morgen", "Montag morgen | on 2026-11-23"],
  ["Freitagvormittag", "Freitagvormittag | on 2026-11-20"],
  ["am Mittwoch", "am Mittwoch | on 2026-11-18"],
  ["nächsten Dienstag", "nächsten Dienstag | on 2026-11-24"],
  ["nächsten Mittwoch", "nächsten Mittwoch | on 2026-11-25"],
  ["kommenden Fr", "kommenden Fr | on 2026-11-20"],
  ["übernächsten Montag", "übernächsten Montag | on 2026-11-30"],
  ["letzten Freitag", "letzten Freitag | past 2026-11-13"],
  ["nä wo", "nä wo | on 2026-11-23 2026-11-27"],
  ["nä. Wo. vorm", "nä. Wo. | on 2026-11-23 2026-11-27"],
  ["nächste Woche", "nächste Woche | on 2026-11-23 2026-11-27"],
  ["in der nächsten Woche", "in der nächsten Woche | on 2026-11-23 2026-11-27"],
  ["diese Woche", "diese Woche | on 2026-11-16 2026-11-20"],
  ["übernächste Woche", "übernächste Woche | on 2026-11-30 2026-12-04"],
  ["nächste Woche Donnerstag", "nächste Woche Donnerstag | on 2026-11-26"],
  ["Do nä wo", "Do nä wo | on 2026-11-26"],
  ["Freitag in zwei Wochen", "Freitag in zwei Wochen | on 2026-12-04"],
  ["Dienstag, den 1.12.", "Dienstag, den 1.12. | on 2026-12-01"],
  ["bis Freitag 27.11.", "bis Freitag 27.11. | until 2026-11-27"],
  ["am Do, 3. Dezember um 10", "am Do, 3. Dezember | on 2026-12-03"],
  ["nä wo vorm 60 min", "nä wo | on 2026-11-23 2026-11-27"],
  ["Anfang nächster Woche", "Anfang nächster Woche | on 2026-11-23 2026-11-24"],
  ["bis Ende der Woche", "bis Ende der Woche | until 2026-11-19 2026-11-20"],
  ["am Wochenende", "am Wochenende | on 2026-11-21 2026-11-22"],
  ["bis zum Wochenende", "bis zum Wochenende | until 2026-11-21 2026-11-20"],
  ["KW 50", "KW 50 | on 2026-12-07 2026-12-11"],
  ["in kw50", "in kw50 | on 2026-12-07 2026-12-11"],
  ["50. KW", "50. KW | on 2026-12-07 2026-12-11"],
  ["KW 50/51", "KW 50/51 | on 2026-12-07 2026-12-18"],
  ["KW 2", "KW 2 | on 2027-01-11 2027-01-15"],
  ["KW 2/2028", "KW 2/2028 | on 2028-01-10 2028-01-14"],
  ["KW 53", "KW 53 | on 2026-12-28 2027-01-01"],
  // counted
  ["in 6 wo", "in 6 wo | on 2026-12-30"],
  ["in 6wo", "in 6wo | on 2026-12-30"],
  ["in 14 Tagen", "in 14 Tagen | on 2026-12-02"],
  ["heute in 14 Tagen", "heute in 14 Tagen | on 2026-12-02"],
  ["in drei Monaten", "in drei Monaten | on 2027-02-18"],
  ["in einer Woche", "in einer Woche | on 2026-11-25"],
  ["in einem halben Jahr", "in einem halben Jahr | on 2027-05-18"],
  ["in 2 bis 3 Wochen", "in 2 bis 3 Wochen | on 2026-12-02 2026-12-09"],
  ["innerhalb von 14 Tagen", "innerhalb von 14 Tagen | until 2026-11-18 2026-12-02"],
  ["binnen eines Monats", "binnen eines Monats | until 2026-11-18 2026-12-18"],
  ["in den nächsten 2 Wochen", "in den nächsten 2 Wochen | until 2026-11-18 2026-12-02"],
  ["die nächsten Tage", "nächsten Tage | until 2026-11-18 2026-11-24"],
  ["in 5 Werktagen", "in 5 Werktagen | on 2026-11-25"],
  // ranges
  ["zwischen 1. und 12.12.", "zwischen 1. und 12.12. | on 2026-12-01 2026-12-12"],
  ["1.-12.12.", "1.-12.12. | on 2026-12-01 2026-12-12"],
  ["vom 1. bis zum 12. Dezember", "vom 1. bis zum 12. Dezember | on 2026-12-01 2026-12-12"],
  ["zwischen dem 28.12. und dem 3.1.", "zwischen dem 28.12. und dem 3.1. | on 2026-12-28 2027-01-03"],
  ["vom 1.12. bis 5.12.", "vom 1.12. bis 5.12. | on 2026-12-01 2026-12-05"],
  ["1.12.-5.12.", "1.12.-5.12. | on 2026-12-01 2026-12-05"],
  ["Mo-Mi", "Mo-Mi | on 2026-11-23 2026-11-25"],
  ["zwischen Montag und Mittwoch", "zwischen Montag und Mittwoch | on 2026-11-23 2026-11-25"],
  ["Donnerstag oder Freitag", "Donnerstag oder Freitag | on 2026-11-19 2026-11-20"],
  ["von heute bis ende juni", "von heute bis ende juni | on 2026-11-18 2027-06-30"],
  ["heute, bis ende juni", "heute | on 2026-11-18", "bis ende juni | until 2027-06-21 2027-06-30"],
  ["Antrag bis 1.12. und Termin am 5.12.", "bis 1.12. | until 2026-12-01", "am 5.12. | on 2026-12-05"],
  // feasts and school holidays
  ["vor Weihnachten", "vor Weihnachten | until 2026-11-18 2026-12-23"],
  ["noch bis Ostern", "bis Ostern | until 2027-03-26 2027-03-29"],
  ["nach den Weihnachtsferien", "nach den Weihnachtsferien | from 2027-01-07"],
  ["vor den Ferien", "vor den Ferien | until 2026-11-18 2026-12-22"],
  // English
  ["tomorrow", "tomorrow | on 2026-11-19"],
  ["by friday", "by friday | until 2026-11-20"],
  ["next week", "next week | on 2026-11-23 2026-11-27"],
  ["in 2 weeks", "in 2 weeks | on 2026-12-02"],
  ["end of june", "end of june | on 2027-06-21 2027-06-30"],
  ["until 12 March", "until 12 March | until 2027-03-12"],
  ["march 12", "march 12 | on 2027-03-12"],
  ["the day after tomorrow", "day after tomorrow | on 2026-11-20"],
  // days that do not exist
  ["bis 31.02.", "bis 31.02. | !"],
  ["30. Februar", "30. Februar | !"],
  ["29.02.2027", "29.02.2027 | !"],
  ["31.11. oder 1.12.", "31.11. | !", "1.12. | on 2026-12-01"],
  ["2026-02-30", "2026-02-30 | !"],
  // no dates
  ["Fr. Meier kommt"],
  ["so ist das"],
  ["Guten Morgen"],
  ["seit 3 Jahren hier"],
  ["vor 2 Wochen eingezogen"],
  ["§ 3.2 des Vertrags"],
  ["1.5 Stunden, 12.50 Euro"],
  ["um 12.30 beim JC"],
  ["7f3q9 und k-12fr9"],
  ["zum 18. Geburtstag"],
  ["am 2. Termin nicht erschienen"],
  ["Tel. 0241 5198-2255"],
  ["3 Wochen Frist gewährt"],
  ["Zimmer 5, 2. Etage"],
  ["Maya kommt mit"],
  ["to do: anrufen"],
];

function shown(text: string): readonly string[] {
  return findDates(text, today).map((found) => {
    if (found.kind === "impossible") return `${found.phrase} | !`;
    const to = found.to === found.from ? "" : ` ${found.to}`;
    return `${found.phrase} | ${found.relation} ${found.from}${to}`;
  });
}

describe("date phrases", () => {
  test.each(phrases.map(([text, ...found]) => ({ text, found })))("$text", ({ text, found }) => {
    expect(shown(text)).toEqual(found);
  });
});

describe("a window", () => {
  test.each([
    ["nächste Woche vormittags", "2026-11-23", "2026-11-27"],
    ["zwischen 1. und 12.12.", "2026-12-01", "2026-12-12"],
    ["am Donnerstag", "2026-11-19", "2026-11-19"],
    ["bis 4.12.", "2026-11-18", "2026-12-04"],
    ["ab 1.12.", "2026-12-01", "2026-12-28"],
    ["ab 1.12., spätestens 10.12.", "2026-12-01", "2026-12-10"],
  ])("of “%s” runs from %s to %s", (text, from, to) => {
    expect(findWindow(text, today)).toEqual({ from, to });
  });

  test("of a number of weeks ahead is that whole week", () => {
    expect(findWindow("in 2 Wochen", today)).toEqual({ from: "2026-11-30", to: "2026-12-04" });
    expect(findWindow("in 0 Wochen", "2026-11-21")).toEqual({ from: "2026-11-21", to: "2026-11-21" });
  });

  test("of the weekday that is today is a week later, since who means today says so", () => {
    expect(findWindow("am Mittwoch", today)).toEqual({ from: "2026-11-25", to: "2026-11-25" });
    expect(findWindow("heute", today)).toEqual({ from: today, to: today });
  });

  test("of this week is this week, on Saturday too", () => {
    expect(findWindow("diese Woche", "2026-11-21")).toEqual({ from: "2026-11-16", to: "2026-11-20" });
  });

  test("does not come from a past or an impossible date", () => {
    expect(findWindow("seit Mai, laut Bescheid vom 3.11.", today)).toBeUndefined();
    expect(findWindow("am 31.02.", today)).toBeUndefined();
  });
});

describe("a due date", () => {
  test.each([
    ["Kita-Navigator ausfüllen bis 12.03.", "2027-03-12", "bis 12.03."],
    ["Termin am 3.12. vorbereiten bis 30.11.", "2026-11-30", "bis 30.11."],
    ["WBA abgeben in 6 wo", "2026-12-30", "in 6 wo"],
    ["bis Ende Juni klären", "2027-06-30", "bis Ende Juni"],
    ["läuft freitag ab", "2026-11-20", "freitag"],
    ["bis Mittwoch", "2026-11-18", "bis Mittwoch"],
    ["nä wo anrufen", "2026-11-27", "nä wo"],
    ["vor Weihnachten", "2026-12-23", "vor Weihnachten"],
  ])("in “%s” is %s", (text, date, phrase) => {
    expect(findDue(text, today)).toMatchObject({ date, phrase });
  });

  test("is neither a birth date nor the date of a letter", () => {
    expect(findDue("geb. 03.05.1989, Bescheid vom 3.11.", today)).toBeUndefined();
  });
});

describe("a part of the day", () => {
  test.each([
    ["nä wo vorm", "morning"],
    ["nä wo vorm.", "morning"],
    ["nä wo vorm 60 min", "morning"],
    ["Vormittags", "morning"],
    ["am Donnerstagvormittag", "morning"],
    ["morgen früh", "morning"],
    ["um 10 Uhr", "morning"],
    ["nachm", "afternoon"],
    ["am Nachmittag", "afternoon"],
    ["ab 14 Uhr", "afternoon"],
    ["vorm 12.3.", undefined],
    ["vorm Urlaub", undefined],
    ["morgen", undefined],
    ["Nachmieter gesucht", undefined],
  ])("in “%s” is %s", (text, part) => {
    expect(findPartOfDay(text)).toBe(part);
  });
});

const words = fc.constantFrom(
  ..."bis ab am in den nächste Woche wo KW 50 12. 3.12. 31.02. 12.03.2027 Ende Juni Fr fr. - – und oder morgen , . / : 6 drei Monaten Jahr heute vor nach zwischen seit vom Weihnachten Ferien 0 99 2027 29.02. halben der".split(
    " ",
  ),
);
const days = fc
  .date({ min: new Date("1990-01-01"), max: new Date("2090-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe("whatever is typed", () => {
  test.each([
    ["random characters", fc.string({ unit: "grapheme", maxLength: 60 })],
    ["date words in any order", fc.array(words, { maxLength: 14 }).map((some) => some.join(" "))],
  ])("never throws and gives valid days and spans in order: %s", (_name, texts) => {
    fc.assert(
      fc.property(texts, days, (text, day) => {
        let last = 0;
        for (const found of findDates(text, day)) {
          expect(text.slice(found.start, found.end)).toBe(found.phrase);
          expect(found.start).toBeGreaterThanOrEqual(last);
          expect(found.end).toBeGreaterThan(found.start);
          last = found.end;
          if (found.kind === "impossible") continue;
          expect(isLocalDate(found.from) && isLocalDate(found.to)).toBe(true);
        }
        const window = findWindow(text, day);
        if (window) expect(window.from <= window.to).toBe(true);
        const due = findDue(text, day);
        if (due) expect(isLocalDate(due.date)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  test("29 February is found over the eight years that a century without leap year leaves", () => {
    expect(findDates("29.02.", "2097-01-01")).toMatchObject([{ from: "2104-02-29" }]);
  });

  test("a day and month without a year is the next such day, and never before today", () => {
    fc.assert(
      fc.property(days, days, (said, now) => {
        const [, month, day] = said.split("-");
        const [found] = findDates(`${day}.${month}.`, now);
        expect(found).toMatchObject({ kind: "days" });
        if (found?.kind !== "days") return;
        expect(found.from.slice(5)).toBe(said.slice(5));
        expect(found.from >= now).toBe(true);
        expect(Number(found.from.slice(0, 4)) - Number(now.slice(0, 4))).toBeLessThanOrEqual(
          said.endsWith("02-29") ? 8 : 1,
        );
      }),
    );
  });
});
