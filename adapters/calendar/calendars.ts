import type { CalendarAnswer, CalendarSource, Calendars } from "../../dialogs/calendars.js";
import type { Fetched } from "./feed/fetch-feed.js";
import { busyFromGraph } from "./graph/graph-busy.js";
import type { GraphClient } from "./graph/graph-client.js";
import { busyFromIcs } from "./ical-busy.js";

export type CalendarsOptions = {
  /** Absent: no mailbox can be asked. */
  readonly graph?: GraphClient;
  readonly fetchFeed: (url: string) => Promise<Fetched>;
  readonly clock: () => number;
  /** What has not answered by then is unknown, ms. A turn has eight seconds for everything. */
  readonly deadlineMs?: number;
};

/** A feed is not fetched again for every look at it; how old a reading is, is shown. */
const feedFreshMs = 5 * 60_000;
/** Longer than a turn and its runs take. */
const eventKeptMs = 60_000;
const unknown: CalendarAnswer = { kind: "unknown" };

type Kept<T> = { readonly value: Promise<T>; readonly at: number };

/** Feeds and mailboxes behind one port, each answering for itself. */
export function calendarsFrom({ graph, fetchFeed, clock, deadlineMs = 4_000 }: CalendarsOptions): Calendars {
  const feeds = new Map<string, Kept<Fetched>>();
  const events = new Map<string, Kept<readonly CalendarAnswer[]>>();

  async function feed(url: string, from: number, to: number): Promise<CalendarAnswer> {
    const kept = keep(feeds, url, feedFreshMs, clock(), () => fetchFeed(url));
    const fetched = await kept.value;
    if (fetched.kind === "failed") {
      feeds.delete(url);
      return unknown;
    }
    const read = busyFromIcs(fetched.text, from, to);
    // An entry that could not be read may be at any time: nothing is known then.
    if (read.kind === "unreadable" || read.unread > 0) return unknown;
    return { kind: "known", busy: read.busy, asOf: kept.at };
  }

  async function mailboxes(
    addresses: readonly string[],
    from: number,
    to: number,
  ): Promise<ReadonlyMap<string, CalendarAnswer>> {
    if (!graph || addresses.length === 0) return new Map();
    const asOf = clock();
    const found = await busyFromGraph(graph, addresses, from, to);
    return new Map(
      [...found].map(([address, busy]) => [
        address,
        busy.kind === "known" ? { kind: "known", busy: busy.busy, asOf } : unknown,
      ]),
    );
  }

  async function ask(sources: readonly CalendarSource[], from: number, to: number) {
    const addresses = sources.flatMap((source) => (source.kind === "mailbox" ? [source.address] : []));
    const boxes = inTime(mailboxes(addresses, from, to), new Map<string, CalendarAnswer>(), deadlineMs);
    return Promise.all(
      sources.map(async (source) =>
        source.kind === "feed"
          ? inTime(feed(source.url, from, to), unknown, deadlineMs)
          : ((await boxes).get(source.address) ?? unknown),
      ),
    );
  }

  return (eventId, sources, from, to) => {
    const key = JSON.stringify([eventId, sources, from, to]);
    return keep(events, key, eventKeptMs, clock(), () => ask(sources, from, to)).value;
  };
}

/** What is kept under a key while it is fresh, else made anew; what has grown old goes. */
function keep<T>(
  all: Map<string, Kept<T>>,
  key: string,
  freshMs: number,
  now: number,
  make: () => Promise<T>,
): Kept<T> {
  for (const [other, { at }] of all) if (now - at > freshMs) all.delete(other);
  const kept = all.get(key);
  if (kept) return kept;
  const made = { value: make(), at: now };
  all.set(key, made);
  return made;
}

/** The value, or the other one once the time is over or it fails. */
async function inTime<T>(value: Promise<T>, otherwise: T, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<T>((resolve) => {
    timer = setTimeout(() => resolve(otherwise), ms);
  });
  try {
    return await Promise.race([value.catch(() => otherwise), late]);
  } finally {
    clearTimeout(timer);
  }
}
