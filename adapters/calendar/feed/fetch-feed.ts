import { lookup } from "node:dns";
import { request as httpRequest, type IncomingMessage } from "node:http";
import { request as httpsRequest } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { isPublicAddress } from "./public-address.js";

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

const mostRedirects = 3;

/**
 * Fetches a calendar feed whose address somebody else wrote down. Never inside the own network: the address that is
 * connected to is the one that was checked, with each redirect anew. Bounded in size and time. Never rejects.
 */
export async function fetchFeed(
  url: string,
  { allowInside, maxBytes = 5 * 1024 * 1024, deadlineMs = 4_000 }: FeedOptions,
): Promise<Fetched> {
  const signal = AbortSignal.timeout(deadlineMs);
  let next = url;
  try {
    for (let redirects = 0; redirects <= mostRedirects; redirects++) {
      const target = new URL(next);
      const refused = whyRefused(target, allowInside);
      if (refused) return { kind: "failed", reason: refused };
      const response = await get(target, allowInside, signal);
      const { statusCode = 0 } = response;
      const { location } = response.headers;
      if (statusCode >= 300 && statusCode < 400 && location) {
        response.destroy();
        next = new URL(location, target).href;
        continue;
      }
      if (statusCode !== 200) {
        response.destroy();
        return { kind: "failed", reason: `feed ${statusCode}` };
      }
      const text = await bounded(response, maxBytes);
      return text === undefined ? { kind: "failed", reason: "feed too large" } : { kind: "fetched", text };
    }
    return { kind: "failed", reason: "feed redirects too often" };
  } catch (error) {
    const name = error instanceof Error ? error.name : "unknown";
    return { kind: "failed", reason: signal.aborted ? "feed too slow" : `feed ${name}` };
  }
}

function whyRefused(
  { protocol, hostname, username, password }: URL,
  allowInside: boolean,
): string | undefined {
  if (protocol !== "https:" && !(allowInside && protocol === "http:")) return "feed not https";
  if (username !== "" || password !== "") return "feed with a password in its address";
  // A literal address is connected to without asking a name server.
  const literal = hostname.replace(/^\[|\]$/g, "");
  if (!allowInside && isIP(literal) !== 0 && !isPublicAddress(literal)) return "feed inside the house";
  return undefined;
}

function get(target: URL, allowInside: boolean, signal: AbortSignal): Promise<IncomingMessage> {
  const request = target.protocol === "https:" ? httpsRequest : httpRequest;
  return new Promise((resolve, reject) => {
    request(
      target,
      {
        signal,
        headers: { accept: "text/calendar, */*;q=0.1" },
        ...(allowInside ? {} : { lookup: publicLookup }),
      },
      resolve,
    )
      .on("error", reject)
      .end();
  });
}

/** Names that lead inside are refused where the connection is made: no second answer can slip in between. */
const publicLookup: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return callback(error, "", 0);
    const [first] = addresses;
    if (!first || !addresses.every(({ address }) => isPublicAddress(address))) {
      return callback(new Error("feed inside the house"), "", 0);
    }
    if (options.all) return callback(null, addresses);
    return callback(null, first.address, first.family);
  });
};

async function bounded(response: IncomingMessage, maxBytes: number): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response) {
    size += (chunk as Buffer).length;
    if (size > maxBytes) {
      response.destroy();
      return undefined;
    }
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks).toString("utf8");
}
