import { markDone, offerMeasureForm, saveMeasure } from "../../dialogs/add-measure.js";
import { offerNoteForm, saveNote } from "../../dialogs/add-note.js";
import { showAgenda, thisWeek } from "../../dialogs/agenda.js";
import { goAnonymous } from "../../dialogs/anonymous-discussion.js";
import { answerExpertQuestion, declineExpertQuestion, publishAnswer } from "../../dialogs/answer-expert.js";
import { offerExpertForm, sendToExpert } from "../../dialogs/ask-expert.js";
import { callOff, offerCallOff } from "../../dialogs/call-off-conference.js";
import { showContacts } from "../../dialogs/case-contacts.js";
import { offerSeats, saveSeats } from "../../dialogs/change-seats.js";
import { chosenText } from "../../dialogs/choose-case.js";
import { saveCover } from "../../dialogs/cover-cases.js";
import { discardDraft } from "../../dialogs/discard-draft.js";
import { offerEditForm, saveEdit } from "../../dialogs/edit-case.js";
import { heldText } from "../../dialogs/emergency.js";
import { eraseByOwner } from "../../dialogs/erase-case.js";
import type { CardPress } from "../../dialogs/event.js";
import { releaseByOwner, showExport } from "../../dialogs/export-case.js";
import { saveGap, showGaps } from "../../dialogs/figures.js";
import { offerMove, saveMove } from "../../dialogs/move-conference.js";
import { createFromForm, offerCaseForm } from "../../dialogs/open-case.js";
import { showBallot, voteInTeams } from "../../dialogs/poll-board.js";
import { reportOfficeWrong } from "../../dialogs/report-office.js";
import {
  createConference,
  planFromText,
  saveConsentsAndGoOn,
  searchAgain,
} from "../../dialogs/schedule-conference.js";
import { answerInvitation, finishSharedMeasure } from "../../dialogs/shared-with-me.js";
import { listCases, showCase, showHistory } from "../../dialogs/show-case.js";
import { copyContact, showOffice } from "../../dialogs/show-office.js";
import { showConference, stopConference } from "../../dialogs/stop-conference.js";
import type { Outcome, Turn } from "../../dialogs/turn.js";
import { notUnderstood } from "../../dialogs/welcome.js";
import { say } from "../cards/notices.js";
import { caseButtons } from "./case-buttons.js";
import { sectionsOf } from "./case-sections.js";
import { consentButtons } from "./consent-buttons.js";
import { routeText } from "./route-text.js";
import { tableButtons } from "./table-buttons.js";

type Handle = (turn: Turn, press: CardPress) => Promise<Outcome> | Outcome;

