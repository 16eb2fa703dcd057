import type { OtherAttachment } from "../../../dialogs/event.js";

/** Files in the chat: taken into the documents, or named kindly and left alone. */
export const intake = {
  title: "In die Unterlagen aufnehmen?",
  subtitle: (names: string) => names,
  unnamed: "Datei ohne Namen",
  named: (name: string) => `„${name}“`,
  replaces: (name: string) => `Ersetzt die frühere Fassung von „${name}“.`,
  documentTitle: "Titel",
  titleRequired: "Bitte geben Sie einen Titel ein.",
  until: "Gültig bis (leer: ohne Ende)",
  untilPast: "Dieser Tag ist vorbei. Bitte einen späteren wählen oder leer lassen.",
  audience: "Für wen",
  audienceRequired: "Bitte wählen Sie, wer das Dokument finden darf.",
  audiences: {
    all: "alle, die den Bot nutzen",
    staff: "alle auf der Personalliste",
    agency: (agency: string) => `nur ${agency}`,
  },
  hint: "Bitte nichts aufnehmen, was von einzelnen Klientinnen oder Klienten handelt.",
  taken: (title: string) => `Ich hole „${title}“ und lese es ein. Das Ergebnis schreibe ich Ihnen hier.`,
  several: (count: number) => `${count} Dateien`,
  done: (title: string, passages: number) =>
    `✓ „${title}“ steht jetzt in den Unterlagen (${passages === 1 ? "1 Abschnitt" : `${passages} Abschnitte`}). Fragen Sie einfach danach.`,
  unchanged: (title: string) => `„${title}“ steht genau so schon in den Unterlagen.`,
  refused: (name: string, reason: string) => `**Nicht aufgenommen:** ${name}. ${reason}`,
  reason: (reason: string) => reason,
  gone: "Die Datei war bei Teams nicht mehr abrufbar. Bitte senden Sie sie noch einmal.",
  foreign: "Die Datei liegt nicht dort, wo Teams Dateien ablegt. Bitte hängen Sie sie hier im Chat an.",
  tooLarge: (megabytes: number) => `Die Datei ist größer als ${megabytes} MB. Bitte teilen Sie sie.`,
  away: "Teams hat die Datei trotz mehrerer Versuche nicht geliefert. Bitte senden Sie sie noch einmal.",
  noLonger: "Sie pflegen die Unterlagen nicht mehr.",
  keeps: (names: string, who: string) =>
    `${names}: In die Unterlagen nimmt auf, wer sie pflegt (${who}). Bitte geben Sie die Datei dorthin. Gespeichert ist hier nichts davon.`,
  administration: "Ihre Administration",
  onlyPersonal: "Dateien nehme ich nur im Einzelchat entgegen.",
  unread: (what: string) =>
    `Das kann ich nicht lesen: ${what}. Schreiben Sie mir bitte in Worten, worum es geht. In die Unterlagen kommen PDF, DOCX, XLSX, HTML, Markdown und Text, als Datei angehängt.`,
  kinds: {
    image: "ein Bild",
    audio: "eine Tonaufnahme",
    video: "ein Video",
    card: "eine Karte aus einer anderen App",
    file: "ein Anhang, den ich nicht abrufen kann",
  } satisfies Record<OtherAttachment, string>,
};
