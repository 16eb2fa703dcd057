import type { LocalDate } from "../../casework/calendar/local-date.js";
import { instantOf, wallClock } from "../../casework/calendar/zone.js";
import { isWork } from "../../casework/case/agenda.js";
import { caseRecord } from "../../casework/case/case.js";
import { type DatedKind, datesOfOpenCases } from "../../casework/case/dates-of-cases.js";
import { queueReminder, ReminderJob, reminderRecord } from "../../casework/case/reminder.js";
import { type StaffMember, staffRecord } from "../../casework/staff/staff.js";
import { caseScope } from "../../casework/store/record.js";
import { beginWork, type UnitOfWork } from "../../casework/store/unit-of-work.js";
import { languageOf, type MessageJob, queueMessage } from "../../dialogs/messages.js";
import { caseLabel } from "../cards/case-view.js";
import { reminderCard } from "../cards/reminder.js";
import { textsFor } from "../texts/texts.js";
import type { Ledger } from "../turn/transact.js";
import type { JobHandler } from "./worker.js";

/** A bot that was down in the morning does not remind in the afternoon. */
const LATEST_MS = 3 * 60 * 60 * 1000;

/** Before all that can be late. */
const FIRST_DAY = "0000-01-01";

/**
 * The morning reminder of one person and day. In the commit that ends this job stand the message and the next
 * morning's job, so that none is lost or comes twice. A setting that has changed since has queued its own job.
 */
export function sendReminder({ store, keyring, clock }: Ledger): JobHandler {
  return async (payload) => {
    const job = ReminderJob.parse(payload);
    const now = clock();
    const look = beginWork(store, keyring, now);
    const reminder = await look.read(reminderRecord, job.person);
    const member = await look.read(staffRecord, job.person);
    // Switched off, set to another time, or no longer on the staff list: it ends here.
    if (!member || reminder?.minuteOfDay !== job.minuteOfDay) return { kind: "done" };
    const locale = await languageOf(look, job.person, reminder.locale);
    const { date, minuteOfDay } = wallClock(reminder.timeZone, now);
    const late = (minuteOfDay - job.minuteOfDay) * 60_000;
    const isTimely = date === job.day && late <= LATEST_MS;
    return {
      kind: "done",
      record: async (end) => {
        // Read with this very commit: of a case that was erased meanwhile nothing is said, and no key comes anew.
        const message = isTimely ? await messageFor(end, member, job, locale) : undefined;
        if (message) {
          const { content, scopes } = message;
          await queueMessage(end, { id: `reminder/${job.person}/${job.day}`, ...content, scopes });
        }
        // The clock may have been set back since the job was leased: its own day never comes again.
        const sent = instantOf(reminder.timeZone, job.day, job.minuteOfDay);
        await queueReminder(end, job.person, reminder, Math.max(end.now, sent));
      },
    };
  };
}

/** What is due that day or late, case by case; undefined if nothing is, or the person works on no cases. */
async function messageFor(
  unit: UnitOfWork,
  member: StaffMember,
  { person, day }: ReminderJob,
  locale: "de" | "en",
): Promise<{ readonly content: MessageJob; readonly scopes: readonly string[] } | undefined> {
  const texts = textsFor(locale);
  const counts = new Map<string, { due: number; late: number }>();
  const upToday = { from: FIRST_DAY, to: day };
  const isAsked = (kind: DatedKind, on: LocalDate) => on === day || isWork(kind);
  for (const dated of await datesOfOpenCases(unit, member, upToday, isAsked)) {
    const count = counts.get(dated.caseId) ?? { due: 0, late: 0 };
    counts.set(dated.caseId, count);
    if (dated.day === day) count.due += 1;
    else count.late += 1;
  }
  const shown = (await unit.readMany(caseRecord, [...counts.keys()])).flatMap((entry) => {
    const count = entry && counts.get(entry.id);
    return count ? { caseId: entry.id, ...count, label: caseLabel(texts, entry) } : [];
  });
  if (shown.length === 0) return undefined;
  return {
    content: { person, replies: [reminderCard(texts, day, shown)] },
    scopes: shown.map(({ caseId }) => caseScope(caseId)),
  };
}
