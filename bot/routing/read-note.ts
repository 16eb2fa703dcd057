import { argumentAfter, headOf, trimmed } from "./argument.js";
import type { Command } from "./command.js";
import { caseOf, isAny, isOnly, type Utterance } from "./utterance.js";

/** "Notiz zu K-7F3Q9: …", "notiere zu 7f3q9, dass …", "7f3q9 Notiz …", "Notiz: …". */
export function readNote(said: Utterance): Command | undefined {
  const at = headOf(said, "note");
  if (at < 0) return readWriting(said);
  const { text, isSetOff } = argumentAfter(said, at);
  if (!said.id && !isSetOff) {
    // "Notiz vom Jugendamt", "Vermerk im Titel": about a note, none itself.
    if (/^(?:vom|von|des|der|im|auf|in|ändern)\s/i.test(text) || said.endsAsQuestion) return undefined;
  }
  return { kind: "add-note", caseId: caseOf(said), note: text };
}

/** "Schreib zu K-7F3Q9: …", "füge bei K-7F3Q9 hinzu: …" need both an id and a colon. */
function readWriting(said: Utterance): Command | undefined {
  const writes = headOf(said, "writes");
  const at = writes >= 0 ? writes : said.words.findIndex((word) => /^(?:fug|hinzu)/.test(word.folded));
  if (at < 0 || at > 4 || !said.id) return undefined;
  const { text, isSetOff } = argumentAfter(said, at);
  return isSetOff ? { kind: "add-note", caseId: said.id.id, note: text } : undefined;
}

/** "K-7F3Q9: Mutter hat heute abgesagt": a statement set off from an id, and nothing else fits. */
export function readLooseNote({
  id,
  text,
  words,
  isQuestion,
  endsAsQuestion,
}: Utterance): Command | undefined {
  if (!id || isQuestion || endsAsQuestion) return undefined;
  const before = words.filter((word) => word.end <= id.start);
  const after = text.slice(id.end);
  if (!after.startsWith(":") || !isOnly(before, "glue", "case")) return undefined;
  const statement = words.filter((word) => word.start > id.end);
  if (statement.length < 3 || isAny(statement[0], "question", "change")) return undefined;
  return { kind: "add-note", caseId: id.id, note: trimmed(after) };
}
