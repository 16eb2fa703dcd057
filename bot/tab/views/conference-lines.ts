import { audit } from "../../../casework/audit/audit.js";
import { wallClock } from "../../../casework/calendar/zone.js";
import { caseFor } from "../../../casework/case/access.js";
import { busyOf } from "../../../casework/conference/busy.js";
import { type Conference, publicIdOf } from "../../../casework/conference/conference.js";
import { comingConferencesBy } from "../../../casework/conference/convened.js";
import { seatOwner } from "../../../casework/conference/seats.js";
import type { Turn } from "../../../dialogs/turn.js";
import { caseLabel } from "../../cards/case-view.js";
import { readableSpan } from "../../texts/format.js";
import type { BusyRow, ConferenceLine } from "./view-models.js";

/** What a person has called and what is still to come, earliest first, each with who is taken when on its day. */
export async function conferenceLines(turn: Turn): Promise<readonly ConferenceLine[]> {
  const { unit, actor, texts } = turn;
  const lines: ConferenceLine[] = [];
  for (const conference of await comingConferencesBy(unit, actor.id)) {
    const { caseId } = conference;
    if (caseId === undefined) {
      lines.push(await lineOf(turn, conference, publicIdOf(conference)));
      continue;
    }
    const entry = await caseFor(unit, actor, caseId);
    if (!entry) continue;
    await audit(unit, actor.id, "case-listed", caseId);
    lines.push(await lineOf(turn, conference, caseLabel(texts, entry)));
  }
  return lines;
}

async function lineOf(turn: Turn, conference: Conference, label: string): Promise<ConferenceLine> {
  const { start, end, timeZone } = conference;
  const { date: day, minuteOfDay: from } = wallClock(timeZone, Date.parse(start));
  const rows: BusyRow[] = [];
  for (const participant of conference.participants) {
    const spans = await busyOf(turn.unit, seatOwner(participant, conference), day, day);
    rows.push({
      name: participant.name,
      busy: spans.map((span) => ({
        from: minuteOn(day, timeZone, span.start),
        to: minuteOn(day, timeZone, span.end),
        own: span.start === Date.parse(start),
      })),
    });
  }
  return {
    id: conference.id,
    publicId: publicIdOf(conference),
    label,
    when: readableSpan(turn.event.locale, timeZone, start, end),
    rows,
    from,
    to: minuteOn(day, timeZone, Date.parse(end)),
  };
}

/** Minutes since midnight of `day`, cut off at its ends. */
function minuteOn(day: string, timeZone: string, instant: number): number {
  const { date, minuteOfDay } = wallClock(timeZone, instant);
  if (date === day) return minuteOfDay;
  return date < day ? 0 : 24 * 60;
}
