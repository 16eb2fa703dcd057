import type { Readiness } from "../readiness.js";
import type { HttpRequest, HttpRoute } from "../turn/http-route.js";
import { sparingly } from "./sparingly.js";

const JSON_TYPE = { "content-type": "application/json; charset=utf-8", "cache-control": "no-store" };

/**
 * `/healthz`: the process runs. `/readyz`: it can serve, or which parts are degraded; 503 only where it cannot serve.
 * Both may be asked by anybody: the reasons, which tell of the setup, are for callers of the own network alone.
 */
export function healthPages(engine: string, look: () => Promise<Readiness>): readonly HttpRoute[] {
  const spared = sparingly(look);
  return [
    {
      method: "GET",
      path: "/healthz",
      handle: async () => ({ status: 200, headers: JSON_TYPE, body: '{"status":"ok"}' }),
    },
    {
      method: "GET",
      path: "/readyz",
      handle: async (request) => {
        const { status, degraded } = await spared();
        const parts = [...new Set(degraded.map(({ part }) => part))];
        const inside = { store: engine, reasons: degraded.map(({ reason }) => reason) };
        return {
          status: status === "down" ? 503 : 200,
          headers: JSON_TYPE,
          body: JSON.stringify({ status, parts, ...(isFromInside(request) ? inside : {}) }),
        };
      },
    },
  ];
}

/** Whoever opened the connection and everybody whom a proxy names before it. A stranger can only name more of them. */
function isFromInside({ address, headers }: HttpRequest): boolean {
  const forwarded = headers["x-forwarded-for"]?.split(",") ?? [];
  return [address, ...forwarded].every((one) => isNear(one.trim()));
}

/** This machine or a private network. */
function isNear(address: string): boolean {
  const ipv4 = address.replace(/^::ffff:/i, "");
  return (
    ipv4 === "::1" ||
    /^(?:127|10)\.|^192\.168\.|^172\.(?:1[6-9]|2\d|3[01])\./.test(ipv4) ||
    /^f[cd]/i.test(address)
  );
}
