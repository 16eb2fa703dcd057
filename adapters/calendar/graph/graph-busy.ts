import { z } from "zod";
import type { Busy } from "../../../casework/conference/busy.js";
import { mergedSpans } from "../busy-spans.js";
import type { GraphClient } from "./graph-client.js";
import { utcDateTime } from "./graph-time.js";

export type GraphBusy =
  | { readonly kind: "known"; readonly busy: readonly Busy[] }
  /** Nothing is known of this calendar: never to be taken for free. */
  | { readonly kind: "unknown"; readonly reason: string };

/** Limits of getSchedule: 20 addresses, less than 62 days. Eight weeks leave room for the clock change. */
const mostAddresses = 20;
const longestMs = 56 * 86_400_000;
const quarterMs = 15 * 60_000;

/** Digits of `availabilityView`: 0 free or working elsewhere, 1 tentative, 2 busy, 3 out of office, 4 elsewhere. */
const free = new Set(["0", "4"]);

const answer = z.object({
  value: z.array(
    z.object({
      scheduleId: z.string(),
      availabilityView: z.string().optional(),
      error: z.object({ responseCode: z.string().optional() }).nullish(),
    }),
  ),
});

/**
 * When each address is taken between two instants in ms, in quarters of an hour. Only the merged view is read:
 * subjects and places, which Graph may send along, are dropped with the answer. Each address has its own outcome.
 */
export async function busyFromGraph(
  client: GraphClient,
  addresses: readonly string[],
  from: number,
  to: number,
): Promise<ReadonlyMap<string, GraphBusy>> {
  const start = Math.floor(from / quarterMs) * quarterMs;
  const asked: Promise<readonly (readonly [string, GraphBusy])[]>[] = [];
  const unique = [...new Set(addresses)];
  for (let first = 0; first < unique.length; first += mostAddresses) {
    const batch = unique.slice(first, first + mostAddresses);
    for (let begin = start; begin < to; begin += longestMs) {
      asked.push(ask(client, batch, begin, Math.min(begin + longestMs, to)));
    }
  }
  const found = new Map<string, GraphBusy>();
  for (const [address, busy] of (await Promise.all(asked)).flat()) {
    found.set(address, joined(found.get(address), busy, from, to));
  }
  return found;
}

async function ask(
  client: GraphClient,
  batch: readonly string[],
  from: number,
  to: number,
): Promise<readonly (readonly [string, GraphBusy])[]> {
  const result = await client("POST", "/calendar/getSchedule", {
    schedules: batch,
    startTime: utcDateTime(from),
    endTime: utcDateTime(to),
    availabilityViewInterval: quarterMs / 60_000,
  });
  if (result.kind !== "ok")
    return batch.map((address) => [address, { kind: "unknown", reason: result.reason }]);
  const parsed = answer.safeParse(result.body);
  const schedules = parsed.success ? parsed.data.value : [];
  return batch.map((address) => {
    const schedule = schedules.find(({ scheduleId }) => scheduleId.toLowerCase() === address.toLowerCase());
    return [address, busyIn(schedule, from, to)];
  });
}

function busyIn(
  schedule: z.infer<typeof answer>["value"][number] | undefined,
  from: number,
  to: number,
): GraphBusy {
  if (!schedule) return { kind: "unknown", reason: "graph left the address out" };
  if (schedule.error) return { kind: "unknown", reason: `graph ${schedule.error.responseCode ?? "error"}` };
  const view = schedule.availabilityView ?? "";
  if (view.length < Math.ceil((to - from) / quarterMs))
    return { kind: "unknown", reason: "graph view incomplete" };
  const busy = [...view].flatMap((digit, i) =>
    free.has(digit) ? [] : [{ start: from + i * quarterMs, end: from + (i + 1) * quarterMs }],
  );
  return { kind: "known", busy };
}

function joined(before: GraphBusy | undefined, more: GraphBusy, from: number, to: number): GraphBusy {
  if (more.kind === "unknown") return more;
  if (before?.kind === "unknown") return before;
  return { kind: "known", busy: mergedSpans([...(before?.busy ?? []), ...more.busy], from, to) };
}
