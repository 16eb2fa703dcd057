import type { Reply } from "../../dialogs/reply.js";
import type { Texts } from "../texts/de.js";
import {
  card,
  choiceInput,
  dateInput,
  header,
  literal,
  notice,
  press,
  small,
  textInput,
} from "./elements.js";

export const audiences = ["all", "staff", "agency"] as const;
export type Audience = (typeof audiences)[number];

export type DocumentForm = {
  readonly nonce: string;
  /** Names of the files, each with its ending. */
  readonly names: readonly string[];
  /** Those that take the place of a document of the same name. */
  readonly replaces: readonly string[];
  readonly agency: string;
  readonly values: { readonly title: string; readonly until: string; readonly audience: string };
  readonly errors?: { readonly title?: string; readonly until?: string; readonly audience?: string };
};

/** Asks back once before a file goes into the documents. Several files keep their own titles. */
export function documentForm(texts: Texts, form: DocumentForm, place: Reply["place"] = "new"): Reply {
  const { intake } = texts;
  const { values, errors = {}, nonce } = form;
  const choices = audiences
    .filter((audience) => audience !== "agency" || form.agency !== "")
    .map((value) => ({ value, title: audienceName(texts, value, form.agency) }));
  return {
    place,
    summary: texts.summary,
    card: card(
      [
        header(intake.title, intake.subtitle(form.names.map(literal).join(" · "))),
        ...form.replaces.map((name) => notice("warning", intake.replaces(literal(name)))),
        ...(form.names.length === 1
          ? [
              textInput({
                id: "free_title",
                label: intake.documentTitle,
                value: values.title,
                required: intake.titleRequired,
                maxLength: 200,
              }),
              errors.title ? notice("attention", errors.title) : undefined,
            ]
          : []),
        dateInput({ id: "until", label: intake.until, value: values.until }),
        errors.until ? notice("attention", errors.until) : undefined,
        choiceInput({
          id: "audience",
          label: intake.audience,
          value: values.audience,
          required: intake.audienceRequired,
          choices,
          expanded: true,
        }),
        errors.audience ? notice("attention", errors.audience) : undefined,
        small(intake.hint),
      ],
      [
        press(texts.cases.save, "document.save", { nonce, style: "positive" }),
        press(texts.cases.discard, "document.discard", { nonce, inputs: false }),
      ],
    ),
  };
}

function audienceName({ intake }: Texts, audience: Audience, agency: string): string {
  return audience === "agency" ? intake.audiences.agency(agency) : intake.audiences[audience];
}
