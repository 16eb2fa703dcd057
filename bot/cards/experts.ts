import type { Reply } from "../../dialogs/reply.js";
import type { Texts } from "../texts/de.js";
import {
  type Action,
  card,
  type Element,
  header,
  literal,
  notice,
  paragraph,
  press,
  section,
  small,
  strong,
  textInput,
  toggleInput,
} from "./elements.js";

/** The button under "steht nicht in den Unterlagen" and under quotes; the form that it opens asks once more before anything is sent. */
export function offerToAsk(texts: Texts, question: string, words = texts.experts.offer): Pick<Reply, "card"> {
  return {
    card: card(
      [paragraph(words)],
      [press(texts.experts.ask, "expert.form", { data: { about: question.slice(0, 500) } })],
    ),
  };
}

export type AskForm = {
  readonly nonce: string;
  readonly keeper: string;
  readonly question: string;
  readonly publish?: boolean;
  readonly error?: string;
};

export function askForm(texts: Texts, form: AskForm, place: Reply["place"] = "new"): Reply {
  const { experts } = texts;
  return {
    place,
    summary: texts.summary,
    card: card(
      [
        header(experts.formTitle, experts.to(literal(form.keeper))),
        form.error ? notice("attention", form.error) : undefined,
        textInput({
          id: "free_question",
          label: experts.question,
          value: form.question,
          multiline: true,
          required: experts.questionRequired,
          maxLength: 1000,
        }),
        toggleInput({
          id: "publish",
          label: experts.agree,
          title: experts.publishAsker,
          value: String(form.publish ?? false),
        }),
        small(experts.noCase),
      ],
      [press(experts.send, "expert.send", { nonce: form.nonce, style: "positive" })],
    ),
  };
}

export type AskedOf = { readonly id: string; readonly question: string; readonly askerAgency: string };

/** What the keeper gets: the question, and where to answer. `reminds`: it came before and is still open. */
export function keeperCard(texts: Texts, asked: AskedOf, reminds = false): Reply {
  const { experts } = texts;
  const data = { item: asked.id };
  return {
    place: "new",
    summary: texts.summary,
    card: card(
      [
        header(experts.askedTitle, experts.askedBy(literal(asked.askerAgency))),
        reminds ? notice("warning", experts.reminder) : undefined,
        paragraph(literal(asked.question)),
        textInput({
          id: "free_answer",
          label: experts.answer,
          multiline: true,
          required: experts.answerRequired,
          maxLength: 4000,
        }),
        toggleInput({ id: "publish", label: experts.agree, title: experts.publishKeeper }),
        small(experts.noCase),
      ],
      [
        press(experts.sendAnswer, "expert.answer", { data, style: "positive" }),
        press(experts.decline, "expert.decline", { data, inputs: false }),
      ],
    ),
  };
}

export type AnswerView = {
  readonly id: string;
  readonly question: string;
  readonly answer: string;
  /** Function of the keeper and day, as people read them. */
  readonly from: string;
  /** The keeper agrees to an entry, the asker has not said so yet. */
  readonly mayPublish: boolean;
  readonly published: boolean;
};

/** What comes back to the asker. */
export function answerCard(texts: Texts, view: AnswerView): Reply {
  const { experts } = texts;
  const actions: Action[] = view.mayPublish
    ? [press(experts.publish, "expert.publish", { data: { item: view.id } })]
    : [];
  return {
    place: "new",
    summary: texts.summary,
    card: card(
      [
        header(experts.answerTitle, literal(view.from)),
        small(literal(experts.yourQuestion(view.question))),
        paragraph(literal(view.answer)),
        view.mayPublish ? small(experts.mayPublish) : undefined,
        view.published ? small(experts.published) : undefined,
      ],
      actions,
    ),
  };
}

export type MyQuestion = { readonly question: string; readonly state: string; readonly answer: string };

export function myQuestionsCard(texts: Texts, questions: readonly MyQuestion[]): Reply {
  const { experts } = texts;
  const rows = questions.map(
    ({ question, state, answer }): Element =>
      section([
        strong(literal(question)),
        small(literal(state)),
        answer === "" ? undefined : paragraph(literal(answer)),
      ]),
  );
  return {
    place: "new",
    summary: texts.summary,
    card: card([header(experts.mineTitle), ...(rows.length > 0 ? rows : [paragraph(experts.mineEmpty)])]),
  };
}
