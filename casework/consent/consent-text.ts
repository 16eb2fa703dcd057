/** A text that explains a consent, to be read out. Kept by the operator per controller and language. */
export type ConsentText = {
  readonly id: string;
  readonly title: string;
  /** `de`, `de-leicht`, `ar`, … */
  readonly language: string;
  /** Hash of title and body: what was told can be shown to be this very text. */
  readonly version: string;
  /** Paragraphs of plain text. */
  readonly body: readonly string[];
  /** Words of the names of the organisations that it is for; empty: for all that have none of their own. */
  readonly organisations: readonly string[];
};

/**
 * The texts of an organisation: its own, else those for everybody (each controller has its law, § 67(4) SGB X).
 * Those in one of these languages, named as people name them in German, come first.
 */
export function textsForAgency(
  texts: readonly ConsentText[],
  agency: string,
  languages: readonly string[],
): readonly ConsentText[] {
  const name = agency.toLowerCase();
  const own = texts.filter((text) => text.organisations.some((word) => name.includes(word.toLowerCase())));
  const some = own.length > 0 ? own : texts.filter((text) => text.organisations.length === 0);
  const spoken = (text: ConsentText) => languages.includes(languageNames.of(text.language.slice(0, 2)) ?? "");
  const foreign = (text: ConsentText) => !text.language.startsWith("de") && spoken(text);
  return [...some.filter(foreign), ...some.filter((text) => !foreign(text))];
}

const languageNames = new Intl.DisplayNames("de", { type: "language" });
