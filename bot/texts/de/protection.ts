/** What people read when a case is protected: erased, exported, kept, opened in an emergency. German. */
export const protection = {
  onlyOwner: "Das kann nur die Fallführung.",
  reason: "Grund",
  reasonRequired: "Bitte nennen Sie den Grund.",
  confirm: "Bestätigen",

  erase: {
    title: (id: string) => `Fall ${id} löschen`,
    warning:
      "Der Fall wird endgültig gelöscht: Angaben, Notizen, Maßnahmen, Einwilligungen, Termine und Erinnerungen. Das lässt sich nicht zurücknehmen.",
    exportFirst:
      "Brauchen Sie den Fall noch in der führenden Akte? Dann zuerst „Export“ und erst danach löschen.",
    button: "Endgültig löschen",
    held: (reason: string) =>
      `Der Fall ist gegen Löschen gesperrt: ${reason}. Bitte erst die Sperre aufheben.`,
    done: (id: string) => `Fall ${id} ist gelöscht`,
    told: (id: string, reason: string) =>
      `Der Fall ${id} wurde im Auftrag der verantwortlichen Stelle gelöscht. Grund: ${reason}`,
    replaced: "Dieser Fall wurde gelöscht.",
    remainsTitle: "Was außerhalb bleibt",
    remains: [
      "Was Sie selbst in Teams geschrieben haben: Bitte löschen Sie diese Nachrichten, ein Bot kann das nicht.",
      "Karten von mir in Ihrem Chat ersetze ich in den nächsten Minuten.",
    ],
    nobody: "An andere Stellen wurde nichts weitergegeben.",
    disclosed: (what: string, to: string, day: string) => `${what} an ${to} am ${day}: liegt dort noch vor.`,
    calledOff: (day: string, told: string) =>
      told === ""
        ? `Die Fallkonferenz am ${day} ist abgesagt.`
        : `Die Fallkonferenz am ${day} ist abgesagt. Eine Absage ohne weitere Angaben erhalten: ${told}.`,
    callYourself: (who: string) => `Ohne E-Mail-Adresse, bitte sagen Sie selbst ab: ${who}.`,
  },

  hold: {
    set: (id: string, reason: string) => `${id} ist gegen Löschen gesperrt: ${reason}`,
    lifted: (id: string) => `Die Löschsperre für ${id} ist aufgehoben.`,
    none: (id: string) => `Für ${id} gibt es keine Löschsperre.`,
    reasonMissing: (id: string) =>
      `Bitte nennen Sie den Grund, zum Beispiel „Löschsperre ${id}: Klage läuft“.`,
  },

  retention: {
    reason: "Aufbewahrungsfrist abgelaufen",
    announced: (id: string, day: string) =>
      `Die Aufbewahrungsfrist von ${id} läuft ab: Der Fall wird am ${day} gelöscht. Behalten: „Löschsperre ${id}: Grund“. Für die Akte: „Export ${id}“.`,
    deleted: (id: string) => `Der Fall ${id} ist gelöscht, weil seine Aufbewahrungsfrist abgelaufen ist.`,
  },

  figures: {
    title: "Lückenliste: kein Angebot gefunden",
    rule: "Zahlen unter 5 werden nicht gezeigt; Summen enthalten nur, was gezeigt wird.",
    empty: "Es ist noch keine Lücke erfasst.",
    onlyCoordinator: "Die Lückenliste ist für die Koordination.",
    atLeast: (count: number) => `mindestens ${count}`,
    more: (count: number) => `und ${count} weitere Themen, vollständig in der CSV-Datei`,
    small: "unter 5",
    topic: "Thema",
    sum: "Summe (mindestens)",
    copyCsv: "Zum Kopieren in eine CSV-Datei",
    formTitle: "Kein Angebot gefunden",
    required: "Bitte wählen Sie Thema und Gemeinde.",
    recorded: (what: string) => `Als Lücke gezählt, ohne Bezug zum Fall: ${what}.`,
    recordedBefore: (what: string) => `Diese Lücke hat der Fall schon gemeldet: ${what}.`,
  },

  emergency: {
    reasonMissing: (id: string) =>
      `Ein Notzugriff braucht einen Grund, zum Beispiel „Notzugriff ${id} Grund: Kollegin erkrankt, Frist morgen“.`,
    noGiving:
      "Mit einem Notzugriff lässt sich ein Fall nicht weitergeben. Das können die Fallführung und ihre Vertretung; eine Vertretung aktiviert die Koordination.",
    opened: (end: string) => `Notzugriff bis ${end}. Fallführung und Koordination sind benachrichtigt.`,
    toldOwner: (id: string, who: string, reason: string, end: string) =>
      `Notzugriff auf ${id} durch ${who} bis ${end}. Grund: ${reason}`,
    toldCoordinator: (id: string, who: string, end: string) =>
      `Notzugriff auf ${id} durch ${who} bis ${end}. Die Fallführung kennt den Grund.`,
  },

  disclosures: {
    invitation: "Einladung",
    cancellation: "Absage",
    minutes: "Protokoll",
    handover: "Übergabe",
    extract: "Auszug",
    "partner-view": "Ansicht für Partner",
    "identity-phone": "Identität, telefonisch mitgeteilt",
    "identity-in-person": "Identität, persönlich mitgeteilt",
  },

  export: {
    title: (id: string, page: number, pages: number) =>
      pages === 1 ? `Export ${id}` : `Export ${id} · Seite ${page} von ${pages}`,
    copy: "Zum Kopieren in die Akte",
    next: "Weiter",
    requestTitle: (id: string) => `Export von ${id} freigeben?`,
    request:
      "Die Administration möchte diesen Fall vollständig ausgeben. Sie können das für 24 Stunden freigeben. Ohne Freigabe wird nichts ausgegeben.",
    release: "Export freigeben",
    released: (id: string) => `Export von ${id} ist für 24 Stunden freigegeben.`,
    told: (id: string) => `Der Fall ${id} wurde vollständig ausgegeben (Export durch die Administration).`,
    sections: {
      facts: "Angaben",
      goals: "Ziele",
      measures: "Maßnahmen",
      followUps: "Wiedervorlagen",
      consents: "Einwilligungen",
      conferences: "Fallkonferenzen",
      notes: "Notizen",
      disclosures: "Weitergaben",
      audit: "Zugriffe",
      phases: "Phasen",
    },
    none: "keine",
    closed: "Abgeschlossen",
    withdrawn: (day: string) => `zurückgezogen am ${day}`,
    cancelled: "abgesagt",
  },
};
