import type { Reply } from "../../dialogs/reply.js";
import type { Texts } from "../texts/de.js";
import { card, facts, header, literal, paragraph, press, small, textInput } from "./elements.js";

export type TransferRow = { readonly label: string; readonly value: string };

/** What changed since the last transfer, field by field and as one text to copy. */
export function transferCard(
  texts: Texts,
  view: {
    readonly label: string;
    readonly since: string | undefined;
    readonly rows: readonly TransferRow[];
    /** So many notes wait until these are marked. */
    readonly later: number;
    readonly nonce: string;
    readonly caseId: string;
  },
): Reply {
  const words = texts.casework.transferring;
  const text = view.rows.map(({ label, value }) => `${label}: ${value}`).join("\n");
  return {
    place: "new",
    summary: texts.summary,
    card: card(
      [
        header(words.title, view.label),
        small(view.since ? words.since(view.since) : words.never),
        view.rows.length === 0 ? paragraph(words.nothing) : undefined,
        facts(view.rows.map(({ label, value }) => [label, literal(value)] as const)),
        view.rows.length > 0
          ? textInput({ id: "copy", label: words.copy, value: text, multiline: true, maxLength: 8000 })
          : undefined,
        view.later > 0 ? small(words.later(view.later)) : undefined,
      ],
      view.rows.length > 0
        ? [press(words.mark, "transfer.mark", { nonce: view.nonce, inputs: false, style: "positive" })]
        : [press(texts.cases.open, "case.show", { data: { caseId: view.caseId } })],
    ),
  };
}
