import { say } from "../bot/cards/notices.js";
import { OFFICE_WEEK, queueReminder, type Reminder, reminderRecord } from "../casework/case/reminder.js";
import type { Outcome, Turn } from "./turn.js";

/** "Erinnere mich morgens um 7:30" and "Erinnerung aus". Jobs that wait for another time do nothing when they come. */
export async function setReminder(turn: Turn, minuteOfDay: number | undefined): Promise<Outcome> {
  const { texts } = turn;
  const { minuteOfDay: _before, ...kept } = await reminderOf(turn);
  const reminder = minuteOfDay === undefined ? kept : { ...kept, minuteOfDay };
  await store(turn, reminder);
  const words = texts.casework.reminder;
  if (minuteOfDay === undefined) return { replies: [say(texts, words.off)] };
  return { replies: [say(texts, `✓ ${words.on(clock(minuteOfDay), daysIn(turn, reminder.days))}`)] };
}

/** "ich arbeite mo, di, do" */
export async function setWorkDays(turn: Turn, days: readonly number[]): Promise<Outcome> {
  const reminder = { ...(await reminderOf(turn)), days: [...days] };
  await store(turn, reminder);
  const words = turn.texts.casework.reminder;
  return { replies: [say(turn.texts, `✓ ${words.workDays(daysIn(turn, days))}`)] };
}

async function reminderOf({ unit, actor, event }: Turn): Promise<Reminder> {
  const known = await unit.read(reminderRecord, actor.id);
  return {
    days: [...OFFICE_WEEK],
    ...known,
    timeZone: event.timeZone,
    locale: event.locale,
  };
}

async function store({ unit, actor }: Turn, reminder: Reminder): Promise<void> {
  await unit.write(reminderRecord, actor.id, reminder);
  await queueReminder(unit, actor.id, reminder, unit.now);
}

function clock(minuteOfDay: number): string {
  return `${Math.floor(minuteOfDay / 60)}:${String(minuteOfDay % 60).padStart(2, "0")}`;
}

function daysIn({ texts }: Turn, days: readonly number[]): string {
  return days.map((day) => texts.casework.reminder.days[day - 1]).join(", ");
}
