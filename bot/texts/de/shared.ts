/** What partners see: an office's contact for a Rechtskreis, who is shown what consent lets that office know. */
export const shared = {
  title: "Für Ihre Stelle",
  subtitle:
    "Sie sehen nur, wofür eine Einwilligung vorliegt. Bitte nur für den genannten Zweck verwenden (§ 78 SGB X).",
  none: "Für Ihre Stelle ist gerade nichts freigegeben. Zuständigkeit und Unterlagen können Sie nutzen.",
  purpose: (office: string, purpose: string) => `${office} · Zweck: ${purpose}`,
  answered: (answer: string) => `Ihre Antwort: ${answer}`,
  unanswered: "noch keine Antwort",
  accept: "Zusagen",
  decline: "Absagen",
  delegate: "Vertretung kommt",
  otherDate: "Der Termin wurde inzwischen verschoben. Bitte antworten Sie zu dem neuen.",
  over: "Dieser Termin gilt nicht mehr.",
  alreadyDone: "Diese Maßnahme ist schon erledigt.",
  measureDone: "✓ Als erledigt gemeldet. Die Fallführung ist informiert.",
  reported: (office: string, what: string) => `${office} meldet als erledigt: ${what}`,
  ownerTold: (office: string, caseId: string) =>
    `${office} hat zu ${caseId} eine Maßnahme als erledigt gemeldet. „Verlauf ${caseId}“ zeigt, welche.`,
};

export type SharedTexts = typeof shared;
