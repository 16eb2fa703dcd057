/**
 * What people read of the app in Teams before they have spoken to it: names, descriptions, commands and prompt
 * starters. Teams cuts: name 30, short description 80, command 32, its description 128 characters.
 */
export const appPackageDe = {
  name: "KIM-Assistent",
  fullName: "KIM-Assistent für das Kommunale Integrationsmanagement",
  developer: "KIM-Assistent",
  tab: "Mein Tag",
  short: "Zuständige Stellen, Fälle ohne Namen, Fallkonferenzen und belegte Antworten.",
  full: "Für das Case Management im Kommunalen Integrationsmanagement: KIM-Assistent nennt zu einem halben Satz die zuständige Stelle mit Begründung und Stand, führt Fälle, in denen kein Name steht, bringt Ämter nach geprüfter Einwilligung zu einer Fallkonferenz zusammen und antwortet aus den Unterlagen Ihrer Organisation mit Quelle. Fallarbeit gibt es nur im Einzelchat. Im Auslieferungszustand verlässt kein Text Ihr Haus.",
  commands: {
    help: ["Hilfe", "Zeigt, was Sie schreiben können"],
    office: ["Wer ist zuständig?", "Nennt die zuständige Stelle zu Thema und Ort"],
    newCase: ["Neuer Fall", "Öffnet die Karte für einen neuen Fall"],
    myCases: ["Meine Fälle", "Zeigt Ihre offenen Fälle"],
    agenda: ["Was steht diese Woche an", "Zeigt Maßnahmen, Fristen und Konferenzen"],
    overdue: ["Überfällig", "Zeigt, was liegen geblieben ist"],
  },
  starters: [
    ["Zuständigkeit", "Wer ist in Baesweiler fürs Jugendamt zuständig?"],
    ["Fall anlegen", "Neuer Fall: Familie 5 Pers. Eschweiler, Kita + Wohnung"],
    ["Unterlagen fragen", "Welche Phasen hat das Case Management?"],
  ],
  search: {
    title: "Stelle suchen",
    description: "Sucht die zuständige Stelle und fügt sie in Ihre Nachricht ein",
    parameter: "Thema und Ort",
    parameterDescription: "Zum Beispiel: Jugendamt Baesweiler",
  },
} as const;

type Strings<T> = { readonly [K in keyof T]: T[K] extends string ? string : Strings<T[K]> };
export type AppPackageTexts = Strings<typeof appPackageDe>;

export const appPackageEn: AppPackageTexts = {
  name: "KIM-Assistent",
  fullName: "KIM-Assistent for municipal integration management",
  developer: "KIM-Assistent",
  tab: "My day",
  short: "Responsible offices, cases without names, case conferences, sourced answers.",
  full: "For case managers in municipal integration management: from half a sentence, KIM-Assistent names the responsible office with its reason and how fresh that is, keeps cases that never hold a name, brings offices together for a case conference once consent has been checked, and answers from your organisation's documents with their source. Case work happens in the 1:1 chat only. As delivered, no text leaves your house.",
  commands: {
    help: ["Help", "Shows what you can write"],
    office: ["Who is responsible?", "Names the responsible office for a topic and a place"],
    newCase: ["New case", "Opens the card for a new case"],
    myCases: ["My cases", "Shows your open cases"],
    agenda: ["Agenda", "Shows measures, deadlines and conferences"],
    overdue: ["Overdue", "Shows what was left undone"],
  },
  starters: [
    ["Responsibility", "Wer ist in Baesweiler fürs Jugendamt zuständig?"],
    ["Create a case", "Neuer Fall: Familie 5 Pers. Eschweiler, Kita + Wohnung"],
    ["Ask the documents", "Welche Phasen hat das Case Management?"],
  ],
  search: {
    title: "Find an office",
    description: "Finds the responsible office and puts it into your message",
    parameter: "Topic and place",
    parameterDescription: "For example: Jugendamt Baesweiler",
  },
};
