import { trimmed } from "./argument.js";
import { sectionsOf } from "./case-sections.js";
import type { Command } from "./command.js";
import { isAny, isOnly, type Utterance, type Word } from "./utterance.js";

/** "Neuer Fall: …", "kannst du einen Fall für … anlegen", "Fall aufnehmen: …"; a case id makes it something else. */
export function readNewCase(said: Utterance): Command | undefined {
  if (said.id) return undefined;
  const { words, text } = said;
  const at = nounOf(said);
  const noun = words[at];
  if (!noun) return undefined;
  const before = words.slice(0, at);
  const after = words.slice(at + 1);
  if (isAny(noun, "client")) {
    // "Neue Klientin: …" opens a case, "neue Familie aus Syrien braucht Kita" is a question.
    const isClear = after.length === 0 || text.charAt(noun.end) === ":" || isAny(after[0], "create");
    return isClear && isAny(before.at(-1), "fresh") ? aboutAfter(said, noun, before, after) : undefined;
  }
  const isNew =
    isAny(noun, "freshCase") ||
    before.some((word) => isAny(word, "fresh", "create")) ||
    isAny(after[0], "create") ||
    (after[0]?.folded === "neu" && after.length <= 2) ||
    (isAny(after[0], "glue") && isAny(lastWord(after), "create"));
  return isNew ? aboutAfter(said, noun, before, after) : undefined;
}

/** The word for a case (or client) with nothing but the command before it; -1 if there is none. */
function nounOf({ words, text, isQuestion }: Utterance): number {
  const at = words.findIndex(
    (word) => !isAny(word, "glue", "create", "make", "fresh") || isAny(word, "freshCase"),
  );
  if (isAny(words[at], "freshCase", "case", "client")) return at;
  // "Es gibt einen neuen Fall: …"
  const later = words.findIndex((word, i) => isAny(word, "case") && isAny(words[i - 1], "fresh"));
  return later >= 0 && later <= 5 && !isQuestion && text.charAt(words[later]?.end ?? 0) === ":" ? later : -1;
}

function aboutAfter(
  { text, words, today }: Utterance,
  noun: Word,
  before: readonly Word[],
  after: readonly Word[],
): Command | undefined {
  const colon = text.indexOf(":", noun.end);
  const header = after.filter((word) => word.end <= colon);
  if (colon >= 0 && header.length <= 5 && isOnly(header, "glue", "create", "make", "fresh")) {
    return newCase(trimmed(text.slice(colon + 1)), today);
  }
  let end = noun.end;
  for (const word of after) {
    if (!isAny(word, "create", "make", "fresh")) break;
    end = word.end;
  }
  if (
    isOnly(
      words.filter((word) => word.start >= end),
      "glue",
      "create",
      "make",
    )
  ) {
    return newCase("", today);
  }
  const rest = trimmed(text.slice(end));
  // "neuer Fall von Masern" is an illness.
  if (/^von\s/i.test(rest)) return undefined;
  const isSeparated = before.some((word) => /^leg/.test(word.folded));
  const verb = isSeparated
    ? /\s+an(?:\s+bitte)?[.?!]*$/i
    : /\s+(?:anlegen|erstellen|eröffnen|aufnehmen|erfassen|starten)[.?!]*$/i;
  return newCase(trimmed(rest.replace(/^für\s/i, "")).replace(verb, ""), today);
}

function newCase(about: string, today: string): Command {
  return { kind: "new-case", about, parts: sectionsOf(about, today) };
}

function lastWord(words: readonly Word[]): Word | undefined {
  return words.findLast((word) => word.folded !== "bitte");
}
