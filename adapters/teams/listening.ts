import type { RequestHandler, Server } from "restify";
import { respond } from "./pages.js";
import type { ServerLog } from "./server-log.js";
import { isLoopbackHost, isLoopbackOrigin } from "./trust.js";

/** Until a request has come in whole: whoever sends one letter after the other holds no connection longer. */
const requestTimeoutMs = 15_000;

/** Node looks for such requests every 30 s by itself. */
const lookEveryMs = 1_000;

/** Longer than the 60 s after which common reverse proxies close idle connections: so that it is they who do. */
const keepAliveTimeoutMs = 65_000;

const drainMs = 10_000;

/** @throws if the port is taken or not allowed; the message says what to do */
export function listen(
  server: Server,
  port: number,
  host: string,
  patienceMs = requestTimeoutMs,
): Promise<void> {
  server.server.requestTimeout = patienceMs;
  server.server.headersTimeout = patienceMs;
  // Read when it begins to listen; missing in @types/node.
  Object.assign(server.server, { connectionsCheckingInterval: lookEveryMs });
  server.server.keepAliveTimeout = keepAliveTimeoutMs;
  return new Promise((listening, failed) => {
    // restify passes the errors of its HTTP server on; without a listener they would end the process.
    server.on("error", (error: NodeJS.ErrnoException) => {
      failed(
        new Error(
          `Can't listen on ${host}:${port} (${error.code}). Set PORT and HOST, or stop what listens there.`,
          {
            cause: error,
          },
        ),
      );
    });
    server.listen(port, host, () => listening());
  });
}

/** Refuses new connections and waits for the requests under way, at most ten seconds. */
export function drain({ server }: Server): Promise<void> {
  return new Promise((closed) => {
    const idle = setInterval(() => server.closeIdleConnections(), 20);
    const late = setTimeout(() => server.closeAllConnections(), drainMs);
    server.close(() => {
      clearInterval(idle);
      clearTimeout(late);
      closed();
    });
    server.closeIdleConnections();
  });
}

/** Demo mode's guard on every path: see trust.ts. */
export function onlyThisMachine(log: ServerLog): RequestHandler {
  return (request, response, next) => {
    const { host, origin } = request.headers;
    if (isLoopbackHost(host) && isLoopbackOrigin(origin)) return next();
    log({
      what: "refused",
      status: 403,
      reason: "demo mode: Host or Origin is not this machine",
      address: request.socket.remoteAddress ?? "",
    });
    respond(response, { status: 403, body: "Demo mode answers this machine only." });
    next(false);
  };
}
