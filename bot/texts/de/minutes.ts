import type { Refusal } from "../../../casework/consent/may-disclose.js";
import type { Form } from "../../../casework/minutes/minutes.js";

/** What leaves the house (mail and document) is German; the cards speak as their reader does. */
export const minutes = {
  title: (label: string) => `Protokoll · ${label}`,
  draft: "Entwurf: noch nicht gespeichert, keine Maßnahme ist angelegt.",
  changedMeanwhile:
    "Während Sie geschrieben haben, hat jemand anderes am Protokoll geschrieben. Hier steht beides. Bitte prüfen und noch einmal speichern.",
  draftKept: "Als Entwurf behalten.",
  noConference: "Zu diesem Fall gibt es noch keine Fallkonferenz. Ein Protokoll gehört immer zu einer.",
  present: "Anwesend (Funktion oder Stelle)",
  decision: (n: number) => `Beschluss ${n}`,
  decisionFor: (n: number) => `Beschluss ${n} gilt für`,
  everybody: "alle",
  measure: (n: number) => `Maßnahme ${n}: Was ist zu tun?`,
  who: (n: number) => `Maßnahme ${n}: Wer?`,
  nobody: "offen",
  client: "Klient/in",
  due: (n: number) => `Maßnahme ${n}: Bis wann?`,
  measureLacks: (n: number) =>
    `Maßnahme ${n}: Bitte schreiben Sie, was zu tun ist, oder leeren Sie die Zeile.`,
  dueInvalid: (n: number) => `Maßnahme ${n}: Dieses Datum gibt es nicht.`,
  reviewInvalid: "Überprüfung am: Bitte ein Datum nach heute.",
  dissent: "Abweichende Meinung",
  review: "Überprüfung am (üblich: in 4 bis 12 Wochen)",
  reviewIs: (day: string) => `Überprüfung am ${day}`,
  reviewFollowUp: "Überprüfung der Fallkonferenz",
  nothing: "Bitte schreiben Sie mindestens einen Beschluss oder eine Maßnahme.",
  moreRows: "Weitere Zeile",
  keepDraft: "Als Entwurf behalten",
  savedTitle: "Protokoll gespeichert",
  saved: (measures: number) =>
    measures === 1 ? "1 Maßnahme steht jetzt im Fall." : `${measures} Maßnahmen stehen jetzt im Fall.`,
  decisions: "Beschlüsse",
  measures: "Maßnahmen",
  forOffice: (text: string, office: string) => `${text} (für ${office})`,
  edit: "Ändern",
  reviewConference: "Folgekonferenz planen",
  offerSending: "An Teilnehmende senden",
  sendTitle: (label: string) => `Protokoll senden · ${label}`,
  sendTo: (office: string) => office,
  forms: {
    whole: "ganzes Protokoll",
    extract: "Auszug: nur was für diese Stelle markiert ist",
  } satisfies Record<Form, string>,
  notAtAll: "nichts senden",
  noMail: (names: string) => `Ohne E-Mail-Adresse, nichts zu senden: ${names}`,
  refused: (office: string, why: string) => `${office} bekommt nichts: ${why}`,
  why: {
    none: "Es liegt keine Einwilligung vor.",
    incomplete: "Die Einwilligung ist unvollständig.",
    "not-yet": "Die Einwilligung gilt noch nicht.",
    ended: "Die Einwilligung ist abgelaufen.",
    withdrawn: "Die Einwilligung gilt nicht mehr.",
    direction: "Die Einwilligung erlaubt KIM nicht, etwas weiterzugeben.",
    purpose: "Die Einwilligung gilt für einen anderen Zweck.",
    health: "Das Protokoll enthält Gesundheitsangaben, die Einwilligung deckt sie nicht.",
    entrusted: "Das Protokoll enthält Anvertrautes (§ 65 SGB VIII).",
    round: "Die Einwilligung für die gemeinsame Runde fehlt.",
    "base-over": "Die Einwilligung für KIM ist beendet.",
  } satisfies Record<Refusal, string>,
  health: "Das Protokoll enthält Gesundheitsangaben. Bitte nur, was für die Hilfe nötig ist.",
  immigration: (office: string) =>
    `${office} bekommt keine Gesundheitsangaben: Sätze damit lasse ich dort weg.`,
  send: "Senden",
  nobodyChosen: "Es ist niemand gewählt.",
  sentMeanwhile: (names: string) =>
    `Inzwischen hat schon jemand gesendet, an: ${names}. Bitte prüfen Sie, wer das Protokoll noch bekommen soll.`,
  holding: (seconds: number, names: string) => `Wird in ${seconds} s versendet an: ${names}`,
  stop: "Stopp",
  stopped: "Gestoppt. Es wurde nichts versendet.",
  tooLate: "Zu spät: Das Protokoll ist schon unterwegs.",

  mail: {
    subject: (id: string) => `Protokoll Fallkonferenz ${id}`,
    text: (id: string, form: Form) =>
      [
        "Guten Tag,",
        "",
        form === "whole"
          ? `anbei das Protokoll der Fallkonferenz ${id}.`
          : `anbei der Auszug aus dem Protokoll der Fallkonferenz ${id}, der Ihre Stelle betrifft.`,
        "",
        "Eine Einwilligung für Ihre Stelle liegt vor. Bitte verwenden Sie die Angaben nur für die Abstimmung der beteiligten Stellen und geben Sie sie nicht weiter (§ 78 SGB X).",
        "",
        "Diese Nachricht hat KIM-Assistent versendet.",
      ].join("\n"),
    fileName: (id: string) => `Protokoll-${id}.docx`,
  },

  document: {
    title: (id: string, form: Form) =>
      form === "whole" ? `Protokoll Fallkonferenz ${id}` : `Auszug aus dem Protokoll Fallkonferenz ${id}`,
    purpose: "Zweck: Abstimmung der beteiligten Stellen. Nur für diesen Zweck verwenden (§ 78 SGB X).",
    present: "Anwesend",
    decisions: "Beschlüsse",
    measures: "Maßnahmen",
    columns: ["Was", "Wer", "Bis wann"],
    noDue: "ohne Termin",
    none: "keine",
    dissent: "Abweichende Meinung",
    review: "Überprüfung am",
  },
};
