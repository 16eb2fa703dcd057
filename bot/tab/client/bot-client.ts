import type { Host } from "./host.js";

/** A card as JSON, a text, or both. */
export type ShownReply = {
  readonly place: "new" | "pressed" | "result";
  readonly text?: string;
  readonly card?: Record<string, unknown>;
  /** May be rated. */
  readonly feedback?: boolean;
};

export type Asked = { readonly text: string } | { readonly reaction: Reaction } | PressedButton;

export type Reaction = "like" | "dislike";

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
  const request = async (path: string, init: RequestInit): Promise<Response> => {
    const authorization = host.inTeams ? `Bearer ${await host.token()}` : `Demo ${demoPerson ?? ""}`;
    return fetch(`/tab/api/${path}`, {
      ...init,
      headers: {
        ...init.headers,
        authorization,
        "accept-language": host.locale,
        ...(host.meetingChat === undefined ? {} : { "x-place": "meeting" }),
        "x-time-zone": Intl.DateTimeFormat().resolvedOptions().timeZone,
      },
    });
  };
  const send = async <T>(path: string, init: RequestInit): Promise<Answer<T>> => {
    try {
      let response = await request(path, init);
      // A page that was open for long may hold a token that has just run out; Teams then has a new one.
      if (response.status === 401 && host.inTeams) response = await request(path, init);
      if (response.ok) return { ok: true, value: (await response.json()) as T };
      return { ok: false, why: failureOf(response.status) };
    } catch {
      return { ok: false, why: "offline" };
    }
  };
  /** What was asked and not answered: nobody knows whether it was done, so once more it has the same id. */
  let unanswered: { readonly content: string; readonly id: string } | undefined;
  return {
    get: (path, query = {}) => send(`${path}?${new URLSearchParams(query)}`, { method: "GET" }),
    turn: async (asked) => {
      const { fields, ...rest } = { fields: undefined, ...asked };
      const turn = { ...rest, ...(fields ? { fields: JSON.stringify(fields) } : {}) };
      const content = JSON.stringify(turn);
      const id = unanswered?.content === content ? unanswered.id : crypto.randomUUID();
      const answer = await send<{ readonly replies: readonly ShownReply[] }>("turn", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ id, ...turn }),
      });
      unanswered = answer.ok ? undefined : { content, id };
      return answer;
    },
  };
}

function failureOf(status: number): Failure {
  if (status === 401 || status === 403) return "signIn";
  return status === 404 ? "gone" : "store";
}
