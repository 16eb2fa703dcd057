import type { Right } from "../../casework/staff/rights.js";
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
import { DraftOutdated } from "../../dialogs/draft.js";
import { offerEditForm, saveEdit } from "../../dialogs/edit-case.js";
import { takeNewVersion } from "../../dialogs/edited-message.js";
import { heldText } from "../../dialogs/emergency.js";
import { eraseByOwner } from "../../dialogs/erase-case.js";
import type { CardPress } from "../../dialogs/event.js";
import { releaseByOwner, showExport } from "../../dialogs/export-case.js";
import { saveGap, showGaps } from "../../dialogs/figures.js";
import { offerMove, saveMove } from "../../dialogs/move-conference.js";
import { createFromForm, offerCaseForm } from "../../dialogs/open-case.js";
import { tellOutdated } from "../../dialogs/outdated-draft.js";
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
import { discardDocument, saveDocument } from "../../dialogs/take-document.js";
import type { Outcome, Turn } from "../../dialogs/turn.js";
import { notUnderstood } from "../../dialogs/welcome.js";
import { say } from "../cards/notices.js";
import { caseButtons } from "./case-buttons.js";
import { sectionsOf } from "./case-sections.js";
import { consentButtons } from "./consent-buttons.js";
import { namedByPress, refusal } from "./refusal.js";
import { routeText } from "./route-text.js";
import { tableButtons } from "./table-buttons.js";

type Handle = (turn: Turn, press: CardPress) => Promise<Outcome> | Outcome;
type Route = { readonly right: Right; readonly handle: Handle };

/** What each button does, and the right that it takes. */
const routes = {
  "case.new": by("casework", (turn, { fields: { about = "" } }) =>
    offerCaseForm(turn, about, sectionsOf(about, turn.today)),
  ),
  "case.create": by("casework", createFromForm),
  "case.edit": by("casework", (turn, press) => offerEditForm(turn, caseIdOf(press))),
  "case.save": by("casework", saveEdit),
  "case.list": by("casework", (turn) => listCases(turn)),
  "case.show": by("casework", (turn, press) => showCase(turn, caseIdOf(press))),
  "case.contacts": by("casework", (turn, press) => showContacts(turn, caseIdOf(press))),
  "case.history": by("casework", (turn, press) => showHistory(turn, caseIdOf(press), positionOf(press))),
  "case.choose": by("casework", goOnWithChosenCase),
  "note.form": by("casework", (turn, press) => offerNoteForm(turn, caseIdOf(press))),
  "note.save": by("casework", saveNote),
  "measure.form": by("casework", (turn, press) => offerMeasureForm(turn, caseIdOf(press))),
  "measure.save": by("casework", saveMeasure),
  "measure.done": by("casework", (turn, press) =>
    markDone(turn, caseIdOf(press), press.fields.measureId ?? ""),
  ),
  "conference.plan": by("casework", (turn, press) => planFromText(turn, caseIdOf(press), { offices: [] })),
  "conference.consent": by("casework", saveConsentsAndGoOn),
  "conference.create": by("casework", createConference),
  "conference.search": by("casework", searchAgain),
  "conference.anonymous": by("casework", goAnonymous),
  "conference.stop": by("casework", stopConference),
  "conference.show": by("casework", showConference),
  "conference.move": by("casework", offerMove),
  "conference.move-save": by("casework", saveMove),
  "conference.call-off": by("casework", offerCallOff),
  "conference.call-off-now": by("casework", callOff),
  "conference.seats": by("casework", offerSeats),
  "conference.seats-save": by("casework", saveSeats),
  "poll.ballot": by("vote", showBallot),
  "poll.vote": by("vote", voteInTeams),
  "shared.answer": by("shared", answerInvitation),
  "shared.done": by("shared", finishSharedMeasure),
  "gap.save": by("casework", saveGap),
  "figures.csv": by("figures", (turn) => showGaps(turn, "csv")),
  "case.erase": by("casework", eraseByOwner),
  "export.page": by("casework", (turn, press) =>
    showExport(turn, caseIdOf(press), Number(press.fields.page) || 1),
  ),
  "export.release": by("casework", releaseByOwner),
  "agenda.week": by("casework", (turn) => showAgenda(turn, { window: thisWeek(turn.today) })),
  ...allCasework(caseButtons),
  ...allCasework(consentButtons),
  ...allCasework(tableButtons),
  "cover.save": by("cover", saveCover),
  "draft.discard": by("casework", discardDraft),
  "emergency.continue": by("ask", goOnWithHeldText),
  "expert.form": by("ask-expert", (turn, press) => offerExpertForm(turn, press.fields.about ?? "")),
  "expert.send": by("ask-expert", sendToExpert),
  "expert.answer": by("ask-expert", answerExpertQuestion),
  "expert.decline": by("ask-expert", declineExpertQuestion),
  "expert.publish": by("ask-expert", publishAnswer),
  "message.again": by("casework", (turn, press) =>
    takeNewVersion(turn, press, (text) => routeText(turn, text, { protected: true })),
  ),
  "document.save": by("documents", saveDocument),
  "document.discard": by("documents", discardDocument),
  "directory.office": by("ask", showOffice),
  "directory.copy": by("ask", copyContact),
  "directory.wrong": by("ask", (turn, press) => reportOfficeWrong(turn, press.fields.office ?? "")),
  "directory.answer": by("ask", (turn, press) =>
    routeText(turn, press.fields.option ?? "", { answering: true }),
  ),
} satisfies Readonly<Record<string, Route>>;

export type PressAction = keyof typeof routes;

/** Every action that a button can have, for those who try them all. */
export function pressActions(): readonly PressAction[] {
  return Object.keys(routes) as PressAction[];
}

/** The right that a button takes. One that is none of ours is answered like a text that is not understood. */
export function rightOfPress({ action }: Pick<CardPress, "action">): Right {
  return routeOf(action)?.right ?? "ask";
}

export async function routePress(turn: Turn, press: CardPress): Promise<Outcome> {
  const refused = await refusal(turn, rightOfPress(press), namedByPress(press));
  if (refused) return refused;
  try {
    return (await routeOf(press.action)?.handle(turn, press)) ?? notUnderstood(turn);
  } catch (error) {
    if (error instanceof DraftOutdated) return tellOutdated(turn, press);
    throw error;
  }
}

function routeOf(action: string): Route | undefined {
  return Object.hasOwn(routes, action) ? routes[action as PressAction] : undefined;
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

function by(right: Right, handle: Handle): Route {
  return { right, handle };
}

function allCasework<Action extends string>(
  handlers: Readonly<Record<Action, Handle>>,
): Readonly<Record<Action, Route>> {
  const entries = Object.entries<Handle>(handlers).map(([action, handle]) => [
    action,
    by("casework", handle),
  ]);
  return Object.fromEntries(entries) as Readonly<Record<Action, Route>>;
}

function caseIdOf(press: CardPress): string {
  return press.fields.caseId ?? "";
}

function positionOf(press: CardPress): number | undefined {
  const position = Number(press.fields.before);
  return Number.isInteger(position) && position > 0 ? position : undefined;
}
