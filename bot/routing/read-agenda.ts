import { type FoundDate, windowOf } from "../../casework/calendar/date-phrases.js";
import { dayNumber, localDate, weekday } from "../../casework/calendar/local-date.js";
import type { Command, DateWindow } from "./command.js";
import { datesOf, hasAny, isInside, isOnly, type Utterance, type Word } from "./utterance.js";

/** "was steht diese woche an", "Termine morgen", "was ist heute zu tun", "überfällig". */
export function readAgenda(said: Utterance): Command | undefined {
  if (said.id || said.isCut || said.words.length > 14) return undefined;
  const isNamed = hasAny(said.words, "agenda", "overdue", "measures", "agendaTail");
  if (!isNamed) return undefined;
  const dates = datesOf(said);
  const words = said.words.filter((word) => !isInside(word, dates));
  if (!isOnly(words, "agenda", "agendaTail", "overdue", "measures", "conference", "glue", "show", "mine")) {
    return undefined;
  }
  if (hasAny(words, "overdue")) return { kind: "agenda", window: "overdue" };
  return asksForAgenda(words, dates) || /\bdue\b/i.test(said.text)
    ? { kind: "agenda", window: agendaWindow(said, words, dates) }
    : undefined;
}

function asksForAgenda(words: readonly Word[], dates: readonly FoundDate[]): boolean {
  const has = (...some: readonly string[]) => words.some((word) => some.includes(word.folded));
  if (has("aufenthaltstitel", "titel", "duldungen") && !has("ab")) return false;
  if (hasAny(words, "agenda")) return true;
  if (hasAny(words, "measures")) return dates.length > 0 || has("meine", "meinen");
  // "Wann ist meine nächste FaKo?"
  if (hasAny(words, "conference")) return has("wann", "welche") || (has("meine") && dates.length > 0);
  if (has("meine", "mein") && has("woche", "tag")) return true;
  if (has("muss") && has("ich") && has("machen", "tun", "erledigen")) return true;
  if (!has("was", "what", "whats", "welche", "gibt")) return false;
  if (has("an", "heran", "bevor", "vor", "offen", "anliegt", "ansteht"))
    return has("steht", "stehen", "liegt", "liegen", "ansteht", "anliegt", "hab", "habe", "ist");
  if (has("dran", "fallig", "fallige", "falligen", "todo")) return true;
  if (has("zu") && has("tun", "erledigen", "machen")) return true;
  return (
    dates.length > 0 &&
    has("machen", "tun", "erledigen", "habe", "hab", "los", "geplant", "ab", "kommt", "muss", "ist")
  );
}

/** The days that were said, whole weeks with their weekend; else the week from today on. */
function agendaWindow(said: Utterance, words: readonly Word[], dates: readonly FoundDate[]): DateWindow {
  const today = dayNumber(said.today);
  const window = windowOf(dates, said.today);
  if (!window) {
    const isThisWeek = words.some((word) => /^(?:wochen|woche)/.test(word.folded));
    const monday = today - weekday(today) + 1;
    return isThisWeek
      ? { from: localDate(monday), to: localDate(monday + 6) }
      : { from: said.today, to: localDate(today + 6) };
  }
  const [from, to] = [dayNumber(window.from), dayNumber(window.to)];
  const isWorkWeek = weekday(from) === 1 && weekday(to) === 5;
  return isWorkWeek ? { from: window.from, to: localDate(to + 2) } : window;
}
