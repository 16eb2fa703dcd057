import { createHash, randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { z } from "zod";

/**
 * The part of Microsoft Graph that we use, as its documentation describes it (calendar: getSchedule, create, update
 * and cancel event, client credentials), on loopback. It refuses what Graph would refuse: unknown properties, more
 * than 20 addresses, 62 days, a fifth call at once, a transactionId that comes again with another content.
 */
export type Fault = {
  /** Counts for the next call whose `METHOD path` holds this text. */
  readonly on: string;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** The call has its effect before the fault. */
  readonly after?: boolean;
  /** No answer at all. */
  readonly hang?: boolean;
};

const dateTime = z
  .object({ dateTime: z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/), timeZone: z.literal("UTC") })
  .strict();
const attendee = z
  .object({
    emailAddress: z.object({ address: z.email(), name: z.string() }).strict(),
    type: z.enum(["required", "optional", "resource"]),
  })
  .strict();
const changeable = {
  subject: z.string(),
  start: dateTime,
  end: dateTime,
  attendees: z.array(attendee),
  location: z.object({ displayName: z.string() }).strict().optional(),
  hideAttendees: z.boolean(),
  sensitivity: z.enum(["normal", "personal", "private", "confidential"]),
  responseRequested: z.boolean(),
};
const newEvent = z
  .object({
    ...changeable,
    body: z.object({ contentType: z.enum(["text", "html"]), content: z.string() }).strict(),
    isOnlineMeeting: z.boolean().optional(),
    onlineMeetingProvider: z.literal("teamsForBusiness").optional(),
    transactionId: z.string().max(64),
    singleValueExtendedProperties: z.array(z.object({ id: z.string(), value: z.string() }).strict()),
  })
  .strict();
const recording = z
  .object({
    allowRecording: z.boolean(),
    allowTranscription: z.boolean(),
    recordAutomatically: z.boolean(),
  })
  .strict();
const change = z.object(changeable).partial().strict();
const scheduleQuestion = z
  .object({
    schedules: z.array(z.string()).min(1),
    startTime: dateTime,
    endTime: dateTime,
    availabilityViewInterval: z.number().int().min(5).max(1440),
  })
  .strict();

export type KeptEvent = z.infer<typeof newEvent> & {
  readonly id: string;
  cancelled: boolean;
  comment?: string;
};

type Refusal = { readonly status: number; readonly code: string; readonly headers?: Record<string, string> };
type Outcome = { readonly status: number; readonly body?: unknown } | Refusal;

