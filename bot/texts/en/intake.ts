import type { intake as german } from "../de/intake.js";

export const intake: typeof german = {
  title: "Add to the documents?",
  subtitle: (names) => names,
  unnamed: "file without a name",
  named: (name) => `“${name}”`,
  replaces: (name) => `Replaces the earlier version of “${name}”.`,
  documentTitle: "Title",
  titleRequired: "Please enter a title.",
  until: "Valid until (empty: without end)",
  untilPast: "This day has passed. Please choose a later one or leave it empty.",
  audience: "For whom",
  audienceRequired: "Please choose who may find the document.",
  audiences: {
    all: "everybody who uses the bot",
    staff: "everybody on the staff list",
    agency: (agency) => `${agency} only`,
  },
  hint: "Please add nothing that is about individual clients.",
  taken: (title) => `I am fetching “${title}” and reading it. I will write to you here how it went.`,
  several: (count) => `${count} files`,
  done: (title, passages) =>
    `✓ “${title}” is now among the documents (${passages === 1 ? "1 section" : `${passages} sections`}). Just ask about it.`,
  unchanged: (title) => `“${title}” is among the documents already, exactly as it is.`,
  refused: (name, reason) => `**Not added:** ${name}. ${reason}`,
  reason: (reason) => reasons.find(([german]) => german.test(reason))?.[1] ?? "The file could not be read.",
  gone: "Teams no longer had the file. Please send it again.",
  foreign: "The file does not lie where Teams keeps files. Please attach it here in the chat.",
  tooLarge: (megabytes) => `The file is larger than ${megabytes} MB. Please split it.`,
  away: "Teams did not deliver the file in spite of several tries. Please send it again.",
  noLonger: "You no longer keep the documents.",
  keeps: (names, who) =>
    `${names}: documents are added by whoever keeps them (${who}). Please hand the file to them. Nothing of it is stored here.`,
  administration: "your administration",
  onlyPersonal: "I take files in the personal chat only.",
  unread: (what) =>
    `I cannot read this: ${what}. Please tell me in words what it is about. PDF, DOCX, XLSX, HTML, Markdown and text can be added to the documents, attached as a file.`,
  kinds: {
    image: "a picture",
    audio: "a sound recording",
    video: "a video",
    card: "a card of another app",
    file: "an attachment that I cannot fetch",
  },
};

/** Why a file was not read: the document base says so in German, the language of whoever operates it. */
const reasons: readonly (readonly [RegExp, string])[] = [
  [/ist leer/, "The file is empty."],
  [/größer als|zu groß/, "The file is too large."],
  [/Endung „.*“ werden nicht gelesen/, "Only PDF, DOCX, XLSX, HTML, Markdown and text are read."],
  [
    /passt nicht zur Endung|kein Word-Dokument|keine Excel-Arbeitsmappe/,
    "Its content does not fit its name.",
  ],
  [/Kennwort/, "The file is protected by a password or in an old Office format."],
  [/keinen (?:lesbaren )?Text|Scan/, "The file contains no text. Scans need text recognition first."],
  [/entpackt mehr als/, "Unpacked, the file would be far too large."],
  [/zu viele einzelne Teile/, "The file consists of too many parts."],
  [/mehr Text, als|Seiten; mehr als|mehr als .* Zeilen/, "The file is too long. Please split it."],
  [/nicht in der vorgesehenen Zeit/, "The file could not be read in time."],
  [/im Kopf des Dokuments/, "The details at the head of the document are not readable."],
  [/beschädigt/, "The file is damaged or not of the format that its name says."],
];
