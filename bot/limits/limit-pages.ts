import type { HttpRequest, HttpRoute } from "../turn/http-route.js";
import type { ClientAddress } from "./client-address.js";
import { perMinute } from "./per-minute.js";

/** Whether the sender of this request may come once more now. */
export type Admit = (request: HttpRequest) => boolean;

export function admitByAddress(most: number, clock: () => number, addressOf: ClientAddress): Admit {
  const limit = perMinute(most, clock);
  return ({ address, headers }) => limit(addressOf(address, headers["x-forwarded-for"]));
}

/** The same pages; whoever comes too often is told so, and nothing behind the page is asked. */
export function limitPages(routes: readonly HttpRoute[], admit: Admit): readonly HttpRoute[] {
  return routes.map((route) => ({
    ...route,
    handle: async (request) =>
      admit(request)
        ? route.handle(request)
        : {
            status: 429,
            headers: { "content-type": "text/plain; charset=utf-8", "retry-after": "60" },
            body: "Zu viele Aufrufe. Bitte versuchen Sie es in einer Minute noch einmal.",
          },
  }));
}
