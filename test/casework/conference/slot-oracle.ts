import { DateTime } from "luxon";
import type { SlotRequestInput } from "../../../casework/conference/slot-request.js";

/**
 * The definition of DESIGN.md "Slot request", read minute by minute and written a second time: local time by luxon,
 * holidays from a printed list, no bitmaps, no quarters, nothing shared with the product. Slow on purpose.
 */
export type OracleStart = { readonly start: string; readonly present: readonly string[] };

const oneMinute = 60_000;

/** Public holidays of NRW, copied from calendars, not computed. */
const holidays = new Set([
  ...["2025-01-01", "2025-04-18", "2025-04-21", "2025-05-01", "2025-05-29", "2025-06-09", "2025-06-19"],
  ...["2025-10-03", "2025-11-01", "2025-12-25", "2025-12-26"],
  ...["2026-01-01", "2026-04-03", "2026-04-06", "2026-05-01", "2026-05-14", "2026-05-25", "2026-06-04"],
  ...["2026-10-03", "2026-11-01", "2026-12-25", "2026-12-26"],
  ...["2027-01-01", "2027-03-26", "2027-03-29", "2027-05-01", "2027-05-06", "2027-05-17", "2027-05-27"],
  ...["2027-10-03", "2027-11-01", "2027-12-25", "2027-12-26"],
  ...["2028-01-01", "2028-04-14", "2028-04-17", "2028-05-01", "2028-05-25", "2028-06-05", "2028-06-15"],
  ...["2028-10-03", "2028-11-01", "2028-12-25", "2028-12-26"],
]);

export function oracle(request: SlotRequestInput): readonly OracleStart[] {
  const zone = request.timeZone ?? "Europe/Berlin";
  const found: OracleStart[] = [];
  const busy = busySpans(request);
  let instant = DateTime.fromISO(request.from, { zone }).startOf("day").toMillis();
  for (; ; instant += oneMinute) {
    const local = localMinute(zone, instant);
    if (local.date > request.to) break;
    if (local.minute % (request.stepMinutes ?? 15) !== 0) continue;
    if (request.notBefore !== undefined && instant < Date.parse(request.notBefore)) continue;
    if (holidays.has(local.date)) continue;
    if (request.closedDays?.includes(local.date)) continue;

    const present: string[] = [];
    const perSeat = new Map<string, number>();
    let requiredMissing = false;
    for (const [i, participant] of request.participants.entries()) {
      const hours = participant.officeHours ?? request.officeHours;
      if (freeThroughout(request, zone, hours, busy[i] ?? [], instant)) {
        present.push(participant.id);
        const seat = participant.seat ?? "";
        perSeat.set(seat, (perSeat.get(seat) ?? 0) + 1);
      } else if (participant.required) {
        requiredMissing = true;
        break;
      }
    }
    if (requiredMissing) continue;
    if ((request.seats ?? []).some(({ id, min }) => (perSeat.get(id) ?? 0) < min)) continue;

    const start = DateTime.fromMillis(instant, { zone });
    found.push({ start: start.toFormat("yyyy-MM-dd'T'HH:mm:ssZZ"), present });
  }
  return found;
}

type Span = { readonly from: number; readonly to: number };

function busySpans(request: SlotRequestInput): readonly (readonly Span[])[] {
  const buffer = (request.bufferMinutes ?? 0) * oneMinute;
  return request.participants.map(({ busy = [] }) =>
    busy
      .map(({ start, end }) => ({ from: Date.parse(start) - buffer, to: Date.parse(end) + buffer }))
      .filter(({ from, to }) => from < to),
  );
}

function freeThroughout(
  request: SlotRequestInput,
  zone: string,
  hours: SlotRequestInput["officeHours"],
  busy: readonly Span[],
  start: number,
): boolean {
  for (let passed = 0; passed < request.durationMinutes; passed++) {
    const minute = start + passed * oneMinute;
    const local = localMinute(zone, minute);
    const inOffice = hours.some(
      ({ days, from, to }) =>
        local.time >= from && local.time < to && days.some((day) => dayNames[local.weekday]?.includes(day)),
    );
    if (!inOffice) return false;
    if (busy.some(({ from, to }) => from < minute + oneMinute && to > minute)) return false;
  }
  return true;
}

const dayNames: Record<number, readonly string[]> = {
  1: ["MO"],
  2: ["DI", "TU"],
  3: ["MI", "WE"],
  4: ["DO", "TH"],
  5: ["FR"],
  6: ["SA"],
  7: ["SO", "SU"],
};

/** `time` is the wall clock as `HH:MM`, which sorts as text. */
type LocalMinute = {
  readonly date: string;
  readonly weekday: number;
  readonly minute: number;
  readonly time: string;
};

/** Asked for millions of times, so each minute is looked up once. */
const seen = new Map<string, Map<number, LocalMinute>>();

function localMinute(zone: string, instant: number): LocalMinute {
  let ofZone = seen.get(zone);
  if (!ofZone) {
    ofZone = new Map();
    seen.set(zone, ofZone);
  }
  let local = ofZone.get(instant);
  if (!local) {
    const time = DateTime.fromMillis(instant, { zone });
    const iso = time.toISO() ?? "";
    local = {
      date: iso.slice(0, 10),
      weekday: time.weekday,
      minute: time.hour * 60 + time.minute,
      time: iso.slice(11, 16),
    };
    ofZone.set(instant, local);
  }
  return local;
}
