import { CONVENER, type Conference } from "../../casework/conference/conference.js";
import type { Proposal } from "../../dialogs/conference-slots.js";
import type { Locale } from "../../dialogs/event.js";
import type { Reply } from "../../dialogs/reply.js";
import type { Texts } from "../texts/de.js";
import { readableSpan } from "../texts/format.js";
import { type ConsentGrid, consentGrid } from "./consent.js";
import {
  card,
  choiceInput,
  columns,
  header,
  notice,
  paragraph,
  press,
  small,
  textInput,
} from "./elements.js";

export type MovedDatesView = {
  readonly label: string;
  /** The date that holds so far, in words. */
  readonly now: string;
  readonly nonce: string;
  readonly timeZone: string;
  readonly proposals: readonly Proposal[];
  readonly hint?: string;
};

/** Dates for a conference that stands. */
export function movedDatesCard(texts: Texts, locale: Locale, view: MovedDatesView): Reply {
  const words = texts.planning;
  return {
    place: "pressed",
    summary: texts.summary,
    card: card(
      [
        header(words.moveTitle(view.label), words.moveNow(view.now)),
        view.hint ? notice("attention", view.hint) : undefined,
        choiceInput({
          id: "slot",
          label: texts.conference.chooseSlot,
          required: texts.conference.chooseSlotRequired,
          expanded: true,
          value: view.proposals[0]?.start ?? "",
          choices: view.proposals.map(({ start, end, reasons }) => ({
            title: `${readableSpan(locale, view.timeZone, start, end)} (${reasons})`,
            value: start,
          })),
        }),
      ],
      [
        press(texts.cases.save, "conference.move-save", { nonce: view.nonce, style: "positive" }),
        press(texts.cases.discard, "draft.discard", { nonce: view.nonce, inputs: false }),
      ],
    ),
  };
}

/** Which conference would be called off, and what that means. */
export function callOffCard(
  texts: Texts,
  view: Pick<Conference, "id" | "start"> & {
    readonly label: string;
    readonly when: string;
    /** Another date than that of the card that was pressed. */
    readonly moved: boolean;
  },
  place: Reply["place"],
): Reply {
  const words = texts.planning;
  const data = { conference: view.id };
  const now = { ...data, slot: view.start };
  return {
    place,
    summary: texts.summary,
    card: card(
      [
        view.moved ? notice("attention", words.movedSince) : undefined,
        header(words.callOffTitle, view.when),
        paragraph(words.callOffAsk(view.label)),
      ],
      [
        press(words.callOff, "conference.call-off-now", { data: now, style: "destructive" }),
        press(words.keep, "attendance.board", { data }),
      ],
    ),
  };
}

export type SeatsView = {
  readonly conference: Conference;
  readonly label: string;
  readonly values: Readonly<Record<string, string>>;
  readonly error?: string;
  /** The consents that whoever is new still needs. */
  readonly grid?: ConsentGrid;
};

/** Who sits at a conference that stands. */
export function seatsCard(texts: Texts, { conference, label, values, error, grid }: SeatsView): Reply {
  const words = texts.planning;
  const data = { conference: conference.id };
  return {
    place: "pressed",
    summary: texts.summary,
    card: card(
      [
        header(words.seatsTitle(label)),
        error ? notice("attention", error) : undefined,
        ...conference.participants
          .filter(({ id }) => id !== CONVENER)
          .map((seat) =>
            choiceInput({
              id: `role:${seat.id}`,
              label: seat.name,
              value: values[`role:${seat.id}`] ?? "stays",
              choices: [
                { title: words.stays, value: "stays" },
                { title: words.takeOff, value: "without" },
              ],
            }),
          ),
        columns(
          textInput({
            id: "free_more",
            label: words.more,
            placeholder: words.moreHint,
            value: values.free_more,
            maxLength: 200,
          }),
          textInput({
            id: "mail:new",
            label: words.moreMail,
            placeholder: texts.conference.mailHint,
            value: values["mail:new"],
            maxLength: 200,
          }),
        ),
        ...(grid ? [notice("attention", texts.consent.conferenceSubtitle), ...consentGrid(texts, grid)] : []),
        small(words.seatsNext),
      ],
      [
        press(texts.cases.save, "conference.seats-save", { data, style: "positive" }),
        press(words.back, "attendance.board", { data, inputs: false }),
      ],
    ),
  };
}
