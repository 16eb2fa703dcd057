import type { Role } from "../../../casework/staff/staff.js";

/** The tab: what its page says by itself. What cards and lists say comes ready from the server. */
export const tab = {
  roles: {
    "case-manager": "Case Management",
    coordinator: "Koordination",
    partner: "Ansprechperson einer Stelle",
    admin: "Administration",
    guest: "Gast",
  } satisfies Record<Role | "guest", string>,
  noOffice: "Dazu steht keine Stelle im Verzeichnis.",

  pages: {
    day: "Mein Tag",
    cases: "Fälle",
    conferences: "Konferenzen",
    figures: "Zahlen",
    meeting: "Besprechung",
    offices: "Zuständigkeit",
  },
  navigation: "Bereiche",
  demoLabel: "Demo-Betrieb",
  demoBanner: "Demo-Betrieb: Beispieldaten, niemand ist angemeldet. Bitte keine echten Fälle eingeben.",
  demoLogin: {
    title: "Demo-Anmeldung",
    hint: "Nur auf diesem Rechner und nur zum Ausprobieren: Wählen Sie, als wer Sie die Seite sehen. Es wird kein Kennwort geprüft.",
    label: "Anmelden als",
    action: "Anmelden",
    out: "Abmelden",
  },
  ask: {
    label: "Was möchten Sie tun?",
    hint: "zum Beispiel: Neuer Fall: Familie 5 Pers. Eschweiler, Kita",
    action: "Los",
    examplesTitle: "Zum Beispiel",
    /** Sentences that the bot understands; the last two for whoever does case work. */
    examples: [
      "wer ist in Baesweiler fürs Jugendamt zuständig?",
      "Welche Phasen hat das Case Management?",
      "was steht in den nächsten 14 Tagen an",
      "Neuer Fall: Familie 5 Pers. Eschweiler, Kita + Wohnung",
    ],
  },
  answers: "Antworten",
  answer: "Antwort",
  worth: {
    ask: "War diese Antwort hilfreich?",
    like: "Hilfreich",
    dislike: "Nicht hilfreich",
    thanks: "Danke für Ihre Rückmeldung.",
  },
  skip: "Zum Inhalt",
  working: "Arbeitet …",
  loading: "Lädt …",
  cases: {
    none: "Sie haben keine offenen Fälle.",
    create: "Neuer Fall",
    notes: "Notizen",
    notesOf: (id: string) => `Notizen zu ${id}`,
    noNotes: "Noch keine Notizen.",
    list: "Meine Fälle",
    urgent: "dringend",
  },
  conferences: {
    none: "Es steht keine Konferenz an.",
    open: "Wer kommt?",
    picture: "Wer an diesem Tag wann gebunden ist",
    who: "Teilnehmende",
    taken: "Gebunden",
    free: "in unseren Konferenzen nicht gebunden",
    this: "diese Konferenz",
    other: "andere Konferenz",
  },
  meeting: {
    agenda: "Ablauf",
    /** What the person sends in the 1:1 chat: a command, in words that it understands. */
    minutesOf: (caseId: string) => `Protokoll zu ${caseId}`,
    minutes: "Protokoll im Einzelchat schreiben",
    comingTo: (publicId: string) => `Wer kommt zur FaKo ${publicId}?`,
    coming: "Wer kommt?",
    chat: "Zum Einzelchat",
    privacy:
      "Andere können mitlesen: Hier steht nichts aus einem Fall außer seiner Nummer. Alles Weitere finden Sie im Einzelchat.",
  },
  figures: {
    none: "Es ist noch keine Lücke gemeldet.",
    explained: "Wo kein Angebot gefunden wurde. Jeder Fall zählt je Thema und Ort einmal.",
    table: "Kein Angebot gefunden, nach Thema und Gemeinde",
    topic: "Thema",
    sum: "Summe (mind.)",
    small: "unter 5",
  },
  offices: {
    label: "Thema und Ort",
    hint: "zum Beispiel: Jugendamt Baesweiler",
    results: "Gefundene Stellen",
    found: (count: number) => (count === 1 ? "1 Stelle gefunden" : `${count} Stellen gefunden`),
    open: "Einzelheiten",
    stale: "veraltet?",
  },
  accessibility: "Barrierefreiheit",
  errors: {
    signIn:
      "Die Anmeldung ist abgelaufen oder hat nicht geklappt. Bitte versuchen Sie es noch einmal, Ihre Eingabe steht noch da. Hilft das nicht, öffnen Sie die Registerkarte neu oder fragen Sie Ihre Administration.",
    store:
      "Der Speicher antwortet gerade nicht. Ihre Eingabe steht noch da: Bitte versuchen Sie es gleich noch einmal.",
    offline:
      "Der Bot ist nicht erreichbar. Ihre Eingabe steht noch da: Bitte versuchen Sie es gleich noch einmal.",
    gone: "Das gibt es nicht, oder Sie haben keinen Zugriff darauf.",
  },
};
