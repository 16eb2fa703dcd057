import { z } from "zod";
import { addWorkingDays, closedDaysBetween } from "../casework/calendar/holidays.js";
import { dayNumber, localDate } from "../casework/calendar/local-date.js";
import { instantOf } from "../casework/calendar/zone.js";
import { type Alternative, findAlternatives } from "../casework/conference/alternatives.js";
import { type Busy, busyOf } from "../casework/conference/busy.js";
import { CONVENER, type Conference, type Participant } from "../casework/conference/conference.js";
import { hoursIn } from "../casework/conference/conference-hours.js";
import { seatOwner } from "../casework/conference/seats.js";
import { type SlotRequest, slotRequestSchema } from "../casework/conference/slot-request.js";
import { findSlots } from "../casework/conference/slots.js";
import { type SeatCalendar, seatCalendars } from "./seat-calendars.js";
import type { Turn } from "./turn.js";

/** What a conference must fit into. Days are `YYYY-MM-DD`, both inclusive; minutes a multiple of 15. */
export const Wish = z.object({
  from: z.string().optional(),
  to: z.string().optional(),
  partOfDay: z.enum(["morning", "afternoon"]).optional(),
  minutes: z.number(),
  /** 48 hours instead of five working days. */
  urgent: z.boolean().default(false),
});
export type Wish = z.infer<typeof Wish>;

export const Proposal = z.object({ start: z.string(), end: z.string(), reasons: z.string() });
export type Proposal = z.infer<typeof Proposal>;

/** A date that was offered on a card, and has come since. */
export function isPast({ unit }: Turn, { start }: Proposal): boolean {
  return Date.parse(start) <= unit.now;
}

/** The same wish for other days, once those that were named are over. */
export function wishNow({ today }: Turn, wish: Wish): Wish {
  const { from: _from, to, ...anyDay } = wish;
  return to !== undefined && to <= today ? anyDay : wish;
}

/** What would help, in words, and what of the wish it changes. */
export const Detour = z.object({
  words: z.string(),
  minutes: z.number().optional(),
  to: z.string().optional(),
  /** Ids of the seats that no date would wait for. */
  optional: z.array(z.string()).default([]),
});
export type Detour = z.infer<typeof Detour>;

export type Dates = {
  readonly proposals: readonly Proposal[];
  /** The wish itself could not be met: these are the next dates after it. */
  readonly later: boolean;
  readonly detours: readonly Detour[];
  /** Whose calendar is not known, and when the others were read. */
  readonly unknown: readonly Participant[];
  /** Ids of the seats of which several calendars are known. */
  readonly several: readonly string[];
  readonly asOf: number | undefined;
  /** The dates leave the offices less time than usual, because somebody asked for it. */
  readonly shortNotice: boolean;
};

export const ZONE = "Europe/Berlin";
const HOUR_MS = 60 * 60 * 1000;
const LEAD_WORKING_DAYS = 5;
const URGENT_LEAD_MS = 48 * HOUR_MS;
/** Who names a nearer week has a reason: two working days if that leaves a date, else a day. */
const NEAR_WORKING_DAYS = 2;
const LEAST_LEAD_MS = 24 * HOUR_MS;
const SEARCHED_DAYS = 21;
/** How far the calendars are read: dates after the wish, and windows that are tried instead of it. */
const READ_DAYS = 49;
/** Who wishes for a date beyond a year has mistyped it. */
const MOST_DAYS = 365;
const PROPOSED = 3;
const DETOURS = 3;

export type Search = {
  readonly seats: readonly Participant[];
  readonly wish: Wish;
  /** The last day that counts, because something of the case ends then. */
  readonly noLaterThan: string | undefined;
  readonly about: Pick<Conference, "convener" | "caseId">;
  /** The conference that is being moved does not stand in its own way. */
  readonly but?: string;
};

