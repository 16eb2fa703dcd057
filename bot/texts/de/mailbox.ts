/** What the convener reads of mail that came in and that nobody but a person can judge. */
export const mailbox = {
  strangerTitle: (id: string) => `Antwort von unbekanntem Absender · ${id}`,
  stranger: (domain: string) =>
    `Absender mit der Adresse …@${domain || "unbekannt"}. Das ist keine der eingeladenen Adressen. Gezählt wird nichts.`,
  forged: "Der Mailserver hält den Absender für gefälscht. Gezählt wird nichts.",
  claims: (answer: string) => `Die Nachricht sagt: ${answer}.`,
  wroteTitle: (office: string, id: string) => `${office} schreibt · ${id}`,
  wrote:
    "Als Antwort zähle ich das nicht. Was gemeint ist, tragen Sie mit einem Knopf unter „Wer kommt“ ein.",
  nothingReadable: "Die Nachricht enthält keinen lesbaren Text.",
  leftOut: "Namen und Kontaktdaten sind weggelassen.",
};
