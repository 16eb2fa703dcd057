/** What the detector tells apart. What a person reads about it is made in bot/texts, by kind. */
export type FindingKind =
  | "name"
  | "birth-date"
  | "phone"
  | "email"
  /** A bank account: IBAN, or an account number called so. */
  | "iban"
  /** Renten- or Sozialversicherungsnummer. */
  | "social-security-number"
  | "azr-number"
  /** Aktenzeichen, BG-, Kunden-, Versicherten- and tax numbers, other long numbers. */
  | "file-number"
  /** Street with house number; the municipality stays. */
  | "address"
  /** Passport, identity card, residence card. */
  | "identity-document"
  | "car-plate"
  /** Words about somebody's health (DSGVO Art. 9): only warned of, they stay. */
  | "health";

/** A piece of a text, as UTF-16 offsets, end exclusive. */
export type Span = { readonly start: number; readonly end: number };

export type KindSpan = Span & { readonly kind: FindingKind };

/**
 * One thing found. The value itself is not in it, so that a finding can be logged and counted; who must
 * show it slices the text. `start`–`end` is what `replacement` stands for, a title included.
 */
export type Finding = Span & {
  readonly kind: FindingKind;
  readonly category: "removes" | "warns";
  /** What stands there in the cleaned text; empty: nothing. */
  readonly replacement: string;
};
