import { CONVENER, type Conference } from "../../casework/conference/conference.js";
import type { Locale } from "../../dialogs/event.js";
import type { Reply } from "../../dialogs/reply.js";
import type { Texts } from "../texts/de.js";
import { readableClock, readableSpan } from "../texts/format.js";
import {
  card,
  type Element,
  facts,
  header,
  kept,
  literal,
  notice,
  paragraph,
  press,
  section,
  small,
  strong,
} from "./elements.js";

/** What was done, or why it was not: a refusal never looks like something that was saved. */
export type SaidOfConference = { readonly done: string } | { readonly refused: string };

export type PlannedView = {
  readonly label: string;
  readonly mail: "smtp" | "files";
  readonly said: SaidOfConference;
  /** The instant of this turn, ms. */
  readonly now: number;
  /** The channel's id of whoever looks: while messages wait, the card counts anew each time it is seen. */
  readonly account?: string | undefined;
};

/** A conference that stands, or was called off, and what can be done with it. While its messages wait, "Stopp". */
export function conferenceCard(
  texts: Texts,
  locale: Locale,
  conference: Conference,
  view: PlannedView,
): Reply {
  const words = texts.conference;
  const { timeZone, heldUntil, participants, where } = conference;
  const planned = conference.state === "planned";
  const others = participants.filter(({ id, kind }) => id !== CONVENER && kind !== "client");
  const byPhone = others.filter((one) => one.email === "");
  const byMail = participants.filter((one) => one.email !== "");
  const seconds = Math.ceil((heldUntil - view.now) / 1000);
  const held = seconds > 0 && byMail.length > 0;
  const data = { conference: conference.id };
  const shown = press(texts.attendance.refresh, "conference.show", { data, inputs: false });
  return {
    place: "pressed",
    summary: texts.summary,
    card: kept(
      card(
        [
          saidNotice(view.said, planned),
          header(readableSpan(locale, timeZone, conference.start, conference.end), view.label),
          facts([
            [words.who, participants.map((one) => literal(one.name)).join(", ")],
            ...(where === "" ? [] : [[texts.planning.where, literal(where)] as const]),
          ]),
          held
            ? notice("emphasis", texts.planning.leavesIn(seconds, readableClock(locale, timeZone, heldUntil)))
            : undefined,
          planned && byMail.length > 0
            ? section([
                strong(conference.channel === "graph" ? texts.planning.byCalendar : words.byMail),
                ...byMail.map((one) => paragraph(`${literal(one.name)}: ${literal(one.email)}`)),
                conference.channel === "mail" && view.mail === "files" ? small(words.byFile) : undefined,
              ])
            : undefined,
          planned && byPhone.length > 0
            ? notice("attention", words.byPhone(byPhone.map((one) => literal(one.name)).join(", ")))
            : undefined,
        ],
        [
          ...(held ? [press(texts.planning.stop, "conference.stop", stopping(conference))] : []),
          ...(planned
            ? [
                press(texts.planning.move, "conference.move", { data }),
                press(texts.planning.seatsButton, "conference.seats", { data }),
                press(texts.attendance.button, "attendance.board", { data }),
                press(texts.planning.callOff, "conference.call-off", { data }),
              ]
            : []),
          ...(conference.caseId === undefined
            ? []
            : [press(texts.cases.open, "case.show", { data: { caseId: conference.caseId } })]),
        ],
      ),
      shown,
      held && view.account !== undefined ? [view.account] : [],
    ),
  };
}

function saidNotice(said: SaidOfConference, planned: boolean): Element {
  if ("refused" in said) return notice("attention", said.refused);
  return planned ? notice("good", `✓ ${said.done}`) : notice("attention", said.done);
}

/** "Stopp" is for the change beside which it stands, told from others by the instant until which it is held. */
function stopping({ id, heldUntil }: Conference) {
  return { data: { conference: id, at: String(heldUntil) }, style: "destructive" } as const;
}
