import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { busyFromGraph } from "../../../../adapters/calendar/graph/graph-busy.js";
import { graphClient } from "../../../../adapters/calendar/graph/graph-client.js";
import {
  answersTo,
  cancelEvent,
  changeEvent,
  type GraphEvent,
  putEvent,
} from "../../../../adapters/calendar/graph/graph-events.js";
import { retryAfterMs } from "../../../../adapters/calendar/graph/retry-after.js";
import { startGraphServer } from "./graph-server.js";

let graph: Awaited<ReturnType<typeof startGraphServer>>;
beforeEach(async () => {
  graph = await startGraphServer();
});
afterEach(() => graph.close());

const client = (changes: Partial<typeof graph.settings> & { deadlineMs?: number } = {}) =>
  graphClient({ ...graph.settings, ...changes });

const nine = Date.parse("2026-11-09T08:00:00Z");
const hour = 3_600_000;
const day = 24 * hour;

const conference: GraphEvent = {
  key: "K-7F3Q9.1@kim.example.org",
  subject: "Fallkonferenz K-7F3Q9",
  text: "Zweck: gemeinsame Hilfeplanung.",
  start: nine,
  end: nine + hour,
  attendees: [
    { name: "Jugendamt Eschweiler", email: "jugendamt@example.org", required: true },
    { name: "Wohngeldstelle", email: "wohngeld@example.org", required: false },
  ],
  teamsMeeting: true,
};

describe("free and busy from Graph", () => {
  test("is told for each address, tentative as busy, elsewhere as free, unknown as unknown", async () => {
    graph.calendars.set("a@example.org", [
      [nine, nine + hour, "2"],
      [nine + 2 * hour, nine + 2 * hour + 60_000, "1"],
      [nine + 4 * hour, nine + 5 * hour, "4"],
    ]);
    graph.calendars.set("b@example.org", []);
    const found = await busyFromGraph(
      client(),
      ["a@example.org", "b@example.org", "x@example.org"],
      nine,
      nine + day,
    );
    expect(Object.fromEntries(found)).toEqual({
      "a@example.org": {
        kind: "known",
        busy: [
          { start: nine, end: nine + hour },
          { start: nine + 2 * hour, end: nine + 2 * hour + hour / 4 },
        ],
      },
      "b@example.org": { kind: "known", busy: [] },
      "x@example.org": { kind: "unknown", reason: "graph ErrorMailRecipientNotFound" },
    });
    expect(JSON.stringify([...found])).not.toContain("Therapie");
  });

  test("is asked in batches of 20 and in less than 62 days, over a clock change too", async () => {
    const addresses = Array.from({ length: 45 }, (_, i) => `office-${i}@example.org`);
    for (const address of addresses)
      graph.calendars.set(address, [[nine + 80 * day, nine + 80 * day + hour, "3"]]);
    const found = await busyFromGraph(client(), addresses, nine, nine + 120 * day);
    expect(graph.requests).toHaveLength(9);
    expect(found.size).toBe(45);
    const busy = { kind: "known", busy: [{ start: nine + 80 * day, end: nine + 80 * day + hour }] };
    expect([...found.values()]).toEqual(Array(45).fill(busy));
  });

  test("of a failed call is unknown for its addresses only", async () => {
    const addresses = Array.from({ length: 21 }, (_, i) => `office-${i}@example.org`);
    for (const address of addresses) graph.calendars.set(address, []);
    graph.faults.push({ on: "getSchedule", status: 400 });
    const kinds = [...(await busyFromGraph(client(), addresses, nine, nine + day)).values()].map(
      ({ kind }) => kind,
    );
    expect(kinds.filter((kind) => kind === "unknown").length).toBeGreaterThan(0);
    expect(kinds.filter((kind) => kind === "known").length).toBeGreaterThan(0);
  });

  test("never comes from more than four calls at once", async () => {
    const addresses = Array.from({ length: 200 }, (_, i) => `office-${i}@example.org`);
    for (const address of addresses) graph.calendars.set(address, []);
    const release = graph.hold();
    const asked = busyFromGraph(client(), addresses, nine, nine + day);
    // Client and server share this process: some turns of its loop after the fourth call a fifth would be there.
    for (let turns = 0; turns < 200; turns += graph.mostAtOnce() < 4 ? 0 : 1) {
      await new Promise((resolve) => setImmediate(resolve));
    }
    release();
    expect([...(await asked).values()].every(({ kind }) => kind === "known")).toBe(true);
    expect(graph.mostAtOnce()).toBe(4);
  });
});

