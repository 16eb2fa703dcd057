/** English names of languages with the German ones; those that are the same in both may stand in a list too. */
const names: Readonly<Record<string, string>> = {
  albanian: "Albanisch",
  amharic: "Amharisch",
  arabic: "Arabisch",
  aramaic: "Aramäisch",
  armenian: "Armenisch",
  azerbaijani: "Aserbaidschanisch",
  azeri: "Aserbaidschanisch",
  bengali: "Bengalisch",
  bosnian: "Bosnisch",
  bulgarian: "Bulgarisch",
  chinese: "Chinesisch",
  croatian: "Kroatisch",
  czech: "Tschechisch",
  chechen: "Tschetschenisch",
  dari: "Dari",
  dutch: "Niederländisch",
  english: "Englisch",
  farsi: "Farsi",
  french: "Französisch",
  georgian: "Georgisch",
  "german sign language": "Deutsche Gebärdensprache",
  greek: "Griechisch",
  hungarian: "Ungarisch",
  italian: "Italienisch",
  kurdish: "Kurdisch",
  kurmanji: "Kurmanji",
  latvian: "Lettisch",
  lithuanian: "Litauisch",
  macedonian: "Mazedonisch",
  mongolian: "Mongolisch",
  pashto: "Paschtu",
  persian: "Farsi",
  polish: "Polnisch",
  portuguese: "Portugiesisch",
  romanian: "Rumänisch",
  romani: "Romanes",
  russian: "Russisch",
  serbian: "Serbisch",
  slovak: "Slowakisch",
  somali: "Somali",
  sorani: "Sorani",
  spanish: "Spanisch",
  swahili: "Suaheli",
  tajik: "Tadschikisch",
  thai: "Thailändisch",
  tigrinya: "Tigrinya",
  turkish: "Türkisch",
  ukrainian: "Ukrainisch",
  urdu: "Urdu",
  uzbek: "Usbekisch",
  vietnamese: "Vietnamesisch",
};

const name = `(?:${Object.keys(names).join("|")})`;
const any = new RegExp(String.raw`(?<!\p{L})${name}(?!\p{L})`, "giu");
const list = String.raw`${name}(?:(?:, (?:and )?| and | or | & |/| \+ )${name})*(?!\p{L})`;
const well = "(?:only |mainly |good |fluent |very good |excellent |also )*";

/**
 * Where a name is that of a language somebody speaks: "Turkish passport" and "Arabic school" are not. Alone between
 * commas it is one, as in notes ("single mother, Arabic, two children").
 */
const spoken = [
  String.raw`(?<!\p{L})(?:speaks?|speaking|spricht|sprechen|muttersprache:?|fluent in|languages?:?|mother tongues?:?(?: is)?|native language:?(?: is)?|interpreters? for|interpreter:?) \(?${well}${list}`,
  String.raw`(?<=(?:^|[,;:(])\s?)${list}(?=\s?(?:[,;.)]|$))`,
  String.raw`(?<!\p{L})${name}(?=[ -](?:speaking|speakers?|interpreters?)(?!\p{L}))`,
].map((pattern) => new RegExp(pattern, "giu"));

/** "speaks no German", "a little English": as good as none, or not enough. */
const hardly = new RegExp(
  String.raw`(?<!\p{L})(?:(?:does not|doesn['’]t|do not|don['’]t|cannot|can['’]t) (?:yet )?(?:speak|understand)(?: any| much)?|(?:speaks? )?(?:no|hardly any|barely any|little|a little|a bit of|some|poor|bad|not much)) (${name}|German)(?![\p{L}-]| (?:course|class|passport|citizen))`,
  "giu",
);
const german = new RegExp(
  String.raw`(?<!\p{L})(?:speaks? |speaking |and |, )${well}German(?![\p{L}-]| (?:course|class|passport|citizen|sign))`,
  "giu",
);

/** Names of spoken languages in German, and what is said of German itself. */
export function languagesInGerman(text: string): string {
  let said = text.replace(hardly, (_, language: string) => `kein ${inGerman(language)}`);
  const speaks = /(?<!\p{L})speaks?(?!\p{L})/iu.test(said);
  if (speaks) said = said.replace(german, ", spricht Deutsch");
  for (const pattern of spoken) {
    said = said.replace(pattern, (part) => part.replace(any, inGerman));
  }
  return said;
}

function inGerman(language: string): string {
  return names[language.toLowerCase()] ?? "Deutsch";
}
