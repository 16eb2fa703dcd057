import type { Metrics } from "../metrics.js";
import type { QueueState } from "../outbox/queues.js";
import type { HttpRoute } from "../turn/http-route.js";

/** `/metrics` in the Prometheus text format. It tells of the operation, so the proxy should not pass it on. */
export function metricsPage(metrics: Metrics, outbox: () => Promise<readonly QueueState[]>): HttpRoute {
  return {
    method: "GET",
    path: "/metrics",
    handle: async () => {
      // With the store away, what was counted so far is still worth having.
      const state = await outbox().catch(() => []);
      return {
        status: 200,
        headers: { "content-type": metrics.contentType, "cache-control": "no-store" },
        body: await metrics.text(state),
      };
    },
  };
}
