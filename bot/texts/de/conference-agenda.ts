import type { Format } from "../../../casework/conference/conference.js";

/** What a conference goes through, for the invitation, the reminder and the convener. Says nothing of any case. */
export const conferenceAgenda: Readonly<Record<Format, readonly string[]>> = {
  case: [
    "Anlass und Ziel",
    "Einwilligung: Wer darf was hören?",
    "Stand der Dinge, Stelle für Stelle",
    "Sicht der Klientin oder des Klienten",
    "Möglichkeiten",
    "Maßnahmen: wer, was, bis wann",
    "Nächster Termin",
  ],
  anonymous: [
    "Anlass und Ziel",
    "Das Muster, ohne Angaben zu einer Person",
    "Sicht der Stellen, eine nach der anderen",
    "Möglichkeiten",
    "Was wir daraus lernen: wer, was, bis wann",
  ],
};
