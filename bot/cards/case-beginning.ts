import type { Beginning, BeginningRow } from "../../dialogs/case-beginning.js";
import type { Texts } from "../texts/de.js";
import { type ConsentGrid, consentGrid } from "./consent.js";
import {
  columns,
  dateInput,
  type Element,
  literal,
  notice,
  paragraph,
  present,
  section,
  small,
  strong,
  textInput,
} from "./elements.js";

type Errors = Readonly<Record<string, string>>;

/** On the card of a new case: the measures, Wiedervorlagen and consents that the sentence named, to correct. */
export function beginningElements(
  texts: Texts,
  beginning: Beginning,
  grid: ConsentGrid | undefined,
  errors: Errors,
): readonly Element[] {
  const words = texts.casework;
  return present([
    ...beginning.measures.map((row, i) =>
      rowElement(texts, words.measureNumber(i + 1), "measure", row, i, errors),
    ),
    ...beginning.followUps.map((row, i) => rowElement(texts, words.followUp, "followup", row, i, errors)),
    beginning.notFound.length > 0
      ? notice("attention", texts.conference.notFound(literal(beginning.notFound.join(", "))))
      : undefined,
    grid
      ? section([strong(words.consentToo), small(words.consentTooHint), ...consentGrid(texts, grid)])
      : undefined,
    ...beginning.impossible.map((said) => notice("attention", words.impossibleDate(said))),
  ]);
}

function rowElement(
  texts: Texts,
  title: string,
  kind: "measure" | "followup",
  row: BeginningRow,
  i: number,
  errors: Errors,
): Element {
  const due = `due:${kind}${i}`;
  const day = dateInput({ id: due, label: texts.cases.measureDue, value: row.due });
  const who = textInput({
    id: `free_who${i}`,
    label: texts.casework.who,
    value: row.who,
    maxLength: 100,
  });
  return section([
    textInput({ id: `free_${kind}${i}`, label: title, value: row.what, maxLength: 300 }),
    kind === "measure" ? columns(day, who) : day,
    row.impossible ? notice("attention", texts.casework.impossibleDate(row.impossible)) : undefined,
    errors[due] ? paragraph(errors[due], { color: "Attention" }) : undefined,
  ]);
}
