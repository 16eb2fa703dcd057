import { openConferenceDraft } from "./conference-draft.js";
import { convenerSeat } from "./conference-offices.js";
import { ZONE } from "./conference-slots.js";
import { startDatePoll } from "./date-poll.js";
import { addressFrom } from "./dates-fields.js";
import { spendDraft } from "./draft.js";
import type { CardPress } from "./event.js";
import type { Outcome, Turn } from "./turn.js";

/** "Umfrage starten" on the dates of a conference: asks the offices instead of guessing that they can. */
export async function startPollOnDates(turn: Turn, press: CardPress): Promise<Outcome> {
  const opened = await openConferenceDraft(turn, press);
  if (opened.kind === "over") return opened.outcome;
  const { draft, nonce, subject } = opened;
  await spendDraft(turn, nonce);
  const stay = draft.participants.filter(({ id }) => press.fields[`role:${id}`] !== "without");
  return startDatePoll(turn, {
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
}
