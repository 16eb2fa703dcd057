import { offerFollowUpForm, saveFollowUp } from "../../dialogs/add-follow-up.js";
import { closeFromText, offerMore, reopen, saveClosing } from "../../dialogs/case-lifecycle.js";
import { coverFromText } from "../../dialogs/cover-cases.js";
import { savePicked } from "../../dialogs/edit-case.js";
import type { CardPress } from "../../dialogs/event.js";
import { offerHandOver, saveHandOver } from "../../dialogs/hand-over.js";
import { setReminder } from "../../dialogs/set-reminder.js";
import { offerTransfer, saveTransfer } from "../../dialogs/transfer-case.js";
import type { Outcome, Turn } from "../../dialogs/turn.js";
import { undoLast } from "../../dialogs/undo-last.js";
import { finishOnAgenda, postponeOnAgenda, turnAgendaPage } from "../../dialogs/work-agenda.js";

type Handle = (turn: Turn, press: CardPress) => Promise<Outcome> | Outcome;

/** What the buttons of a case's way do. All of them touch cases. */
export const caseButtons = {
  "case.undo": undoLast,
  "case.pick": savePicked,
  "case.more": (turn, press) => offerMore(turn, caseIdOf(press)),
  "case.close": (turn, press) => closeFromText(turn, caseIdOf(press)),
  "case.close.save": saveClosing,
  "case.reopen": (turn, press) => reopen(turn, caseIdOf(press)),
  "case.handover": (turn, press) => offerHandOver(turn, caseIdOf(press)),
  "case.handover.save": saveHandOver,
  "cover.form": (turn, press) => coverFromText(turn, { action: "start", caseId: caseIdOf(press) }),
  "followup.form": (turn, press) => offerFollowUpForm(turn, caseIdOf(press)),
  "followup.save": saveFollowUp,
  "case.transfer": (turn, press) => offerTransfer(turn, caseIdOf(press)),
  "transfer.mark": saveTransfer,
  "reminder.off": (turn) => setReminder(turn, undefined),
  "agenda.page": turnAgendaPage,
  "agenda.done": finishOnAgenda,
  "agenda.postpone": postponeOnAgenda,
} satisfies Readonly<Record<string, Handle>>;

function caseIdOf(press: CardPress): string {
  return press.fields.caseId ?? "";
}
