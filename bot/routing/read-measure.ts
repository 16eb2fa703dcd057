import { type FoundDate, findDates } from "../../casework/calendar/date-phrases.js";
import { fold } from "../../knowledge/german/spelling.js";
import { argumentAfter, headOf, trimmed } from "./argument.js";
import type { Command } from "./command.js";
import { isOfficeWord } from "./office-words.js";
import { caseOf, type Utterance } from "./utterance.js";

type Measure = Extract<Command, { kind: "add-measure" }>;

/** "Maßnahme zu K-7F3Q9: … bis 12.03.", "todo 7f3q9 …", "wv 7f3q9 in 6 wo", "erinnere mich am 1.12. an 7f3q9". */
export function readMeasure(said: Utterance): Command | undefined {
  if (headOf(said, "reminds") >= 0) return readReminder(said);
  const single = headOf(said, "measure");
  const at = single >= 0 ? single : headOf(said, "measures");
  const head = said.words[at];
  if (!head) return undefined;
  const { text, isSetOff } = argumentAfter(said, at);
  if (single < 0 && !(said.id && isSetOff)) return undefined;
  const measure = measureOf(text, said.today);
  if (!said.id && !isSetOff && !isMeasureItself(said, head.folded, text, measure)) return undefined;
  if (!said.id && said.endsAsQuestion && !isSetOff) return undefined;
  // "Maßnahme erledigt 7f3q9" is about one that there is; the card of the case has its button.
  if (
    /^(?:erledigt|fertig|abgeschlossen|gemacht|löschen|ändern|verschieben|anzeigen|zeigen|done|finished)[.!?]*$/i.test(
      measure.what,
    )
  ) {
    return said.id && { kind: "show-case", caseId: said.id.id };
  }
  if (!/^(?:wv|wiedervorlage|followup)$/.test(head.folded)) {
    return { kind: "add-measure", caseId: caseOf(said), ...measure };
  }
  return asReminder(said, measure);
}

function readReminder(said: Utterance): Command | undefined {
  const { text } = argumentAfter(said, headOf(said, "reminds"));
  const measure = measureOf(text.replace(/^(?:mich|uns|me)\s?/i, ""), said.today);
  const what = measure.what.replace(
    /^(?:bitte\s)?(?:daran|an|of|about|to)?(?:$|[\s,:]+(?:dass\s|zu\s)?)/i,
    "",
  );
  return said.id || measure.due ? asReminder(said, { ...measure, what: trimmed(what) }) : undefined;
}

/** A Wiedervorlage: look at the case again. */
function asReminder(said: Utterance, measure: Omit<Measure, "kind" | "caseId">): Command {
  const what = measure.what === "" ? "Wiedervorlage" : `Wiedervorlage: ${measure.what}`;
  return { kind: "add-measure", caseId: caseOf(said), ...measure, what, followUp: measure.what };
}

/** Without id and colon: "todo kita anrufen", "Maßnahme Kita suchen bis 12.03.", but not "Maßnahme der Agentur". */
function isMeasureItself(said: Utterance, head: string, text: string, { due }: { due?: string }): boolean {
  if (text === "" || head === "todo") return true;
  return (
    due !== undefined &&
    !/^(?:der|des|vom|von|beim|bei|im|zur|zum|einer|eines)\s/i.test(text) &&
    !said.isQuestion
  );
}

/** What is to be done, by whom and until when, out of a few words. */
export function measureOf(text: string, today: string): Omit<Measure, "kind" | "caseId"> {
  const dates = findDates(text, today);
  const due = dueOf(dates, today);
  const impossible = due ? undefined : dates.find((found) => found.kind === "impossible");
  const { what, responsible } = responsibleOf(due ? without(text, due) : text);
  return {
    what: withoutGaps(what),
    ...(responsible ? { responsible } : {}),
    ...(due ? { due: due.to } : {}),
    ...(impossible ? { impossibleDate: impossible.phrase } : {}),
  };
}

function dueOf(dates: readonly FoundDate[], today: string) {
  const days = dates.filter((found) => found.kind === "days");
  return (
    days.find((found) => found.relation === "until") ??
    days.findLast((found) => found.relation === "on" && found.to >= today)
  );
}

/** A deadline goes; a day in the middle ("Termin am 3.12. vorbereiten") belongs to what is to be done. */
function without(
  text: string,
  { start, end, relation }: { start: number; end: number; relation: string },
): string {
  const before = text.slice(0, start);
  const after = text.slice(end);
  const isAtEdge = trimmed(before) === "" || /^[\s.,;:)!]*(?:\(|$)/.test(after);
  // "bis in 2 Wochen" leaves its "bis" behind.
  return relation === "until" || isAtEdge ? `${before.replace(/\s(?:bis|fällig)\s*$/i, " ")}${after}` : text;
}

const roles =
  /^(?:ich|klient(?:in)?|kl|mutter|vater|eltern|familie|cm|case ?management(?: \w+)?|fallmanag\w*|stellvertretung|dolmetscher(?:in)?)$/;

/** Who does it, where that is said as such: "zuständig: X", "durch X", "macht X", "(X)", "X: …". */
function responsibleOf(text: string): { what: string; responsible?: string } {
  const named =
    /[,;(–-]?\s?\b(?:zuständig|verantwortlich|wer)(?:\s(?:ist|sind))?\s?[:=]\s?([^,;()]{2,60})\)?/iu.exec(
      text,
    );
  if (named?.[1]) return { what: cut(text, named), responsible: trimmed(named[1]) };
  const guesses = [
    /[,;(–-]?\s?\b(?:zuständig|verantwortlich)(?:\s(?:ist|sind))?\s(?:der|die|das)?\s?([^,;:()]{2,60})\)?/iu.exec(
      text,
    ),
    /[,;]?\s(?:durch|macht|übernimmt|erledigt)\s(?:der|die|das|den)?\s?([^,;:()]{2,40}?)[\s.]*$/iu.exec(text),
    /\s?\(([^()]{2,40})\)[\s.]*$/u.exec(text),
    /^([^:,;]{2,40}):\s/u.exec(text),
  ];
  for (const guess of guesses) {
    const who = guess?.[1]?.trim();
    if (guess && who && doesThings(who)) return { what: cut(text, guess), responsible: who };
  }
  return { what: text };
}

function doesThings(who: string): boolean {
  const folded = fold(who);
  return roles.test(folded.replace(/\.$/, "")) || isOfficeWord(folded.split(" ")[0] ?? "");
}

function cut(text: string, match: RegExpExecArray): string {
  return `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`;
}

function withoutGaps(text: string): string {
  return trimmed(
    text
      .replace(/\s{2,}/g, " ")
      .replace(/\(\s?\)/g, "")
      .replace(/\s([,;.:])/g, "$1")
      .replace(/([,;]){2,}/g, "$1")
      .replace(/ {2,}/g, " "),
  );
}
