import { busyFromGraph } from "./graph-busy.js";
import { type GraphAnswer, type GraphSettings, graphClient } from "./graph-client.js";

export type GraphTried = {
  /** The mailbox's own free times: `Calendars.ReadBasic.All`. */
  readonly freeBusy: GraphAnswer;
  /** One of its entries, if it has any: `Calendars.ReadWrite` reads them too. */
  readonly entries: GraphAnswer;
};

const QUARTER_MS = 15 * 60_000;

/** Fetches a token and asks two questions that change nothing. `now` in ms. Never rejects. */
export async function tryGraph(settings: GraphSettings, now: number): Promise<GraphTried> {
  const graph = graphClient({ deadlineMs: 8_000, ...settings });
  const { mailbox } = settings;
  const busy = await busyFromGraph(graph, [mailbox], now, now + QUARTER_MS);
  const known = busy.get(mailbox);
  const freeBusy: GraphAnswer =
    known?.kind === "known"
      ? { kind: "ok", body: undefined }
      : { kind: "setup", reason: known?.reason ?? "graph unknown" };
  return { freeBusy, entries: await graph("GET", "/events?$top=1&$select=id") };
}
