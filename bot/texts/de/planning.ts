/** Planning a conference and changing one that stands. */
export const planning = {
  datesTitle: {
    case: (label: string) => `Drei Termine · ${label}`,
    anonymous: (id: string) => `Drei Termine · anonyme Fallbesprechung ${id}`,
  },
  seats: "Wer dabei ist",
  roles: {
    required: "muss dabei sein",
    pair: "muss zu zweit dabei sein",
    optional: "kann dabei sein",
    without: "nicht einladen",
  },
  more: "Noch jemand?",
  moreHint: "zum Beispiel: Wohngeld, Dolmetscher, Klient/in, Caritas",
  where: "Ort",
  whereOpen: "wird noch mitgeteilt",
  whereTeams: "Teams-Besprechung",
  whereAt: (office: string) => `bei: ${office}`,
  detours: "Das würde helfen",
  searchAgain: "Neu suchen",
  shortNotice: "Kurzfristig: weniger als fünf Arbeitstage Vorlauf.",
  deadline: {
    status: (day: string, _about: string) => `Nicht nach dem ${day}: Dann läuft der Aufenthaltsstatus ab.`,
    consent: (day: string, about: string) =>
      `Nicht nach dem ${day}: Dann endet die Einwilligung für ${about}.`,
    round: (day: string, _about: string) =>
      `Nicht nach dem ${day}: Dann endet die Einwilligung für die gemeinsame Runde.`,
    measure: (day: string, about: string) => `Nicht nach dem ${day}: ${about}.`,
  },
  calendarUnknown: (names: string) =>
    `Kalender nicht bekannt: ${names}. Ob dort jemand frei ist, sagt erst die Antwort.`,
  calendarAsOf: (when: string) => `Kalender gelesen: ${when}`,
  inviteNext: (seconds: number) =>
    seconds > 0
      ? `„Anlegen“ speichert die Konferenz. Die Einladungen gehen ${seconds} Sekunden später hinaus, bis dahin geht „Stopp“.`
      : "„Anlegen“ speichert die Konferenz und verschickt die Einladungen.",
  leavesIn: (seconds: number, clock: string) => `Wird in ${seconds} s versendet (um ${clock}) – Stopp?`,
  byCalendar: "Einladung über den Kalender",
  stop: "Stopp",
  move: "Verschieben",
  seatsButton: "Teilnehmende",
  callOff: "Absagen",
  plannedTitle: { case: "Fallkonferenz steht", anonymous: "Fallbesprechung steht" },
  stopped: "Gestoppt. Es wurde nichts versendet.",
  stoppedChange: "Gestoppt. Es bleibt, wie es war.",
  tooLate: "Dafür ist es zu spät: Es ist schon versendet. Sie können verschieben oder absagen.",
  notThisChange:
    "Für diesen Knopf ist es zu spät: Es ist schon gestoppt oder versendet, oder seitdem wurde etwas anderes geändert. So steht es jetzt.",
  goAnonymous: "Anonym besprechen",
  anonymousWhy:
    "Ohne Einwilligung geht eine anonyme Fallbesprechung: ein Muster ohne Angaben zu einer Person, ohne Fallnummer, ohne Verbindung zum Fall.",
  anonymousHint:
    "Anonyme Fallbesprechung: Diese Konferenz kennt den Fall nicht. Bitte nennen Sie auch dort nichts, woran man jemanden erkennt.",
  anonymousPlace:
    "Für welche Gemeinde? Schreiben Sie zum Beispiel „anonyme Fallbesprechung mit Jugendamt in Eschweiler“.",
  client: "Klient/in",
  interpreter: "Dolmetscher/in",
  nothingNew: (words: string) => `Nicht erkannt: ${words}. Bitte die Stelle anders nennen.`,
  moveTitle: (label: string) => `Neuer Termin · ${label}`,
  moveNow: (when: string) => `Bisher: ${when}`,
  moved: "Neuer Termin gespeichert",
  movedSince: "Der Termin wurde inzwischen verschoben. Abgesagt ist noch nichts.",
  callOffTitle: "Wirklich absagen?",
  callOffAsk: (label: string) => `${label}: Alle Eingeladenen erhalten eine Absage ohne Begründung.`,
  calledOff: "Abgesagt",
  keep: "Nicht absagen",
  alreadyOff: "Diese Konferenz ist schon abgesagt.",
  over: "Diese Konferenz ist schon vorbei.",
  none: "Es steht keine Konferenz an.",
  seatsTitle: (label: string) => `Teilnehmende · ${label}`,
  stays: "bleibt dabei",
  takeOff: "ausladen",
  moreMail: "E-Mail dafür (leer = wie im Verzeichnis)",
  back: "Zurück",
  seatsNext: "Wer ausgeladen wird, erhält eine Absage ohne Begründung. Die anderen hören davon nichts.",
  seatsSaved: "Teilnehmende gespeichert",
  consentFirst: (names: string) =>
    `Für ${names} fehlt eine gültige Einwilligung. Bitte zuerst erfassen („EWE …“), dann einladen.`,
  busyThen: (names: string) => `Zu dieser Zeit schon in einer anderen Konferenz: ${names}.`,
  notDelivered: {
    REQUEST: (names: string) => `Einladung an ${names} nicht zugestellt. Bitte laden Sie telefonisch ein.`,
    CANCEL: (names: string) => `Absage an ${names} nicht zugestellt. Bitte sagen Sie telefonisch ab.`,
    POLL: (name: string) =>
      `Der Link zur Terminumfrage an ${name} wurde nicht zugestellt. Bitte fragen Sie telefonisch und tragen Sie die Antwort selbst ein.`,
    REMINDER: (name: string) =>
      `Erinnerung an ${name} nicht zugestellt. Bitte erinnern Sie telefonisch, wenn Sie es für nötig halten.`,
    MINUTES: (name: string) =>
      `Protokoll an ${name} nicht zugestellt. Bitte übergeben Sie es auf anderem Weg.`,
  },
  faultySetup:
    "Der Versand ist falsch eingerichtet, bitte sagen Sie der Technik Bescheid. Ist das behoben, geht die Nachricht von selbst hinaus.",
  about: (id: string, when: string, line: string) => `**${id} am ${when}**\n\n${line}`,
  aboutPoll: (id: string, line: string) => `**${id}**\n\n${line}`,
};
