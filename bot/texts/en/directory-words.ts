/**
 * The directory explains itself in German, the language of its data and of the command line
 * (knowledge/directory/wording.ts); these are its sentences in English. Names of topics, places and conditions are data
 * and stay as they are. What is none of its sentences stays too.
 */
export function directoryInEnglish(german: string): string {
  const rule = ruleSentence.exec(german);
  if (rule) {
    const [, role = "", topic = "", where = "", conditions] = rule;
    const only = conditions === undefined ? "" : ` (${conditions.split("; ").map(condition).join("; ")})`;
    return `${roles[role] ?? role} “${topic}” ${area(where)}${only}.`;
  }
  for (const [pattern, english] of sentences) {
    if (pattern.test(german)) return german.replace(pattern, english);
  }
  return condition(german);
}

const ruleSentence =
  /^(Ansprechstelle|Zuständig|Nur unter dieser Bedingung zuständig) für „(.+)“ (.+?)(?: \(((?:für Nachnamen|von \d|ab \d|unter \d|bei: ).*)\))?\.$/;

const roles: Readonly<Record<string, string>> = {
  Zuständig: "Responsible for",
  Ansprechstelle: "Contact for",
  "Nur unter dieser Bedingung zuständig": "Only under this condition responsible for",
};

function area(where: string): string {
  if (where === "unabhängig vom Wohnort") return "wherever somebody lives";
  return where
    .replace(/^in der Gemeinde /, "in the municipality ")
    .replace(/^im ganzen Gebiet mit dem Regionalschlüssel /, "in the whole area with the regional key ")
    .replace(/^im ganzen Gebiet /, "in the whole area of ")
    .replace(/, also auch in (.+)$/, ", and so in $1 too");
}

function condition(words: string): string {
  for (const [pattern, english] of conditions) {
    if (pattern.test(words)) return words.replace(pattern, english).replace(/ oder /g, " or ");
  }
  return words;
}

const conditions: readonly (readonly [RegExp, string])[] = [
  [/^für Nachnamen (.+)$/, "for surnames $1"],
  [/^Nachname (.+)$/, "surname $1"],
  [/^von (\d+) bis (\d+) Jahren$/, "aged $1 to $2"],
  [/^ab (\d+) Jahren$/, "aged $1 and over"],
  [/^unter (\d+) Jahren$/, "aged under $1"],
  [/^bei: (.+)$/, "for: $1"],
];

const sentences: readonly (readonly [RegExp, string])[] = [
  [
    /^Nach dieser Stelle wurde gefragt; sie steht(?: für (.+?))?(?: mit (.+?))?( und mehr)? im Verzeichnis\.$/,
    "This office was asked for; it is in the directory.",
  ],
  [/^Diese Stelle steht.* im Verzeichnis\.$/, "This office is in the directory."],
  [/^„(.+)“ kann Verschiedenes heißen\. Worum geht es\?$/, "“$1” can mean several things. What is it about?"],
  [
    /^In welcher Gemeinde wohnt die Person\? .*$/,
    "In which municipality does the person live? A part of town or a postcode is enough.",
  ],
  [
    /^In welchem Ort war das Ereignis .*$/,
    "In which place was the event (birth, marriage, death)? Where somebody lives does not count here.",
  ],
  [/^Für welche Gemeinde\? .*$/, "For which municipality? A part of town or a postcode is enough."],
  [
    /^Mit welchen zwei Buchstaben beginnt der Nachname\? .*$/,
    "With which two letters does the surname begin? Please only the letters, not the name.",
  ],
  [/^Wie alt ist die Person\?$/, "How old is the person?"],
  [/^Welche Bedingung trifft zu\?$/, "Which condition holds?"],
  [/^Dazu steht nichts im Verzeichnis\.$/, "The directory says nothing about this."],
  [
    /^(.+) steht nicht im Verzeichnis\. Es enthält nur die eigenen Gemeinden\.$/,
    "$1 is not in the directory. It only holds the own municipalities.",
  ],
  [/^Für „(.+)“ ist in (.+) keine Stelle eingetragen\.$/, "For “$1” no office in $2 is entered."],
  [/^Für „(.+)“ ist keine Stelle eingetragen\.$/, "For “$1” no office is entered."],
  [/^Diese Stelle ist für (.+) nicht eingetragen\.$/, "This office is not entered for $1."],
  [/^Diese Stelle ist nicht eingetragen\.$/, "This office is not entered."],
  [
    /^Für „(.+)“ gibt es nur Einträge, die heute nicht gelten\.$/,
    "For “$1” there are only entries that do not hold today.",
  ],
  [/^überall$/, "everywhere"],
  [/^rund um die Uhr$/, "round the clock"],
  [/^bundesweit einheitliche Rufnummer$/, "number that is the same all over Germany"],
  [/^Polizei-Notruf$/, "Police emergency number"],
  [/^Rettungsdienst und Feuerwehr$/, "Ambulance and fire brigade"],
  [
    /^Bei akuter Gefahr für einen Menschen zuerst die Polizei\.$/,
    "With acute danger to somebody the police first.",
  ],
  [
    /^Bei Verletzung oder Lebensgefahr der Rettungsdienst\.$/,
    "With an injury or danger to life the ambulance.",
  ],
  [
    /^Bei Gewalt gegen Frauen: .*$/,
    "With violence against women: round the clock, free, anonymous, in many languages; advises professionals too.",
  ],
  [/^Bei Suizidgedanken: .*$/, "With thoughts of suicide: round the clock, free, anonymous."],
];
