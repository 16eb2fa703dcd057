import type { Answer, Trouble } from "../../../casework/attendance/attendance.js";

export const attendance = {
  title: (label: string) => `Wer kommt · ${label}`,
  button: "Wer kommt",
  answers: {
    accepted: "zugesagt",
    declined: "abgesagt",
    tentative: "unter Vorbehalt",
    delegated: "schickt Vertretung",
    proposed: "bittet um einen anderen Termin",
  } satisfies Record<Answer["answer"], string>,
  sources: {
    mail: "per E-Mail",
    phone: "telefonisch",
    poll: "laut Umfrage",
    teams: "in Teams",
    graph: "im Kalender",
  } satisfies Record<Answer["source"], string>,
  troubles: {
    bounced: "E-Mail nicht zugestellt – bitte anrufen",
    away: "Abwesenheitsnotiz, noch keine Antwort",
  } satisfies Record<Trouble["kind"], string>,
  given: (answer: string, source: string, day: string) => `${answer} (${source}, ${day})`,
  open: "noch keine Antwort",
  openByPhone: "ohne E-Mail-Adresse – bitte anrufen",
  optional: "nicht erforderlich",
  convenes: "lädt ein",
  count: (coming: number, of: number) => `${coming} von ${of} haben zugesagt.`,
  complete: "Alle nötigen Zusagen liegen vor.",
  lacking: (names: string) => `Nötige Zusage fehlt noch: ${names}`,
  cancelled: "Diese Fallkonferenz ist abgesagt.",
  whoCalled: "Wer hat sich gemeldet?",
  whoCalledRequired: "Bitte wählen Sie die Stelle.",
  phone: {
    accepted: "tel. zugesagt",
    declined: "tel. abgesagt",
    delegated: "schickt Vertretung",
  },
  refresh: "Aktualisieren",
  noted: (office: string, answer: string) => `✓ ${office}: ${answer}`,
  alreadyNewer: (office: string) => `Von ${office} liegt schon eine neuere Antwort vor.`,
  otherDate:
    "Der Termin wurde inzwischen verschoben. Eingetragen ist nichts: Bitte fragen Sie nach dem neuen.",
  none: "Zu diesem Fall ist keine Fallkonferenz geplant.",
  noneAtAll: "Sie haben keine Fallkonferenz geplant.",
  which: "Welche Fallkonferenz?",
  told: (label: string, office: string, answer: string) => `${label}: ${office} – ${answer}`,
};
