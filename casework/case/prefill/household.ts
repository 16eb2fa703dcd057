import { countOf, number } from "./numbers.js";

const people = [
  new RegExp(String.raw`(?<![\w.,])(${number})(?:er)?[- ]?(?:kopfig|kopf\.)`),
  new RegExp(String.raw`(?<![\w.,])(${number})[- ]?(?:pers|person|personen|p\.)(?![a-z])`),
  /(?<!\w)(?:haushalt|hh|haushaltsgrosse|personenzahl|bg)\s?[:=]?\s(\d{1,2})(?=\s*(?:[,;.)]|$))/,
  /(?<!\w)(?:familie|fam\.?)\s?(?:\((\d{1,2})\)|(\d{1,2})(?=\s*(?:[,;)]|$)))/,
];
const together = /(?<!\w)zu (zweit|dritt|viert|funft|sechst|siebt|acht|neunt|zehnt)(?!\w)/;
const ordinals = ["zweit", "dritt", "viert", "funft", "sechst", "siebt", "acht", "neunt", "zehnt"];

const adults = new RegExp(String.raw`(?<!\w)(${number})\s?(?:erw|erwachsene[nr]?)(?![a-z])`);
const adjectives = String.raw`(?:(?:klein|minderjahrig|schulpflichtig|gemeinsam|weiter|eigen|jung|erwachsen)e[nr]?\s)*`;
const child =
  "(?:kind(?:er|ern)?|ki|kids|kleinkind(?:er|ern)?|sohn(?:e|en)?|tochtern?|baby|babys|saugling|schulkind(?:er|ern)?)";
const counted = new RegExp(String.raw`(?<!\w)(${number})\s?${adjectives}${child}(?![a-z-])`, "g");
/** "mit Kind", "und Sohn": one each. Plurals without a number say nothing. */
const single =
  /(?<!\w)(?:mit|und|\+|&)\s(?:(?:ihre|seine)[mnr]?\s|klein(?:em|er)\s|neugeborene[mn]\s)?(?:kind|kleinkind|sohn|tochter|baby|saugling)(?![a-z-])/g;

const couple =
  /(?<!\w)(?:ehepaar|eheleute|paar|eltern|(?:gross)?familie|fam|verheiratet)(?![a-z-])|(?<!\w)(?:mutter|vater)(?:\s?\([^)]*\))?[ ,+&]+(?:und |u\. )?(?:mutter|vater)(?!\w)/;
const withPartner =
  /(?<!\w)mit\s(?:seiner\s|ihrem\s|der\s|dem\s)?(?:ehe)?(?:frau|mann|partner(?:in)?|gatt(?:e|en|in))(?!\w)/;
const one = /(?<!\w)(?:alleinerz\w*|mutter|vater|klient(?:in)?|kl|frau|mann|witwer?|person)(?![a-z-])/;
const alone =
  /(?<!\w)(?<!nicht )(?:alleinstehend\w*|alleinst|alleinlebend\w*|(?:lebt|wohnt) allein|single|einzelperson)(?!\w)/;
/** Not living here: no part of the household. */
const elsewhere = /nachzug|nachholen|im ausland|herkunftsland|(?<!\w)in der heimat|im heimatland/;

/**
 * How many people live together, from folded text. Adults are counted as said or as the word implies (couple and
 * family two, Alleinerziehende one); undefined where that leaves it open.
 */
export function householdIn(text: string): number | undefined {
  const size = sizeIn(text);
  return size !== undefined && size >= 1 && size <= 30 ? size : undefined;
}

function sizeIn(text: string): number | undefined {
  for (const pattern of people) {
    const found = pattern.exec(text);
    if (found) return countOf(found[1] ?? found[2] ?? "");
  }
  const said = together.exec(text)?.[1];
  if (said) return ordinals.indexOf(said) + 2;
  const grown = adults.exec(text)?.[1];
  const children = elsewhere.test(text) ? 0 : childrenIn(text);
  if (grown) return countOf(grown) + children;
  if (children > 0) {
    const parents = parentsIn(text);
    return parents === undefined ? undefined : parents + children;
  }
  if (elsewhere.test(text)) return undefined;
  if (
    /(?<!\w)(?:ehepaar|paar|eheleute)(?![a-z-])/.test(text) &&
    !/kindern?(?!\w)/.test(withoutNoChildren(text))
  )
    return 2;
  return alone.test(text) ? 1 : undefined;
}

function childrenIn(text: string): number {
  const numbered = [...text.matchAll(counted)];
  const rest = text.replace(counted, " ");
  return (
    numbered.reduce((sum, found) => sum + countOf(found[1] ?? ""), 0) + [...rest.matchAll(single)].length
  );
}

function parentsIn(text: string): number | undefined {
  if (/alleinerz/.test(text)) return 1;
  if (couple.test(text) || withPartner.test(text)) return 2;
  return one.test(text) || alone.test(text) ? 1 : undefined;
}

function withoutNoChildren(text: string): string {
  return text.replace(/(?:ohne|keine) kinder/, " ");
}
