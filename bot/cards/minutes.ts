import type { Conference, Participant } from "../../casework/conference/conference.js";
import { isYouthOffice } from "../../casework/consent/youth-office.js";
import { type Form, forms, type Minutes } from "../../casework/minutes/minutes.js";
import type { Locale } from "../../dialogs/event.js";
import type { Reply } from "../../dialogs/reply.js";
import type { Texts } from "../texts/de.js";
import { readableDay, readableSpan } from "../texts/format.js";
import {
  card,
  choiceInput,
  columns,
  dateInput,
  type Element,
  header,
  list,
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

type Common = { readonly label: string; readonly conference: Conference; readonly minutes: Minutes };

export type MinutesForm = Common & {
  readonly nonce: string;
  /** How many lines there are for decisions, and as many for measures. */
  readonly rows: number;
  readonly error?: string | undefined;
  readonly done?: string | undefined;
};

/** Minutes as a form: who was there, decisions, measures, dissent, review. What was typed before stands there again. */
export function minutesFormCard(
  texts: Texts,
  locale: Locale,
  view: MinutesForm,
  place: Reply["place"],
): Reply {
  const words = texts.minutes;
  const { label, conference, minutes, nonce, rows, error, done } = view;
  const { participants, timeZone, start, end } = conference;
  const inCase = minutes.measures.filter(({ id }) => id !== undefined);
  const open = minutes.measures.filter(({ id }) => id === undefined);
  const numbers = Array.from({ length: rows }, (_, row) => row);
  return {
    place,
    summary: texts.summary,
    card: card(
      [
        done ? notice("good", done) : undefined,
        error ? notice("attention", error) : undefined,
        header(words.title(label), readableSpan(locale, timeZone, start, end)),
        small(minutes.state === "draft" ? words.draft : texts.welcome.privacy),
        choiceInput({
          id: "present",
          label: words.present,
          many: true,
          value: minutes.present.join(","),
          choices: participants.map(({ id, name }) => ({ title: name, value: id })),
        }),
        ...numbers.flatMap((row): Element[] => [
          textInput({
            id: `free_decision_${row}`,
            label: words.decision(row + 1),
            value: minutes.decisions[row]?.text ?? "",
            multiline: true,
            maxLength: 1000,
          }),
          choiceInput({
            id: `for:${row}`,
            label: words.decisionFor(row + 1),
            value: minutes.decisions[row]?.office ?? "",
            choices: [{ title: words.everybody, value: "" }, ...seats(participants)],
          }),
        ]),
        inCase.length > 0
          ? section([strong(words.measures), list(inCase.map((one) => measureLine(texts, locale, one)))])
          : undefined,
        ...numbers.flatMap((row): Element[] => [
          textInput({
            id: `free_measure_${row}`,
            label: words.measure(row + 1),
            value: open[row]?.what ?? "",
            maxLength: 300,
          }),
          columns(
            choiceInput({
              id: `who:${row}`,
              label: words.who(row + 1),
              value: open[row]?.office ?? "",
              choices: [
                { title: words.nobody, value: "" },
                ...seats(participants),
                ...(participants.some(({ id }) => id === "client")
                  ? []
                  : [{ title: words.client, value: "client" }]),
              ],
            }),
            dateInput({ id: `due:${row}`, label: words.due(row + 1), value: open[row]?.due ?? "" }),
          ),
        ]),
        textInput({
          id: "free_dissent",
          label: words.dissent,
          value: minutes.dissent,
          multiline: true,
          maxLength: 1000,
        }),
        conference.format === "case" && participants.some(isYouthOffice)
          ? toggleInput({
              id: "entrusted",
              label: "§ 65 SGB VIII",
              title: texts.consent.minutesEntrusted,
              value: String(minutes.entrusted),
            })
          : undefined,
        dateInput({ id: "review", label: words.review, value: minutes.review ?? "" }),
      ],
      [
        press(texts.cases.save, "minutes.save", { nonce, style: "positive" }),
        press(words.keepDraft, "minutes.draft", { nonce }),
        press(words.moreRows, "minutes.more", { nonce }),
      ],
    ),
  };
}

function seats(participants: readonly Participant[]) {
  return participants.map(({ id, name }) => ({ title: name, value: id }));
}

function measureLine(texts: Texts, locale: Locale, measure: Minutes["measures"][number]): string {
  const { what, responsible, due } = measure;
  const when = due ? texts.cases.dueOn(readableDay(locale, due)) : texts.cases.noDue;
  return `${literal(what)}${responsible ? ` · ${literal(responsible)}` : ""} (${when})`;
}

/** The minutes as saved, and what can be done with them. */
export function minutesCard(
  texts: Texts,
  locale: Locale,
  view: Common & { readonly done?: string | undefined; readonly error?: string | undefined },
  place: Reply["place"],
): Reply {
  const words = texts.minutes;
  const { label, conference, minutes, done, error } = view;
  const nameOf = (id: string) => conference.participants.find((one) => one.id === id)?.name ?? "";
  const data = { conference: conference.id };
  const decisions = minutes.decisions.map(({ text, office }) =>
    office === "" ? literal(text) : words.forOffice(literal(text), literal(nameOf(office))),
  );
  return {
    place,
    summary: texts.summary,
    card: card(
      [
        done ? notice("good", `✓ ${done}`) : undefined,
        error ? notice("attention", error) : undefined,
        header(
          words.title(label),
          readableSpan(locale, conference.timeZone, conference.start, conference.end),
        ),
        small(`${words.present}: ${minutes.present.map((id) => literal(nameOf(id))).join(", ")}`),
        decisions.length > 0 ? section([strong(words.decisions), list(decisions)]) : undefined,
        minutes.measures.length > 0
          ? section([
              strong(words.measures),
              list(minutes.measures.map((measure) => measureLine(texts, locale, measure))),
            ])
          : undefined,
        minutes.dissent === ""
          ? undefined
          : section([strong(words.dissent), paragraph(literal(minutes.dissent))]),
        minutes.review ? small(words.reviewIs(readableDay(locale, minutes.review))) : undefined,
      ],
      [
        press(words.offerSending, "minutes.offer", { data, style: "positive" }),
        press(words.reviewConference, "minutes.review", { data }),
        press(words.edit, "minutes.edit", { data }),
        press(texts.cases.open, "case.show", { data: { caseId: conference.caseId ?? "" } }),
      ],
    ),
  };
}

export type SendView = {
  readonly label: string;
  readonly nonce: string;
  readonly recipients: readonly {
    readonly id: string;
    readonly name: string;
    readonly form: Form | "none";
  }[];
  /** What the convener should know before anything is sent, one line each. */
  readonly notices: readonly string[];
  readonly error?: string | undefined;
};

/** Who gets the whole minutes, who an extract, who nothing. */
export function sendMinutesCard(texts: Texts, view: SendView): Reply {
  const words = texts.minutes;
  return {
    place: "pressed",
    summary: texts.summary,
    card: card(
      [
        header(words.sendTitle(view.label)),
        view.error ? notice("attention", view.error) : undefined,
        ...view.notices.map((line) => notice("warning", line)),
        ...view.recipients.map(({ id, name, form }) =>
          choiceInput({
            id: `send:${id}`,
            label: words.sendTo(name),
            value: form,
            choices: [
              ...forms.map((one) => ({ title: words.forms[one], value: one })),
              { title: words.notAtAll, value: "none" },
            ],
          }),
        ),
      ],
      [
        press(words.send, "minutes.send", { nonce: view.nonce, style: "positive" }),
        press(texts.cases.discard, "draft.discard", { nonce: view.nonce, inputs: false }),
      ],
    ),
  };
}

/** Nothing leaves while this card counts. */
export function heldMinutesCard(
  texts: Texts,
  view: {
    readonly conference: string;
    readonly sending: string;
    readonly seconds: number;
    readonly names: string;
  },
): Reply {
  const words = texts.minutes;
  const data = { conference: view.conference, sending: view.sending };
  return {
    place: "pressed",
    summary: texts.summary,
    card: card(
      [notice("attention", words.holding(view.seconds, literal(view.names)))],
      [press(words.stop, "minutes.stop", { data, style: "destructive" })],
    ),
  };
}
