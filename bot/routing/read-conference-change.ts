import { findPartOfDay, windowOf } from "../../casework/calendar/date-phrases.js";
import type { Command } from "./command.js";
import { caseOf, datesOf, hasAny, type Utterance } from "./utterance.js";

const moves =
  /^(?:verschieb|verschiebe|verschieben|verleg|verlege|verlegen|umlegen|umplanen|umterminieren|reschedule|move|postpone)$/;
const callsOff = /^(?:absage|absagen|storniere|stornieren|streiche|streichen|abblasen|ausfallen|cancel)$/;
/** "sag die FaKo ab", "lass die FaKo ausfallen", "die FaKo fällt aus". */
const partOne = /^(?:sag|sage|blas|blase|fallt|lass|call|called)$/;
const partTwo = /^(?:ab|aus|ausfallen|off)$/;
const anonymousId = /\bfb[-–]?([0-9a-z]{5})\b/i;

/** "verschieb die FaKo auf Donnerstag", "FaKo K-7F3Q9 absagen", "sag die FaKo ab". */
export function readConferenceChange(said: Utterance): Command | undefined {
  const { words, id, text } = said;
  if (said.isCut || said.isQuestion || said.endsAsQuestion) return undefined;
  const own = anonymousId.exec(text)?.[1]?.toUpperCase();
  const isNamed = hasAny(words, "conference") || own !== undefined;
  if (!isNamed && !(id && hasAny(words, "meeting"))) return undefined;
  const reference = own === undefined ? caseOf(said) : `FB-${own}`;
  const first = words.findIndex((word) => partOne.test(word.folded));
  const isSplit = first >= 0 && words.slice(first + 1).some((word) => partTwo.test(word.folded));
  if (isSplit || words.some((word) => callsOff.test(word.folded))) {
    return { kind: "call-off-conference", of: reference };
  }
  if (!words.some((word) => moves.test(word.folded))) return undefined;
  const window = windowOf(datesOf(said), said.today);
  const partOfDay = findPartOfDay(text);
  return {
    kind: "move-conference",
    of: reference,
    ...(window ? { window } : {}),
    ...(partOfDay ? { partOfDay } : {}),
  };
}
