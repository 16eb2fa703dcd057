import type { MeetingCalendar } from "../../bot/outbox/meeting-calendar.js";
import type { Calendars } from "../../dialogs/calendars.js";
import { calendarsFrom } from "./calendars.js";
import { fetchFeed } from "./feed/fetch-feed.js";
import { type GraphAnswer, type GraphClient, type GraphSettings, graphClient } from "./graph/graph-client.js";
import { graphMeetings } from "./graph/graph-meetings.js";

export type OpenCalendars = {
  readonly calendars: Calendars;
  /** The organisation's calendar through which conferences are invited to, where one is set up. */
  readonly meetings?: MeetingCalendar;
};

/**
 * One client for Graph, so that asking and inviting share its limits. In demo mode feeds may lie on this machine.
 * `heard` is told the kind of each answer of Graph.
 */
export function openCalendars(
  config: { readonly graph: GraphSettings | undefined; readonly demo: boolean },
  clock: () => number,
  heard: (kind: GraphAnswer["kind"]) => void,
): OpenCalendars {
  const sources = { fetchFeed: (url: string) => fetchFeed(url, { allowInside: config.demo }), clock };
  if (!config.graph) return { calendars: calendarsFrom(sources) };
  const ask = graphClient(config.graph);
  const graph: GraphClient = async (...call) => {
    const answer = await ask(...call);
    heard(answer.kind);
    return answer;
  };
  return { calendars: calendarsFrom({ ...sources, graph }), meetings: graphMeetings(graph) };
}
