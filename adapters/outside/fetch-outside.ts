import { lookup } from "node:dns";
import { request as httpRequest, type IncomingMessage } from "node:http";
import { request as httpsRequest } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { isPublicAddress } from "../calendar/feed/public-address.js";

export type OutsideOptions = {
  /** For demo mode and tests: `http:` and addresses inside the house too. */
  readonly allowInside: boolean;
  readonly maxBytes: number;
  /** For all of it, redirects included, ms. */
  readonly deadlineMs: number;
  readonly accept: string;
  /** Which addresses may be asked at all, each redirect anew; without it every one that the rest allows. */
  readonly mayAsk?: (url: URL) => boolean;
};

/** Reasons hold no address: such addresses carry their secret in them. */
export type FetchedOutside =
  | { readonly kind: "fetched"; readonly bytes: Buffer }
  | {
      readonly kind: "failed";
      /**
       * `refused`: never asked. `status`: the other side said no, with which `status`. `too-large`: given up while it
       * came. `away`: too slow, or no connection.
       */
      readonly cause: "refused" | "status" | "too-large" | "away";
      readonly reason: string;
      readonly status?: number;
    };

const mostRedirects = 3;

/**
 * Fetches from an address that somebody else wrote down. Never inside the own network: the address that is connected
 * to is the one that was checked, with each redirect anew. Bounded in size and time. Never rejects.
 */
export async function fetchOutside(url: string, options: OutsideOptions): Promise<FetchedOutside> {
  const signal = AbortSignal.timeout(options.deadlineMs);
  let next = url;
  try {
    for (let redirects = 0; redirects <= mostRedirects; redirects++) {
      const target = new URL(next);
      const refused = whyRefused(target, options);
      if (refused) return { kind: "failed", cause: "refused", reason: refused };
      const response = await get(target, options, signal);
      const { statusCode: status = 0 } = response;
      const { location } = response.headers;
      if (status >= 300 && status < 400 && location) {
        response.destroy();
        next = new URL(location, target).href;
        continue;
      }
      if (status !== 200) {
        response.destroy();
        return { kind: "failed", cause: "status", reason: String(status), status };
      }
      const bytes = await bounded(response, options.maxBytes);
      if (bytes === undefined) return { kind: "failed", cause: "too-large", reason: "too large" };
      return { kind: "fetched", bytes };
    }
    return { kind: "failed", cause: "refused", reason: "redirects too often" };
  } catch (error) {
    const name = error instanceof Error ? error.name : "unknown";
    return { kind: "failed", cause: "away", reason: signal.aborted ? "too slow" : name };
  }
}

function whyRefused(url: URL, { allowInside, mayAsk }: OutsideOptions): string | undefined {
  const { protocol, hostname, username, password } = url;
  if (protocol !== "https:" && !(allowInside && protocol === "http:")) return "not https";
  if (username !== "" || password !== "") return "with a password in its address";
  // A literal address is connected to without asking a name server.
  const literal = hostname.replace(/^\[|\]$/g, "");
  if (!allowInside && isIP(literal) !== 0 && !isPublicAddress(literal)) return "inside the house";
  return mayAsk && !mayAsk(url) ? "not among the hosts that may be asked" : undefined;
}

function get(
  target: URL,
  { allowInside, accept }: OutsideOptions,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const request = target.protocol === "https:" ? httpsRequest : httpRequest;
  return new Promise((resolve, reject) => {
    request(
      target,
      { signal, headers: { accept }, ...(allowInside ? {} : { lookup: publicLookup }) },
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
      return callback(new Error("inside the house"), "", 0);
    }
    if (options.all) return callback(null, addresses);
    return callback(null, first.address, first.family);
  });
};

async function bounded(response: IncomingMessage, maxBytes: number): Promise<Buffer | undefined> {
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
  return Buffer.concat(chunks);
}
