import type { ClosingReason } from "../../../casework/case/case.js";
import type { ChangeKind } from "../../../casework/case/change-log.js";
import type { PartName } from "../../../casework/case/parts.js";

/** What people read while they work on cases, in German. */
export const casework = {
  goals: "Ziele",
  goalsHint: "ein Ziel je Zeile",
  undo: "Rückgängig",
  more: "Mehr",
  noteRetracted: "Diese Notiz wurde zurückgenommen.",
  undoing: {
    nothing: "In den letzten zehn Minuten haben Sie nichts geändert, was ich zurücknehmen kann.",
    notLast:
      "Das kann dieser Knopf nicht mehr zurücknehmen: Es ist schon zurückgenommen, älter als zehn Minuten, oder Sie " +
      "haben danach etwas anderes geändert. Ihre letzte Änderung nehme ich zurück, wenn Sie „rückgängig“ schreiben.",
    done: (what: string, label: string) => `Zurückgenommen: ${what} · ${label}`,
    kept: (parts: string) => `Inzwischen von anderen geändert, deshalb geblieben: ${parts}.`,
  },
  changes: {
    "case-created": "Fall angelegt (jetzt als irrtümlich geschlossen)",
    "case-changed": "Angaben geändert",
    "phase-changed": "Phase geändert",
    "case-closed": "Fall abgeschlossen",
    "case-reopened": "Fall wieder geöffnet",
    "case-handed-over": "Fall übergeben",
    "deputy-changed": "Vertretung geändert",
    "note-added": "Notiz",
    "measure-added": "Maßnahme angelegt",
    "measure-changed": "Maßnahme geändert",
    "follow-up-added": "Wiedervorlage angelegt",
    "follow-up-changed": "Wiedervorlage geändert",
    "consent-recorded": "Einwilligung erfasst",
    "consent-withdrawn": "Einwilligung widerrufen",
    "change-undone": "Änderung zurückgenommen",
  } satisfies Record<ChangeKind, string> as Record<ChangeKind, string>,
  parts: {
    owner: "Fallführung",
    agency: "Organisation",
    state: "Stand",
    closedAt: "Abschluss",
    closingReason: "Abschlussgrund",
    phase: "Phase",
    place: "Gemeinde",
    topics: "Themen",
    languages: "Sprachen",
    interpreter: "Dolmetschen",
    household: "Personen im Haushalt",
    ageBand: "Altersgruppe",
    status: "Aufenthaltsstatus",
    urgency: "Dringlichkeit",
    goals: "Ziele",
    measures: "Maßnahmen",
    followUps: "Wiedervorlagen",
    deputies: "Vertretung",
    consents: "Einwilligungen",
  } satisfies Record<PartName, string> as Record<PartName, string>,
  closingReasons: {
    "goals-reached": "Ziele erreicht",
    "moved-away": "verzogen",
    "other-service": "an andere Stelle übergeleitet",
    declined: "nicht mehr gewünscht",
    "no-contact": "kein Kontakt mehr",
    mistake: "irrtümlich angelegt",
    other: "sonstiger Grund",
  } satisfies Record<ClosingReason, string> as Record<ClosingReason, string>,
  moreTitle: "Weitere Schritte",
  followUp: "Wiedervorlage",
  handOver: "Übergeben",
  cover: "Vertretung",
  close: "Abschließen",
  reopen: "Wieder öffnen",
  transfer: "Datenbank KIM",
  closeTitle: (id: string) => `Fall ${id} abschließen`,
  stillOpen: (count: number) =>
    count === 1
      ? "Eine Maßnahme oder Wiedervorlage ist noch offen."
      : `${count} Maßnahmen oder Wiedervorlagen sind noch offen.`,
  closingReason: "Grund",
  closingReasonRequired: "Bitte wählen Sie den Grund.",
  isClosed: "Dieser Fall ist abgeschlossen.",
  conferenceStands: (when: string, caseId: string) =>
    `Eine Fallkonferenz steht noch an: ${when}. Soll sie ausfallen, schreiben Sie: sag die FaKo ${caseId} ab.`,
  closed: (reason: string) => `Fall abgeschlossen: ${reason}`,
  closedOn: (day: string, reason: string) => `Abgeschlossen am ${day}: ${reason}`,
  reopened: "Fall ist wieder offen",
  phaseNow: (phase: string) => `Phase ist jetzt: ${phase}`,
  phaseIs: (phase: string) => `Die Phase war schon: ${phase}`,
  handOverTitle: (id: string) => `Fall ${id} übergeben`,
  handOverTo: "An",
  personRequired: "Bitte wählen Sie eine Person.",
  handOverNext:
    "„Speichern“ übergibt den Fall auf Dauer. Die Person wird benachrichtigt, Sie haben dann keinen Zugriff mehr.",
  notOnList: (said: string) => `„${said}“ steht nicht auf der Personalliste. Bitte wählen Sie.`,
  nobodyElse: "Auf der Personalliste steht niemand, der den Fall übernehmen kann.",
  handOverConsent: (agency: string) =>
    `${agency} ist eine andere Organisation. Die Übergabe ist eine Weitergabe von Daten: Dafür fehlt eine gültige Einwilligung. Bitte zuerst erfassen („EWE …“).`,
  isTheirs: "Der Fall gehört schon dieser Person.",
  handedOver: (label: string, name: string) => `${label} ist übergeben an ${name}`,
  handedOverBy: (label: string, name: string, by: string) =>
    `${label} ist übergeben an ${name}. Übergeben hat: ${by}`,
  handedTitle: "Ein Fall wurde Ihnen übergeben",
  handedBy: (name: string) => `Von: ${name}`,
  coverTitle: "Meine Vertretung",
  coverTitleFor: (name: string) => `Vertretung für ${name}`,
  coverBy: "Vertretung durch",
  coverUntil: "Bis (letzter Tag)",
  coverNext: "„Speichern“ gibt der Vertretung Zugriff. Nach dem letzten Tag endet er von selbst.",
  openCases: (count: number) => (count === 1 ? "1 offener Fall" : `${count} offene Fälle`),
  coverSaved: (name: string, count: number, until: string | undefined) =>
    `Vertretung durch ${name} für ${count === 1 ? "einen Fall" : `${count} Fälle`}${until ? ` bis ${until}` : ""}`,
  coverToldTitle: (count: number) =>
    count === 1 ? "Sie vertreten in einem Fall" : `Sie vertreten in ${count} Fällen`,
  coverTold: (name: string, until: string | undefined) => `Für: ${name}${until ? `, bis ${until}` : ""}`,
  coverActivated: (name: string, until: string | undefined) =>
    `Für Ihre offenen Fälle wurde eine Vertretung eingerichtet: ${name}${until ? `, bis ${until}` : ""}. Mit „Vertretung beenden“ endet sie.`,
  coverEnded: (count: number) =>
    count === 1 ? "Vertretung beendet (1 Fall)" : `Vertretung beendet (${count} Fälle)`,
  noCover: "Es ist keine Vertretung eingerichtet.",
  coverForWhom: (names: string) =>
    `Für wen? Schreiben Sie zum Beispiel „Vertretung für Case Management … aktivieren“. Zur Auswahl stehen: ${names}`,
  followUpTitle: (id: string) => `Wiedervorlage zu ${id}`,
  followUpOn: "Am",
  followUpText: "Wozu (ohne Namen)",
  followUpRequired: "Bitte geben Sie ein Datum an.",
  followUpSaved: (day: string) => `Wiedervorlage am ${day}`,
  impossibleDate: (said: string) => `Dieses Datum gibt es nicht: „${said}“. Ich habe es nicht übernommen.`,
  andMore: (count: number) => `und ${count} weitere`,
  deputies: "Vertretung",
  measureNumber: (n: number) => `Maßnahme ${n}`,
  who: "Wer",
  handoverTakenBack: (label: string) => `Die Übergabe wurde zurückgenommen: ${label}`,
  coverByCoordination:
    "Eine Vertretung für andere richtet die Koordination ein. Für Ihre eigenen Fälle schreiben Sie „Vertretung bis … durch …“.",
  consentToo: "Einwilligung",
  consentTooHint: "Ohne den Haken unten wird sie nur notiert und gilt noch nicht.",
  consentUnconfirmed:
    "Die Einwilligung ist notiert, gilt aber noch nicht: Der Haken fehlt. Mit „EWE …“ erfassen Sie sie vollständig.",
  similar: (label: string, day: string) =>
    `Ähnlicher offener Fall: ${label}, angelegt am ${day}. Ist es derselbe, bitte dort weiterarbeiten; „Anlegen“ legt einen neuen an und vermerkt das.`,
  conflict:
    "Während Sie geschrieben haben, hat jemand dasselbe geändert. Bitte wählen Sie; verloren ist nichts.",
  conflictMine: (value: string) => `Ihr Wert: ${value}`,
  conflictTheirs: (value: string, by: string | undefined) =>
    `Inzwischen gespeichert${by ? ` von ${by}` : ""}: ${value}`,
  nothingChanged: "Es war nichts zu ändern.",
  reminder: {
    summary: "Heute steht etwas an",
    title: "Guten Morgen, heute steht an",
    subtitle: (count: number) => (count === 1 ? "in einem Fall" : `in ${count} Fällen`),
    counts: (due: number, late: number) =>
      [due > 0 ? `${due} heute` : "", late > 0 ? `${late} überfällig` : ""]
        .filter((part) => part)
        .join(" · "),
    show: "Anzeigen",
    switchOff: "Erinnerung ausschalten",
    on: (time: string, days: string) =>
      `Ich erinnere Sie um ${time} Uhr an das, was ansteht (${days}; nicht an Feiertagen). Aus mit „Erinnerung aus“.`,
    off: "Die Erinnerung ist aus.",
    workDays: (days: string) => `Ihre Arbeitstage: ${days}. Erinnerungen kommen nur dann.`,
    days: ["Mo", "Di", "Mi", "Do", "Fr", "Sa", "So"],
  },
  transferring: {
    title: "Für die Datenbank KIM",
    since: (when: string) => `Geändert seit der letzten Übertragung am ${when}`,
    never: "Noch nicht übertragen: alle Angaben",
    nothing: "Seit der letzten Übertragung hat sich nichts geändert.",
    copy: "Zum Kopieren",
    mark: "Als übertragen markieren",
    later: (count: number) =>
      count === 1
        ? "Eine weitere Notiz folgt, sobald diese Angaben als übertragen markiert sind."
        : `${count} weitere Notizen folgen, sobald diese Angaben als übertragen markiert sind.`,
    marked: (label: string) => `Als übertragen markiert · ${label}`,
    note: (when: string) => `Notiz vom ${when}`,
    gone: "entfernt",
    withdrawn: "zurückgezogen am",
  },
  absence: {
    title: "Was war, während Sie weg waren",
    since: (when: string) => `Änderungen anderer in Ihren Fällen seit ${when}`,
    nothing: "In Ihren Fällen hat niemand etwas geändert.",
    somebody: "jemand anderes",
  },
  agenda: {
    title: (from: string, to: string) => `Was ansteht · ${from} bis ${to}`,
    dayTitle: (day: string) => `Was ansteht · ${day}`,
    overdueTitle: "Überfällig",
    empty: "In diesem Zeitraum steht nichts an.",
    overdue: "überfällig",
    page: (from: number, to: number, all: number) => `${from} bis ${to} von ${all}`,
    next: "Weitere",
    previous: "Zurück",
    statusEnds: (status: string) => `Status läuft ab: ${status}`,
    consentEnds: (office: string) => `Einwilligung endet: ${office}`,
    followUp: (text: string) => (text ? `Wiedervorlage: ${text}` : "Wiedervorlage"),
    asDeputy: "in Vertretung",
    postpone: "Später",
    postponeTo: "Neuer Tag",
    done: "Erledigt",
    finished: (what: string) => `Erledigt: ${what}`,
    postponed: (what: string, day: string) => `Verschoben auf ${day}: ${what}`,
    gone: "Das ist inzwischen schon erledigt oder geändert.",
  },
};
