import { readableDay } from "../bot/texts/format.js";
import { wallClock } from "../casework/calendar/zone.js";
import type { CaseEntry } from "../casework/case/case.js";
import type { PartName } from "../casework/case/parts.js";
import type { Turn } from "./turn.js";

/** One part of a case, or one item of it, as it is copied into another file; empty if there is nothing to say. */
export function partInWords(turn: Turn, entry: CaseEntry, part: PartName, item?: string): string {
  const { texts, event } = turn;
  const { labels, casework, cases } = texts;
  const day = (date: string) => readableDay(event.locale, date);
  const dayOf = (at: number) => day(wallClock(event.timeZone, at).date);
  const done = (at: number | undefined) => (at === undefined ? undefined : `${cases.done} ${dayOf(at)}`);
  switch (part) {
    case "state":
      return "";
    case "closedAt":
      return entry.closedAt === undefined ? "" : dayOf(entry.closedAt);
    case "closingReason":
      return entry.closingReason ? casework.closingReasons[entry.closingReason] : "";
    case "phase":
      return labels.phase[entry.phase];
    case "place":
      return entry.place?.name ?? "";
    case "topics":
      return entry.topics.map(({ title }) => title).join(", ");
    case "languages":
      return entry.languages.join(", ");
    case "interpreter":
      return entry.interpreter === "unknown" ? "" : labels.interpreter[entry.interpreter];
    case "household":
      return entry.household === undefined ? "" : String(entry.household);
    case "ageBand":
      return entry.ageBand ? labels.ageBand[entry.ageBand] : "";
    case "status":
      return entry.status
        ? joined(
            labels.status[entry.status.group],
            entry.status.expires && cases.dueOn(day(entry.status.expires)),
          )
        : "";
    case "urgency":
      return labels.urgency[entry.urgency];
    case "goals":
      return entry.goals.join("; ");
    case "measures": {
      const measure = entry.measures.find(({ id }) => id === item);
      if (!measure) return "";
      const due = measure.due && cases.dueOn(day(measure.due));
      return joined(measure.what, measure.responsible, due, done(measure.doneAt));
    }
    case "followUps": {
      const followUp = entry.followUps.find(({ id }) => id === item);
      return followUp ? joined(day(followUp.on), followUp.text, done(followUp.doneAt)) : "";
    }
    case "consents": {
      const consent = entry.consents.find(({ id }) => id === item);
      if (!consent) return "";
      const until = consent.until && cases.dueOn(day(consent.until));
      const withdrawn =
        consent.withdrawnAt && `${casework.transferring.withdrawn} ${dayOf(consent.withdrawnAt)}`;
      return joined(
        consent.recipientName,
        labels.direction[consent.direction],
        labels.form[consent.form],
        day(consent.from),
        until,
        withdrawn,
        consent.informed ? undefined : texts.consent.gaps.informed,
      );
    }
    case "owner":
    case "agency":
    case "deputies":
      return "";
  }
}

function joined(...parts: readonly (string | number | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== "").join(", ");
}
