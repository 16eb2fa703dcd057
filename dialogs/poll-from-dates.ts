import { z } from "zod";
import { say } from "../bot/cards/notices.js";
import { caseFor } from "../casework/case/access.js";
import { Participant } from "../casework/conference/conference.js";
import { convenerSeat } from "./conference-offices.js";
import { startDatePoll } from "./date-poll.js";
import { readDraft, spendDraft } from "./draft.js";
import type { CardPress } from "./event.js";
import { unknownCase } from "./show-case.js";
import type { Outcome, Turn } from "./turn.js";

/** As much of a conference that is being prepared as a poll needs. */
const PreparedConference = z.object({
  caseId: z.string(),
  participants: z.array(Participant),
  proposals: z.array(z.object({ start: z.string(), end: z.string() })),
});

const ZONE = "Europe/Berlin";

/** "Umfrage starten" on the dates of a conference: asks the offices instead of guessing that they can. */
export async function startPollOnDates(turn: Turn, press: CardPress): Promise<Outcome> {
  const { texts, unit, actor } = turn;
  const draft = await readDraft(turn, press, "conference", PreparedConference);
  if (draft.kind === "gone") return { replies: [say(texts, texts.cases.cardGone)] };
  const { caseId, participants, proposals } = draft.data;
  if (!(await caseFor(unit, actor, caseId))) return unknownCase(turn, caseId);
  await spendDraft(turn, draft.nonce);
  return startDatePoll(turn, {
    subject: { id: caseId, caseId },
    // An address that was typed on the card counts, one that was emptied too.
    participants: [convenerSeat(turn), ...participants].map((one) => ({
      ...one,
      email: (press.fields[`mail:${one.id}`] ?? "").trim(),
    })),
    dates: proposals,
    timeZone: ZONE,
  });
}
