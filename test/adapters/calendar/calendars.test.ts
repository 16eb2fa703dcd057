import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { calendarsFrom } from "../../../adapters/calendar/calendars.js";
import type { Fetched } from "../../../adapters/calendar/feed/fetch-feed.js";
import { graphClient } from "../../../adapters/calendar/graph/graph-client.js";
import { startGraphServer } from "./graph/graph-server.js";

const from = Date.UTC(2027, 2, 1);
const to = Date.UTC(2027, 2, 8);
const feed = { kind: "feed", url: "https://example.org/a.ics" } as const;
const mailbox = (address: string) => ({ kind: "mailbox", address }) as const;
const ics = [
  "BEGIN:VCALENDAR",
  "VERSION:2.0",
  "BEGIN:VEVENT",
  "UID:1",
  "DTSTAMP:20270101T000000Z",
  "DTSTART:20270302T090000Z",
  "DTEND:20270302T100000Z",
  "END:VEVENT",
  "END:VCALENDAR",
].join("\r\n");
const busy = [{ start: Date.UTC(2027, 2, 2, 9), end: Date.UTC(2027, 2, 2, 10) }];

let server: Awaited<ReturnType<typeof startGraphServer>>;
beforeAll(async () => {
  server = await startGraphServer();
});
afterAll(() => server.close());

let now = 0;
let fetches = 0;
let answer: () => Promise<Fetched> = async () => ({ kind: "fetched", text: ics });
beforeEach(() => {
  now = 1_000;
  fetches = 0;
  answer = async () => ({ kind: "fetched", text: ics });
});

function calendars(deadlineMs = 2_000) {
  return calendarsFrom({
    graph: graphClient(server.settings),
    fetchFeed: () => {
      fetches += 1;
      return answer();
    },
    clock: () => now,
    deadlineMs,
  });
}

describe("calendars", () => {
  test("answer each for itself, in the order asked, with the instant they were read", async () => {
    server.calendars.set("amt@example.org", [[Date.UTC(2027, 2, 3, 9), Date.UTC(2027, 2, 3, 10), "2"]]);
    const sources = [mailbox("amt@example.org"), feed, mailbox("unbekannt@example.org")];
    const [box, ical, missing] = await calendars()("e", sources, from, to);
    expect(box).toEqual({
      kind: "known",
      busy: [{ start: Date.UTC(2027, 2, 3, 9), end: Date.UTC(2027, 2, 3, 10) }],
      asOf: 1_000,
    });
    expect(ical).toEqual({ kind: "known", busy, asOf: 1_000 });
    expect(missing).toEqual({ kind: "unknown" });
  });

  test("say the same to every run of one event, whatever has changed", async () => {
    const ask = calendars();
    const first = await ask("e", [feed], from, to);
    answer = async () => ({ kind: "failed", reason: "feed 500" });
    now += 30_000;
    expect(await ask("e", [feed], from, to)).toEqual(first);
    expect(fetches).toBe(1);
  });

  test("read a feed again once it is five minutes old, and tell its age until then", async () => {
    const ask = calendars();
    await ask("a", [feed], from, to);
    now += 4 * 60_000;
    expect(await ask("b", [feed], from, to)).toEqual([{ kind: "known", busy, asOf: 1_000 }]);
    now += 2 * 60_000;
    expect(await ask("c", [feed], from, to)).toEqual([{ kind: "known", busy, asOf: now }]);
    expect(fetches).toBe(2);
  });

  test("are unknown where they hang, fail, or hold what cannot be read: never free", async () => {
    answer = () => new Promise(() => undefined);
    expect(await calendars(50)("a", [feed], from, to)).toEqual([{ kind: "unknown" }]);
    answer = async () => ({ kind: "failed", reason: "feed 500" });
    expect(await calendars()("b", [feed], from, to)).toEqual([{ kind: "unknown" }]);
    answer = async () => ({ kind: "fetched", text: "<html>Anmeldung</html>" });
    expect(await calendars()("c", [feed], from, to)).toEqual([{ kind: "unknown" }]);
    answer = async () => ({ kind: "fetched", text: ics.replace("DTSTART:20270302T090000Z", "X-NO:1") });
    expect(await calendars()("d", [feed], from, to)).toEqual([{ kind: "unknown" }]);
  });
});
