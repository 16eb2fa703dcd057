import type { Store } from "../../casework/store/store.js";
import type { HttpRoute } from "../turn/http-route.js";

const JSON_TYPE = { "content-type": "application/json; charset=utf-8", "cache-control": "no-store" };

/** `/healthz`: the process runs. `/readyz`: it can serve, or what is degraded. */
export function healthPages(store: Store, degraded: () => readonly string[]): readonly HttpRoute[] {
  return [
    {
      method: "GET",
      path: "/healthz",
      handle: async () => ({ status: 200, headers: JSON_TYPE, body: '{"status":"ok"}' }),
    },
    {
      method: "GET",
      path: "/readyz",
      handle: async () => {
        try {
          await store.ping();
        } catch {
          return {
            status: 503,
            headers: JSON_TYPE,
            body: JSON.stringify({ status: "down", store: store.engine, reasons: ["store does not answer"] }),
          };
        }
        const reasons = degraded();
        return {
          status: 200,
          headers: JSON_TYPE,
          body: JSON.stringify({
            status: reasons.length > 0 ? "degraded" : "ready",
            store: store.engine,
            reasons,
          }),
        };
      },
    },
  ];
}
