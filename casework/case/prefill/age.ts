import { dayNumberOf, type LocalDate, localDate } from "../../calendar/local-date.js";
import { type AgeBand, ageBandOf } from "../facts.js";

const words =
  "ein zwei drei vier funf sechs sieben acht neun zehn elf zwolf dreizehn vierzehn funfzehn sechzehn siebzehn achtzehn neunzehn zwanzig".split(
    " ",
  );

const childWord = `(?:kind(?:er)?|kleinkind|sohn|sohne|tochter|baby|saugling|madchen|junge|bruder|schwester|enkel(?:in)?)`;
const adultWord = String.raw`(?:klient(?:[*:/_]?in)?|einzelperson|schwangere|alleinerziehende[r]?|azubi|gefluchtete[r]?|kl\.?|mann|frau|mutter|vater|rentner(?:in)?|person|jugendliche[rn]?|uma|umf|ratsuchende[rn]?|auszubildende[rn]?|schuler(?:in)?|student(?:in)?)`;

/** "16jähriger", "14 jährige Tochter", "fünfjähriges Kind" */
const years = new RegExp(
  String.raw`(?:(?<!\w)(${childWord}|${adultWord}),?\s(?:ist\s)?)?(?<![\w.,-])(\d{1,2}|${words.join("|")})[- ]?jahrig\w*(?:\s(${childWord}|${adultWord})(?!\w))?`,
  "g",
);
/** "34 J.", "27 Jahre alt", ", 34 Jahre," – not "3 Jahre in Deutschland" or "nach 16 Jahren". */
const said = new RegExp(
  String.raw`(?:(?<!\w)(${childWord}|${adultWord}),?\s\(?)?(?<![\w.])(?<!(?<!\w)(?:seit|nach|vor|fur|in|uber|bis|noch|ca|von|alle) )(\d{1,2})\s?(?:j(?![a-z])|jahre? alt\w*|jahre(?=\s*(?:[,;.)]|$)))`,
  "g",
);
/** "Kinder 3 und 7 J.", "2 Kinder (4, 7, 12)" */
const siblings =
  /(?<!\w)(?:kindern?|ki\.?|sohne|tochter)[,\s(:]+\d{1,2}(?:\s?(?:,|und|u\.|\+|&|\/)\s?\d{1,2})+(?:\s?(?:j(?![a-z])|jahre))?/g;
/** "Klientin (34)", "UMA, 16", "Sohn 5," */
const bare = new RegExp(
  String.raw`(?<!\w)(${childWord}|${adultWord})(?:,?\s|\s?\()(\d{1,2})(?=\s*(?:[,;)]|\.?$))`,
  "g",
);
const decade = /(?<!\w)(anfang|mitte|ende)\s(\d)0(?![\d.])/;
const infant = /(?<!\w)(?:saugling|neugeborene\w*|baby|kleinkind|kita-?kind)(?!\w)/;
const pupil = /(?<!\w)(?:grundschulkind|schulkind)(?!\w)/;
const born =
  /(?<!\w)(?:jg\.?|jahrgang|geb\.?|geboren)\s?(?:am\s|im\s)?(?:(\d{1,2})\.\s?(\d{1,2})\.\s?)?((?:19|20)\d\d)(?!\d)/;

/** Spoken of beside a child, these are the people the case is about. */
const family =
  /(?<!\w)(?:familie|fam|mutter|vater|eltern|ehepaar|paar|alleinerz\w*|frau|mann|pers|personen|haushalt)(?!\w)/;
const client = /(?<!\w)(?:klient(?:in)?|kl)(?!\w)/;

/** `somebody`: under age and nobody says who, so a child of the family if there is one. */
type Age = { readonly band: AgeBand; readonly of: "client" | "child" | "somebody" };

/**
 * The age band of the person the case is about, from folded text. A child's age counts only where nobody else is
 * spoken of ("Tochter 7 J. braucht Schulplatz"); several children of different bands say nothing.
 */
export function ageBandIn(text: string, today: LocalDate): AgeBand | undefined {
  const ages = agesIn(text, today);
  const own = ages.find((age) => age.of === "client");
  if (own) return own.band;
  const [first] = ages;
  if (!first || family.test(text) || ages.some(({ band }) => band !== first.band)) return undefined;
  return first.of === "child" && client.test(text) ? undefined : first.band;
}

function agesIn(all: string, today: LocalDate): readonly Age[] {
  const text = all.replace(siblings, " ");
  const ages: Age[] = [];
  const add = (age: number, who: string | undefined) => {
    const unnamed = age < 18 ? "somebody" : "client";
    ages.push({
      band: ageBandOf(age),
      of: who === undefined ? unnamed : isChild.test(who) ? "child" : "client",
    });
  };
  for (const [, before, age = "", after] of text.matchAll(years)) {
    add(words.includes(age) ? words.indexOf(age) + 1 : Number(age), before ?? after);
  }
  for (const [, who, age] of text.matchAll(said)) add(Number(age), who);
  for (const [, who, age] of text.matchAll(bare)) add(Number(age), who);
  for (const [list] of all.matchAll(siblings)) {
    for (const [age] of list.matchAll(/\d+/g)) add(Number(age), "kind");
  }
  const birth = born.exec(text);
  if (birth) add(ageOf(birth, today), "klient");
  const about = decade.exec(text);
  if (about) add(Number(about[2]) * 10 + within[about[1] as keyof typeof within], "klient");
  if (infant.test(text)) add(1, "kind");
  if (pupil.test(text)) add(8, "kind");
  return ages;
}

/** "Anfang 30" is 31, "Mitte 40" is 44: near enough for a band. */
const within = { anfang: 1, mitte: 4, ende: 8 };

const isChild = new RegExp(`^${childWord}$`);

/** By the day where it is said, else by the year, in which the birthday may still lie ahead. */
function ageOf([, day, month, year]: RegExpExecArray, today: LocalDate): number {
  const age = Number(today.slice(0, 4)) - Number(year);
  if (!day || !month) return Math.max(0, age);
  const birthday = localDate(dayNumberOf(Number(year), Number(month), Number(day))).slice(5);
  return Math.max(0, birthday > today.slice(5) ? age - 1 : age);
}
