import { type FoundDate, findPartOfDay, windowOf } from "../../casework/calendar/date-phrases.js";
import type { Command } from "./command.js";
import { findDuration } from "./durations.js";
import { findOffices } from "./office-words.js";
import {
  caseOf,
  datesOf,
  hasAny,
  isAny,
  isInside,
  isOnly,
  type Span,
  type Utterance,
  withoutId,
} from "./utterance.js";

/** "FaKo für K-7F3Q9 mit Jobcenter und Jugendamt nächste Woche vormittags 60 min". */
export function readConference(said: Utterance): Command | undefined {
  const { words, id } = said;
  const isNamed = hasAny(words, "conference") || /\brunde[rn]? tisch/i.test(said.text);
  // "Termin mit JC und JuA für K-7F3Q9" is a conference in all but name.
  const isMeeting = id !== undefined && hasAny(words, "meeting");
  const isDiscussion =
    words.some((word) => word.folded === "fallbesprechung") || /\bcase discussion\b/i.test(said.text);
  const isAnonymous =
    (isDiscussion || hasAny(words, "conference") || /planungskonferenz/i.test(said.text)) &&
    /anonym/i.test(said.text);
  if ((!isNamed && !isMeeting && !isAnonymous) || said.isQuestion || said.isCut || hasAny(words, "change"))
    return undefined;

  const dates = datesOf(said);
  const duration = findDuration(withoutId(said));
  const times = timesOf(said.text);
  const occupied: Span[] = [...dates, ...times, ...(duration ? [duration] : [])];
  const found = findOffices(said, occupied);
  if (!isNamed && !isDiscussion && found.offices.length < 2) return undefined;
  if (isAnonymous && found.offices.length === 0) return undefined;
  const spans = [...occupied, ...found.used];
  const rest = words.filter((word) => !isInside(word, spans));
  const plain = [
    "conference",
    "meeting",
    "create",
    "make",
    "fresh",
    "glue",
    "case",
    "client",
    "show",
  ] as const;
  if (
    !id &&
    !isAnonymous &&
    !rest.every((word) => isAny(word, ...plain) || /^(?:tisch|runder|runden)$/.test(word.folded))
  )
    return undefined;
  if (id && isOnly(words, "conference", "showQuestion") && hasAny(words, "showQuestion")) return undefined;

  const window = windowOf(dates, said.today);
  const partOfDay = findPartOfDay(said.text);
  const impossible = window ? undefined : dates.find((date: FoundDate) => date.kind === "impossible");
  return {
    kind: "plan-conference",
    caseId: caseOf(said),
    offices: found.offices,
    ...(found.without.length > 0 ? { without: found.without } : {}),
    ...(window ? { window } : {}),
    ...(partOfDay ? { partOfDay } : {}),
    ...(duration ? { durationMinutes: duration.minutes } : {}),
    ...(isAnonymous ? { anonymous: true } : {}),
    ...(found.withClient ? { withClient: true } : {}),
    ...(found.withInterpreter ? { withInterpreter: true } : {}),
    ...(impossible ? { impossibleDate: impossible.phrase } : {}),
  };
}

const time =
  /(?<!\p{L})(?:(?:um|ab|gegen)\s)?\d{1,2}(?:[:.]\d\d)?\s?uhr(?!\p{L})|(?<!\p{L})(?:am\s)?(?:vorm|nachm|vormittags?|nachmittags?|morgens|mittags?|früh|frueh|mornings?|afternoons?)(?!\p{L})\.?/giu;

function timesOf(text: string): readonly Span[] {
  return [...text.matchAll(time)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}
