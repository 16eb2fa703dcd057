import { convenerSeat } from "./conference-offices.js";
import { isPast, ZONE } from "./conference-slots.js";
import { sameDates } from "./conference-step.js";
import { startDatePoll } from "./date-poll.js";
import { addressFrom } from "./dates-fields.js";
import { spendDraft } from "./draft.js";
import type { CardPress } from "./event.js";
import { pollOutcome } from "./poll-board.js";
import { openOrShow, otherDates } from "./schedule-conference.js";
import type { Outcome, Turn } from "./turn.js";

/**
 * "Umfrage starten" on the dates of a conference: asks the offices instead of guessing that they can. Where there is
 * nobody to ask the dates stay as they are, to be taken without.
 */
export async function startPollOnDates(turn: Turn, press: CardPress): Promise<Outcome> {
  const opened = await openOrShow(turn, press);
  if (opened.kind === "over") return opened.outcome;
  const { draft, nonce, subject } = opened;
  if (draft.proposals.some((date) => isPast(turn, date))) {
    return { replies: [await otherDates(turn, opened)] };
  }
  const stay = draft.participants.filter(({ id }) => press.fields[`role:${id}`] !== "without");
  const started = await startDatePoll(turn, {
    subject:
      subject.format === "case" ? { id: subject.entry.id, caseId: subject.entry.id } : { id: subject.id },
    // An address that was typed on the card counts, one that was emptied too.
    participants: [convenerSeat(turn), ...stay].map((seat) => ({
      ...seat,
      email: addressFrom(press.fields, seat.id),
    })),
    dates: draft.proposals,
    timeZone: ZONE,
  });
  if (started.kind === "refused") {
    return { replies: [sameDates(turn, opened, press.fields, started.why)] };
  }
  await spendDraft(turn, nonce);
  const { poll: words } = turn.texts;
  const done = turn.settings.mail === "files" ? `${words.started} ${words.byFile}` : words.started;
  return pollOutcome(turn, started.poll, "pressed", { done });
}
