import { editDistance, fold } from "../../../knowledge/german/spelling.js";
import { type Language, languages } from "../facts.js";

/** Other names and abbreviations; a dot where the letters are a word or a name without it. */
const others: Readonly<Record<string, readonly Language[]>> = {
  "arab arab.": ["Arabisch"],
  "tigr tigr. tigrinisch tigrinja tigrigna": ["Tigrinya"],
  "ukr ukr.": ["Ukrainisch"],
  "türk türk.": ["Türkisch"],
  "russ russ.": ["Russisch"],
  "frz frz. franz.": ["Französisch"],
  "engl engl.": ["Englisch"],
  "kurd kurd.": ["Kurdisch"],
  "bulg bulg.": ["Bulgarisch"],
  "poln poln.": ["Polnisch"],
  "rum. rumän rumän. moldawisch": ["Rumänisch"],
  "alb.": ["Albanisch"],
  "serb serb.": ["Serbisch"],
  "kroat kroat.": ["Kroatisch"],
  "bosn bosn.": ["Bosnisch"],
  "span.": ["Spanisch"],
  "port. portug portug.": ["Portugiesisch"],
  "ital ital.": ["Italienisch"],
  "som. somalisch": ["Somali"],
  "vietn vietn.": ["Vietnamesisch"],
  "ung.": ["Ungarisch"],
  "persisch iranisch": ["Farsi"],
  "paschto pashto pashtu": ["Paschtu"],
  "kurmandschi kurmanci kurmanji kurmançi kurmandji kurmandjii badini": ["Kurdisch (Kurmandschi)"],
  sorani: ["Kurdisch (Sorani)"],
  "romani romanesisch": ["Romanes"],
  "thai thailändisch": ["Thailändisch"],
  "mandarin kantonesisch": ["Chinesisch"],
  "pandschabi panjabi": ["Punjabi"],
  "swahili kisuaheli kiswahili": ["Suaheli"],
  haussa: ["Hausa"],
  "fula pular pulaar fulani": ["Fulfulde"],
  "bengali bangla": ["Bengalisch"],
  tamilisch: ["Tamil"],
  "mandingo malinke": ["Mandinka"],
  "dgs gebärdensprache": ["Deutsche Gebärdensprache"],
  "bks serbokroatisch": ["Bosnisch", "Kroatisch", "Serbisch"],
};

const known = new Map<string, readonly Language[]>();
for (const language of languages) known.set(fold(language), [language]);
for (const [names, meant] of Object.entries(others))
  for (const name of names.split(" ")) known.set(fold(name), meant);

/** Long enough that a wrong letter leaves no doubt. */
const long = [...known.keys()].filter((name) => name.length >= 7);

/** "ukr. Pass": where a paper comes from, not what somebody speaks. */
const papers =
  /^(?:reise)?pass$|^(?:fuhrerschein|diplom|abschluss|staatsang\w*|geburtsurkunde|heiratsurkunde|urkunde\w*|dokument\w*|zeugnis\w*|ausweis|visum)$/;
const negations = /^(?:kein|keine|keinen|nicht|ohne|weder|kaum|wenig)$/;

type Word = { readonly word: string; readonly hasDot: boolean };

/** The languages that a person speaks, from folded text. German only where it is said that they speak it. */
export function languagesIn(text: string): readonly Language[] {
  const words: Word[] = [...text.matchAll(/\p{L}+(\.)?/gu)].map(([found, dot]) => ({
    word: dot ? found.slice(0, -1) : found,
    hasDot: dot !== undefined,
  }));
  const found = new Set<Language>();
  const readBefore = new Map<string, readonly Language[] | undefined>();
  words.forEach(({ word, hasDot }, i) => {
    const key = hasDot ? `${word}.` : word;
    const spoken = readBefore.has(key) ? readBefore.get(key) : spokenBy(word, hasDot);
    readBefore.set(key, spoken);
    if (!spoken || negations.test(words[i - 1]?.word ?? "")) return;
    if (hasDot && papers.test(words[i + 1]?.word ?? "")) return;
    for (const language of spoken) if (language !== "Deutsch" || speaksGerman(text)) found.add(language);
  });
  // "kurdisch (Kurmandschi)" is one language.
  if ([...found].some((language) => language.startsWith("Kurdisch ("))) found.delete("Kurdisch");
  return [...found];
}

function spokenBy(word: string, hasDot: boolean): readonly Language[] | undefined {
  const exact = known.get(word) ?? (hasDot ? known.get(`${word}.`) : undefined);
  if (exact) return exact;
  const speaker = /^(.+isch|dari|farsi|urdu|somali|tigrinya)sprachig\w*$/.exec(word)?.[1];
  if (speaker) return known.get(speaker);
  // "Turkish passport": where "Turkish" is a language, it was put into German before.
  if (word.length < 6 || word.length > 24 || word.endsWith("ish")) return undefined;
  // "arabich", but not "arabische": an inflected adjective speaks of something else.
  const meant = long.find((name) => !word.startsWith(name) && editDistance(word, name, 1) === 1);
  return meant === undefined ? undefined : known.get(meant);
}

const noGerman =
  /(?<!\w)(?:kein|keine|kaum|wenig|nicht|schlecht|ohne) (?:gut |viel |ausreichend )?deutsch(?:kenntnisse)?(?!\w)/;
const german =
  /(?<!\w)(?:spricht|sprechen|kann|versteht) (?:(?:sehr |recht |ganz )?(?:gut|gutes|fliessend|sicher|auch)e?s? )?deutsch(?!\w)|(?<!\w)(?:sehr )?(?:gutes|gut|fliessend|sicher) deutsch(?!\w)|(?<!\w)deutsch (?:sehr )?(?:gut|fliessend|sicher|b2|c1|c2)(?!\w)|spricht [\w ,]{2,40} und (?:gut |auch )?deutsch(?!\w)|(?<!\w)auf deutsch (?:zurecht|gut)/;

function speaksGerman(text: string): boolean {
  return german.test(text) && !noGerman.test(text);
}

const helper = String.raw`(?:dolmi|dolmetsch\w*|sprachmittl\w*|sprint|ubersetzer(?:in)?)`;
const needed = new RegExp(String.raw`(?<!\w)${helper}(?!\w)`);
const missed = new RegExp(
  `ohne (?:eine[n]? )?${helper} (?:geht |ist )?(?:es )?(?:nicht|kein|unmoglich)|kein(?:e|en)? ${helper} (?:verfugbar|vorhanden|gefunden|da(?!\\w))`,
);
const notNeeded = new RegExp(
  `(?:kein|keine|keinen|ohne) (?:eine[n]? )?${helper}|${helper} (?:ist |wird )?(?:nicht|unnotig|entfallt)`,
);
/** Not for this person, or not yet known. */
const open = new RegExp(
  String.raw`(?:als|beruf\w*:?|ausbildung zu[mr]) ${helper}|${helper}(?:-| )?(?:ausbildung|kurs|pool|liste)|${helper}\s?\?|${helper} unklar`,
);

/** Whether somebody has to interpret, from folded text. Undefined if it is not said, or left open. */
export function interpreterIn(text: string): "yes" | "no" | undefined {
  if (open.test(text)) return undefined;
  if (missed.test(text)) return "yes";
  if (notNeeded.test(text)) return "no";
  if (needed.test(text) || noGerman.test(text)) return "yes";
  return speaksGerman(text) ? "no" : undefined;
}
