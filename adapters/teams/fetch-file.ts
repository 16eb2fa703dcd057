import type { FetchFile } from "../../bot/outbox/fetch-file.js";
import { fetchOutside } from "../outside/fetch-outside.js";
import { isLoopback } from "./trust.js";

/**
 * Where Teams keeps what people send in a 1:1 chat: OneDrive for Business, under the tenant's own name. Whoever could
 * forge an activity must not choose where the bot asks.
 * Source: Microsoft Learn, "Send and receive files through your bot".
 */
const fileHosts = /^[a-z0-9-]+\.sharepoint\.com$/;

export type FileOptions = {
  /** This machine only, as all of demo mode. */
  readonly demo: boolean;
  readonly maxBytes: number;
  /** For all of it, ms. */
  readonly deadlineMs?: number;
};

export function fileFetcher({ demo, maxBytes, deadlineMs = 30_000 }: FileOptions): FetchFile {
  const mayAsk = demo
    ? ({ hostname }: URL) => isLoopback(hostname)
    : ({ hostname, port }: URL) => port === "" && fileHosts.test(hostname);
  return async (url) => {
    const accept = "application/octet-stream, */*;q=0.5";
    const fetched = await fetchOutside(url, { allowInside: demo, maxBytes, deadlineMs, accept, mayAsk });
    if (fetched.kind === "fetched") return fetched;
    switch (fetched.cause) {
      case "too-large":
        return { kind: "failed", cause: "too-large" };
      case "refused":
        return { kind: "failed", cause: "foreign" };
      case "away":
        return { kind: "away", reason: fetched.reason };
      case "status":
        return passes(fetched.status ?? 0)
          ? { kind: "away", reason: fetched.reason }
          : { kind: "failed", cause: "gone" };
    }
  };
}

/** An answer that another try may change. */
function passes(status: number): boolean {
  return status === 408 || status === 429 || status >= 500;
}
