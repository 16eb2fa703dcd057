import {
  Agent as HttpAgent,
  request as httpRequest,
  type IncomingMessage,
  type RequestOptions,
} from "node:http";
import { Agent as HttpsAgent, request as httpsRequest } from "node:https";
import { setTimeout as wait } from "node:timers/promises";
import { isObject } from "./json-object.js";

/**
 * The Bot Connector API as far as we use it, over kept-alive connections. botbuilder's own ConnectorClient
 * is not used for messages: it strips the members of entities (botbuilder-js #4902: AI label and citations
 * arrive empty), repeats creations that may have been posted, has no deadline, and costs more than half of a turn.
 */
export type Connector = {
  /**
   * Posts an activity, as an answer to `replyTo` if that is given.
   * @returns the id that the channel gave it, "" if it gave none
   * @throws DeliveryError
   */
  create(to: Address, activity: object, options?: CallOptions): Promise<string>;
  /** Replaces an activity. @throws DeliveryError */
  update(to: Address, activityId: string, activity: object, options?: CallOptions): Promise<void>;
  close(): void;
};

export type Address = {
  readonly serviceUrl: string;
  readonly conversation: string;
  readonly replyTo?: string;
};

export type CallOptions = {
  /** For all attempts together. */
  readonly deadlineMs?: number;
  readonly attempts?: number;
};

/** Why a message was not delivered, by what the sender can do about it. */
export type DeliveryFailure =
  /** Too many requests. Nothing was posted; may be sent again after the pause. */
  | { readonly kind: "throttled"; readonly retryAfterMs?: number }
  /** The conversation does not exist any more, or the person has blocked the bot. Sending again can't help. */
  | { readonly kind: "gone"; readonly status: number }
  /** The channel does not accept this request. Nothing was posted, and the same request will not be. */
  | { readonly kind: "refused"; readonly status: number }
  /** The channel failed or did not answer in time. It may have been posted; sent again it may stand there twice. */
  | { readonly kind: "ambiguous"; readonly reason: string }
  /** No connection came about. Nothing was posted; may be sent again. */
  | { readonly kind: "network"; readonly code: string };

export class DeliveryError extends Error {
  constructor(readonly failure: DeliveryFailure) {
    super(`The channel did not take the message: ${JSON.stringify(failure)}`);
    this.name = "DeliveryError";
  }
}

export type ConnectorOptions = {
  /** The access token for the channel, `undefined` in demo mode. `fresh` bypasses every cache. */
  readonly token: (fresh: boolean) => Promise<string | undefined>;
};

const defaultDeadlineMs = 10_000;
const defaultAttempts = 4;
const firstPauseMs = 250;
const maxAnswerBytes = 64 * 1024;

/** Below the five seconds after which common servers close idle connections, so that we rarely meet one half-closed. */
const idleConnectionMs = 4_000;

export function createConnector({ token }: ConnectorOptions): Connector {
  const agentOptions = { keepAlive: true, maxSockets: 256, maxFreeSockets: 64, timeout: idleConnectionMs };
  const http = new HttpAgent(agentOptions);
  const https = new HttpsAgent(agentOptions);

  async function call(
    method: "POST" | "PUT",
    url: URL,
    activity: object,
    { deadlineMs = defaultDeadlineMs, attempts = defaultAttempts }: CallOptions,
  ): Promise<string> {
    const body = Buffer.from(JSON.stringify(activity));
    const deadline = Date.now() + deadlineMs;
    let failure: DeliveryFailure = { kind: "ambiguous", reason: "deadline" };
    let fresh = false;
    for (let attempt = 0; attempt < attempts; ) {
      const left = deadline - Date.now();
      if (left <= 0) break;
      const answer = await exchange(method, url, body, left, await bearer(token, fresh), { http, https });
      if (answer.kind === "done") return answer.id;
      failure = answer.failure;
      // An expired token was refused before anything happened: once more with a new one.
      const expired: boolean = failure.kind === "refused" && failure.status === 401 && !fresh;
      fresh = expired;
      if (expired) continue;
      if (!mayRepeat(method, failure)) break;
      const asked = failure.kind === "throttled" ? failure.retryAfterMs : undefined;
      const pause = asked ?? firstPauseMs * 2 ** attempt * (0.5 + Math.random());
      attempt += 1;
      if (attempt === attempts || Date.now() + pause >= deadline) break;
      await wait(pause);
    }
    throw new DeliveryError(failure);
  }

  return {
    create: (to, activity, options = {}) => call("POST", activitiesUrl(to, to.replyTo), activity, options),
    update: async (to, activityId, activity, options = {}) => {
      await call("PUT", activitiesUrl(to, activityId), activity, options);
    },
    close: () => {
      http.destroy();
      https.destroy();
    },
  };
}

