import type { Host } from "./host.js";

/** A card as JSON, a text, or both. */
export type ShownReply = {
  readonly place: "new" | "pressed" | "result";
  readonly text?: string;
  readonly card?: Record<string, unknown>;
};

export type Asked = { readonly text: string } | PressedButton;

export type PressedButton = {
  readonly action: string;
  readonly nonce?: string;
  readonly fields?: Readonly<Record<string, string>>;
};

/** Why there is no answer; each has its words in the catalogue. */
export type Failure = "signIn" | "store" | "offline" | "gone";

export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly why: Failure };

export type BotClient = {
  readonly get: <T>(path: string, query?: Readonly<Record<string, string>>) => Promise<Answer<T>>;
  readonly turn: (asked: Asked) => Promise<Answer<{ readonly replies: readonly ShownReply[] }>>;
};

/** In demo mode whoever was chosen; in Teams the person's own token. */
export function botClient(host: Host, demoPerson: string | undefined): BotClient {
  const send = async <T>(path: string, init: RequestInit): Promise<Answer<T>> => {
    try {
      const authorization = host.inTeams ? `Bearer ${await host.token()}` : `Demo ${demoPerson ?? ""}`;
      const response = await fetch(`/tab/api/${path}`, {
        ...init,
        headers: {
          ...init.headers,
          authorization,
          "accept-language": host.locale,
          ...(host.meetingChat === undefined ? {} : { "x-place": "meeting" }),
          "x-time-zone": Intl.DateTimeFormat().resolvedOptions().timeZone,
        },
      });
      if (response.ok) return { ok: true, value: (await response.json()) as T };
      return { ok: false, why: failureOf(response.status) };
    } catch {
      return { ok: false, why: "offline" };
    }
  };
  return {
    get: (path, query = {}) => send(`${path}?${new URLSearchParams(query)}`, { method: "GET" }),
    turn: (asked) => {
      const { fields, ...rest } = { fields: undefined, ...asked };
      const body = {
        id: crypto.randomUUID(),
        ...rest,
        ...(fields ? { fields: JSON.stringify(fields) } : {}),
      };
      return send("turn", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(body),
      });
    },
  };
}

function failureOf(status: number): Failure {
  if (status === 401 || status === 403) return "signIn";
  return status === 404 ? "gone" : "store";
}