/** Three dates that all who must come can keep, or the next after the wish, or what else would help. */
export async function findDates(turn: Turn, search: Search): Promise<Dates> {
  const { wish, noLaterThan } = search;
  const usual = addWorkingDays(turn.today, LEAD_WORKING_DAYS);
  const named = wish.from !== undefined && wish.from > turn.today;
  const from = named ? (wish.from ?? usual) : wish.urgent ? turn.today : usual;
  const last = earlier(plusDays(from, MOST_DAYS), noLaterThan);
  const to = earlier(wish.to ?? plusDays(from, SEARCHED_DAYS), last);
  const readUntil = earlier(plusDays(later(from, to), READ_DAYS), last);
  const room = await roomFor(turn, search, from, readUntil);
  const notBefore = turn.unit.now + (wish.urgent ? URGENT_LEAD_MS : LEAST_LEAD_MS);
  const base = {
    unknown: room.filter(({ people, seat }) => people.length === 0 && seat.id !== CONVENER).map(seatOf),
    several: room.filter(({ people }) => people.length > 1).map(({ seat }) => seat.id),
    asOf: oldest(room),
    shortNotice: named && from < usual && !wish.urgent,
  };
  if (from > to) return { ...base, proposals: [], later: false, detours: [] };

  const request = requestFor(turn, search, room, { from, to, notBefore });
  const near = iso(instantOf(ZONE, addWorkingDays(turn.today, NEAR_WORKING_DAYS), 0));
  const unhurried = wish.urgent ? [] : proposalsFor({ ...request, notBefore: near });
  const proposals = unhurried.length > 0 ? unhurried : proposalsFor(request);
  if (proposals.length > 0) return { ...base, proposals, later: false, detours: [] };
  const next = plusDays(to, 1);
  const after =
    next <= readUntil
      ? proposalsFor({ ...request, from: next, to: earlier(plusDays(next, SEARCHED_DAYS), readUntil) })
      : [];
  const detours = findAlternatives(request, { limit: DETOURS }).map((one) => detourOf(one, search));
  return { ...base, proposals: after, later: after.length > 0, detours };
}

function detourOf({ change, words }: Alternative, { seats }: Search): Detour {
  if (change.kind === "shorter") return { words, minutes: change.durationMinutes, optional: [] };
  if (change.kind === "longer-window") return { words, to: change.to, optional: [] };
  const optional = seats.filter(({ name }) => change.parties.includes(name)).map(({ id }) => id);
  return { words, optional };
}

/** A seat with what is known of whoever can fill it. */
type Room = SeatCalendar & { readonly seat: Participant; readonly own: readonly Busy[] };

async function roomFor(turn: Turn, search: Search, from: string, to: string): Promise<readonly Room[]> {
  const { seats, about, but } = search;
  const calendars = await seatCalendars(
    turn,
    seats,
    instantOf(ZONE, from, 0),
    instantOf(ZONE, plusDays(to, 1), 0),
  );
  return Promise.all(
    seats.map(async (seat, i) => ({
      people: calendars[i]?.people ?? [],
      ...(calendars[i]?.asOf === undefined ? {} : { asOf: calendars[i].asOf }),
      seat,
      own: await busyOf(turn.unit, seatOwner(seat, about), from, to, but),
    })),
  );
}

/**
 * Each seat is one of the request, filled by any of its people. Our own conferences take the whole seat. A seat of
 * which nothing is known is bound by those alone and has no say in the ranking.
 */
function requestFor(
  turn: Turn,
  { wish }: Search,
  room: readonly Room[],
  window: { readonly from: string; readonly to: string; readonly notBefore: number },
): SlotRequest {
  const participants = room.flatMap(({ seat, people, own }) => {
    const known = people.length > 0;
    return (known ? people : [[]]).map((busy, i) => ({
      id: `${seat.id}/${i}`,
      seat: seat.id,
      required: false,
      calendar: known ? ("known" as const) : ("unknown" as const),
      busy: [...own, ...busy].map(({ start, end }) => ({ start: iso(start), end: iso(end) })),
    }));
  });
  return slotRequestSchema.parse({
    timeZone: ZONE,
    from: window.from,
    to: window.to,
    durationMinutes: wish.minutes,
    stepMinutes: 30,
    notBefore: iso(Math.max(window.notBefore, instantOf(ZONE, window.from, 0))),
    bufferMinutes: 0,
    holidays: "DE-NW",
    officeHours: hoursIn(turn.settings.conferenceHours, wish.partOfDay),
    closedDays: [...closedDaysBetween(window.from, plusDays(window.to, MOST_DAYS))],
    participants,
    seats: room.map(({ seat, people }) => ({
      id: seat.id,
      label: seat.name,
      // Nobody can wait for more people than are known to be there.
      min: seat.required ? Math.min(seat.min, Math.max(people.length, 1)) : 0,
    })),
    limit: PROPOSED,
  });
}

function proposalsFor(request: SlotRequest): readonly Proposal[] {
  return findSlots(request).slots.map(({ start, end, reasons }) => ({
    start,
    end,
    reasons: reasons.join("; "),
  }));
}

function seatOf({ seat }: Room): Participant {
  return seat;
}

function oldest(room: readonly Room[]): number | undefined {
  const ages = room.flatMap(({ asOf }) => (asOf === undefined ? [] : [asOf]));
  return ages.length === 0 ? undefined : Math.min(...ages);
}

function later(a: string, b: string): string {
  return a > b ? a : b;
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
