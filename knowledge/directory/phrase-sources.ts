import { isEveryday } from "./everyday-words.js";
import type { Topic } from "./model.js";
import type { OfficeKind } from "./office-kinds.js";
import type { PhraseSource } from "./phrases.js";
import { statusForms } from "./status-words.js";
import { tokenize } from "./tokens.js";
import { stem } from "./word-forms.js";

/** Every name by which topics, conditions and kinds of offices are found; their targets follow in this order. */
export function phraseSources(
  topics: readonly Topic[],
  statuses: readonly string[],
  kinds: readonly OfficeKind[],
): readonly PhraseSource[] {
  const sources: PhraseSource[] = [];
  for (const [target, topic] of topics.entries()) {
    for (const text of [...namesInTitle(topic.title), ...topic.synonyms])
      sources.push({ target, text, loose: true });
  }
  for (const [at, status] of statuses.entries()) {
    for (const text of statusForms(status)) sources.push({ target: topics.length + at, text, loose: false });
  }
  for (const [at, kind] of kinds.entries()) {
    const target = topics.length + statuses.length + at;
    for (const text of kind.forms) sources.push({ target, text, loose: false });
  }
  return sources;
}

/**
 * A title may list several names ("Pass, Reiseausweis, Passbeschaffung"). A slash parts names only between single
 * words: "Erstausstattung Wohnung/Bekleidung" names one thing.
 */
function namesInTitle(title: string): readonly string[] {
  const names = title.split(/[,;()]/).flatMap((part) => {
    const pieces = part.split("/").map((piece) => piece.trim());
    return pieces.every(
      (piece) => /^[\p{L}-]+$/u.test(piece) && !piece.startsWith("-") && !piece.endsWith("-"),
    )
      ? pieces
      : [part.trim()];
  });
  // A part that says nothing alone ("Bescheid", "Vermittlung") is no name.
  const says = (name: string): boolean => tokenize(name).some(({ folded }) => !isEveryday(stem(folded)));
  return [title, ...names.filter((name) => name !== title && says(name))];
}