describe("a conference in the calendar of Graph", () => {
  test("is created, moved and cancelled as one event", async () => {
    const graphApi = client();
    const put = await putEvent(graphApi, conference);
    expect(put).toEqual({ kind: "done", id: "AAMk+-1=", joinUrl: "https://teams.example.org/AAMk+-1=" });
    expect(graph.events[0]).toMatchObject({
      hideAttendees: true,
      sensitivity: "private",
      isOnlineMeeting: true,
      onlineMeetingProvider: "teamsForBusiness",
      start: { dateTime: "2026-11-09T08:00:00", timeZone: "UTC" },
    });
    const later = { ...conference, start: nine + day, end: nine + day + hour };
    expect(await changeEvent(graphApi, "AAMk+-1=", later)).toMatchObject({ kind: "done" });
    expect(graph.events[0]).toMatchObject({
      start: { dateTime: "2026-11-10T08:00:00" },
      body: { content: conference.text },
    });
    const time = "2026-11-02T09:30:00Z";
    graph.answers.set("jugendamt@example.org", { response: "tentativelyAccepted", time });
    expect(await answersTo(graphApi, "AAMk+-1=")).toEqual({
      kind: "done",
      answers: new Map([["jugendamt@example.org", { answer: "tentative", at: Date.parse(time) }]]),
    });
    expect(await cancelEvent(graphApi, "AAMk+-1=", "Der Termin entfällt.")).toEqual({ kind: "done" });
    expect(graph.events).toHaveLength(1);
    expect(graph.events[0]).toMatchObject({ cancelled: true, comment: "Der Termin entfällt." });
    expect(await cancelEvent(graphApi, "AAMk+-1=", "Der Termin entfällt.")).toEqual({ kind: "done" });
  });

  test.each([
    [
      "a 503 after it was created",
      { on: "POST /v1.0/users/kim@example.org/events", status: 503, after: true },
    ],
    ["a 500 before it was created", { on: "/events", status: 500 }],
    ["a 429", { on: "/events", status: 429, headers: { "retry-after": "0" } }],
    ["a 504 at the login", { on: "/oauth2/", status: 504 }],
  ])("is one event after %s", async (_what, fault) => {
    graph.faults.push(fault);
    expect(await putEvent(client(), conference)).toMatchObject({ kind: "done" });
    expect(graph.events).toHaveLength(1);
  });

  test("is one event after an answer that never came", async () => {
    graph.faults.push({ on: "/events", hang: true, after: true });
    expect(await putEvent(client({ deadlineMs: 300 }), conference)).toMatchObject({ kind: "temporary" });
    expect(graph.events).toHaveLength(1);
    expect(await putEvent(client(), conference)).toMatchObject({ kind: "done", id: "AAMk+-1=" });
    expect(graph.events).toHaveLength(1);
  });

  test("that was moved before its creation was known is found and changed", async () => {
    const quoted = { ...conference, key: "K-7F3Q9.1'x@kim.example.org" };
    graph.faults.push({ on: "/events", hang: true, after: true });
    await putEvent(client({ deadlineMs: 300 }), quoted);
    const moved = { ...quoted, start: nine + day, end: nine + day + hour };
    expect(await putEvent(client(), moved)).toMatchObject({ kind: "done", id: "AAMk+-1=" });
    expect(graph.events).toHaveLength(1);
    expect(graph.events[0]).toMatchObject({ start: { dateTime: "2026-11-10T08:00:00" } });
  });
});

describe("when Graph does not do as asked", () => {
  test("the time to wait is passed on where it is longer than we can", async () => {
    graph.faults.push({ on: "/events", status: 429, headers: { "retry-after": "120" } });
    const api = client();
    const put = await putEvent(api, conference);
    expect(put).toMatchObject({ kind: "temporary", reason: "graph 429 Injected" });
    expect(put.kind === "temporary" ? put.retryAfterMs : 0).toBeGreaterThan(100_000);
    expect(graph.events).toEqual([]);
  });

  test("a withdrawn token is fetched anew, a wrong secret is a matter of setup", async () => {
    const api = client();
    await putEvent(api, conference);
    graph.withdrawTokens();
    expect(await putEvent(api, conference)).toMatchObject({ kind: "done" });
    expect(await putEvent(client({ clientSecret: "falsch" }), conference)).toEqual({
      kind: "setup",
      reason: "graph login 401",
    });
  });

  test("missing rights are a matter of setup, refused content is final", async () => {
    graph.faults.push({ on: "/events", status: 403 });
    expect(await putEvent(client(), conference)).toMatchObject({ kind: "setup" });
    const faulty = { ...conference, attendees: [{ name: "Amt", email: "kein Postfach", required: true }] };
    expect(await putEvent(client(), faulty)).toEqual({
      kind: "permanent",
      reason: "graph 400 RequestBodyRead",
    });
  });

  test("nobody listening is a failure that passes", async () => {
    const put = await putEvent(client({ graphUrl: "http://127.0.0.1:1/v1.0", deadlineMs: 500 }), conference);
    expect(put).toMatchObject({ kind: "temporary" });
  });

  test("no reason tells an address or a secret", async () => {
    graph.faults.push({ on: "/events", status: 400 });
    expect(JSON.stringify(await putEvent(client(), conference))).not.toMatch(/@|geheim/);
  });

  test("Retry-After is read in seconds and as a date", () => {
    const now = Date.parse("2026-11-09T08:00:00Z");
    expect(retryAfterMs("2", now)).toBe(2_000);
    expect(retryAfterMs("Mon, 09 Nov 2026 08:00:30 GMT", now)).toBe(30_000);
    expect(retryAfterMs("Mon, 09 Nov 2026 07:00:00 GMT", now)).toBe(0);
    expect(retryAfterMs("bald", now)).toBeUndefined();
    expect(retryAfterMs(null, now)).toBeUndefined();
  });
});