export async function startGraphServer() {
  const events: KeptEvent[] = [];
  const requests: { readonly call: string; readonly body: unknown }[] = [];
  const faults: Fault[] = [];
  const tokens = new Set<string>();
  /** Busy times by address, [start, end] in ms; an address that is not in here does not exist. */
  const calendars = new Map<string, (readonly [number, number, string])[]>();
  /** By address: what was answered, and when (ISO 8601). */
  const answers = new Map<string, { readonly response: string; readonly time: string }>();
  /** What was set about recording, by the id of the event. */
  const recordings = new Map<string, z.infer<typeof recording>>();
  let mayChangeMeetings = true;
  let running = 0;
  let most = 0;
  /** Holds calls back, so that a test sees how many come at once. */
  let gate: Promise<void> | undefined;

  const server = createServer((request, response) => {
    void handle(request, response).catch(() => response.destroy());
  });

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const text = Buffer.concat(chunks).toString();
    const path = decodeURIComponent(request.url ?? "");
    const call = `${request.method} ${path}`;
    const fault = takeFault(call);
    if (fault && !fault.after) return fail(response, fault);
    const outcome = path.includes("/oauth2/") ? login(text) : await graph(request, call, text);
    if (fault) return fail(response, fault);
    send(response, outcome);
  }

  function login(text: string): Outcome {
    const form = new URLSearchParams(text);
    if (form.get("client_secret") !== "geheim") return { status: 401, code: "invalid_client" };
    if (form.get("grant_type") !== "client_credentials" || !form.get("scope")?.endsWith("/.default")) {
      return { status: 400, code: "invalid_request" };
    }
    const token = randomUUID();
    tokens.add(token);
    return { status: 200, body: { token_type: "Bearer", expires_in: 3599, access_token: token } };
  }

  async function graph(request: IncomingMessage, call: string, text: string): Promise<Outcome> {
    const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? "")?.[1] ?? "";
    if (!tokens.has(token)) return { status: 401, code: "InvalidAuthenticationToken" };
    most = Math.max(most, running + 1);
    if (running >= 4) return { status: 429, code: "ApplicationThrottled", headers: { "retry-after": "1" } };
    running += 1;
    try {
      await gate;
      if (text !== "" && request.headers["content-type"] !== "application/json") {
        return { status: 415, code: "UnsupportedMediaType" };
      }
      const body: unknown = text === "" ? undefined : JSON.parse(text);
      requests.push({ call, body });
      return route(call, body);
    } finally {
      running -= 1;
    }
  }

  function route(call: string, body: unknown): Outcome {
    const [, method = "", rest = ""] = /^(\S+) \/v1\.0\/users\/kim@example\.org(\/.*)$/s.exec(call) ?? [];
    if (method === "POST" && rest === "/calendar/getSchedule") return schedules(body);
    if (method === "POST" && rest === "/events") return create(body);
    if (method === "GET" && rest.startsWith("/events?$filter=")) return find(rest);
    if (method === "GET" && rest === "/events?$top=1&$select=id") {
      return { status: 200, body: { value: events.slice(0, 1).map(({ id }) => ({ id })) } };
    }
    if (rest.startsWith("/onlineMeetings")) return onlineMeeting(method, rest, body);
    const [, id = "", action = ""] = /^\/events\/([^/?]+)(.*)$/.exec(rest) ?? [];
    const event = events.find((each) => each.id === id && !each.cancelled);
    if (id !== "" && !event) return { status: 404, code: "ErrorItemNotFound" };
    if (event && method === "PATCH" && action === "") return update(event, body);
    if (event && method === "POST" && action === "/cancel") {
      const parsed = z.object({ comment: z.string() }).strict().safeParse(body);
      if (!parsed.success) return { status: 400, code: "RequestBodyRead" };
      event.cancelled = true;
      event.comment = parsed.data.comment;
      return { status: 202 };
    }
    if (event && method === "GET" && action === "?$select=attendees") {
      const attendees = event.attendees.map((each) => ({
        ...each,
        status: answers.get(each.emailAddress.address) ?? { response: "none", time: "0001-01-01T00:00:00Z" },
      }));
      return { status: 200, body: { id, attendees } };
    }
    return { status: 400, code: "BadRequest" };
  }

  /** Of the meetings API only what says whether a meeting may be recorded; refused where the app may not. */
  function onlineMeeting(method: string, rest: string, body: unknown): Outcome {
    if (!mayChangeMeetings) return { status: 403, code: "Forbidden" };
    const url = /^\/onlineMeetings\?\$filter=JoinWebUrl eq '([^']+)'$/.exec(rest)?.[1];
    if (method === "GET" && url) return { status: 200, body: { value: [{ id: url.split("/").at(-1) }] } };
    const parsed = recording.safeParse(body);
    const id = /^\/onlineMeetings\/([^/?]+)$/.exec(rest)?.[1];
    if (method !== "PATCH" || !id || !parsed.success) return { status: 400, code: "BadRequest" };
    recordings.set(id, parsed.data);
    return { status: 200, body: { id } };
  }

  function schedules(body: unknown): Outcome {
    const parsed = scheduleQuestion.safeParse(body);
    if (!parsed.success) return { status: 400, code: "RequestBodyRead" };
    const { schedules: asked, startTime, endTime, availabilityViewInterval } = parsed.data;
    const from = Date.parse(`${startTime.dateTime}Z`);
    const to = Date.parse(`${endTime.dateTime}Z`);
    if (asked.length > 20) return { status: 400, code: "ErrorTooManyObjectsOpened" };
    if (to <= from || to - from >= 62 * 86_400_000) return { status: 400, code: "ErrorTimeIntervalTooBig" };
    const step = availabilityViewInterval * 60_000;
    const value = asked.map((scheduleId) => {
      const spans = calendars.get(scheduleId.toLowerCase());
      if (!spans) {
        const error = { message: `${scheduleId} …`, responseCode: "ErrorMailRecipientNotFound" };
        return { scheduleId, availabilityView: "", error };
      }
      let availabilityView = "";
      for (let at = from; at < to; at += step) {
        const digits = spans
          .filter(([start, end]) => start < at + step && at < end)
          .map(([, , digit]) => digit);
        availabilityView += digits.sort().at(-1) ?? "0";
      }
      return { scheduleId, availabilityView, scheduleItems: [{ subject: "Therapie", status: "busy" }] };
    });
    return { status: 200, body: { value } };
  }

  function create(body: unknown): Outcome {
    const parsed = newEvent.safeParse(body);
    if (!parsed.success) return { status: 400, code: "RequestBodyRead" };
    const known = events.find(({ transactionId }) => transactionId === parsed.data.transactionId);
    if (known && fingerprint(known) !== fingerprint(parsed.data)) {
      return { status: 409, code: "ErrorDuplicateTransactionId" };
    }
    if (known) return { status: 201, body: shown(known) };
    const event: KeptEvent = {
      ...parsed.data,
      id: `AAMk+/${events.length + 1}=`.replaceAll("/", "-"),
      cancelled: false,
    };
    events.push(event);
    return { status: 201, body: shown(event) };
  }

  function update(event: KeptEvent, body: unknown): Outcome {
    const parsed = change.safeParse(body);
    if (!parsed.success) return { status: 400, code: "ErrorInvalidPropertySet" };
    Object.assign(event, parsed.data);
    return { status: 200, body: shown(event) };
  }

  function find(rest: string): Outcome {
    const [, id, value = ""] =
      /Any\(ep: ep\/id eq '([^']+)' and ep\/value eq '((?:[^']|'')*)'\)/.exec(rest) ?? [];
    const key = value.replaceAll("''", "'");
    const found = events.filter(
      (event) =>
        !event.cancelled && event.singleValueExtendedProperties.some((p) => p.id === id && p.value === key),
    );
    return { status: 200, body: { value: found.map(shown) } };
  }

  function takeFault(call: string): Fault | undefined {
    const index = faults.findIndex(({ on }) => call.includes(on));
    return index < 0 ? undefined : faults.splice(index, 1)[0];
  }

  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const origin = `http://127.0.0.1:${port}`;
  return {
    settings: {
      tenantId: "tenant",
      clientId: "app",
      clientSecret: "geheim",
      mailbox: "kim@example.org",
      graphUrl: `${origin}/v1.0`,
      loginUrl: origin,
    },
    events,
    requests,
    faults,
    calendars,
    answers,
    recordings,
    forbidMeetings: () => {
      mayChangeMeetings = false;
    },
    mostAtOnce: () => most,
    withdrawTokens: () => tokens.clear(),
    hold(): () => void {
      let release = (): void => undefined;
      gate = new Promise((resolve) => {
        release = resolve;
      });
      return release;
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

function fail(response: ServerResponse, { hang, status = 503, headers = {} }: Fault): void {
  if (!hang) send(response, { status, code: "Injected", headers });
}

function send(response: ServerResponse, outcome: Outcome): void {
  const headers = { "content-type": "application/json", ...("code" in outcome ? outcome.headers : {}) };
  response.writeHead(outcome.status, headers);
  if ("code" in outcome) {
    response.end(JSON.stringify({ error: { code: outcome.code, message: "for kim@example.org" } }));
  } else response.end(outcome.body === undefined ? undefined : JSON.stringify(outcome.body));
}

function shown({ id, subject, isOnlineMeeting }: KeptEvent) {
  const onlineMeeting = isOnlineMeeting ? { joinUrl: `https://teams.example.org/${id}` } : null;
  return { id, subject, onlineMeeting };
}

function fingerprint({ subject, start, end, attendees, body }: z.infer<typeof newEvent>): string {
  return createHash("sha256")
    .update(JSON.stringify([subject, start, end, attendees, body]))
    .digest("hex");
}