/** A creation is repeated only where it certainly had no effect; setting a message to a content always may be. */
function mayRepeat(method: "POST" | "PUT", failure: DeliveryFailure): boolean {
  if (failure.kind === "throttled" || failure.kind === "network") return true;
  return failure.kind === "ambiguous" && method === "PUT";
}

function activitiesUrl({ serviceUrl, conversation }: Address, activityId: string | undefined): URL {
  const base = `${serviceUrl.replace(/\/+$/, "")}/v3/conversations/${encodeURIComponent(conversation)}/activities`;
  return new URL(activityId === undefined ? base : `${base}/${encodeURIComponent(activityId)}`);
}

async function bearer(token: ConnectorOptions["token"], fresh: boolean): Promise<Record<string, string>> {
  try {
    const value = await token(fresh);
    return value === undefined ? {} : { authorization: `Bearer ${value}` };
  } catch (error) {
    throw new DeliveryError({ kind: "network", code: `no access token: ${(error as Error).name}` });
  }
}

type Answer =
  | { readonly kind: "done"; readonly id: string }
  | { readonly kind: "failed"; readonly failure: DeliveryFailure };

/** One request and its answer. Redirects are not followed: they could lead anywhere. Never rejects. */
function exchange(
  method: string,
  url: URL,
  body: Buffer,
  timeoutMs: number,
  headers: Readonly<Record<string, string>>,
  agents: { readonly http: HttpAgent; readonly https: HttpsAgent },
): Promise<Answer> {
  return new Promise((settle) => {
    const secure = url.protocol === "https:";
    const options: RequestOptions = {
      method,
      agent: secure ? agents.https : agents.http,
      headers: {
        "content-type": "application/json; charset=utf-8",
        "content-length": body.length,
        "user-agent": "Microsoft-BotFramework/3.1 kim-assistent",
        ...headers,
      },
    };
    const failed = (failure: DeliveryFailure) => {
      clearTimeout(timer);
      settle({ kind: "failed", failure });
    };
    const outgoing = (secure ? httpsRequest : httpRequest)(url, options, (incoming) => {
      readAnswer(incoming).then(
        (text) => {
          clearTimeout(timer);
          settle(interpret(incoming, text));
        },
        () => failed({ kind: "ambiguous", reason: "the answer broke off" }),
      );
    });
    const timer = setTimeout(() => {
      failed({ kind: "ambiguous", reason: "timeout" });
      outgoing.destroy();
    }, timeoutMs);
    outgoing.on("error", (error: NodeJS.ErrnoException) => {
      const code = error.code ?? error.name;
      failed(beforeConnected.has(code) ? { kind: "network", code } : { kind: "ambiguous", reason: code });
    });
    outgoing.end(body);
  });
}

/** Errors that come up before a byte of the request has left. */
const beforeConnected = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "CERT_HAS_EXPIRED",
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "ERR_TLS_CERT_ALTNAME_INVALID",
  "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
]);

async function readAnswer(incoming: IncomingMessage): Promise<string> {
  let text = "";
  incoming.setEncoding("utf8");
  for await (const chunk of incoming) {
    if (text.length < maxAnswerBytes) text += chunk as string;
  }
  return text;
}

function interpret(incoming: IncomingMessage, text: string): Answer {
  const status = incoming.statusCode ?? 0;
  if (status >= 200 && status < 300) return { kind: "done", id: idIn(text) };
  const failed = (failure: DeliveryFailure): Answer => ({ kind: "failed", failure });
  if (status === 429) {
    const pause = retryAfterMs(incoming.headers["retry-after"]);
    return failed({ kind: "throttled", ...(pause === undefined ? {} : { retryAfterMs: pause }) });
  }
  // 412: Teams is still busy with an earlier operation on this conversation (Learn, "Rate limiting").
  if (status === 412) return failed({ kind: "throttled" });
  if (status === 403 || status === 404 || status === 410) return failed({ kind: "gone", status });
  if (status === 408 || status >= 500) return failed({ kind: "ambiguous", reason: `status ${status}` });
  return failed({ kind: "refused", status });
}

function idIn(text: string): string {
  try {
    const answer: unknown = JSON.parse(text);
    return isObject(answer) && typeof answer.id === "string" ? answer.id : "";
  } catch {
    return "";
  }
}

/** RFC 9110 § 10.2.3: seconds or a date. */
function retryAfterMs(header: string | undefined): number | undefined {
  if (header === undefined) return undefined;
  if (/^\d{1,6}$/.test(header)) return Number(header) * 1_000;
  const at = Date.parse(header);
  return Number.isNaN(at) ? undefined : Math.max(0, at - Date.now());
}
