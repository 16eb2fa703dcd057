import type { FindingKind } from "../../casework/privacy/finding.js";
import { answers } from "./de/answers.js";
import { attendance } from "./de/attendance.js";
import { casework } from "./de/casework.js";
import { consent } from "./de/consent.js";
import { edited } from "./de/edited.js";
import { experts } from "./de/experts.js";
import { intake } from "./de/intake.js";
import { mail } from "./de/mail.js";
import { mailbox } from "./de/mailbox.js";
import { minutes } from "./de/minutes.js";
import { planning } from "./de/planning.js";
import { poll } from "./de/poll.js";
import { preparation } from "./de/preparation.js";
import { protection } from "./de/protection.js";
import { shared } from "./de/shared.js";
import { tab } from "./de/tab.js";

/**
 * Every word a person reads in German (Sie, plain, short). English stands in en.ts with the same shape, so a
 * missing text does not compile. Functions take values that are already formatted for reading.
 */
export const de = {
  name: "KIM-Assistent",
  summary: "Neue Antwort von KIM-Assistent",

  welcome: {
    title: "Guten Tag, hier ist KIM-Assistent",
    intro:
      "Ich nenne Ihnen die zuständige Stelle, führe Fälle ohne Namen, bringe Ämter zu einer Fallkonferenz zusammen und antworte aus den Unterlagen Ihrer Organisation.",
    demo: "Demo-Betrieb: Beispieldaten, keine Anmeldung. Bitte keine echten Fälle eingeben.",
    examplesTitle: "So können Sie schreiben",
    examples: [
      "wer ist in Baesweiler fürs Jugendamt zuständig?",
      "Neuer Fall: Familie 5 Pers. Eschweiler, Kita + Wohnung",
      "FaKo für K-7F3Q9 mit Jobcenter und Jugendamt nächste Woche",
      "was steht diese woche an",
      "Welche Phasen hat das Case Management?",
    ],
    caseCommandsTitle: "Zu einem Fall",
    caseCommands: [
      "meine Fälle",
      "Zeig mir K-7F3Q9",
      "Verlauf K-7F3Q9",
      "Notiz zu K-7F3Q9: …",
      "Maßnahme zu K-7F3Q9: … bis 12.03.",
      "Ansprechpartner zu K-7F3Q9",
      "EWE Jobcenter K-7F3Q9 schriftl. heute, bis 30.06., beide Richtungen",
      "Einwilligungen zu K-7F3Q9",
      "K-7F3Q9 abschließen, Ziele erreicht",
      "Vertretung bis 15.08. durch …",
      "rückgängig",
      "verschieb die FaKo auf Donnerstag",
      "sag die FaKo ab",
      "anonyme Fallbesprechung mit Jugendamt in Eschweiler",
    ],
    privacy:
      "Bitte keine Namen, Geburtsdaten oder Aktenzeichen schreiben. Was ich davon erkenne, speichere ich nicht.",
    newCase: "Neuer Fall",
    myCases: "Meine Fälle",
    agenda: "Diese Woche",
    /** Where others read along. */
    inGroup: {
      intro:
        "Erwähnen Sie mich hier mit @KIM-Assistent: Ich nenne die zuständige Stelle und antworte aus den Unterlagen Ihrer Organisation.",
      examples: [
        "wer ist in Baesweiler fürs Jugendamt zuständig?",
        "Wohngeld in Eschweiler",
        "Welche Phasen hat das Case Management?",
      ],
      elsewhere: "Fälle und Fallkonferenzen besprechen wir im Einzelchat, denn hier lesen andere mit.",
    },
  },

  privacy: {
    kinds: {
      name: "ein Name",
      "birth-date": "ein Geburtsdatum",
      phone: "eine Telefonnummer",
      email: "eine E-Mail-Adresse",
      iban: "eine IBAN",
      "social-security-number": "eine Sozialversicherungsnummer",
      "azr-number": "eine AZR-Nummer",
      "file-number": "ein Aktenzeichen",
      address: "eine Adresse",
      "identity-document": "eine Ausweisnummer",
      "car-plate": "ein Kennzeichen",
      health: "eine Gesundheitsangabe",
    } satisfies Record<FindingKind, string>,
    leftOut: (what: string) =>
      `**Nicht gespeichert:** ${what}. Ich habe mit dem Rest weitergearbeitet. Bitte löschen Sie Ihre Nachricht in Teams, ein Bot kann das nicht.`,
    leftOutOfCard: (what: string) => `**Nicht im Fall gespeichert:** ${what}. Der übrige Text ist geblieben.`,
    keptAs:
      "So habe ich den Text verstanden und behalten. Stimmt eine Stelle nicht, schreiben Sie sie bitte anders:",
    healthWarning:
      "Ihr Text enthält eine Gesundheitsangabe. Im Fall gibt es dafür kein Feld: Bitte nur angeben, was für die Hilfe nötig ist.",
    onlyPersonalTitle: "Das geht nur im Einzelchat",
    onlyPersonal: "In Gruppen und Kanälen zeige ich nichts zu Fällen.",
    continueInChat: "Weiter im Einzelchat",
  },

  directory: {
    contact: {
      phone: "Telefon",
      email: "E-Mail",
      address: "Adresse",
      openingHours: "Öffnungszeiten",
      website: "Internet",
    },
    noContact: "Kontaktdaten: noch nicht gepflegt",
    notMaintained: (fields: string) => `Noch nicht gepflegt: ${fields}`,
    why: "Warum",
    /** What the directory says in German, in the reader's language. */
    explained: (german: string) => german,
    checked: (day: string) => `Geprüft am ${day}`,
    unchecked: "Stand unbekannt",
    stale: (day: string) => `Zuletzt geprüft am ${day} – bitte vor dem Weitergeben prüfen`,
    source: (source: string) => `Quelle: ${source}`,
    caveat: "Bitte beachten",
    contactRole: "Hilft weiter oder ist nur in bestimmten Fällen zuständig",
    forTopic: (topic: string, rechtskreis: string) => `${topic} · ${rechtskreis}`,
    title: (place: string | undefined) => (place ? `Zuständig in ${place}` : "Zuständige Stelle"),
    severalTitle: (place: string | undefined) =>
      place ? `Zuständige Stellen in ${place}` : "Zuständige Stellen",
    call: "Anrufen",
    write: "E-Mail schreiben",
    copy: "Kontakt kopieren",
    slip: "Zettel für Klient/in",
    wrong: "Stimmt nicht mehr",
    details: "Mehr",
    officeGone: "Diese Stelle steht nicht mehr im Verzeichnis. Bitte fragen Sie noch einmal.",
    reported: (office: string) =>
      `Danke. „${office}“ ist für alle als fraglich markiert und steht auf der Liste für die Pflege des Verzeichnisses.`,
    reportedOn: (day: string) =>
      `Am ${day} als „stimmt nicht mehr“ gemeldet – bitte vor dem Weitergeben prüfen`,
    keeperTold: (office: string, agency: string) =>
      `Im Verzeichnis wurde „${office}“ als „stimmt nicht mehr“ gemeldet (${agency || "ohne Organisation"}). Bitte prüfen und neu einlesen.`,
    nextStepCase: "Fall dazu anlegen",
    askWhat: "Worum geht es, und wo? Schreiben Sie Thema und Ort, zum Beispiel: Jugendamt Baesweiler.",
    askTitle: "Eine Rückfrage",
    askHint: "Wählen Sie aus oder schreiben Sie die Antwort.",
    answer: "Antworten",
    more: (count: number) => `und ${count} weitere`,
  },

  emergency: {
    title: "Zuerst: Schutz",
    intro: "Das klingt nach Gefahr für einen Menschen. Bitte zuerst hier anrufen:",
    documentElsewhere:
      "Dokumentieren Sie das Ereignis in der führenden Akte, nicht hier. Bei Kindern: insoweit erfahrene Fachkraft nach § 8b SGB VIII hinzuziehen.",
    goOn: "Trotzdem weiter",
    held: "Ihr Text ist noch nicht gespeichert. Mit „Trotzdem weiter“ geht es dort weiter, wo Sie waren.",
  },

  answers,

  experts,

  intake,

  edited,

  documents: {
    title: "Aus den Unterlagen",
    passages: "Passende Fundstellen, wörtlich aus den Unterlagen:",
    page: (page: number) => `S. ${page}`,
    unknownTitle: "Steht nicht in den Unterlagen",
    unknown: "Dazu habe ich in den Unterlagen keinen Satz gefunden, der die Frage beantwortet.",
    switchboard: "Weiter hilft die Zentrale Ihrer Kommune oder die Behördennummer 115.",
    nearest: "Am nächsten kommt:",
    outdated: (day: string | undefined, replacedBy: string | undefined) =>
      [
        day ? `galt nur bis ${day}` : "gilt nicht mehr",
        ...(replacedBy ? [`ersetzt durch „${replacedBy}“`] : []),
      ].join(", "),
    notYet: (day: string) => `gilt erst ab ${day}`,
  },

  cases: {
    newTitle: "Neuer Fall",
    newSubtitle: "Ohne Namen, Geburtsdatum und Adresse. Bitte prüfen und anlegen.",
    editTitle: (label: string) => `Fall ändern · ${label}`,
    fields: {
      place: "Gemeinde",
      topics: "Themen",
      moreTopics: "Weitere Themen",
      moreTopicsHint: "z. B. Kita, Wohngeld",
      languages: "Sprachen",
      languagesHint: "z. B. Arabisch, Tigrinya",
      interpreter: "Dolmetschen nötig?",
      household: "Personen im Haushalt",
      ageBand: "Altersgruppe",
      status: "Aufenthaltsstatus",
      statusExpires: "Status gültig bis",
      urgency: "Dringlichkeit",
      phase: "Phase",
      note: "Notiz (ohne Namen)",
      owner: "Fallführung",
      rechtskreise: "Rechtskreise",
      created: "Angelegt",
    },
    placeUnknown: "noch offen",
    notSaid: "keine Angabe",
    statusWarning:
      "Öffentliche Stellen müssen der Ausländerbehörde melden, wenn sie von unerlaubtem Aufenthalt erfahren (§ 87 AufenthG). Bitte so etwas nicht eintragen; unabhängig berät die Flüchtlingsberatung.",
    create: "Anlegen",
    save: "Speichern",
    discard: "Verwerfen",
    discarded: "Verworfen. Es wurde nichts gespeichert.",
    created: (id: string) => `Fall ${id} ist angelegt`,
    saved: "Gespeichert",
    noneOpen: "Sie haben keine offenen Fälle.",
    listTitle: (count: number) => (count === 1 ? "1 offener Fall" : `${count} offene Fälle`),
    listMore: (shown: number) => `Die ${shown} neuesten. Ältere finden Sie über die Fallnummer.`,
    open: "Öffnen",
    edit: "Bearbeiten",
    history: "Verlauf",
    contacts: "Ansprechpartner",
    planConference: "Fallkonferenz",
    addNote: "Notiz",
    addMeasure: "Maßnahme",
    noteTitle: (id: string) => `Notiz zu ${id}`,
    noteField: "Notiz",
    noteRequired: "Bitte schreiben Sie die Notiz.",
    noteSaved: (label: string) => `Notiz gespeichert · ${label}`,
    measureTitle: (id: string) => `Maßnahme zu ${id}`,
    measureField: "Was ist zu tun?",
    measureRequired: "Bitte schreiben Sie, was zu tun ist.",
    measureResponsible: "Wer (Funktion oder Stelle)",
    measureDue: "Fällig am",
    measureSaved: (label: string) => `Maßnahme gespeichert · ${label}`,
    measures: "Maßnahmen",
    noMeasures: "Noch keine Maßnahme.",
    moreMeasures: (count: number) => `und ${count} weitere`,
    dueOn: (day: string) => `bis ${day}`,
    fromDay: (day: string) => `erst ab ${day}`,
    noDue: "ohne Termin",
    done: "erledigt",
    markDone: "Erledigt",
    doneSaved: "Als erledigt gespeichert",
    consents: "Einwilligungen",
    noConsents: "Noch keine Einwilligung erfasst.",
    historyTitle: (label: string) => `Verlauf · ${label}`,
    historyEmpty: "Noch keine Notiz.",
    older: "Ältere zeigen",
    unknown: (id: string) => `Fall ${id.slice(0, 12)} gibt es nicht, oder er ist Ihnen nicht zugeordnet.`,
    unknownHint: "Bitte prüfen Sie die Fallnummer. Mit „meine Fälle“ sehen Sie Ihre offenen Fälle.",
    lastCase: (label: string) => `Meinen Sie ${label}?`,
    whichCase: "Zu welchem Fall?",
    whichCaseHint:
      "Wählen Sie den Fall oder schreiben Sie mit Fallnummer, zum Beispiel „Notiz zu K-7F3Q9: …“.",
    notAllowed:
      "Fallarbeit ist für Sie nicht freigeschaltet. Zuständigkeit und Unterlagen können Sie nutzen. Die Freischaltung macht Ihre Administration (Personalliste).",
    persons: (count: number) => `${count} Pers.`,
    topicNotFound: (words: string) =>
      `Nicht im Verzeichnis gefunden: „${words}“. Bitte anders schreiben oder leer lassen.`,
    invalid: "Bitte prüfen Sie die markierten Angaben. Ihre Eingaben stehen noch da.",
    householdInvalid: "Bitte eine Zahl von 1 bis 30.",
    statusMissing: "Zum Datum fehlt der Aufenthaltsstatus. Bitte wählen Sie ihn, oder leeren Sie das Datum.",
    dateInvalid: (field: string) => `${field}: Dieses Datum gibt es nicht.`,
    cardGone: "Diese Karte ist schon verwendet oder zu alt. Dieser Klick hat nichts geändert.",
    contactsTitle: (label: string) => `Ansprechpartner · ${label}`,
    contactsNeedPlace: "Im Fall fehlt die Gemeinde. Ohne sie steht die Zuständigkeit nicht fest.",
    contactsNeedTopics: "Im Fall stehen noch keine Themen.",
    consentIs: (state: string) => `Einwilligung: ${state}`,
    consentUntil: (day: string) => `liegt vor, bis ${day}`,
    consentYes: "liegt vor",
    consentNo: "fehlt",
    noOffice: "keine Stelle im Verzeichnis",
  },

  labels: {
    interpreter: { yes: "ja", no: "nein", unknown: "nicht bekannt" },
    urgency: { normal: "normal", high: "eilt" },
    phase: {
      intake: "Intake",
      clarification: "Fallklärung",
      assessment: "Assessment",
      planning: "Hilfeplanung",
      monitoring: "Leistungssteuerung",
      evaluation: "Evaluation",
      closing: "Abschluss",
    },
    status: {
      "asylum-seeker": "Aufenthaltsgestattung",
      tolerated: "Duldung",
      fictional: "Fiktionsbescheinigung",
      "residence-permit": "Aufenthaltserlaubnis",
      "temporary-protection": "Schutz nach § 24 (Ukraine)",
      settlement: "Niederlassungserlaubnis",
      "eu-citizen": "EU-Freizügigkeit",
      german: "deutsche Staatsangehörigkeit",
      unclear: "ungeklärt",
    },
    ageBand: {
      "0-5": "0 bis 5 Jahre",
      "6-15": "6 bis 15 Jahre",
      "16-17": "16 bis 17 Jahre",
      "18-26": "18 bis 26 Jahre",
      "27-64": "27 bis 64 Jahre",
      "65+": "65 Jahre und älter",
    },
    direction: {
      "to-recipient": "KIM gibt weiter",
      "from-recipient": "Stelle gibt weiter",
      both: "beide Richtungen",
    },
    form: { written: "schriftlich", oral: "mündlich", phone: "telefonisch" },
    giver: {
      adult: "erwachsene Person",
      "second-adult": "zweite erwachsene Person",
      "young-person": "junger Mensch",
      "legal-guardian": "rechtliche Vertretung",
      all: "alle gemeinsam",
    },
  },

  conference: {
    word: "Fallkonferenz",
    consentTitle: (label: string) => `Fallkonferenz · ${label}`,
    impossibleDate: (said: string) => `Diesen Tag gibt es nicht: „${said}“. Ich suche im üblichen Zeitraum.`,
    slotsSubtitle: (count: number, minutes: number) => `${count} Teilnehmende, ${minutes} Minuten`,
    chooseSlot: "Termin",
    chooseSlotRequired: "Bitte wählen Sie einen Termin.",
    mailOf: (office: string) => `E-Mail für die Einladung: ${office}`,
    mailHint: "leer = Sie laden telefonisch ein",
    noSlots: "In diesem Zeitraum gibt es keinen Termin, den alle halten können.",
    noSlotsHint: (id: string) =>
      `Schreiben Sie einen anderen Zeitraum, zum Beispiel „FaKo für ${id} in 3 Wochen“.`,
    laterSlots: "Im gewünschten Zeitraum passt kein Termin für alle. Das sind die nächsten:",
    immigrationOnRequest:
      "Die Ausländerbehörde lade ich nicht von selbst ein. Schreiben Sie „mit ABH“, wenn sie dabei sein soll.",
    noOffices:
      "Zu diesem Fall habe ich keine Stelle für die Konferenz gefunden. Bitte Gemeinde und Themen ergänzen.",
    notFound: (words: string) => `Nicht im Verzeichnis gefunden: ${words}.`,
    allRefused: "Ohne mindestens eine Stelle gibt es keine Fallkonferenz.",
    who: "Wer",
    byMail: "Einladung per E-Mail",
    byFile:
      "Es ist kein Mailserver eingerichtet: Die Einladungen liegen als .eml-Dateien im Datenordner unter „mail“.",
    byPhone: (names: string) => `Ohne E-Mail-Adresse, bitte telefonisch einladen: ${names}`,
    taken: (names: string) => `Der Termin ist inzwischen belegt: ${names}. Hier sind neue Vorschläge.`,
    convener: "Fallführung",
    mailInvalid: (office: string) => `Diese E-Mail-Adresse ist nicht gültig: ${office}`,
  },

  attendance,
  minutes,
  preparation,
  mailbox,
  poll,
  tab,
  mail,
  planning,

  casework,

  consent,
  shared,

  protection,

  outdated: {
    title: "Diese Karte ist aus einer früheren Version",
    words:
      "Ich wurde inzwischen aktualisiert und kann diese Karte nicht mehr speichern. Geändert wurde nichts. Bitte rufen Sie das Formular noch einmal auf.",
    typed: "Das hatten Sie geschrieben:",
  },

  notUnderstood: {
    title: "Das habe ich nicht verstanden",
    hint: "Fragen Sie nach einem Amt, legen Sie einen Fall an oder fragen Sie die Unterlagen. Weiter hilft die Zentrale Ihrer Kommune oder die Behördennummer 115.",
    inGroup:
      "Fragen Sie nach einem Amt oder fragen Sie die Unterlagen. Weiter hilft die Zentrale Ihrer Kommune oder die Behördennummer 115.",
  },

  cancelled: "Abgebrochen. Es wurde nichts gespeichert.",
  nothingToCancel: "Es ist nichts offen.",

  errors: {
    turnFailed:
      "Das hat gerade nicht geklappt, gespeichert wurde nichts. Ihre Eingabe steht noch im Chat. Bitte versuchen Sie es in einer Minute noch einmal.",
    storeDown:
      "Der Speicher antwortet gerade nicht. Es ist nicht sicher, ob gespeichert wurde. Ihre Eingabe steht noch im Chat: Bitte sehen Sie in einer Minute nach, und senden Sie sie noch einmal, wenn sie fehlt.",
    storeRefused:
      "Der Speicher antwortet gerade nicht, eben wurde nichts gespeichert. Ihre Eingabe steht noch im Chat: Bitte senden Sie sie in einer Minute noch einmal.",
    storeFull:
      "Der Speicher ist voll, eben wurde nichts gespeichert. Ihre Eingabe steht noch im Chat: Bitte sagen Sie Ihrer IT Bescheid, und senden Sie sie danach noch einmal.",
    busy: "Gerade ändern viele gleichzeitig dasselbe. Gespeichert wurde nichts. Bitte noch einmal.",
    tooOften:
      "Das war gerade sehr viel auf einmal. Gespeichert wurde davon nichts, Ihre Eingabe steht noch da. Bitte versuchen Sie es in einer Minute noch einmal.",
    forgotten: "Das ist schon erledigt. Die Antwort von damals wird nicht mehr gezeigt.",
    tooLong: "Ihre Nachricht ist zu lang (höchstens 8.000 Zeichen). Bitte kürzen oder aufteilen.",
  },
};

export type Texts = typeof de;
