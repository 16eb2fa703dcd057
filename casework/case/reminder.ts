import { z } from "zod";
import { publicHolidayOn } from "../calendar/holidays.js";
import { dayNumber, type LocalDate, localDate, weekday } from "../calendar/local-date.js";
import { instantOf, wallClock } from "../calendar/zone.js";
import { type RecordKind, SYSTEM_SCOPE } from "../store/record.js";
import type { UnitOfWork } from "../store/unit-of-work.js";

/** When a person wants to be told what is due, and on which days they work at all. */
export const Reminder = z.object({
  /** Minutes since midnight; without it there is no reminder. */
  minuteOfDay: z.number().int().min(0).max(1439).optional(),
  /** Working days, 1 (Monday) to 7. */
  days: z.array(z.number().int().min(1).max(7)),
  /** IANA zone and language of the person. */
  timeZone: z.string(),
  locale: z.enum(["de", "en"]),
});
export type Reminder = z.infer<typeof Reminder>;

export const reminderRecord: RecordKind<Reminder> = {
  name: "reminder",
  schema: Reminder,
  schemaVersion: 1,
  scopes: () => [SYSTEM_SCOPE],
};

export const OFFICE_WEEK: readonly number[] = [1, 2, 3, 4, 5];

/** The queue of morning reminders; each job's payload is a `ReminderJob`. */
export const REMINDERS = "reminders";

export const ReminderJob = z.object({ person: z.string(), day: z.iso.date(), minuteOfDay: z.number() });
export type ReminderJob = z.infer<typeof ReminderJob>;

/**
 * Queues the next reminder of a person: on the next of their working days that is no public holiday in NRW. One job
 * a day and time, so a setting that is made twice reminds once.
 */
export async function queueReminder(
  unit: UnitOfWork,
  person: string,
  reminder: Reminder,
  after: number,
): Promise<void> {
  const { minuteOfDay } = reminder;
  const day = minuteOfDay === undefined ? undefined : nextReminderDay(reminder, minuteOfDay, after);
  if (minuteOfDay === undefined || day === undefined) return;
  const payload: ReminderJob = { person, day, minuteOfDay };
  await unit.enqueue({
    queue: REMINDERS,
    id: `${person}/${day}/${minuteOfDay}`,
    due: instantOf(reminder.timeZone, day, minuteOfDay),
    payload,
    scopes: [SYSTEM_SCOPE],
  });
}

/** The first day on which its time lies after that instant (ms); undefined if no day is worked. */
export function nextReminderDay(
  { days, timeZone }: Pick<Reminder, "days" | "timeZone">,
  minuteOfDay: number,
  after: number,
): LocalDate | undefined {
  const today = dayNumber(wallClock(timeZone, after).date);
  // Christmas to New Year is the longest stretch without a working day of a person who works once a week.
  for (let number = today; number <= today + 31; number++) {
    const day = localDate(number);
    const works = days.includes(weekday(number)) && publicHolidayOn(day) === undefined;
    if (works && instantOf(timeZone, day, minuteOfDay) > after) return day;
  }
  return undefined;
}
