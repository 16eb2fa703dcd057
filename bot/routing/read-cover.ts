import { findDates } from "../../casework/calendar/date-phrases.js";
import { trimmed } from "./argument.js";
import type { Command } from "./command.js";
import { blank, isAny, type Utterance } from "./utterance.js";

type Cover = Extract<Command, { kind: "cover" }>;

const named =
  /^(?:urlaubs|krankheits|abwesenheits)?vertret(?:ung|er|erin|en|e|e[nt]|st)$|^vertritt$|^deputy$|^cover$/;

/**
 * "Vertretung bis 15.08. durch CM Stolberg" (all own cases), "Vertretung 7f3q9 durch …", "CM Stolberg vertritt mich
 * bis 15.8.", "Vertretung für CM Eschweiler aktivieren", "Vertretung beenden".
 */
export function readCover(said: Utterance): Command | undefined {
  const { words, text, id, isQuestion, endsAsQuestion } = said;
  if (isQuestion || endsAsQuestion || said.isCut || words.length > 20) return undefined;
  if (words.some(({ folded }) => folded === "cover") && !isEnglishCover(said)) return undefined;
  const at = words.findIndex(({ folded }) => named.test(folded));
  if (at < 0 || words.some(({ folded }) => folded === "gesetzliche" || folded === "rechtliche"))
    return undefined;
  const isEnd = /(?<!\p{L})(?:beende[nt]?|endet|aufheben|aus|stoppen|stop|end|over)(?!\p{L})/iu.test(text);
  const caseId = id ? { caseId: id.id } : {};
  if (isEnd) return { kind: "cover", action: "end", ...caseId };
  const dates = findDates(blank(text, id ? [id] : []), said.today);
  const days = dates.filter((found) => found.kind === "days");
  const end =
    days.find(({ relation }) => relation === "until") ??
    days.find(({ from, to }) => from !== to) ??
    days.at(-1);
  const impossible = end ? undefined : dates.find((found) => found.kind === "impossible");
  const plain = blank(text, [...dates, ...(id ? [id] : [])]);
  const people = whoIn(plain);
  // "Vertretung" alone, or with a purpose that nobody can mean but this one.
  const isMeant =
    people.by !== undefined || people.absent !== undefined || dates.length > 0 || words.length <= 3;
  if (!isMeant || (!id && at > 3 && people.by === undefined)) return undefined;
  return {
    kind: "cover",
    action: "start",
    ...caseId,
    ...people,
    ...(end ? { until: end.to } : {}),
    ...(impossible ? { impossibleDate: impossible.phrase } : {}),
  };
}

/** "cover until 15.08. by …", "end cover"; "cover letter" and "health cover" are something else. */
function isEnglishCover({ words, text, id }: Utterance): boolean {
  const at = words.findIndex(({ folded }) => folded === "cover");
  const before = words.slice(0, at);
  const sets = /^(?:set|up|start|activate|end|stop|arrange|my|the|please|for)$/;
  if (!before.every((word) => isAny(word, "glue", "make", "create") || sets.test(word.folded))) return false;
  const ends = before.some(({ folded }) => /^(?:end|stop|activate)$/.test(folded));
  return ends || id !== undefined || /\s(?:by|until)\s/i.test(text) || words.length === 1;
}

const STOP =
  "(?=\\s(?:bis|ab|vom|von|durch|until|from|by|aktivieren|einrichten|eintragen|anlegen|für|fuer|fur|zu|im|in der zeit)\\s?|[,;.]|\\s{2,}|$)";

function whoIn(text: string): Pick<Cover, "by" | "absent"> {
  const by =
    new RegExp(
      `(?<!\\p{L})(?:durch|by|übernimmt|macht|ist)\\s+(?:die |der |das )?(.{2,60}?)${STOP}`,
      "iu",
    ).exec(text)?.[1] ?? /^(.{2,60}?)\s+vertritt\s/iu.exec(text)?.[1];
  const absent = new RegExp(
    `(?<!\\p{L})(?:für|fuer|for)\\s+(?:die |den |das |the )?(.{2,60}?)${STOP}`,
    "iu",
  ).exec(text)?.[1];
  const isSelf =
    absent !== undefined &&
    /^(?:mich|meine?\s|alle|fall|fälle|me\b|my\s|all\b|cases?\b(?! management))/i.test(absent);
  return {
    ...(by ? { by: trimmed(by) } : {}),
    ...(absent && !isSelf ? { absent: trimmed(absent) } : {}),
  };
}
