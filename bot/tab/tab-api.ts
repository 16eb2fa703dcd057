import { isTimeZone } from "../../casework/calendar/zone.js";
import { detectPersonalData } from "../../casework/privacy/detect.js";
import { holds, type Right, whyNot } from "../../casework/staff/rights.js";
import type { Actor } from "../../casework/staff/staff.js";
import { StoreUnavailable } from "../../casework/store/store.js";
import { noteRefusal } from "../../dialogs/note-refusal.js";
import type { Reply } from "../../dialogs/reply.js";
import type { Turn } from "../../dialogs/turn.js";
import type { FrontDoor } from "../turn/front-door.js";
import type { HttpRequest, HttpResponse, HttpRoute, RefusedTokens } from "../turn/http-route.js";
import { readAs, type TabServices, tabEvent, type Viewing } from "./read-as.js";
import { readTurnBody } from "./turn-body.js";
import { caseLines, caseNotes } from "./views/case-views.js";
import { conferenceLines } from "./views/conference-lines.js";
import { gapsView } from "./views/gaps-view.js";
import { meetingView } from "./views/meeting.js";
import { officeLines } from "./views/office-lines.js";
import type { MeView, PageName } from "./views/view-models.js";
import type { Identify } from "./visitor.js";

export type TabApiServices = TabServices & {
  readonly identify: Identify;
  readonly tokens: RefusedTokens;
  readonly handle: FrontDoor;
  readonly log: (entry: Readonly<Record<string, unknown>>) => void;
};

type Query = HttpRequest["query"];

const JSON_HEADERS = {
  "content-type": "application/json; charset=utf-8",
  "cache-control": "no-store",
  "x-content-type-options": "nosniff",
};

const LATER = { ...JSON_HEADERS, "retry-after": "60" };

const LONGEST_QUESTION = 500;

/**
 * What the tab asks of the bot. Everything that is done goes through the same front door as the chat; the few things
 * that are only shown are read by the same rules and leave the same entries in the audit.
 */
export function tabApi(services: TabApiServices): readonly HttpRoute[] {
  const view = (path: string, right: Right, read: (turn: Turn, query: Query) => unknown): HttpRoute => ({
    method: "GET",
    path: `/tab/api/${path}`,
    handle: (request) =>
      answering(services, request, async (viewing) => {
        const result = await readAs(services, viewing, async (turn) => {
          const alone = turn.event.conversation.scope === "personal";
          if (whyNot(right, turn.actor, alone) === undefined)
            return (await read(turn, request.query)) ?? null;
          await noteRefusal(turn, request.query.case);
          return null;
        });
        if (result === undefined) return json(503, {});
        return result === null ? json(404, {}) : json(200, result);
      }),
  });
  return [
    view("me", "ask", me),
    view("offices", "ask", (turn, { q = "" }) =>
      officeLines(turn, detectPersonalData(q.slice(0, LONGEST_QUESTION)).cleaned),
    ),
    view("meeting", "ask", (turn, { chat = "" }) => meetingView(turn, chat)),
    view("cases", "casework", caseLines),
    view("notes", "casework", (turn, { case: id = "", seen = "" }) => caseNotes(turn, id, seen)),
    view("conferences", "casework", conferenceLines),
    view("gaps", "figures", gapsView),
    {
      method: "POST",
      path: "/tab/api/turn",
      handle: (request) =>
        answering(services, request, async (viewing) => {
          const asked = readTurnBody(request.fields);
          if (!asked) return json(400, {});
          const event = tabEvent(viewing, asked.id, services.ledger.clock(), asked.content);
          const { send, replacement } = await services.handle(event);
          return json(200, {
            replies: shown(replacement ? [replacement, ...send.filter((one) => one !== replacement)] : send),
          });
        }),
    },
  ];
}

function me({ actor, texts, settings, event }: Turn): MeView {
  return {
    name: actor.name,
    roleName: texts.tab.roles[actor.role],
    pages: [...(event.conversation.scope === "personal" ? ownPages(actor) : meetingPages), "offices"],
    demo: settings.demo,
  };
}

const meetingPages: readonly PageName[] = ["meeting"];

function ownPages(actor: Actor): readonly PageName[] {
  const casework: readonly PageName[] = ["day", "cases", "conferences"];
  return [
    ...(holds(actor, "casework") ? casework : []),
    ...(holds(actor, "figures") ? (["figures"] as const) : []),
  ];
}

/** What of a reply a page can show. */
function shown(replies: readonly Reply[]) {
  return replies.map(({ place, text, card, citations, feedback }) => ({
    place,
    ...(text ? { text } : {}),
    ...(card ? { card } : {}),
    ...(citations ? { citations } : {}),
    ...(feedback ? { feedback } : {}),
  }));
}

/** Proves who asks before anything is looked at; a store that does not answer is said, never a broken page. */
async function answering(
  services: TabApiServices,
  request: HttpRequest,
  answer: (viewing: Viewing) => Promise<HttpResponse>,
): Promise<HttpResponse> {
  const { headers } = request;
  if (!services.tokens.mayTry(request)) return { ...json(429, {}), headers: LATER };
  const identified = await services.identify(headers.authorization ?? "");
  services.tokens.note(request, identified.ok ? "accepted" : "refused");
  if (!identified.ok) {
    services.log({ event: "tab-refused", status: identified.status, reason: identified.reason });
    return json(identified.status, {});
  }
  const zone = headers["x-time-zone"] ?? "";
  const viewing: Viewing = {
    visitor: identified.visitor,
    locale: (headers["accept-language"] ?? "").startsWith("en") ? "en" : "de",
    timeZone: isTimeZone(zone) ? zone : "Europe/Berlin",
    place: headers["x-place"] === "meeting" ? "meeting" : "own",
  };
  try {
    return await answer(viewing);
  } catch (error) {
    if (!(error instanceof StoreUnavailable)) throw error;
    return json(503, {});
  }
}

function json(status: number, value: unknown): HttpResponse {
  return { status, headers: JSON_HEADERS, body: JSON.stringify(value) };
}
