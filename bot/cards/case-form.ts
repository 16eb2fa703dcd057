import { phases } from "../../casework/case/case.js";
import { ageBands, statusGroups } from "../../casework/case/facts.js";
import type { CaseForm, FormErrors } from "../../dialogs/case-form.js";
import type { Reply } from "../../dialogs/reply.js";
import type { Texts } from "../texts/de.js";
import {
  type Choice,
  card,
  choiceInput,
  columns,
  dateInput,
  type Element,
  header,
  notice,
  numberInput,
  press,
  small,
  textInput,
} from "./elements.js";

export type CaseFormCard = {
  readonly mode: "new" | "edit";
  readonly nonce: string;
  readonly form: CaseForm;
  readonly errors?: FormErrors;
  readonly title: string;
  readonly subtitle: string;
  readonly places: readonly Choice[];
  /** The topics that can be ticked: those that were understood and those that lie near. */
  readonly topics: readonly Choice[];
  /** Stand above and below the fields of the case. */
  readonly before?: readonly (Element | undefined)[];
  readonly after?: readonly Element[];
};

/** Stands for "nothing chosen": clients show a choice with an empty value as a blank. */
export const NOT_SAID = "-";

/** The one card to fill for a case: what was said is filled in, everything else may stay empty. */
export function caseFormCard(texts: Texts, view: CaseFormCard, place: Reply["place"] = "new"): Reply {
  const { form, errors = {} } = view;
  const words = texts.cases.fields;
  const none = { title: texts.cases.notSaid, value: NOT_SAID };
  const choices = (labels: Readonly<Record<string, string>>, ids: readonly string[]): Choice[] =>
    ids.map((id) => ({ title: labels[id] ?? id, value: id }));
  const wrong = (field: keyof CaseForm): Element[] => {
    const error = errors[field];
    return error ? [notice("attention", error)] : [];
  };
  return {
    place,
    summary: texts.summary,
    card: card(
      [
        header(view.title, view.subtitle),
        ...(view.before ?? []),
        choiceInput({
          id: "place",
          label: words.place,
          value: form.place || NOT_SAID,
          choices: [none, ...view.places],
        }),
        view.topics.length > 0
          ? choiceInput({
              id: "topics",
              label: words.topics,
              value: form.topics,
              choices: view.topics,
              many: true,
            })
          : undefined,
        textInput({
          id: "free_moreTopics",
          label: view.topics.length > 0 ? words.moreTopics : words.topics,
          value: form.moreTopics,
          placeholder: words.moreTopicsHint,
          maxLength: 300,
        }),
        ...wrong("moreTopics"),
        columns(
          numberInput({ id: "household", label: words.household, value: form.household, min: 1, max: 30 }),
          choiceInput({
            id: "ageBand",
            label: words.ageBand,
            value: form.ageBand || NOT_SAID,
            choices: [none, ...choices(texts.labels.ageBand, ageBands)],
          }),
        ),
        ...wrong("household"),
        columns(
          textInput({
            id: "free_languages",
            label: words.languages,
            value: form.languages,
            placeholder: words.languagesHint,
            maxLength: 200,
          }),
          choiceInput({
            id: "interpreter",
            label: words.interpreter,
            value: form.interpreter,
            choices: choices(texts.labels.interpreter, ["yes", "no", "unknown"]),
          }),
        ),
        columns(
          choiceInput({
            id: "status",
            label: words.status,
            value: form.status || NOT_SAID,
            choices: [none, ...choices(texts.labels.status, statusGroups)],
          }),
          dateInput({ id: "statusExpires", label: words.statusExpires, value: form.statusExpires }),
        ),
        ...wrong("statusExpires"),
        small(texts.cases.statusWarning),
        columns(
          choiceInput({
            id: "urgency",
            label: words.urgency,
            value: form.urgency,
            choices: choices(texts.labels.urgency, ["normal", "high"]),
          }),
          choiceInput({
            id: "phase",
            label: words.phase,
            value: form.phase,
            choices: choices(texts.labels.phase, phases),
          }),
        ),
        view.mode === "edit"
          ? textInput({
              id: "free_goals",
              label: texts.casework.goals,
              value: form.goals,
              placeholder: texts.casework.goalsHint,
              multiline: true,
            })
          : undefined,
        view.mode === "new"
          ? textInput({ id: "free_note", label: words.note, value: form.note, multiline: true })
          : undefined,
        ...(view.after ?? []),
      ],
      [
        press(
          view.mode === "new" ? texts.cases.create : texts.cases.save,
          view.mode === "new" ? "case.create" : "case.save",
          { nonce: view.nonce, style: "positive" },
        ),
        press(texts.cases.discard, "draft.discard", { nonce: view.nonce, inputs: false }),
      ],
    ),
  };
}
