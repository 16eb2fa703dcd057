import type { Reply } from "../../dialogs/reply.js";
import type { Texts } from "../texts/de.js";
import { card, choiceInput, dateInput, header, literal, notice, press, small } from "./elements.js";

/** That an office was told who it is about, by phone or in person. There is no field for the name. */
export function identityCard(
  texts: Texts,
  view: {
    readonly nonce: string;
    readonly office: string;
    readonly label: string;
    readonly values: Readonly<Record<string, string>>;
    readonly error?: string;
  },
  place: Reply["place"] = "new",
): Reply {
  const words = texts.consent;
  return {
    place,
    summary: texts.summary,
    card: card(
      [
        header(words.identityTitle(literal(view.office)), view.label),
        choiceInput({
          id: "how",
          label: words.identityHow,
          value: view.values.how ?? "phone",
          expanded: true,
          choices: Object.entries(words.identityHows).map(([value, title]) => ({ title, value })),
        }),
        dateInput({ id: "on", label: words.identityDay, value: view.values.on ?? "" }),
        view.error ? notice("attention", view.error) : undefined,
        small(words.identityHint),
      ],
      [
        press(texts.cases.save, "identity.save", { nonce: view.nonce, style: "positive" }),
        press(texts.cases.discard, "draft.discard", { nonce: view.nonce, inputs: false }),
      ],
    ),
  };
}
