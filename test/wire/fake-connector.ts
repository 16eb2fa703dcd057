import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** An activity as JSON. Tests look into it freely, so its members are not typed further. */
export type WireActivity = Readonly<Record<string, unknown>>;

/** One request that the bot sent to the connector, as it came over the wire. */
export type Received = {
  readonly method: string;
  readonly path: string;
  readonly conversation: string;
  /** The activity named in the path: the one replied to (POST), changed (PUT) or removed (DELETE). */
  readonly target?: string;
  readonly headers: IncomingHttpHeaders;
  /** The body byte for byte: what a serialiser dropped is missing here. */
  readonly raw: string;
  readonly activity: WireActivity;
  /** The id that a created activity was given. Absent if it was refused before it had an effect. */
  readonly id?: string;
};

/** What goes wrong with a request. `effect: true` means that the message is posted all the same. */
export type Fault =
  | {
      readonly kind: "status";
      readonly status: number;
      readonly effect: boolean;
      readonly retryAfter?: string;
    }
  /** No answer at all until the connector is closed. */
  | { readonly kind: "hang"; readonly effect: boolean }
  /** Done, but answered only when the test says so. */
  | { readonly kind: "wait"; readonly until: Promise<void> }
  /** The connection is cut instead of an answer. */
  | { readonly kind: "drop"; readonly effect: boolean };

export type FakeConnector = {
  /** To be given to the bot as `serviceUrl`. */
  readonly url: string;
  /** Everything that came, in order. */
  readonly received: readonly Received[];
  /** The messages that stand in a conversation now, oldest first: updates applied, removed ones gone. */
  messages(conversation: string): readonly (WireActivity & { readonly id: string })[];
  /** The next `times` requests that match fail in this way. Faults are used up in the order they were set. */
  fail(fault: Fault, options?: { readonly times?: number; readonly when?: (r: Received) => boolean }): void;
  /** Settles as soon as a request that matches has come, or has come already. */
  saw(match: (r: Received) => boolean): Promise<Received>;
  /** How many connections the bot has opened so far. */
  connections(): number;
  close(): Promise<void>;
};

type Planned = { fault: Fault; left: number; readonly when: (r: Received) => boolean };

/**
 * The side of Teams that a bot talks to: a real HTTP server on a free loopback port that speaks the
 * Bot Connector API (v3 conversations) as far as a Teams bot uses it, and misbehaves on request.
 */
export async function startFakeConnector(): Promise<FakeConnector> {
  const received: Received[] = [];
  const conversations = new Map<string, (WireActivity & { id: string })[]>();
  const planned: Planned[] = [];
  const watchers = new Set<{ match: (r: Received) => boolean; done: (r: Received) => void }>();
  const hanging = new Set<ServerResponse>();
  let counter = 0;

  const standing = (conversation: string) => {
    const list = conversations.get(conversation) ?? [];
    conversations.set(conversation, list);
    return list;
  };

  const takeFault = (request: Received): Fault | undefined => {
    const at = planned.findIndex((plan) => plan.when(request));
    const plan = planned[at];
    if (plan === undefined) return undefined;
    plan.left -= 1;
    if (plan.left === 0) planned.splice(at, 1);
    return plan.fault;
  };

  /** Does what the request asks for; the answer's status and body. */
  const apply = (request: Received, id: string): { status: number; body: unknown } => {
    const list = standing(request.conversation);
    if (request.method === "POST") {
      if (request.activity.type === "message") list.push({ ...request.activity, id });
      return { status: 201, body: { id } };
    }
    const at = list.findIndex((activity) => activity.id === request.target);
    if (at < 0) return { status: 404, body: { error: { code: "ActivityNotFoundInConversation" } } };
    if (request.method === "PUT") list[at] = { ...request.activity, id };
    else list.splice(at, 1);
    return { status: 200, body: { id } };
  };

  const server = createServer((incoming, response) => {
    const chunks: Buffer[] = [];
    incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
    incoming.on("end", () => {
      const answer = (status: number, body: unknown, headers: Readonly<Record<string, string>> = {}) => {
        response.writeHead(status, { "content-type": "application/json", ...headers });
        response.end(JSON.stringify(body));
      };
      const path = new URL(incoming.url ?? "/", "http://connector").pathname;
      const raw = Buffer.concat(chunks).toString("utf8");
      const match = /^\/v3\/conversations\/([^/]+)\/(activities|members)(?:\/([^/]+))?$/.exec(path);
      if (path === "/v3/conversations" && incoming.method === "POST") {
        return answer(201, { id: `a:opened-${++counter}` });
      }
      if (match?.[1] === undefined) return answer(404, { error: { code: "NotFound" } });
      if (match[2] === "members") return answer(200, []);

      const target = match[3] === undefined ? undefined : decodeURIComponent(match[3]);
      const request = {
        method: incoming.method ?? "",
        path,
        conversation: decodeURIComponent(match[1]),
        ...(target === undefined ? {} : { target }),
        headers: incoming.headers,
        raw,
        activity: parse(raw),
      };
      const fault = takeFault(request);
      const id = request.method === "POST" ? `1:${++counter}` : (target ?? "");
      const effect = fault === undefined || fault.kind === "wait" || fault.effect;
      const record: Received = effect ? { ...request, id } : request;
      received.push(record);
      const done = effect ? apply(record, id) : undefined;
      for (const watcher of watchers) {
        if (watcher.match(record)) {
          watchers.delete(watcher);
          watcher.done(record);
        }
      }
      if (fault === undefined) return answer(done?.status ?? 200, done?.body);
      if (fault.kind === "wait") return void fault.until.then(() => answer(done?.status ?? 200, done?.body));
      if (fault.kind === "hang") return void hanging.add(response);
      if (fault.kind === "drop") return void incoming.socket.destroy();
      answer(
        fault.status,
        { error: { code: "Injected", message: `status ${fault.status}` } },
        fault.retryAfter === undefined ? {} : { "retry-after": fault.retryAfter },
      );
    });
  });
  server.keepAliveTimeout = 60_000;
  let connections = 0;
  server.on("connection", () => {
    connections += 1;
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    messages: (conversation) => conversations.get(conversation) ?? [],
    fail: (fault, { times = 1, when = () => true } = {}) => void planned.push({ fault, left: times, when }),
    saw: (match) =>
      new Promise((done) => {
        const already = received.find(match);
        if (already === undefined) watchers.add({ match, done });
        else done(already);
      }),
    connections: () => connections,
    close: () =>
      new Promise((closed) => {
        for (const response of hanging) response.destroy();
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

function parse(raw: string): WireActivity {
  try {
    const value: unknown = JSON.parse(raw);
    return typeof value === "object" && value !== null ? (value as WireActivity) : {};
  } catch {
    return {};
  }
}
