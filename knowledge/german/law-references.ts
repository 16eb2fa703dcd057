/**
 * References to law sections as index terms of their own: a question for "§ 24 AufenthG" must find that section and
 * not every text with a 24 in it.
 */

const ACT = "(?:[A-ZÄÖÜ][\\wÄÖÜäöüß]*(?:G|GB|VO|V|O)\\b(?:\\s?(?:-\\s?)?(?:[IVX]+|\\d{1,2})\\b)?)";
const SECTION = new RegExp(
  `§§?\\s?(\\d+\\s?[a-z]?)\\b((?:\\s?(?:Abs(?:atz|\\.)?|S(?:atz|\\.)|Nr\\.?|Nummer|Buchst(?:abe|\\.)|Halbsatz|[a-z]\\)|ff?\\.)\\s?\\d*[a-z]?)*)\\s*(?:(?:des|der|dem|im)\\s+)?(${ACT})?`,
  "g",
);

const roman: Readonly<Record<string, string>> = {
  "1": "i",
  "2": "ii",
  "3": "iii",
  "4": "iv",
  "5": "v",
  "6": "vi",
  "7": "vii",
  "8": "viii",
  "9": "ix",
  "10": "x",
  "11": "xi",
  "12": "xii",
  "13": "xiii",
  "14": "xiv",
};

/** "SGB 2" and "SGB II" are one book. */
const actName = (written: string): string => {
  const m = /^(.*?)\s*-?\s*(\d{1,2}|[IVX]+)?$/.exec(written);
  const base = (m?.[1] ?? written).toLowerCase().replace(/\s/g, "");
  const book = m?.[2];
  return book ? `${base}${roman[book] ?? book.toLowerCase()}` : base;
};

/** Terms such as "§24" and "§24:aufenthg", each once per place it is written. */
export const lawReferences = (text: string): string[] => {
  if (!text.includes("§")) return [];
  const terms: string[] = [];
  for (const m of text.matchAll(SECTION)) {
    const number = (m[1] ?? "").replace(/\s/g, "");
    terms.push(`§${number}`);
    if (m[3]) terms.push(`§${number}:${actName(m[3])}`);
  }
  return terms;
};
