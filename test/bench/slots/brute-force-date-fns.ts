import {
  addDays,
  addMinutes,
  areIntervalsOverlapping,
  formatISO,
  getISODay,
  parseISO,
  set,
  startOfDay,
} from "date-fns";
import { publicHolidays } from "../../../casework/calendar/holidays.js";
import { type SlotRequest, weekdayOf } from "../../../casework/conference/slot-request.js";

/**
 * How one writes it with date-fns: each start on the grid as a Date, tried against each participant. Its local time
 * is that of the process, so the answer is right only where the process runs in the request's zone. Instants in ms.
 */
export function bruteForceDateFns(request: SlotRequest): number[] {
  const notBefore = request.notBefore ? parseISO(request.notBefore) : new Date(0);
  const holidays = new Set([2026, 2027].flatMap((year) => publicHolidays(year).map(({ date }) => date)));
  const people = request.participants.map((participant) => ({
    ...participant,
    hours: participant.officeHours ?? request.officeHours,
    intervals: participant.busy.map(({ start, end }) => ({
      start: addMinutes(start, -request.bufferMinutes),
      end: addMinutes(end, request.bufferMinutes),
    })),
  }));
  const found: number[] = [];
  const last = startOfDay(parseISO(request.to));
  for (let day = startOfDay(parseISO(request.from)); day <= last; day = addDays(day, 1)) {
    const date = formatISO(day, { representation: "date" });
    if (holidays.has(date) || request.closedDays.includes(date)) continue;
    for (let minute = 0; minute < 1440; minute += request.stepMinutes) {
      const start = set(day, { hours: Math.floor(minute / 60), minutes: minute % 60 });
      const end = addMinutes(start, request.durationMinutes);
      if (start < notBefore) continue;
      const free = people.filter(({ hours, intervals }) => {
        const inOffice = hours.some(
          ({ days, from, to }) =>
            days.some((code) => weekdayOf(code) === getISODay(day)) &&
            at(day, from) <= start &&
            end <= at(day, to),
        );
        return inOffice && !intervals.some((interval) => areIntervalsOverlapping(interval, { start, end }));
      });
      if (people.some((person) => person.required && !free.includes(person))) continue;
      if (request.seats.some(({ id, min }) => free.filter(({ seat }) => seat === id).length < min)) continue;
      found.push(start.getTime());
    }
  }
  return found;
}

function at(day: Date, time: string): Date {
  return set(day, { hours: Number(time.slice(0, 2)), minutes: Number(time.slice(3)) });
}
