import { CONVENER, type Conference } from "../../casework/conference/conference.js";
import type { Locale } from "../../dialogs/event.js";
import type { Reply } from "../../dialogs/reply.js";
import type { Texts } from "../texts/de.js";
import { readableClock, readableSpan } from "../texts/format.js";
import {
  card,
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

export type PlannedView = {
  readonly label: string;
  readonly mail: "smtp" | "files";
  /** What was just done, in words. */
  readonly done: string;
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
  place: Reply["place"] = "pressed",
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
    place,
    summary: texts.summary,
    card: kept(
      card(
        [
          notice(planned ? "good" : "attention", planned ? `✓ ${view.done}` : view.done),
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
          ...(held ? [press(texts.planning.stop, "conference.stop", { data, style: "destructive" })] : []),
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
