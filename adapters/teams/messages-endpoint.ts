import type { IncomingMessage } from "node:http";
import type { HttpResponse, RefusedTokens } from "../../bot/turn/http-route.js";
import type { Locale } from "../../dialogs/event.js";
import { type ParsedActivity, parseActivity } from "./activity.js";
import type { Authentication } from "./authentication.js";
import type { Answer } from "./invoke-answer.js";
import { parseJsonObject } from "./json-object.js";
import { headersOf } from "./pages.js";
import { readBody } from "./request-body.js";
import type { TeamsAdapter } from "./teams-adapter.js";
import { toEvent } from "./to-event.js";
import { type ServiceUrlPolicy, trustedServiceUrl } from "./trust.js";
import { type AnswerForm, runTurn, type TurnOptions } from "./turn.js";

export type EndpointOptions = TurnOptions & {
  readonly demo: boolean;
  readonly adapter: TeamsAdapter;
  readonly authentication: Authentication;
  readonly trust: ServiceUrlPolicy;
  /** Default: every token is looked at. */
  readonly tokens?: RefusedTokens;
  readonly maxBodyBytes?: number;
  readonly locale?: Locale;
};

/** Teams itself sends at most about 100 kB. */
const defaultMaxBodyBytes = 256 * 1024;

/**
 * `POST /api/messages`: one activity, answered after the replies to it went out. What is malformed, not
 * authenticated or not ours is refused with a status that says so, and reaches nothing behind.
 */
export function messagesEndpoint(
  options: EndpointOptions,
): (request: IncomingMessage) => Promise<HttpResponse> {
  const { demo, adapter, authentication, trust, tokens, log } = options;
  const limit = options.maxBodyBytes ?? defaultMaxBodyBytes;

  return async (request) => {
    const arrived = Date.now();
    const caller = { address: request.socket.remoteAddress ?? "", headers: headersOf(request) };
    const refuse = (status: number, code: string, reason: string): HttpResponse => {
      if (status === 401 || status === 403) tokens?.note(caller, "refused");
      log({ what: "refused", status, reason, address: caller.address });
      return { status, headers: refusalHeaders(status), body: JSON.stringify({ error: { code } }) };
    };

    const { authorization, "content-type": contentType = "" } = request.headers;
    if (tokens?.mayTry(caller) === false) return refuse(429, "TooManyRequests", "too many refused tokens");
    if (!demo && authorization === undefined) return refuse(401, "Unauthorized", "no token");
    // A page of another origin can't send JSON without asking first, and we do not answer that question.
    if (!/^application\/json\b/i.test(contentType)) return refuse(415, "NotJson", "content-type");
    const body = await readBody(request, limit);
    if (!body.ok) return refuse(body.status, "BadBody", body.reason);
    const json = parseJsonObject(body.bytes);
    if (typeof json === "string") return refuse(400, "BadBody", json);
    const parsed = parseActivity(json);
    if (!parsed.ok) return refuse(400, "BadActivity", parsed.reason);
    const { activity } = parsed;
    const verdict = await authentication.authenticate(activity, authorization ?? "");
    if (!verdict.ok) return refuse(verdict.status, "Unauthorized", verdict.reason);
    if (trustedServiceUrl(trust, activity.serviceUrl) === undefined) {
      return refuse(403, "ServiceUrl", "the service URL is not trusted");
    }
    tokens?.note(caller, "accepted");
    const read = toEvent(activity, arrived, options.locale);
    if (!read.ok) return refuse(400, "BadActivity", read.reason);

    const { event } = read;
    let answer: Answer = { status: 500 };
    try {
      await adapter.answer(verdict.identity, activity, async (channel) => {
        answer = await runTurn(options, channel, event, answerForm(activity));
      });
    } catch (error) {
      log({ what: "turn-failed", event: event.id, error });
    }
    const { status } = answer;
    const { kind } = event.content;
    log({ what: "turn", kind, scope: event.conversation.scope, status, ms: Date.now() - arrived });
    return answer.body === undefined
      ? { status, body: "" }
      : { status, headers: { "content-type": "application/json" }, body: JSON.stringify(answer.body) };
  };
}

function answerForm({ type, name }: ParsedActivity): AnswerForm {
  if (type !== "invoke") return "messages";
  if (name === "adaptiveCard/action") return "card";
  if (name === "composeExtension/query") return "search";
  return name === "message/submitAction" ? "feedback" : "unknown-invoke";
}

function refusalHeaders(status: number): Readonly<Record<string, string>> {
  const json = { "content-type": "application/json" };
  if (status === 401) return { ...json, "www-authenticate": "Bearer" };
  if (status === 429) return { ...json, "retry-after": "60" };
  // What else comes on this connection is the rest of a body that was not read.
  return status === 408 || status === 413 || status === 415 ? { ...json, connection: "close" } : json;
}
