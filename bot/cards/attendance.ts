import type { Attendance } from "../../casework/attendance/attendance.js";
import { type Seat, standingOf } from "../../casework/attendance/standing.js";
import { wallClock } from "../../casework/calendar/zone.js";
import { CONVENER, type Conference, type Participant } from "../../casework/conference/conference.js";
import type { Locale } from "../../dialogs/event.js";
import type { Reply } from "../../dialogs/reply.js";
import type { Texts } from "../texts/de.js";
import { readableDay, readableSpan } from "../texts/format.js";
import {
  type Action,
  card,
  choiceInput,
  type Element,
  header,
  kept,
  literal,
  notice,
  paragraph,
  press,
  section,
} from "./elements.js";

export type BoardView = {
  readonly conference: Conference;
  readonly attendance: Attendance;
  readonly label: string;
  /** What was just done, in words. */
  readonly done?: string | undefined;
  /** Why what was pressed could not be done. */
  readonly refused?: string | undefined;
  /** The channel's id of whoever looks, so that the card renews itself. */
  readonly account?: string | undefined;
};

const SIGNS = { accepted: "✓", delegated: "✓", tentative: "?", declined: "✗", proposed: "✗" } as const;

/** "Wer kommt": a line per seat, what is still missing, and one tap for whoever called. */
export function boardCard(texts: Texts, locale: Locale, view: BoardView, place: Reply["place"]): Reply {
  const words = texts.attendance;
  const { conference, attendance } = view;
  const standing = standingOf(conference, attendance);
  const asked = standing.seats.filter(({ participant }) => participant.id !== CONVENER);
  const planned = conference.state === "planned";
  const lacking = standing.lacking.map(({ name }) => literal(name)).join(", ");
  const made = card(
    [
      view.done ? notice("good", view.done) : undefined,
      view.refused ? notice("attention", view.refused) : undefined,
      header(
        words.title(view.label),
        readableSpan(locale, conference.timeZone, conference.start, conference.end),
      ),
      planned ? undefined : notice("attention", words.cancelled),
      section(standing.seats.map((seat) => line(texts, locale, conference, seat))),
      planned
        ? section([
            paragraph(words.count(standing.coming, standing.asked)),
            lacking === ""
              ? notice("good", `✓ ${words.complete}`)
              : notice("attention", words.lacking(lacking)),
          ])
        : undefined,
      planned ? whoCalled(texts, asked, standing.open[0]?.id) : undefined,
    ],
    planned ? actions(texts, conference) : [],
  );
  return {
    place,
    summary: texts.summary,
    card: kept(made, refresh(texts, conference), view.account === undefined ? [] : [view.account]),
  };
}

function line(texts: Texts, locale: Locale, conference: Conference, seat: Seat): Element {
  const { participant, answer, trouble } = seat;
  const words = texts.attendance;
  if (participant.id === CONVENER) return paragraph(`✓ ${literal(participant.name)}: ${words.convenes}`);
  if (answer) {
    const day = readableDay(locale, wallClock(conference.timeZone, answer.at).date);
    const said = words.given(words.answers[answer.answer], words.sources[answer.source], day);
    return paragraph(`${SIGNS[answer.answer]} ${seatName(texts, participant)}: ${said}`);
  }
  if (trouble) return paragraph(`! ${seatName(texts, participant)}: ${words.troubles[trouble.kind]}`);
  const open = participant.email === "" ? words.openByPhone : words.open;
  return paragraph(`… ${seatName(texts, participant)}: ${open}`);
}

function seatName(texts: Texts, { name, required }: Participant): string {
  return required ? literal(name) : `${literal(name)} (${texts.attendance.optional})`;
}

function whoCalled(texts: Texts, asked: readonly Seat[], first: string | undefined): Element | undefined {
  if (asked.length === 0) return undefined;
  return choiceInput({
    id: "seat",
    label: texts.attendance.whoCalled,
    required: texts.attendance.whoCalledRequired,
    value: first ?? asked[0]?.participant.id ?? "",
    choices: asked.map(({ participant }) => ({ title: participant.name, value: participant.id })),
  });
}

function actions(texts: Texts, conference: Conference): readonly Action[] {
  const { phone } = texts.attendance;
  const byPhone = (Object.keys(phone) as (keyof typeof phone)[]).map((answer) =>
    press(phone[answer], "attendance.phone", {
      data: { conference: conference.id, answer, slot: conference.start },
    }),
  );
  return [...byPhone, refresh(texts, conference)];
}

function refresh(texts: Texts, { id }: Conference): Action {
  return press(texts.attendance.refresh, "attendance.board", { data: { conference: id }, inputs: false });
}

/** Several are to come: which one is meant? */
export function whichConferenceCard(
  texts: Texts,
  locale: Locale,
  conferences: readonly { readonly conference: Conference; readonly label: string }[],
  /** What choosing one does, and what was said about it. */
  action = "attendance.board",
  said: Readonly<Record<string, string>> = {},
): Reply {
  return {
    place: "new",
    summary: texts.summary,
    card: card(
      [
        header(texts.attendance.which),
        ...conferences.map(({ conference: { timeZone, start, end }, label }) =>
          paragraph(`${literal(label)}: ${readableSpan(locale, timeZone, start, end)}`),
        ),
      ],
      conferences
        .slice(0, 6)
        .map(({ conference, label }) =>
          press(label, action, { data: { ...said, conference: conference.id } }),
        ),
    ),
  };
}
