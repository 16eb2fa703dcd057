import { preparation as german } from "../de/preparation.js";
import type { Texts } from "../de.js";
import { conferenceAgenda } from "./conference-agenda.js";

export const preparation: Texts["preparation"] = {
  title: (label) => `Preparation · ${label}`,
  agendaTitle: "Agenda (proposal)",
  agenda: conferenceAgenda,
  checksTitle: "Before it",
  allAnswered: "Everybody has answered.",
  call: (names) => `No answer yet, please call: ${names}`,
  lacking: (names) => `Has to be there, but has not accepted yet: ${names}`,
  consentEnds: (names) => `Consent does not hold on the day of the conference: ${names}`,
  interpreter: "An interpreter is needed: is one booked?",
  minutes: "Begin the minutes",
  // What leaves the house is German.
  mail: german.mail,
};
