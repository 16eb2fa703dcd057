import type { Format, Participant } from "../../casework/conference/conference.js";
import { CONVENER } from "../../casework/conference/conference.js";
import type { CaseDeadline } from "../../casework/conference/deadlines.js";
import type { ConferenceDraft } from "../../dialogs/conference-draft.js";
import type { Dates } from "../../dialogs/conference-slots.js";
import type { Locale } from "../../dialogs/event.js";
import type { Reply } from "../../dialogs/reply.js";
import type { Texts } from "../texts/de.js";
import { readableDay, readableInstant, readableSpan } from "../texts/format.js";
import {
  card,
  choiceInput,
  columns,
  type Element,
  header,
  literal,
  notice,
  present,
  press,
  section,
  small,
  strong,
  textInput,
} from "./elements.js";

export type DatesView = {
  readonly label: string;
  readonly format: Format;
  readonly nonce: string;
  readonly timeZone: string;
  readonly draft: ConferenceDraft;
  /** Everybody who sits at the table, the convener first. */
  readonly seats: readonly Participant[];
  /** A Teams meeting can be made. */
  readonly teams: boolean;
  readonly sendDelayMs: number;
  /** How the dates were found; not repeated where a card only comes back with an error. */
  readonly dates?: Dates;
  readonly deadline?: CaseDeadline | undefined;
  readonly values?: Readonly<Record<string, string>>;
  readonly error?: string;
};

/** Three dates to choose from, and who is invited where. */
export function datesCard(
  texts: Texts,
  locale: Locale,
  view: DatesView,
  place: Reply["place"] = "new",
): Reply {
  const words = texts.planning;
  const { draft } = view;
  return {
    place,
    summary: texts.summary,
    card: card(
      [
        header(
          words.datesTitle[view.format](view.label),
          texts.conference.slotsSubtitle(view.seats.length, draft.wish.minutes),
        ),
        ...draft.hints.map((hint) => notice("attention", hint)),
        ...hintsOf(texts, locale, view),
        view.error ? notice("attention", view.error) : undefined,
        choiceInput({
          id: "slot",
          label: texts.conference.chooseSlot,
          required: texts.conference.chooseSlotRequired,
          expanded: true,
          value: view.values?.slot ?? draft.proposals[0]?.start ?? "",
          choices: draft.proposals.map((slot) => ({
            title: `${readableSpan(locale, view.timeZone, slot.start, slot.end)} (${slot.reasons})`,
            value: slot.start,
          })),
        }),
        section([
          strong(words.seats),
          ...view.seats.flatMap((seat) => seatRow(texts, view, seat)),
          ...addingRow(texts, view),
        ]),
        detourInput(texts, view),
        small(words.inviteNext(Math.round(view.sendDelayMs / 1000))),
      ],
      [
        press(texts.cases.create, "conference.create", {
          nonce: view.nonce,
          style: "positive",
          data: { step: String(draft.step) },
        }),
        press(texts.poll.start, "poll.start", { nonce: view.nonce, data: { step: String(draft.step) } }),
        ...otherActions(texts, view),
      ],
    ),
  };
}

/** No date fits: why, and the smallest changes that help. */
export function noDatesCard(
  texts: Texts,
  locale: Locale,
  view: DatesView,
  place: Reply["place"] = "new",
): Reply {
  const words = texts.conference;
  const late =
    view.deadline &&
    texts.planning.deadline[view.deadline.ends](
      readableDay(locale, view.deadline.day),
      literal(view.deadline.about),
    );
  return {
    place,
    summary: texts.summary,
    card: card(
      [
        header(texts.planning.datesTitle[view.format](view.label)),
        ...view.draft.hints.map((hint) => notice("attention", hint)),
        notice("attention", words.noSlots),
        late ? small(late) : undefined,
        ...(view.draft.detours.length === 0 ? [small(words.noSlotsHint(view.label.slice(0, 7)))] : []),
        detourInput(texts, view),
        section([strong(texts.planning.seats), ...view.seats.flatMap((seat) => seatRow(texts, view, seat))]),
      ],
      otherActions(texts, view),
    ),
  };
}

function otherActions(texts: Texts, { nonce, draft }: DatesView) {
  return [
    press(texts.planning.searchAgain, "conference.search", { nonce, data: { step: String(draft.step) } }),
    press(texts.cases.discard, "draft.discard", { nonce, inputs: false }),
  ];
}

function hintsOf(texts: Texts, locale: Locale, { dates, deadline, timeZone }: DatesView): readonly Element[] {
  const words = texts.planning;
  if (!dates) return [];
  const unknown = dates.unknown.map(({ name }) => literal(name)).join(", ");
  return present([
    dates.later ? notice("attention", texts.conference.laterSlots) : undefined,
    dates.shortNotice ? small(words.shortNotice) : undefined,
    deadline
      ? small(words.deadline[deadline.ends](readableDay(locale, deadline.day), literal(deadline.about)))
      : undefined,
    unknown === "" ? undefined : small(words.calendarUnknown(unknown)),
    dates.asOf === undefined
      ? undefined
      : small(words.calendarAsOf(readableInstant(locale, timeZone, dates.asOf))),
  ]);
}

/** One seat: whether a date waits for it, and where its invitation goes. */
function seatRow(texts: Texts, { values = {}, draft }: DatesView, seat: Participant): readonly Element[] {
  const words = texts.planning;
  const pair = seat.min > 1 || draft.several.includes(seat.id);
  const mail = textInput({
    id: `mail:${seat.id}`,
    label: texts.conference.mailOf(seat.name),
    value: values[`mail:${seat.id}`] ?? seat.email,
    placeholder: texts.conference.mailHint,
    maxLength: 200,
  });
  if (seat.id === CONVENER) return [mail];
  const role = choiceInput({
    id: `role:${seat.id}`,
    label: seat.name,
    value: values[`role:${seat.id}`] ?? (seat.required ? (seat.min > 1 ? "pair" : "required") : "optional"),
    choices: [
      { title: words.roles.required, value: "required" },
      ...(pair ? [{ title: words.roles.pair, value: "pair" }] : []),
      { title: words.roles.optional, value: "optional" },
      { title: words.roles.without, value: "without" },
    ],
  });
  return present([
    // Nobody writes down where a client can be reached: whoever calls the conference asks them along.
    seat.kind === "client" ? role : columns(role, mail),
    seat.why === "" ? undefined : small(literal(texts.directory.explained(seat.why))),
  ]);
}

function addingRow(texts: Texts, { values = {}, seats, teams, draft }: DatesView): readonly Element[] {
  const words = texts.planning;
  const hosts = seats.filter(({ kind }) => kind === "office");
  return [
    textInput({
      id: "free_more",
      label: words.more,
      placeholder: words.moreHint,
      value: values.free_more,
      maxLength: 200,
    }),
    choiceInput({
      id: "where",
      label: words.where,
      value: values.where ?? (draft.online ? "teams" : "open"),
      choices: [
        { title: words.whereOpen, value: "open" },
        ...(teams ? [{ title: words.whereTeams, value: "teams" }] : []),
        ...hosts.map(({ id, name }) => ({ title: words.whereAt(name), value: id })),
      ],
    }),
  ];
}

function detourInput(texts: Texts, { draft, values = {} }: DatesView): Element | undefined {
  if (draft.detours.length === 0) return undefined;
  return choiceInput({
    id: "detour",
    label: texts.planning.detours,
    expanded: true,
    value: values.detour,
    choices: draft.detours.map(({ words }, i) => ({ title: words, value: String(i) })),
  });
}
