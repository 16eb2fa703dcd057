import type { Reply } from "../../dialogs/reply.js";
import type { Texts } from "../texts/de.js";
import { card, dateInput, header, notice, paragraph, press, small, textInput } from "./elements.js";

/** The short forms: a note, a measure, and the choice of a case where none was named. */

export function noteFormCard(texts: Texts, caseId: string, label: string, nonce: string): Reply {
  return {
    place: "new",
    summary: texts.summary,
    card: card(
      [
        header(texts.cases.noteTitle(caseId), label),
        textInput({
          id: "free_note",
          label: texts.cases.noteField,
          multiline: true,
          required: texts.cases.noteRequired,
        }),
        small(texts.welcome.privacy),
      ],
      [
        press(texts.cases.save, "note.save", { nonce, style: "positive" }),
        press(texts.cases.discard, "draft.discard", { nonce, inputs: false }),
      ],
    ),
  };
}

export type MeasureValues = { readonly what: string; readonly responsible: string; readonly due: string };

export function measureFormCard(
  texts: Texts,
  view: { caseId: string; label: string; nonce: string; values: MeasureValues; error?: string },
  place: Reply["place"] = "new",
): Reply {
  return {
    place,
    summary: texts.summary,
    card: card(
      [
        header(texts.cases.measureTitle(view.caseId), view.label),
        view.error ? notice("attention", view.error) : undefined,
        textInput({
          id: "free_what",
          label: texts.cases.measureField,
          value: view.values.what,
          required: texts.cases.measureRequired,
          maxLength: 300,
        }),
        textInput({
          id: "free_responsible",
          label: texts.cases.measureResponsible,
          value: view.values.responsible,
          maxLength: 100,
        }),
        dateInput({ id: "due", label: texts.cases.measureDue, value: view.values.due }),
      ],
      [
        press(texts.cases.save, "measure.save", { nonce: view.nonce, style: "positive" }),
        press(texts.cases.discard, "draft.discard", { nonce: view.nonce, inputs: false }),
      ],
    ),
  };
}

/** No case was named: the open ones are offered, the last one first; none is assumed. */
export function whichCaseCard(
  texts: Texts,
  nonce: string,
  cases: readonly { readonly id: string; readonly label: string }[],
): Reply {
  return {
    place: "new",
    summary: texts.summary,
    card: card(
      [header(texts.cases.whichCase), paragraph(texts.cases.whichCaseHint)],
      cases.slice(0, 5).map(({ id, label }) => press(label, "case.choose", { nonce, data: { caseId: id } })),
    ),
  };
}
