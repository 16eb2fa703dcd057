import type { Command } from "./command.js";
import { hasAny, isAny, isOnly, type Utterance, type Word } from "./utterance.js";

/** What needs no case: greeting, help, cancel. */
export function readTalk(said: Utterance): Command | undefined {
  if (/^[?¿!]*\?[?!]*$/.test(said.text)) return { kind: "help" };
  if (said.isCut || said.words.length === 0 || said.id) return undefined;
  if (isGreeting(said)) return { kind: "greeting" };
  const rest = withoutGreeting(said);
  if (isCancel(rest)) return { kind: "cancel" };
  return isHelp(rest) ? { kind: "help" } : undefined;
}

/** "Hallo, neuer Fall: …" is about the new case. */
export function withoutGreeting(said: Utterance): Utterance {
  let at = 0;
  while (opens(said.words[at], said.words[at - 1])) at += 1;
  if (at === 0) return said;
  const words = said.words.slice(at);
  if (words.length === 0 && said.id) return { ...said, words };
  return words.length === 0
    ? said
    : { ...said, words, isQuestion: said.isQuestion || isAny(words[0], "question") };
}

/** "Hallo KIM, bitte …" */
function opens(word: Word | undefined, before: Word | undefined): boolean {
  if (isAny(word, "greeting") || word?.folded === "bitte") return true;
  return isAny(before, "greeting") && /^(?:tag|morgen|abend|gott|zusammen|kim|bot)$/.test(word?.folded ?? "");
}

function isGreeting({ words }: Utterance): boolean {
  if (isAny(words[0], "greeting")) return isOnly(words, "greeting", "greetingTail");
  return /^(?:na )?wie gehts?(?: es)?(?: dir| ihnen| euch)?(?: heute)?$/.test(
    words.map((word) => word.folded).join(" "),
  );
}

function isCancel({ words }: Utterance): boolean {
  const folded = words.map((word) => word.folded).join(" ");
  if (hasAny(words, "cancel")) {
    const said = folded.endsWith("doch nicht") ? words.slice(0, -2) : words;
    return isOnly(said, "cancel", "cancelTail", "glue");
  }
  return /^(?:(?:ach|ok|okay|nein|ne|och) )*(?:doch nicht|(?:hat sich|ist) erledigt|lass (?:es|das|mal|gut|sein| )+)(?: bitte| mehr)?$/.test(
    folded,
  );
}

function isHelp({ words }: Utterance): boolean {
  if (hasAny(words, "help")) return isOnly(words, "help", "helpTail", "glue");
  const folded = words.map((word) => word.folded);
  const has = (...some: readonly string[]) => some.some((one) => folded.includes(one));
  if (/^(?:wer bist du|wie hei(?:ss)t du|who are you)$/.test(folded.join(" "))) return true;
  if (!has("was", "wie", "wobei", "womit", "what", "how")) return false;
  if (isOnly(words, "helpTail", "glue")) {
    return has(
      "kannst",
      "kann",
      "can",
      "funktioniert",
      "funktionierst",
      "geht",
      "funktionen",
      "work",
      "benutze",
      "nutze",
      "bediene",
    );
  }
  // "Wie lege ich einen neuen Fall an?" asks how this works, not for the law.
  return (
    folded[0] === "wie" &&
    has("ich", "man") &&
    hasAny(words, "create", "make", "writes") &&
    hasAny(words, "case", "note", "measure") &&
    isOnly(words.slice(1), "create", "make", "writes", "case", "note", "measure", "fresh", "glue")
  );
}
