import { documentsUnknown } from "../bot/cards/document-answer.js";
import { type Action, press } from "../bot/cards/elements.js";
import { offerToAsk } from "../bot/cards/experts.js";
import { say } from "../bot/cards/notices.js";
import { officeAnswerCard, questionCard } from "../bot/cards/office-answer.js";
import { whyNot } from "../casework/staff/rights.js";
import { answerFollowUp, findOffices } from "../knowledge/directory/find.js";
import type { FindResult } from "../knowledge/directory/model.js";
import { reportsOn } from "../knowledge/directory/reports.js";
import { countUnanswered } from "../knowledge/directory/unanswered.js";
import { mayAskExperts } from "./ask-expert.js";
import { asksForText, namesNothing } from "./asks-for-text.js";
import { askDocuments, type LookedUp, shown } from "./look-up.js";
import { contextForQuestion } from "./question-context.js";
import type { PendingQuestion } from "./state.js";
import type { Outcome, Turn } from "./turn.js";
import { notUnderstood } from "./welcome.js";

/**
 * Any question: the directory where it asks for an office, the documents where it asks what something is,
 * each the other's fallback. No guess: what neither knows is said so.
 */
export async function answerQuestion(turn: Turn, question: string): Promise<Outcome> {
  if (namesNothing(question)) return { replies: [say(turn.texts, turn.texts.directory.askWhat)] };
  if (asksForText(question)) {
    const found = await askDocuments(turn, question);
    return (
      answered(turn, question, found) ??
      (await fromDirectory(turn, question)) ??
      nobodyKnows(turn, question, found.nearest)
    );
  }
  const office = await fromDirectory(turn, question);
  if (office) return office;
  // Looking through the documents costs more than the directory: only where it has no answer.
  const found = await askDocuments(turn, question);
  return answered(turn, question, found) ?? nobodyKnows(turn, question, found.nearest);
}

function answered(turn: Turn, question: string, { reply, model = "none" }: LookedUp): Outcome | undefined {
  if (!reply) return undefined;
  const { state, ...outcome } = settle(turn, { replies: [reply] });
  return { ...outcome, state: { ...state, lastAnswer: { question: question.slice(0, 500), model } } };
}

/** What the directory has to say; undefined if it did not understand the question. */
async function fromDirectory(turn: Turn, question: string): Promise<Outcome | undefined> {
  const result = findOffices(turn.directory, question, contextForQuestion(turn));
  if (result.status !== "unknown") return directoryOutcome(turn, question, {}, result);
  return undefined;
}

async function nobodyKnows(turn: Turn, question: string, nearest: LookedUp["nearest"]): Promise<Outcome> {
  await countUnanswered(turn.unit);
  // The directory may have understood what was meant and know that it does not know: a town outside, say.
  const { message, reason } = findOffices(turn.directory, question, contextForQuestion(turn));
  if (message && reason !== "not-understood") {
    return settle(turn, {
      replies: [say(turn.texts, turn.texts.directory.explained(message))],
      unknown: "outside-directory",
    });
  }
  if (!looksLikeQuestion(question)) return settle(turn, notUnderstood(turn));
  const offer = mayAskExperts(turn) ? offerToAsk(turn.texts, question) : {};
  const reply = documentsUnknown(turn.texts, shown(turn, nearest), offer);
  return settle(turn, { replies: [reply], unknown: "not-in-documents" });
}

/** Reads typed text as the answer to the open question back; undefined if it is none. */
export async function answerPending(
  turn: Turn,
  pending: PendingQuestion,
  text: string,
): Promise<Outcome | undefined> {
  const followUp = answerFollowUp(turn.directory, pending, text, contextForQuestion(turn));
  if (!followUp) return undefined;
  return directoryOutcome(turn, pending.question, followUp.known, followUp.result);
}

async function directoryOutcome(
  turn: Turn,
  question: string,
  known: PendingQuestion["known"],
  result: FindResult,
): Promise<Outcome> {
  const { texts, event } = turn;
  if (result.status === "ask") {
    return {
      replies: [questionCard(texts, result)],
      state: { ...turn.state, pending: { question, known } },
    };
  }
  const actions = nextSteps(turn, question);
  const reports = await reportsOn(turn.unit, [...new Set(result.answers.map(({ office }) => office.id))]);
  const extras = { actions, reports, slipUrl: turn.settings.publicUrl() };
  return settle(turn, { replies: [officeAnswerCard(texts, event.locale, result, extras)] });
}

/** What can be done with an office: a case about it, or, where its topic was asked for and not the office, a question to it. */
function nextSteps(turn: Turn, question: string): readonly Action[] {
  const { texts, event, actor } = turn;
  const data = { about: question.slice(0, 500) };
  const mayOpenCase = whyNot("casework", actor, event.conversation.scope === "personal") === undefined;
  return [
    ...(mayOpenCase ? [press(texts.directory.nextStepCase, "case.new", { data })] : []),
    ...(asksForText(question) && mayAskExperts(turn)
      ? [press(texts.experts.ask, "expert.form", { data })]
      : []),
  ];
}

/** An answer closes the question back. */
function settle(turn: Turn, outcome: Outcome): Outcome {
  const { pending: _answered, ...state } = turn.state;
  return { ...outcome, state };
}

function looksLikeQuestion(text: string): boolean {
  return text.includes("?") || text.trim().split(/\s+/).length >= 4;
}
