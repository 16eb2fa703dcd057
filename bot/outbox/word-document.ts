/** A document as its parts; how a word processor wants them is the writer's affair. */
export type WordDocument = {
  readonly title: string;
  /** BCP 47 tag, for screen readers and the spelling check. */
  readonly language: string;
  readonly blocks: readonly WordBlock[];
};

export type WordBlock =
  | { readonly kind: "heading" | "text"; readonly text: string }
  | { readonly kind: "list"; readonly lines: readonly string[] }
  /** The first row is its head. */
  | { readonly kind: "table"; readonly rows: readonly (readonly string[])[] };

export type WriteDocument = (document: WordDocument) => Buffer;
