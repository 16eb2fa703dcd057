/** A page beside the bot's own endpoint: health, metrics, the tab, the date poll. Knows nothing of restify. */
export type HttpRoute = {
  readonly method: "GET" | "POST";
  /** Path with `:name` parameters, e.g. `/c/:token`. */
  readonly path: string;
  readonly handle: (request: HttpRequest) => Promise<HttpResponse>;
};

export type HttpRequest = {
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  /** Who opened the connection: behind a proxy, the proxy. */
  readonly address: string;
  /** Form fields or JSON members of a POST, as text; at most 64 kB in all. */
  readonly fields: Readonly<Record<string, string>>;
};

export type HttpResponse = {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
};

/** What is known of a request before its token was looked at. */
export type Caller = Pick<HttpRequest, "address" | "headers">;

/** Spares the check of a token from an address that has brought many bad ones. */
export type RefusedTokens = {
  /** False: it is refused unseen, for at most a minute. */
  readonly mayTry: (caller: Caller) => boolean;
  readonly note: (caller: Caller, token: "accepted" | "refused") => void;
};
