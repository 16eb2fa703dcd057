/** Fetches a file that a person sent in the chat. Never rejects; reasons hold no address, since it is a secret. */
export type FetchFile = (url: string) => Promise<FetchedFile>;

export type FetchedFile =
  | { readonly kind: "fetched"; readonly bytes: Uint8Array }
  /** Another try may help: no connection, or the other side is down. */
  | { readonly kind: "away"; readonly reason: string }
  /** `gone`: the address is not good any more. `foreign`: no place where Teams keeps files. */
  | { readonly kind: "failed"; readonly cause: "gone" | "foreign" | "too-large" };
