import { fetchOutside } from "../../outside/fetch-outside.js";

export type FeedOptions = {
  /** For demo mode and tests: `http:` and addresses inside the house too. */
  readonly allowInside: boolean;
  readonly maxBytes?: number;
  /** For all of it, redirects included, ms. */
  readonly deadlineMs?: number;
};

/** Reasons hold no address: feeds carry their secret in it. */
export type Fetched =
  | { readonly kind: "fetched"; readonly text: string }
  | { readonly kind: "failed"; readonly reason: string };

/** Fetches a calendar feed whose address somebody else wrote down. Never rejects. */
export async function fetchFeed(
  url: string,
  { allowInside, maxBytes = 5 * 1024 * 1024, deadlineMs = 4_000 }: FeedOptions,
): Promise<Fetched> {
  const accept = "text/calendar, */*;q=0.1";
  const fetched = await fetchOutside(url, { allowInside, maxBytes, deadlineMs, accept });
  return fetched.kind === "fetched"
    ? { kind: "fetched", text: fetched.bytes.toString("utf8") }
    : { kind: "failed", reason: `feed ${fetched.reason}` };
}
