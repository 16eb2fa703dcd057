import { z } from "zod";
import { retryAfterMs } from "./retry-after.js";

export type GraphSettings = {
  readonly tenantId: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Id or address of the mailbox that invites and through which calendars are asked. */
  readonly mailbox: string;
  readonly graphUrl?: string;
  readonly loginUrl?: string;
  /** After so many ms a call is given up, its repetitions included. Default 20,000. */
  readonly deadlineMs?: number;
};

export type GraphFailure =
  /** Worth another try, not before `retryAfterMs` where Graph says so. The call may have had its effect. */
  | { readonly kind: "temporary"; readonly reason: string; readonly retryAfterMs?: number }
  /** A matter for the operator: credentials or permissions. */
  | { readonly kind: "setup"; readonly reason: string }
  | { readonly kind: "permanent" | "not-found" | "conflict"; readonly reason: string };

export type GraphAnswer = { readonly kind: "ok"; readonly body: unknown } | GraphFailure;

/** One call below `/users/{mailbox}`. Only calls that may be repeated: each is, after a failure that passes. */
export type GraphClient = (
  method: "GET" | "POST" | "PATCH",
  path: string,
  body?: unknown,
) => Promise<GraphAnswer>;

/** Graph serves four calls at once of an app to a mailbox and throttles what is above. */
const mostAtOnce = 4;
const mostAttempts = 4;
const longestAttemptMs = 10_000;
const firstPauseMs = 250;
/** A token is fetched anew this long before it ends. */
const tokenMarginMs = 5 * 60_000;

const tokenAnswer = z.object({ access_token: z.string(), expires_in: z.number() });
const errorAnswer = z.object({ error: z.object({ code: z.string() }) });

/** A client for Microsoft Graph 1.0 with the app's own rights (client credentials). Never rejects. */
export function graphClient(settings: GraphSettings): GraphClient {
  const { graphUrl = "https://graph.microsoft.com/v1.0", deadlineMs = 20_000 } = settings;
  const withToken = tokenSource(settings);
  const inTurn = atMost(mostAtOnce);
  // Throttling is about the app, not about one call: all wait until Graph wants to hear from us again.
  let quietUntil = 0;

  async function once(method: string, url: string, body: unknown, deadline: number): Promise<GraphAnswer> {
    const signal = () => AbortSignal.timeout(Math.max(1, Math.min(longestAttemptMs, deadline - Date.now())));
    const token = await withToken.get(signal);
    if (typeof token !== "string") return token;
    const response = await fetch(url, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(body === undefined ? {} : { "content-type": "application/json" }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: signal(),
    });
    const text = await response.text();
    if (response.ok) return { kind: "ok", body: text === "" ? undefined : JSON.parse(text) };
    const retryAfter = retryAfterMs(response.headers.get("retry-after"), Date.now());
    if (retryAfter !== undefined) quietUntil = Math.max(quietUntil, Date.now() + retryAfter);
    if (response.status === 401) withToken.forget(token);
    return failureOf(response.status, codeIn(text), retryAfter);
  }

  return (method, path, body) =>
    inTurn(async () => {
      const url = `${graphUrl}/users/${encodeURIComponent(settings.mailbox)}${path}`;
      const deadline = Date.now() + deadlineMs;
      let renewed = false;
      for (let attempt = 1; ; attempt++) {
        const answer = await once(method, url, body, deadline).catch(
          (error: unknown): GraphAnswer => ({ kind: "temporary", reason: `graph ${nameOf(error)}` }),
        );
        // A token can be withdrawn before its time: one try with a new one.
        const again =
          answer.kind === "temporary" ||
          (answer.kind === "setup" && answer.reason.includes("401") && !renewed);
        if (!again || attempt === mostAttempts) return answer;
        renewed = answer.kind === "setup";
        const pause = Math.max(quietUntil - Date.now(), renewed ? 0 : firstPauseMs * 2 ** (attempt - 1));
        if (Date.now() + pause >= deadline) {
          return answer.kind === "temporary" ? { ...answer, retryAfterMs: pause } : answer;
        }
        await new Promise((resolve) => setTimeout(resolve, pause));
      }
    });
}

type Signal = () => AbortSignal;

/** The app's token, asked for once however many calls wait for it. */
function tokenSource({
  tenantId,
  clientId,
  clientSecret,
  loginUrl = "https://login.microsoftonline.com",
}: GraphSettings) {
  let current: { readonly token: string; readonly until: number } | undefined;
  let asking: Promise<string | GraphFailure> | undefined;

  async function ask(signal: Signal): Promise<string | GraphFailure> {
    const response = await fetch(`${loginUrl}/${encodeURIComponent(tenantId)}/oauth2/v2.0/token`, {
      method: "POST",
      body: new URLSearchParams({
        grant_type: "client_credentials",
        client_id: clientId,
        client_secret: clientSecret,
        scope: "https://graph.microsoft.com/.default",
      }),
      signal: signal(),
    });
    const text = await response.text();
    if (!response.ok) {
      const passing = response.status === 429 || response.status >= 500;
      return { kind: passing ? "temporary" : "setup", reason: `graph login ${response.status}` };
    }
    const { access_token, expires_in } = tokenAnswer.parse(JSON.parse(text));
    current = { token: access_token, until: Date.now() + expires_in * 1000 - tokenMarginMs };
    return access_token;
  }

  return {
    async get(signal: Signal): Promise<string | GraphFailure> {
      if (current && Date.now() < current.until) return current.token;
      asking ??= ask(signal).finally(() => {
        asking = undefined;
      });
      return asking;
    },
    forget(token: string): void {
      if (current?.token === token) current = undefined;
    },
  };
}

/** Runs at most `limit` tasks at once, the others in the order in which they came. */
function atMost(limit: number): <T>(task: () => Promise<T>) => Promise<T> {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async (task) => {
    if (running >= limit) await new Promise<void>((resolve) => waiting.push(resolve));
    else running += 1;
    try {
      return await task();
    } finally {
      // The place goes to the next one who waits; only if there is none it becomes free.
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}

/** Reasons hold codes only: Graph's messages repeat addresses and subjects. */
function failureOf(status: number, code: string, retryAfter: number | undefined): GraphFailure {
  const reason = `graph ${status} ${code}`.trim();
  if (status === 404) return { kind: "not-found", reason };
  if (status === 409) return { kind: "conflict", reason };
  if (status === 401 || status === 403) return { kind: "setup", reason };
  if (status === 408 || status === 429 || status >= 500) {
    return { kind: "temporary", reason, ...(retryAfter === undefined ? {} : { retryAfterMs: retryAfter }) };
  }
  return { kind: "permanent", reason };
}

function codeIn(text: string): string {
  try {
    return errorAnswer
      .parse(JSON.parse(text))
      .error.code.replace(/[^\w.-]/g, "")
      .slice(0, 60);
  } catch {
    return "";
  }
}

function nameOf(error: unknown): string {
  return typeof error === "object" && error !== null && "name" in error ? String(error.name) : "unknown";
}
