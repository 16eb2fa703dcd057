import type { Ability, Poll } from "../../../casework/poll/poll.js";

/** The page and the mail are German: whoever gets them may be on nobody's list. The card speaks as its reader does. */
export const poll = {
  abilities: {
    yes: "Passt",
    maybe: "Nur wenn nötig",
    no: "Passt nicht",
  } satisfies Record<Ability, string>,

  mail: {
    subject: (id: string) => `Terminumfrage ${id}`,
    text: (id: string, until: string, link: string) =>
      [
        "Guten Tag,",
        "",
        `für die Besprechung ${id} wird ein Termin gesucht. Bitte sagen Sie, wann es für Ihre Stelle passt:`,
        "",
        link,
        "",
        `Die Umfrage endet am ${until}. Sie können Ihre Antwort bis dahin ändern. Der Link gilt nur für Ihre Stelle, bitte leiten Sie ihn nicht weiter.`,
        "",
        "Diese Nachricht hat KIM-Assistent versendet.",
      ].join("\n"),
  },

  page: {
    title: (id: string) => `Terminumfrage ${id}`,
    for: (office: string) => `Für: ${office}`,
    intro:
      "Wann passt es für Ihre Stelle? Bitte antworten Sie zu jedem Termin und senden Sie die Antwort ab.",
    until: (when: string) => `Die Umfrage endet am ${when}. Bis dahin können Sie Ihre Antwort hier ändern.`,
    send: "Antwort senden",
    change: "Antwort ändern",
    saved: "Ihre Antwort ist gespeichert. Vielen Dank.",
    savedEnded:
      "Ihre Antwort ist gespeichert. Damit haben alle geantwortet, die Umfrage ist beendet. Vielen Dank.",
    alreadyAnswered: "Sie haben schon geantwortet. Hier steht Ihre Antwort.",
    incompleteTitle: "Es fehlt noch etwas",
    incomplete: (date: string) => `Bitte antworten Sie zum Termin ${date}.`,
    faulty: "Fehler",
    endedTitle: "Die Umfrage ist beendet",
    ended: "Es kann nicht mehr abgestimmt werden. Die Einladung zum Termin bekommen Sie gesondert.",
    unknownTitle: "Dieser Link gilt nicht",
    unknown:
      "Der Link ist abgelaufen oder nicht vollständig. Bitte öffnen Sie ihn noch einmal aus der E-Mail, oder rufen Sie die Stelle an, die Sie eingeladen hat.",
    busyTitle: "Bitte noch einmal",
    busy: "Das hat gerade nicht geklappt, gespeichert wurde nichts. Bitte gehen Sie zurück und senden Sie noch einmal.",
    storeAway:
      "Das hat gerade nicht geklappt. Bitte warten Sie eine Minute, gehen Sie zurück und senden Sie noch einmal. Ihre Antwort zählt auch dann nur einmal.",
    tooManyTitle: "Zu viele Aufrufe",
    tooMany: "Bitte warten Sie eine Minute und öffnen Sie den Link dann noch einmal.",
  },

  start: "Umfrage starten",
  title: (label: string) => `Terminumfrage · ${label}`,
  states: {
    open: "läuft",
    closed: "beendet",
    done: "abgeschlossen",
  } satisfies Record<Poll["state"], string>,
  status: (state: string, until: string) => `${state}, Ende: ${until}`,
  result: (yes: number, of: number) => `${yes} von ${of} passt es`,
  onlyIfNeeded: (names: string) => `nur wenn nötig: ${names}`,
  cannot: (names: string) => `passt nicht: ${names}`,
  silent: (names: string) => `Noch keine Antwort: ${names}`,
  byPhone: (names: string) => `Ohne E-Mail-Adresse, bitte anrufen: ${names}`,
  started: "Die Umfrage läuft. Die Links gehen jetzt per E-Mail hinaus.",
  byFile:
    "Es ist kein Mailserver eingerichtet: Die Links liegen als .eml-Dateien im Datenordner unter „mail“.",
  noAddress:
    "Ohne öffentliche Adresse (PUBLIC_URL) gibt es keine Links. Bitte wenden Sie sich an Ihre Administration.",
  nobodyToAsk: "Es gibt niemanden zu fragen: Keine Stelle hat eine E-Mail-Adresse.",
  endedTitle: (label: string) => `Umfrage beendet · ${label}`,
  chooseDate: "Termin",
  chooseDateRequired: "Bitte wählen Sie einen Termin.",
  take: "Termin nehmen",
  endNow: "Jetzt beenden",
  refresh: "Aktualisieren",
  caller: "Wer hat angerufen?",
  callerDates: "Welche Termine passen?",
  phoneVote: "Anruf eintragen",
  phoneSaved: (office: string) => `✓ ${office}: eingetragen`,
  consentMissing: (names: string) =>
    `Für diesen Termin fehlt eine gültige Einwilligung: ${names}. Bitte erfassen Sie sie und wählen Sie dann noch einmal.`,
  taken: (names: string) => `Der Termin ist inzwischen belegt: ${names}. Bitte wählen Sie einen anderen.`,
  past: "Der Termin ist vorbei. Bitte wählen Sie einen anderen.",
  gone: "Diese Umfrage gibt es nicht, oder sie ist Ihnen nicht zugeordnet.",
  over: "Aus dieser Umfrage ist schon eine Konferenz geworden.",
  voteTitle: (id: string) => `Terminumfrage ${id}`,
  vote: "Antwort senden",
  voted: "Ihre Antwort ist gespeichert. Sie können sie bis zum Ende ändern.",
  voteEnded: "Die Umfrage ist beendet.",
};
