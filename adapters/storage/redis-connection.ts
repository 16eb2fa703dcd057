import { Redis } from "ioredis";
import { type FailedWrite, StoreUnavailable } from "../../casework/store/store.js";
import { deadline } from "./deadline.js";
import type { RedisClient } from "./redis-client.js";

/**
 * A connection that comes back by itself. Every request has one deadline for everything: waiting for the
 * connection, the answer, and asking again after the connection broke.
 */
export type RedisConnection = {
  /**
   * Sends one request and waits for its answer. `send` is called again when the answer was lost, so what it
   * sends must be safe to repeat; `attempt` counts from 1.
   * @throws StoreUnavailable
   */
  ask<T>(send: (client: RedisClient, attempt: number) => Promise<T>): Promise<T>;
  /** Calls `heard` on each message, and after each reconnection, when messages may have been missed. */
  listen(channel: string, heard: () => void): void;
  /** One client per master, for commands that look at all keys. */
  masters(): readonly Redis[];
  close(): Promise<void>;
};

/** Refusals of a server that is about to hand over or to be ready: nothing was done, asking again may help. */
const PASSING = new Set(["READONLY", "LOADING", "MASTERDOWN", "CLUSTERDOWN", "TRYAGAIN"]);
/** How ioredis says that a command got no answer, or was never sent. */
const LOST = /^(Connection is closed|Stream isn't writeable|Cluster isn't ready|Cluster is|Command aborted)/;

/** Refusals of a server that has no room for what was to be written, in memory or on its disk. */
const FULL = new Set(["OOM", "MISCONF"]);

/** A timer that is so late, in ms, tells of a process that could not run. */
const HELD_UP_MS = 100;

class ConnectionLost extends Error {}
/** `sent`: the request may have reached the server. */
class NoAnswer extends Error {
  constructor(
    message: string,
    readonly sent: boolean,
  ) {
    super(message);
  }
}

export function connectionOf(client: RedisClient, timeoutMs: number): RedisConnection {
  /** Requests that wait for a connection, and what lets each go on or ends it. */
  const waiting = new Map<() => void, () => void>();
  /** Requests that were sent, each as what makes it fail. */
  const inFlight = new Set<(error: Error) => void>();
  let subscriber: RedisClient | undefined;
  let lastError = "no connection";
  let closed = false;

  client.on("error", (error: Error) => {
    lastError = error.message;
  });
  client.on("ready", () => {
    lastError = "no connection";
    for (const proceed of [...waiting.keys()]) proceed();
  });
  // ioredis forgets commands that were on the way when a connection broke, and never settles them.
  client.on("close", () => {
    for (const fail of [...inFlight]) fail(new ConnectionLost("connection lost"));
  });
  // "end" means that ioredis has given up, which is not for it to decide.
  client.on("end", () => {
    if (!closed) setTimeout(() => !closed && client.connect().catch(() => undefined), 500).unref();
  });
  client.connect().catch(() => undefined);

  function ready(until: number): Promise<void> {
    return new Promise((resolve, reject) => {
      const settle = (end: () => void) => {
        stop();
        waiting.delete(proceed);
        end();
      };
      const proceed = () => settle(resolve);
      const fail = () => settle(() => reject(new NoAnswer(lastError, false)));
      const stop = deadline(until - performance.now(), fail);
      waiting.set(proceed, fail);
    });
  }

  function answered<T>(answer: Promise<T>, until: number): Promise<T> {
    return new Promise((resolve, reject) => {
      const settle = (end: () => void) => {
        stop();
        inFlight.delete(fail);
        end();
      };
      const fail = (error: Error) => settle(() => reject(error));
      const stop = deadline(until - performance.now(), () => fail(new NoAnswer("no answer", true)));
      inFlight.add(fail);
      answer.then((value) => settle(() => resolve(value)), fail);
    });
  }

  return {
    async ask(send) {
      let until = performance.now() + timeoutMs;
      let renewed = false;
      let refusal: unknown;
      let doubtful = false;
      for (let attempt = 1; ; attempt++) {
        try {
          if (closed) throw new NoAnswer("closed", false);
          if (client.status !== "ready") await ready(until);
          return await answered(send(client, attempt), until);
        } catch (error) {
          const pause = Math.min(attempt * 20, 200);
          doubtful ||= mayHaveLanded(error);
          // This process itself was held up (a start on a busy machine): the server had no time of its own yet.
          if (error instanceof NoAnswer && !renewed && performance.now() - until > HELD_UP_MS) {
            renewed = true;
            until = performance.now() + timeoutMs;
            continue;
          }
          if (!mayPass(error) || performance.now() + pause > until) {
            const reason = error instanceof NoAnswer ? (refusal ?? error) : error;
            throw unavailable(reason, timeoutMs, doubtful ? "unknown" : writeOf(reason));
          }
          refusal = error;
          await new Promise((resolve) => setTimeout(resolve, pause));
        }
      }
    },
    listen(channel, heard) {
      const listener = client instanceof Redis ? client.duplicate({ autoResubscribe: false }) : client;
      subscriber = listener;
      const subscribe = () => listener.subscribe(channel).then(heard, () => undefined);
      listener.on("message", (from: string) => from === channel && heard());
      listener.on("ready", subscribe);
      if (listener === client) {
        if (client.status === "ready") void subscribe();
        return;
      }
      listener.on("error", () => undefined);
      listener.connect().catch(() => undefined);
    },
    masters: () => (client instanceof Redis ? [client] : client.nodes("master")),
    async close() {
      if (closed) return;
      closed = true;
      for (const fail of [...waiting.values()]) fail();
      // Whoever still waits for an answer gets it, or its deadline.
      while (inFlight.size > 0) await new Promise((resolve) => setTimeout(resolve, 5));
      const clients = subscriber && subscriber !== client ? [client, subscriber] : [client];
      await Promise.all(clients.map(disconnected));
    },
  };
}

/** Resolves when the socket is gone. Between two attempts to connect there is none, and no event will come. */
function disconnected(client: RedisClient): Promise<void> {
  const open = ["connecting", "connect", "ready"].includes(client.status);
  const gone = open
    ? new Promise<void>((resolve) => {
        client.once("end", () => resolve());
      })
    : Promise.resolve();
  client.disconnect();
  return gone;
}

function mayPass(error: unknown): boolean {
  if (error instanceof ConnectionLost) return true;
  if (error instanceof NoAnswer || !(error instanceof Error)) return false;
  return LOST.test(error.message) || PASSING.has(firstWord(error));
}

/** False only where the server can't have run it: it was not sent, or the server itself said no. */
function mayHaveLanded(error: unknown): boolean {
  if (error instanceof NoAnswer) return error.sent;
  if (!(error instanceof Error) || error.name === "ReplyError") return false;
  return !error.message.startsWith("Stream isn't writeable");
}

function writeOf(error: unknown): FailedWrite {
  return error instanceof Error && FULL.has(firstWord(error)) ? "full" : "refused";
}

function firstWord(error: Error): string {
  return error.message.split(" ", 1)[0] ?? "";
}

/** A new error with a short text: those of ioredis carry the command, and some texts its arguments: content. */
function unavailable(error: unknown, timeoutMs: number, write: FailedWrite): StoreUnavailable {
  const message = error instanceof Error ? error.message : String(error);
  const text = message.replace(/,? with args .*/s, "").slice(0, 160);
  const waited = error instanceof NoAnswer ? ` (after ${timeoutMs} ms)` : "";
  return new StoreUnavailable(`Redis: ${text}${waited}`, write);
}
