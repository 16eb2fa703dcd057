import type { Reply } from "../../dialogs/reply.js";
import type { Texts } from "../texts/de.js";
import { card, header, paragraph, press, textInput } from "./elements.js";

/** One page of a case as text. It stands in an input, because a client lets all of that be copied at once. */
export function exportPageCard(
  texts: Texts,
  caseId: string,
  text: string,
  page: number,
  pages: number,
): Reply {
  const words = texts.protection.export;
  return {
    place: "new",
    summary: texts.summary,
    card: card(
      [
        header(words.title(caseId, page, pages)),
        textInput({
          id: "free_export",
          label: words.copy,
          value: text,
          multiline: true,
          maxLength: text.length,
        }),
      ],
      [
        ...(page < pages
          ? [press(words.next, "export.page", { data: { caseId, page: String(page + 1) }, inputs: false })]
          : []),
        press(texts.cases.open, "case.show", { data: { caseId }, inputs: false }),
      ],
    ),
  };
}

/** Asks the owner whether the administration may export a case. */
export function exportRequestCard(texts: Texts, caseId: string): Reply {
  const words = texts.protection.export;
  return {
    place: "new",
    summary: texts.summary,
    card: card(
      [header(words.requestTitle(caseId)), paragraph(words.request)],
      [
        press(words.release, "export.release", { data: { caseId } }),
        press(texts.cases.open, "case.show", { data: { caseId } }),
      ],
    ),
  };
}
