/** What somebody needs, in the words under which the directory knows it. */
export function topicsInGerman(text: string): string {
  let said = text;
  for (const [english, german] of topics) said = said.replace(english, german);
  return said;
}

const word = (english: string) => new RegExp(String.raw`(?<![\p{L}-])(?:${english})(?![\p{L}-])`, "giu");

/** A flat that somebody lives in is no topic, one that is looked for is. */
const wanted = String.raw`(?<=(?<!\p{L})(?:needs?|needing|look(?:s|ing) for|search(?:es|ing)? for|seeks?|wants?|no|without|find(?:s|ing)?)(?!\p{L})[^.;!?]{0,60}(?<![\p{L}-]))`;

const topics: readonly (readonly [RegExp, string])[] = [
  [
    word("kindergarten places?|(?:nursery|day-?care|day care|child-?care|preschool)(?: places?)?"),
    "Kitaplatz",
  ],
  [word("social housing|housing certificate"), "Wohnberechtigungsschein"],
  [word("housing benefit"), "Wohngeld"],
  [
    new RegExp(String.raw`${wanted}(?:flat|apartment|housing|place to live)(?![\p{L}-])`, "giu"),
    "Wohnungssuche",
  ],
  [word("school (?:places?|enroll?ment|registration)|place at (?:a |the )?school"), "Schulplatz"],
  [word("child benefit"), "Kindergeld"],
  [word("parental (?:allowance|benefit)"), "Elterngeld"],
  [word("unemployment benefit"), "Arbeitslosengeld"],
  [word("integration courses?"), "Integrationskurs"],
  [word("(?:German|language) (?:course|class)(?:es)?"), "Sprachkurs"],
  [word("work permit|permission to work"), "Arbeitserlaubnis"],
  [
    word("(?:looking for|searching for|seeking|needs?|wants?) (?:a )?(?:job|work)|job search"),
    "Arbeitssuche",
  ],
  [word("apprenticeship|vocational training"), "Ausbildungsplatz"],
  [
    word(
      "recognition of (?:(?:her|his|their|a|an|the|foreign|professional|school) )*(?:degrees?|diplomas?|qualifications?|certificates?)",
    ),
    "Anerkennung ausländischer Abschlüsse",
  ],
  [word("health insurance"), "Krankenversicherung"],
  [word("rent arrears"), "Mietschulden"],
  [word("eviction"), "Räumung"],
  [word("debts?|debt counsell?ing|in debt"), "Schulden"],
  [word("family reunification"), "Familiennachzug"],
  [word("naturali[sz]ation"), "Einbürgerung"],
  [word("pregnant|pregnancy"), "schwanger"],
  [word("(?:driving|driver['’]s) licen[cs]e"), "Führerschein"],
  [word("domestic violence"), "häusliche Gewalt"],
  [word("birth certificate"), "Geburtsurkunde"],
  [word("bank account"), "Bankkonto"],
  [word("homeless"), "obdachlos"],
  [word("severe(?:ly)? disab(?:ility|led)"), "Schwerbehinderung"],
];
