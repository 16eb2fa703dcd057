import { DateTime } from "luxon";
import { publicHolidays } from "../../../casework/calendar/holidays.js";
import { type SlotRequest, weekdayOf } from "../../../casework/conference/slot-request.js";

/** How one writes it with luxon: each start on the grid as a DateTime, tried against each participant. Instants in ms. */
export function bruteForceLuxon(request: SlotRequest): number[] {
  const zone = request.timeZone;
  const bufferMs = request.bufferMinutes * 60_000;
  const notBefore = request.notBefore
    ? DateTime.fromISO(request.notBefore).toMillis()
    : Number.NEGATIVE_INFINITY;
  const holidays = new Set([2026, 2027].flatMap((year) => publicHolidays(year).map(({ date }) => date)));
  const people = request.participants.map((participant) => ({
    ...participant,
    hours: participant.officeHours ?? request.officeHours,
    busyMs: participant.busy.map(({ start, end }) => ({
      start: start - bufferMs,
      end: end + bufferMs,
    })),
  }));
  const found: number[] = [];
  const last = DateTime.fromISO(request.to, { zone });
  for (let day = DateTime.fromISO(request.from, { zone }); day <= last; day = day.plus({ days: 1 })) {
    const date = day.toISODate() ?? "";
    if (holidays.has(date) || request.closedDays.includes(date)) continue;
    for (let minute = 0; minute < 1440; minute += request.stepMinutes) {
      const start = day.set({ hour: Math.floor(minute / 60), minute: minute % 60 });
      const end = start.plus({ minutes: request.durationMinutes });
      if (start.toMillis() < notBefore) continue;
      const free = people.filter(({ hours, busyMs }) => {
        const inOffice = hours.some(
          ({ days, from, to }) =>
            days.some((code) => weekdayOf(code) === day.weekday) &&
            at(day, from) <= start &&
            end <= at(day, to),
        );
        return inOffice && !busyMs.some((busy) => busy.start < end.toMillis() && start.toMillis() < busy.end);
      });
      if (people.some((person) => person.required && !free.includes(person))) continue;
      if (request.seats.some(({ id, min }) => free.filter(({ seat }) => seat === id).length < min)) continue;
      found.push(start.toMillis());
    }
  }
  return found;
}

function at(day: DateTime, time: string): DateTime {
  return day.set({ hour: Number(time.slice(0, 2)), minute: Number(time.slice(3)) });
}
