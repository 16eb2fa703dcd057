import { z } from "zod";
import { parseInstant } from "../calendar/instant.js";
import { dayNumber, isLocalDate } from "../calendar/local-date.js";
import { isTimeZone } from "../calendar/zone.js";

/**
 * What the search for conference dates is asked, as the JSON of DESIGN.md "Slot request". Dates are local days of
 * `timeZone`, times of day its wall clock, busy times and `notBefore` instants with an offset. Lengths are minutes.
 */

const quarter = 15;
const longestWindowDays = 366;
const oneDay = 24 * 60;

const date = z.string().refine(isLocalDate, "Bitte ein Datum als JJJJ-MM-TT angeben, z. B. 2026-10-26.");

const instantExpected = "Bitte einen Zeitpunkt mit Zeitzone angeben, z. B. 2026-10-26T09:00:00+01:00.";
const instant = z.string().refine((text) => parseInstant(text) !== undefined, instantExpected);

function quarters(what: string, least: number) {
  const message = `${what}: bitte ein Vielfaches von ${quarter} Minuten angeben, von ${least} bis ${oneDay}.`;
  return z.number(message).int(message).min(least, message).max(oneDay, message).multipleOf(quarter, message);
}

/** `MO` and `FR` read the same in German and in RFC 5545; of the other days both spellings are taken. */
const weekdays = { MO: 1, TU: 2, DI: 2, WE: 3, MI: 3, TH: 4, DO: 4, FR: 5, SA: 6, SU: 7, SO: 7 } as const;
const day = z.enum(
  Object.keys(weekdays) as [keyof typeof weekdays],
  "Unbekannter Wochentag. Erlaubt sind MO, DI, MI, DO, FR, SA und SO.",
);

const timeOfDay = z
  .string()
  .regex(
    /^(([01]\d|2[0-3]):(00|15|30|45)|24:00)$/,
    "Bitte eine Uhrzeit in Viertelstunden angeben, z. B. 09:00 oder 13:30.",
  );

const officeHours = z
  .object({ days: z.array(day), from: timeOfDay, to: timeOfDay })
  .refine(({ from, to }) => from < to, "Die Sprechzeit endet, bevor sie beginnt.");

/**
 * Read in one go, into ms since the epoch: there are thousands of them in a request, and each look at an instant,
 * and each check of its own, costs.
 */
const busySpans = z.array(z.object({ start: z.string(), end: z.string() })).transform((spans, context) =>
  spans.map((span, i) => {
    const fault = (message: string, ...path: string[]) =>
      context.addIssue({ code: "custom", path: [i, ...path], message });
    const start = parseInstant(span.start);
    const end = parseInstant(span.end);
    if (start === undefined) fault(instantExpected, "start");
    if (end === undefined) fault(instantExpected, "end");
    if (start === undefined || end === undefined) return { start: 0, end: 0 };
    if (end < start) fault("Die belegte Zeit endet, bevor sie beginnt.");
    return { start, end };
  }),
);

const participant = z.object({
  id: z.string().min(1, "Eine beteiligte Stelle braucht eine Kennung."),
  /** What people call this participant, in reasons. Without it the id. */
  label: z.string().optional(),
  /** The seat this participant can fill. The first one listed for a seat is its regular holder, others are deputies. */
  seat: z.string().optional(),
  required: z.boolean("Bitte „required“ mit true oder false angeben."),
  officeHours: z.array(officeHours).optional(),
  /** `unknown`: no calendar says when they are free. Of no weight for a date, and never counted as free. */
  calendar: z.enum(["known", "unknown"]).default("known"),
  busy: busySpans.default([]),
});

const seat = z.object({
  id: z.string().min(1, "Ein Platz braucht eine Kennung."),
  label: z.string().optional(),
  /** How many of the participants of this seat must be free. 0: welcome, but nobody waits for them. */
  min: z.number().int().min(0, "„min“ ist mindestens 0."),
});

export const slotRequestSchema = z
  .object({
    timeZone: z
      .string()
      .refine(isTimeZone, "Diese Zeitzone ist unbekannt. Üblich ist Europe/Berlin.")
      .default("Europe/Berlin"),
    from: date,
    to: date,
    durationMinutes: quarters("Dauer", quarter),
    stepMinutes: quarters("Raster", quarter).default(quarter),
    notBefore: instant.optional(),
    bufferMinutes: z.number().int().min(0, "Der Puffer ist mindestens 0 Minuten.").max(oneDay).default(0),
    holidays: z.literal("DE-NW", "Bekannt sind nur die Feiertage von „DE-NW“.").default("DE-NW"),
    officeHours: z.array(officeHours),
    closedDays: z.array(date).default([]),
    /** School holidays to warn of; the built-in list of NRW if absent. */
    schoolHolidays: z.array(z.object({ name: z.string(), from: date, to: date })).optional(),
    participants: z.array(participant),
    seats: z.array(seat).default([]),
    limit: z.number().int().min(1, "„limit“ ist mindestens 1.").default(3),
  })
  .superRefine((request, context) => {
    const fault = (path: string, message: string) =>
      context.addIssue({ code: "custom", path: [path], message });
    if (isLocalDate(request.from) && isLocalDate(request.to)) {
      const days = dayNumber(request.to) - dayNumber(request.from) + 1;
      if (days < 1) fault("to", "Der Zeitraum endet, bevor er beginnt.");
      if (days > longestWindowDays) fault("to", `Der Zeitraum ist länger als ${longestWindowDays} Tage.`);
    }
    for (const key of ["participants", "seats"] as const) {
      const twice = firstTwice(request[key].map(({ id }) => id));
      if (twice !== undefined) fault(key, `Die Kennung „${twice}“ kommt zweimal vor.`);
    }
  });

/** A request as checked: what may be left out is filled in, busy times are ms since the epoch. */
export type SlotRequest = z.output<typeof slotRequestSchema>;
export type SlotParticipant = SlotRequest["participants"][number];
export type SlotSeat = SlotRequest["seats"][number];
export type OfficeHours = SlotRequest["officeHours"][number];

/** A request as it is written; `slotRequestSchema.parse` makes the other of it. */
export type SlotRequestInput = z.input<typeof slotRequestSchema>;

/** ISO weekday of a day code, 1 is Monday. */
export function weekdayOf(code: OfficeHours["days"][number]): number {
  return weekdays[code];
}

/** Problems are German sentences, each with the place it is about (`participants.2.busy.0.start: …`). */
export function parseSlotRequest(
  input: unknown,
):
  | { readonly ok: true; readonly request: SlotRequest }
  | { readonly ok: false; readonly problems: readonly string[] } {
  const parsed = slotRequestSchema.safeParse(input, { error: z.locales.de().localeError });
  if (parsed.success) return { ok: true, request: parsed.data };
  const problems = parsed.error.issues.map(({ path, message }) =>
    path.length > 0 ? `${path.join(".")}: ${message}` : message,
  );
  return { ok: false, problems };
}

function firstTwice(ids: readonly string[]): string | undefined {
  const seen = new Set<string>();
  for (const id of ids) {
    if (seen.has(id)) return id;
    seen.add(id);
  }
  return undefined;
}
