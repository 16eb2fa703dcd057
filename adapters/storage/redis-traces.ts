import type { Trace } from "../../casework/store/store.js";
import type { RedisClient } from "./redis-client.js";
import type { RedisConnection } from "./redis-connection.js";
import { type RedisLayout, splitEntry } from "./redis-layout.js";

const PER_SCAN = 1000;

/** Everything that has `text` in its name: keys by SCAN, entries of indexes and jobs inside their keys. */
export async function* tracesIn(
  { ask, masters }: RedisConnection,
  layout: RedisLayout,
  text: string,
): AsyncGenerator<Trace> {
  const places = placesOf(layout);
  for (const master of masters()) {
    let cursor = "0";
    do {
      const [next, keys] = await ask(() =>
        master.scan(cursor, "MATCH", `${escaped(layout.record("").slice(0, -2))}*`, "COUNT", PER_SCAN),
      );
      cursor = next;
      for (const key of keys) {
        const place = places.find(({ start }) => key.startsWith(start));
        if (place) yield* place.traces(master, key.slice(place.start.length), text);
      }
    } while (cursor !== "0");
  }

  function placesOf(names: RedisLayout) {
    const [, jobs] = names.queue("");
    return [
      { start: names.record(""), traces: named((key): Trace => ({ kind: "record", key })) },
      { start: names.once(""), traces: named((key): Trace => ({ kind: "once", key })) },
      { start: names.stream(""), traces: named((stream): Trace => ({ kind: "stream", stream })) },
      { start: names.index(""), traces: entriesOf },
      { start: jobs, traces: jobsOf },
    ];
  }

  async function* entriesOf(master: RedisClient, index: string, wanted: string): AsyncGenerator<Trace> {
    const whole = index.includes(wanted);
    let cursor = "0";
    do {
      const [next, found] = await ask(() =>
        master.zscan(
          layout.index(index),
          cursor,
          "MATCH",
          whole ? "*" : `*${escaped(wanted)}*`,
          "COUNT",
          PER_SCAN,
        ),
      );
      cursor = next;
      // Members alternate with their scores.
      for (let i = 0; i < found.length; i += 2) yield { kind: "index", index, ...splitEntry(found[i] ?? "") };
    } while (cursor !== "0");
  }

  async function* jobsOf(master: RedisClient, queue: string, wanted: string): AsyncGenerator<Trace> {
    const ids = await ask(() => master.hkeys(layout.queue(queue)[1]));
    for (const id of ids) if (id.includes(wanted)) yield { kind: "job", queue, id };
  }
}

function named(trace: (name: string) => Trace) {
  return async function* (_master: RedisClient, name: string, wanted: string): AsyncGenerator<Trace> {
    if (name.includes(wanted)) yield trace(name);
  };
}

function escaped(text: string): string {
  return text.replace(/[\\*?[\]]/g, "\\$&");
}
