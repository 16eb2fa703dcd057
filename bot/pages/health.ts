import type { Store } from "../../casework/store/store.js";
import type { QueueState } from "../outbox/queues.js";
import type { HttpRoute } from "../turn/http-route.js";

const JSON_TYPE = { "content-type": "application/json; charset=utf-8", "cache-control": "no-store" };

/** A job that is overdue by more than this waits for something that is away. */
const LATE_MS = 15 * 60_000;

export type HealthSources = {
  readonly store: Store;
  /** What an operator should know about the store, in German. */
  readonly warnings: () => readonly string[];
  readonly outbox: () => Promise<readonly QueueState[]>;
};

/** `/healthz`: the process runs. `/readyz`: it can serve, or what is degraded; 503 only where it cannot serve. */
export function healthPages({ store, warnings, outbox }: HealthSources): readonly HttpRoute[] {
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
        const reasons = [...warnings(), ...(await outbox()).flatMap(troubleOf)];
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

function troubleOf({ queue, lateMs, dead }: QueueState): readonly string[] {
  const late = Math.round(lateMs / 60_000);
  return [
    ...(lateMs > LATE_MS
      ? [`Ausgang ${queue}: seit ${late} Minuten nicht zustellbar (kim outbox list).`]
      : []),
    ...(dead > 0 ? [`Ausgang ${queue}: ${dead} liegen geblieben (kim outbox list).`] : []),
  ];
}
