import { conferenceAgenda } from "./conference-agenda.js";

/** What is said before a conference. The mail is German and holds no more than the invitation did. */
export const preparation = {
  title: (label: string) => `Vorbereitung · ${label}`,
  agendaTitle: "Ablauf (Vorschlag)",
  agenda: conferenceAgenda,
  checksTitle: "Vorher",
  allAnswered: "Alle haben geantwortet.",
  call: (names: string) => `Noch keine Antwort, bitte anrufen: ${names}`,
  lacking: (names: string) => `Nötige Zusage fehlt noch: ${names}`,
  consentEnds: (names: string) => `Einwilligung gilt am Tag der Konferenz nicht: ${names}`,
  interpreter: "Dolmetschen ist nötig: Ist jemand bestellt?",
  minutes: "Protokoll beginnen",
  mail: {
    subject: (called: string, id: string) => `Erinnerung: ${called} ${id}`,
    text: (called: string, id: string, when: string, agenda: string) =>
      [
        "Guten Tag,",
        "",
        `wir erinnern an die ${called} ${id}.`,
        `Termin: ${when}`,
        "",
        "Wenn Sie noch nicht geantwortet haben: Bitte sagen Sie über die Einladung in Ihrem Kalender zu oder ab.",
        "",
        "Vorgesehener Ablauf:",
        agenda,
        "",
        "Diese Nachricht hat KIM-Assistent versendet.",
      ].join("\n"),
    called: { case: "Fallkonferenz", anonymous: "Fallbesprechung" },
  },
};
