/** What the bench uses of lunr, which brings no types. */
declare module "lunr" {
  class Token {
    constructor(text: string, metadata: object);
    toString(): string;
  }
  type Builder = {
    use(plugin: unknown): void;
    field(name: string, options?: { boost: number }): void;
    add(document: object): void;
  };
  type Index = { search(query: string): readonly { readonly ref: string }[] };
  type Lunr = {
    (configure: (this: Builder) => void): Index;
    readonly Token: typeof Token;
    readonly de: {
      stopWordFilter(token: Token): Token | undefined;
      stemmer(token: Token): Token;
    };
  };
  const lunr: Lunr;
  export default lunr;
}
