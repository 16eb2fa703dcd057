import type { Attendance } from "../../casework/attendance/attendance.js";
import { standingOf } from "../../casework/attendance/standing.js";
import type { Conference, Participant } from "../../casework/conference/conference.js";
import type { Locale } from "../../dialogs/event.js";
import type { Reply } from "../../dialogs/reply.js";
import type { Texts } from "../texts/de.js";
import { readableSpan } from "../texts/format.js";
import { card, header, list, literal, press, section, strong } from "./elements.js";

export type PreparationView = {
  readonly conference: Conference;
  readonly attendance: Attendance;
  readonly label: string;
  /** Whose consent is not in force on the day of the conference. */
  readonly withoutConsent: readonly Participant[];
  readonly interpreter: boolean;
};

/** Some days before: what the convener still has to see to, and an agenda to go by. */
export function preparationCard(texts: Texts, locale: Locale, view: PreparationView): Reply {
  const words = texts.preparation;
  const { conference, attendance, label, withoutConsent, interpreter } = view;
  const { open, lacking } = standingOf(conference, attendance);
  const names = (all: readonly Participant[]) => all.map(({ name }) => literal(name)).join(", ");
  const checks = [
    open.length > 0 ? words.call(names(open)) : words.allAnswered,
    ...(lacking.length > 0 ? [words.lacking(names(lacking))] : []),
    ...(withoutConsent.length > 0 ? [words.consentEnds(names(withoutConsent))] : []),
    ...(interpreter ? [words.interpreter] : []),
  ];
  const data = { conference: conference.id };
  return {
    place: "new",
    summary: texts.summary,
    card: card(
      [
        header(
          words.title(label),
          readableSpan(locale, conference.timeZone, conference.start, conference.end),
        ),
        section([strong(words.checksTitle), list(checks)]),
        section([strong(words.agendaTitle), list(words.agenda[conference.format])]),
      ],
      [
        press(texts.attendance.button, "attendance.board", { data }),
        ...(conference.caseId === undefined
          ? []
          : [press(words.minutes, "minutes.open", { data: { caseId: conference.caseId } })]),
      ],
    ),
  };
}