/** What each button does, and whether it touches cases: those work in the 1:1 chat and for case managers only. */
export const routes: Readonly<Record<string, { readonly casework: boolean; readonly handle: Handle }>> = {
  "case.new": casework((turn, { fields: { about = "" } }) =>
    offerCaseForm(turn, about, sectionsOf(about, turn.today)),
  ),
  "case.create": casework(createFromForm),
  "case.edit": casework((turn, press) => offerEditForm(turn, caseIdOf(press))),
  "case.save": casework(saveEdit),
  "case.list": casework((turn) => listCases(turn)),
  "case.show": casework((turn, press) => showCase(turn, caseIdOf(press))),
  "case.contacts": casework((turn, press) => showContacts(turn, caseIdOf(press))),
  "case.history": casework((turn, press) => showHistory(turn, caseIdOf(press), positionOf(press))),
  "case.choose": casework(goOnWithChosenCase),
  "note.form": casework((turn, press) => offerNoteForm(turn, caseIdOf(press))),
  "note.save": casework(saveNote),
  "measure.form": casework((turn, press) => offerMeasureForm(turn, caseIdOf(press))),
  "measure.save": casework(saveMeasure),
  "measure.done": casework((turn, press) => markDone(turn, caseIdOf(press), press.fields.measureId ?? "")),
  "conference.plan": casework((turn, press) => planFromText(turn, caseIdOf(press), { offices: [] })),
  "conference.consent": casework(saveConsentsAndGoOn),
  "conference.create": casework(createConference),
  "conference.search": casework(searchAgain),
  "conference.anonymous": casework(goAnonymous),
  "conference.stop": casework(stopConference),
  "conference.show": casework(showConference),
  "conference.move": casework(offerMove),
  "conference.move-save": casework(saveMove),
  "conference.call-off": casework(offerCallOff),
  "conference.call-off-now": casework(callOff),
  "conference.seats": casework(offerSeats),
  "conference.seats-save": casework(saveSeats),
  "poll.ballot": anybody(showBallot),
  "poll.vote": anybody(voteInTeams),
  "shared.answer": anybody(answerInvitation),
  "shared.done": anybody(finishSharedMeasure),
  "gap.save": casework(saveGap),
  "figures.csv": anybody((turn) => showGaps(turn, "csv")),
  "case.erase": casework(eraseByOwner),
  "export.page": casework((turn, press) => showExport(turn, caseIdOf(press), Number(press.fields.page) || 1)),
  "export.release": casework(releaseByOwner),
  "agenda.week": casework((turn) => showAgenda(turn, { window: thisWeek(turn.today) })),
  ...Object.fromEntries(
    Object.entries({ ...caseButtons, ...consentButtons, ...tableButtons }).map(([action, handle]) => [
      action,
      casework(handle),
    ]),
  ),
  // A coordinator saves it too: for whom, and that it is in the 1:1 chat, stands in the draft.
  "cover.save": anybody(saveCover),
  "draft.discard": casework(discardDraft),
  "emergency.continue": anybody(goOnWithHeldText),
  "expert.form": anybody((turn, press) => offerExpertForm(turn, press.fields.about ?? "")),
  "expert.send": anybody(sendToExpert),
  "expert.answer": anybody(answerExpertQuestion),
  "expert.decline": anybody(declineExpertQuestion),
  "expert.publish": anybody(publishAnswer),
  "directory.office": anybody(showOffice),
  "directory.copy": anybody(copyContact),
  "directory.wrong": anybody((turn, press) => reportOfficeWrong(turn, press.fields.office ?? "")),
  "directory.answer": anybody((turn, press) =>
    routeText(turn, press.fields.option ?? "", { answering: true }),
  ),
};

/** Every action that a button can have, for those who try them all. */
export function pressActions(): readonly string[] {
  return Object.keys(routes);
}

export function touchesCases(press: CardPress): boolean {
  return routes[press.action]?.casework ?? false;
}

/** What is shared with a partner: every flow behind it works out anew what that is, and for others it is nothing. */
export function touchesShared(press: CardPress): boolean {
  return press.action.startsWith("shared.");
}

export async function routePress(turn: Turn, press: CardPress): Promise<Outcome> {
  const route = Object.hasOwn(routes, press.action) ? routes[press.action] : undefined;
  return route ? route.handle(turn, press) : notUnderstood(turn);
}

async function goOnWithHeldText(turn: Turn, press: CardPress): Promise<Outcome> {
  const text = await heldText(turn, press);
  if (text === undefined) return { replies: [say(turn.texts, turn.texts.cases.cardGone)] };
  return routeText(turn, text, { protected: true });
}

/** The text that named no case, once more with the id of the chosen one behind its command word. */
async function goOnWithChosenCase(turn: Turn, press: CardPress): Promise<Outcome> {
  const text = await chosenText(turn, press);
  if (text === undefined) return { replies: [say(turn.texts, turn.texts.cases.cardGone)] };
  return routeText(turn, text, { protected: true, caseId: caseIdOf(press) });
}

function casework(handle: Handle) {
  return { casework: true, handle };
}

function anybody(handle: Handle) {
  return { casework: false, handle };
}

function caseIdOf(press: CardPress): string {
  return press.fields.caseId ?? "";
}

function positionOf(press: CardPress): number | undefined {
  const position = Number(press.fields.before);
  return Number.isInteger(position) && position > 0 ? position : undefined;
}
