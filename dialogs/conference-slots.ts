import { addWorkingDays, closedDaysBetween } from "../casework/calendar/holidays.js";
import { dayNumber, localDate } from "../casework/calendar/local-date.js";
import { instantOf } from "../casework/calendar/zone.js";
import { busyOf } from "../casework/conference/busy.js";
import type { Participant } from "../casework/conference/conference.js";
import { seatOwner } from "../casework/conference/plan-conference.js";
import { slotRequestSchema } from "../casework/conference/slot-request.js";
import { findSlots } from "../casework/conference/slots.js";
import type { Turn } from "./turn.js";

/** What a conference must fit into. Days are `YYYY-MM-DD`, both inclusive; minutes a multiple of 15. */
export type Wish = {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly partOfDay?: "morning" | "afternoon" | undefined;
  readonly minutes: number;
  /** The last day that counts, e.g. because a consent ends. */
  readonly noLaterThan?: string | undefined;
};

export type Proposal = { readonly start: string; readonly end: string; readonly reasons: string };

/** Conference hours, kept apart from opening hours: in those, staff serve clients. An operator's default. */
const HOURS = {
  morning: [{ days: ["MO", "DI", "MI", "DO", "FR"], from: "09:00", to: "12:00" }],
  afternoon: [{ days: ["MO", "DI", "MI", "DO"], from: "13:30", to: "15:30" }],
} as const;

const ZONE = "Europe/Berlin";
const DAY_MS = 24 * 60 * 60 * 1000;
/** Without a wish we leave the offices five working days; a person who names a nearer week has a reason. */
const LEAD_WORKING_DAYS = 5;
const SEARCHED_DAYS = 21;
/** Who wishes for a date beyond a year has mistyped it. */
const MOST_DAYS = 365;

/** Three dates that all participants can keep; `later` says that the wish itself could not be met. */
export async function proposeSlots(
  turn: Turn,
  participants: readonly Participant[],
  wish: Wish,
  caseId?: string,
): Promise<{ readonly proposals: readonly Proposal[]; readonly later: boolean }> {
  const earliest = addWorkingDays(turn.today, LEAD_WORKING_DAYS);
  const from = wish.from && wish.from > turn.today ? wish.from : earliest;
  const last = earlier(plusDays(from, MOST_DAYS), wish.noLaterThan);
  const to = earlier(wish.to ?? plusDays(from, SEARCHED_DAYS), last);
  const proposals = from <= to ? await search(turn, participants, wish, from, to, caseId) : [];
  const next = plusDays(to, 1);
  if (proposals.length > 0 || next > last) return { proposals, later: false };
  return {
    proposals: await search(
      turn,
      participants,
      wish,
      next,
      earlier(plusDays(next, SEARCHED_DAYS), last),
      caseId,
    ),
    later: true,
  };
}

async function search(
  turn: Turn,
  participants: readonly Participant[],
  wish: Wish,
  from: string,
  to: string,
  caseId: string | undefined,
): Promise<readonly Proposal[]> {
  const parts = wish.partOfDay ? [HOURS[wish.partOfDay]] : [HOURS.morning, HOURS.afternoon];
  const officeHours = parts.flatMap((hours) => hours.map((one) => ({ ...one, days: [...one.days] })));
  const seated = await Promise.all(
    participants.map(async (participant) => {
      const busy = await busyOf(
        turn.unit,
        seatOwner(participant, { convener: turn.actor.id, ...(caseId ? { caseId } : {}) }),
        from,
        to,
      );
      return {
        id: participant.id,
        label: participant.name,
        required: true,
        busy: busy.map(({ start, end }) => ({ start: iso(start), end: iso(end) })),
      };
    }),
  );
  const request = slotRequestSchema.parse({
    timeZone: ZONE,
    from,
    to,
    durationMinutes: wish.minutes,
    stepMinutes: 30,
    notBefore: iso(Math.max(turn.unit.now + DAY_MS, instantOf(ZONE, from, 0))),
    bufferMinutes: 0,
    holidays: "DE-NW",
    officeHours,
    closedDays: [...closedDaysBetween(from, to)],
    participants: seated,
    seats: [],
    limit: 3,
  });
  return findSlots(request).slots.map(({ start, end, reasons }) => ({
    start,
    end,
    reasons: reasons.join("; "),
  }));
}

function earlier(a: string, b: string | undefined): string {
  return b !== undefined && b < a ? b : a;
}

export function plusDays(day: string, count: number): string {
  return localDate(dayNumber(day) + count);
}

function iso(ms: number): string {
  return new Date(ms).toISOString();
}
