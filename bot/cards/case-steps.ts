import { closingReasons } from "../../casework/case/case.js";
import type { Reply } from "../../dialogs/reply.js";
import type { Texts } from "../texts/de.js";
import {
  type Action,
  type Choice,
  card,
  choiceInput,
  dateInput,
  header,
  notice,
  paragraph,
  press,
  small,
  textInput,
} from "./elements.js";

/** The cards of a case's way: what else can be done, closing, handing over, standing in, Wiedervorlage. */

type Head = { readonly caseId: string; readonly label: string };

/** What finds no room on the card of the case. */
export function caseMoreCard(texts: Texts, { caseId, label }: Head, state: "open" | "closed"): Reply {
  const words = texts.casework;
  const step = (title: string, action: string) => press(title, action, { data: { caseId } });
  return {
    place: "new",
    summary: texts.summary,
    card: card(
      [header(words.moreTitle, label)],
      [
        ...(state === "open"
          ? [
              step(words.followUp, "followup.form"),
              step(words.handOver, "case.handover"),
              step(words.cover, "cover.form"),
              step(words.close, "case.close"),
            ]
          : [step(words.reopen, "case.reopen")]),
        step(texts.cases.history, "case.history"),
        step(words.transfer, "case.transfer"),
      ],
    ),
  };
}

export function closeCard(
  texts: Texts,
  view: Head & {
    readonly nonce: string;
    readonly openItems: number;
    readonly error?: string | undefined;
  },
  place: Reply["place"] = "new",
): Reply {
  const words = texts.casework;
  return form(
    texts,
    place,
    [
      header(words.closeTitle(view.caseId), view.label),
      view.error ? notice("attention", view.error) : undefined,
      view.openItems > 0 ? notice("warning", words.stillOpen(view.openItems)) : undefined,
      choiceInput({
        id: "reason",
        label: words.closingReason,
        required: words.closingReasonRequired,
        choices: closingReasons.map((value) => ({ title: words.closingReasons[value], value })),
        expanded: true,
      }),
    ],
    press(texts.cases.save, "case.close.save", { nonce: view.nonce, style: "positive" }),
    view.nonce,
  );
}

export type PeopleChoice = {
  readonly nonce: string;
  readonly people: readonly Choice[];
  readonly person: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
};

export function handOverCard(texts: Texts, view: Head & PeopleChoice, place: Reply["place"] = "new"): Reply {
  const words = texts.casework;
  return form(
    texts,
    place,
    [
      header(words.handOverTitle(view.caseId), view.label),
      view.error ? notice("attention", view.error) : undefined,
      view.hint ? notice("emphasis", view.hint) : undefined,
      peopleInput(words.handOverTo, words.personRequired, view),
      small(words.handOverNext),
    ],
    press(texts.cases.save, "case.handover.save", { nonce: view.nonce, style: "positive" }),
    view.nonce,
  );
}

export function coverCard(
  texts: Texts,
  view: PeopleChoice & { readonly title: string; readonly subtitle: string; readonly until: string },
  place: Reply["place"] = "new",
): Reply {
  const words = texts.casework;
  return form(
    texts,
    place,
    [
      header(view.title, view.subtitle),
      view.error ? notice("attention", view.error) : undefined,
      view.hint ? notice("emphasis", view.hint) : undefined,
      peopleInput(words.coverBy, words.personRequired, view),
      dateInput({ id: "until", label: words.coverUntil, value: view.until }),
      small(words.coverNext),
    ],
    press(texts.cases.save, "cover.save", { nonce: view.nonce, style: "positive" }),
    view.nonce,
  );
}

export function followUpCard(
  texts: Texts,
  view: Head & {
    readonly nonce: string;
    readonly on: string;
    readonly text: string;
    readonly error?: string | undefined;
  },
  place: Reply["place"] = "new",
): Reply {
  const words = texts.casework;
  return form(
    texts,
    place,
    [
      header(words.followUpTitle(view.caseId), view.label),
      view.error ? notice("attention", view.error) : undefined,
      dateInput({ id: "due", label: words.followUpOn, value: view.on, required: words.followUpRequired }),
      textInput({ id: "free_text", label: words.followUpText, value: view.text, maxLength: 300 }),
    ],
    press(texts.cases.save, "followup.save", { nonce: view.nonce, style: "positive" }),
    view.nonce,
  );
}

/** A colleague is told of a case by its id and neutral label. */
export function toldCard(
  texts: Texts,
  view: {
    readonly title: string;
    readonly text: string;
    readonly cases: readonly { readonly id: string; readonly label: string }[];
    readonly more: number;
  },
): Reply {
  return {
    place: "new",
    summary: texts.summary,
    card: card(
      [
        header(view.title, view.text),
        ...view.cases.map(({ label }) => paragraph(label)),
        view.more > 0 ? small(texts.casework.andMore(view.more)) : undefined,
      ],
      view.cases.length === 1
        ? [press(texts.cases.open, "case.show", { data: { caseId: view.cases[0]?.id ?? "" } })]
        : [press(texts.welcome.myCases, "case.list")],
    ),
  };
}

function peopleInput(label: string, required: string, { people, person }: PeopleChoice) {
  return choiceInput({
    id: "person",
    label,
    required,
    choices: people,
    ...(person ? { value: person } : {}),
    placeholder: required,
  });
}

function form(
  texts: Texts,
  place: Reply["place"],
  body: Parameters<typeof card>[0],
  save: Action,
  nonce: string,
): Reply {
  const discard = press(texts.cases.discard, "draft.discard", { nonce, inputs: false });
  return { place, summary: texts.summary, card: card(body, [save, discard]) };
}
