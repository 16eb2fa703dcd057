import type { Reply } from "../../dialogs/reply.js";
import type { Texts } from "../texts/de.js";
import { card, header, literal, notice, paragraph, press, small } from "./elements.js";

export type MailView = {
  readonly title: string;
  /** What is the matter with it, in words. */
  readonly notices: readonly string[];
  /** Free text of the mail, cleaned; undefined where it is not shown at all. */
  readonly words?: string | undefined;
  /** Something was left out of the words. */
  readonly cleaned?: boolean;
  /** Whose board leads on; undefined where a poll is meant. */
  readonly conference?: string | undefined;
};

/** A mail that the convener has to look at: what it says as far as it may be shown, and the way to the board. */
export function mailCard(texts: Texts, view: MailView): Reply {
  const words = texts.mailbox;
  return {
    place: "new",
    summary: texts.summary,
    card: card(
      [
        header(view.title),
        ...view.notices.map((line) => notice("attention", line)),
        view.words === undefined
          ? undefined
          : paragraph(view.words === "" ? words.nothingReadable : `„${literal(view.words)}“`),
        view.cleaned ? small(words.leftOut) : undefined,
        view.words === undefined ? undefined : small(words.wrote),
      ],
      view.conference === undefined
        ? []
        : [press(texts.attendance.button, "attendance.board", { data: { conference: view.conference } })],
    ),
  };
}
