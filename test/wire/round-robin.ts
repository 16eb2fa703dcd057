import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/**
 * A plain reverse proxy on loopback: each request goes to the next of its backends, over a connection of its own. It
 * knows nothing of conversations and checks no health. A backend that takes no connection is passed over, for then
 * nothing was sent. One that breaks off before it has answered may have done its work: that is a 502, and whoever
 * asked decides (Teams delivers the activity again, a person presses again).
 */
export type RoundRobin = {
  readonly url: string;
  add(backend: string): void;
  remove(backend: string): void;
  /** Called for each request after it was sent to a backend, before there is an answer. */
  onSent(listener: (sent: Sent) => void): void;
  /** How many requests got a 502 so far. */
  lost(): number;
  close(): Promise<void>;
};

export type Sent = { readonly backend: string; readonly method: string; readonly path: string };

export async function startRoundRobin(): Promise<RoundRobin> {
  const backends: string[] = [];
  const listeners: ((sent: Sent) => void)[] = [];
  let turn = 0;
  let lost = 0;

  const badGateway = (answer: ServerResponse) => {
    lost++;
    // An answer that has begun can't become another one: it breaks off where it is.
    if (answer.headersSent) {
      answer.destroy();
      return;
    }
    // Not chained: restify, where it is loaded too, makes writeHead return nothing.
    answer.writeHead(502);
    answer.end();
  };

  /** Sends to the `n`-th of those that are left to try. */
  function pass(asked: IncomingMessage, body: Buffer, answer: ServerResponse, left: readonly string[]): void {
    const [backend, ...others] = left;
    if (backend === undefined) {
      badGateway(answer);
      return;
    }
    const { method = "", url: path = "" } = asked;
    const outgoing = request(
      `${backend}${path}`,
      {
        method,
        headers: {
          ...asked.headers,
          connection: "close",
          "x-forwarded-for": asked.socket.remoteAddress ?? "",
        },
        agent: false,
      },
      (response) => {
        answer.writeHead(response.statusCode ?? 502, response.rawHeaders);
        response.pipe(answer);
        response.on("error", () => badGateway(answer));
      },
    );
    outgoing.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "ECONNREFUSED") pass(asked, body, answer, others);
      else badGateway(answer);
    });
    outgoing.on("finish", () => {
      for (const listener of listeners) listener({ backend, method, path });
    });
    answer.on("close", () => outgoing.destroy());
    outgoing.end(body);
  }

  const server = createServer((asked, answer) => {
    const chunks: Buffer[] = [];
    asked.on("data", (chunk: Buffer) => chunks.push(chunk));
    asked.on("end", () => {
      const first = turn++ % Math.max(1, backends.length);
      const order = [...backends.slice(first), ...backends.slice(0, first)];
      pass(asked, Buffer.concat(chunks), answer, order);
    });
  });
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    add: (backend) => void backends.push(backend),
    remove(backend) {
      const at = backends.indexOf(backend);
      if (at >= 0) backends.splice(at, 1);
    },
    onSent: (listener) => void listeners.push(listener),
    lost: () => lost,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}
