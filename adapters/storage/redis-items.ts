import type { ChainableCommander } from "ioredis";
import type { Container, PortableItem } from "../../casework/store/portable.js";
import {
  decodeRecord,
  encodeVersion,
  indexMember,
  positionOf,
  type RedisLayout,
  splitEntry,
  streamId,
} from "./redis-layout.js";

/** What lies in Redis as items that either engine reads, and back. */

/** One record, marker, index, stream or queue. */
type Place = { readonly of: Container; readonly name: string };

const CONTAINERS: Readonly<Record<string, Container>> = {
  r: "record",
  o: "once",
  i: "index",
  s: "stream",
  q: "queue",
};

/** What a row of the read script is about. `start` is what all keys begin with. */
export function placeOf(start: string, [key]: readonly unknown[]): Place {
  const text = String(key);
  const of = CONTAINERS[text[start.length] ?? ""];
  if (of === undefined) throw new Error("not a row of the read script");
  return { of, name: text.slice(start.length + 2) };
}

/** The items in a row of the read script. */
export function itemsOf(start: string, row: readonly unknown[]): readonly PortableItem[] {
  const { of, name } = placeOf(start, row);
  const [, first, second, third] = row;
  switch (of) {
    case "record": {
      if (!Buffer.isBuffer(first)) return [];
      const { version, value } = decodeRecord(first);
      const expires = Number(second) > 0 ? { expiresAt: Number(second) } : {};
      return [{ kind: "record", key: name, version, value, ...expires }];
    }
    case "once":
      return Buffer.isBuffer(first)
        ? [{ kind: "once", key: name, value: first, expiresAt: Number(second) }]
        : [];
    case "index":
      return (first as readonly Buffer[]).map((member) => ({
        kind: "index",
        index: name,
        ...splitEntry(member.toString()),
      }));
    case "stream":
      return streamItems(name, first as StreamRows, String(second));
    case "queue":
      return jobItems(name, first as readonly Buffer[], pairs(second), pairs(third));
  }
}

type StreamRows = readonly (readonly [Buffer, readonly Buffer[]])[];

function streamItems(stream: string, rows: StreamRows, last: string): readonly PortableItem[] {
  const entries = rows.map(([id, fields]): PortableItem => {
    const value = fields[1] ?? Buffer.alloc(0);
    return { kind: "entry", stream, position: positionOf(id.toString()), value };
  });
  return last === "" ? entries : [...entries, { kind: "head", stream, position: positionOf(last) }];
}

/** `order` holds id and due instant in turn. */
function jobItems(
  queue: string,
  order: readonly Buffer[],
  values: ReadonlyMap<string, Buffer>,
  leases: ReadonlyMap<string, Buffer>,
): readonly PortableItem[] {
  return Array.from({ length: order.length / 2 }, (_, i): PortableItem => {
    const id = String(order[i * 2]);
    const attempt = Number(/^\S+ (\d+)/.exec(String(leases.get(id) ?? ""))?.[1] ?? 0);
    const value = values.get(id) ?? Buffer.alloc(0);
    return { kind: "job", queue, id, due: Number(order[i * 2 + 1]), attempt, value };
  });
}

function pairs(flat: unknown): ReadonlyMap<string, Buffer> {
  const cells = flat as readonly Buffer[];
  const map = new Map<string, Buffer>();
  for (let i = 0; i + 1 < cells.length; i += 2) map.set(String(cells[i]), cells[i + 1] ?? Buffer.alloc(0));
  return map;
}

export function addWrites(all: ChainableCommander, layout: RedisLayout, item: PortableItem): void {
  switch (item.kind) {
    case "record": {
      const key = layout.record(item.key);
      const stored = encodeVersion(item.version, 8 + item.value.length);
      stored.set(item.value, 8);
      all.set(key, stored);
      if (item.expiresAt !== undefined) all.pexpireat(key, item.expiresAt);
      return;
    }
    case "once":
      all.set(layout.once(item.key), item.value, "PXAT", Math.max(1, item.expiresAt));
      return;
    case "index":
      all.zadd(layout.index(item.index), 0, indexMember(item));
      return;
    case "entry":
      all.xadd(layout.stream(item.stream), streamId(item.position), "v", item.value);
      return;
    case "head": {
      // Only a stream that is there can be told its last position: an entry that goes at once makes it.
      const stream = layout.stream(item.stream);
      all.eval(HEAD, 1, stream, streamId(item.position));
      return;
    }
    case "job": {
      const [order, values, leases] = layout.queue(item.queue);
      all.zadd(order, item.due, item.id).hset(values, item.id, item.value);
      if (item.attempt > 0) all.hset(leases, item.id, `- ${item.attempt} 0`);
      return;
    }
    case "again":
      all.unlink(...keysOf(layout, item));
  }
}

const HEAD = `
if redis.call('EXISTS', KEYS[1]) == 0 then
  redis.call('XADD', KEYS[1], ARGV[1], 'v', '')
  redis.call('XDEL', KEYS[1], ARGV[1])
end
return redis.call('XSETID', KEYS[1], ARGV[1])
`;

function keysOf(layout: RedisLayout, { of, name }: Place): readonly string[] {
  switch (of) {
    case "record":
      return [layout.record(name)];
    case "once":
      return [layout.once(name)];
    case "index":
      return [layout.index(name)];
    case "stream":
      return [layout.stream(name)];
    case "queue":
      return layout.queue(name);
  }
}
