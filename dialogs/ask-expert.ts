import { z } from "zod";
import { literal } from "../bot/cards/elements.js";
import { askForm, keeperCard, myQuestionsCard } from "../bot/cards/experts.js";
import { doneCard, say } from "../bot/cards/notices.js";
import { readableDay } from "../bot/texts/format.js";
import { rechtskreisName } from "../bot/texts/rechtskreis.js";
import { wallClock } from "../casework/calendar/zone.js";
import { findCaseIds } from "../casework/privacy/case-id.js";
import { whyNot } from "../casework/staff/rights.js";
import { allStaff, partnersOf, type StaffMember, staffRecord } from "../casework/staff/staff.js";
import { findOffices } from "../knowledge/directory/find.js";
import { keepQuestion, questionsOf } from "../knowledge/experts/expert-question.js";
import { openDraft, readDraft, spendDraft } from "./draft.js";
import type { CardPress } from "./event.js";
import { contextForQuestion } from "./question-context.js";
import { tell } from "./tell.js";
import type { Outcome, Turn } from "./turn.js";

const KIND = "expert.send";
const Draft = z.object({ keeper: z.string(), function: z.string() });
const SHOWN = 10;

/** Answers come back to a 1:1 chat, and keepers are not for everybody in the tenant. */
export function mayAskExperts({ event, actor }: Turn): boolean {
  return whyNot("ask-expert", actor, event.conversation.scope === "personal") === undefined;
}

/** "Fachstelle fragen": shows to whom the question would go, to be worded in general and sent. */
export async function offerExpertForm(turn: Turn, about: string): Promise<Outcome> {
  const { texts } = turn;
  const keeper = await keeperFor(turn, about);
  if (!keeper) return { replies: [say(texts, texts.experts.nobody)] };
  const named = functionOf(turn, keeper);
  const nonce = await openDraft(turn, KIND, { keeper: keeper.id, function: named });
  return { replies: [askForm(texts, { nonce, keeper: named, question: about })] };
}

/** Keeps the question and writes to the keeper, in one commit. A question about a case is not sent. */
export async function sendToExpert(turn: Turn, press: CardPress): Promise<Outcome> {
  const { texts, unit, actor, event } = turn;
  const draft = await readDraft(turn, press, KIND, Draft);
  if (draft.kind === "gone") return { replies: [say(texts, texts.cases.cardGone)] };
  const question = (press.fields.free_question ?? "").trim();
  const publish = press.fields.publish === "true";
  const keeper = draft.data.function;
  const error =
    question === ""
      ? texts.experts.questionRequired
      : findCaseIds(question).length > 0
        ? texts.experts.aboutCase
        : undefined;
  if (error) {
    const form = { nonce: draft.nonce, keeper, question, publish, error };
    return { replies: [askForm(texts, form, "pressed")] };
  }
  const id = Buffer.from(turn.random(9)).toString("base64url");
  const asked = {
    id,
    question,
    asker: event.person.id,
    askerAgency: actor.agency,
    keeper: draft.data.keeper,
    keeperFunction: keeper,
    askedAt: unit.now,
    state: "open" as const,
    answer: "",
    publish: { asker: publish, keeper: false },
  };
  await keepQuestion(unit, asked);
  await tell(turn, asked.keeper, [], (theirs) => keeperCard(theirs, asked));
  await spendDraft(turn, draft.nonce);
  return { replies: [doneCard(texts, texts.experts.sent(literal(keeper)))] };
}

/** "meine Fragen": what was asked, how it stands, what came back. */
export async function showMyQuestions({ texts, unit, event }: Turn): Promise<Outcome> {
  const mine = await questionsOf(unit, event.person.id, SHOWN);
  const rows = mine.map(({ question, state, answer, askedAt, keeperFunction, entry }) => {
    const day = readableDay(event.locale, wallClock(event.timeZone, askedAt).date);
    const words = [keeperFunction, day, texts.experts.states[state]];
    if (entry) words.push(texts.experts.inDocuments);
    return { question, state: words.join(" · "), answer };
  });
  return { replies: [myQuestionsCard(texts, rows)] };
}

/**
 * Who keeps the topic of a question: the partner of its Rechtskreis, else whom the operator named for the rest, else
 * the coordination. Never the asker.
 */
async function keeperFor(turn: Turn, question: string): Promise<StaffMember | undefined> {
  const { unit, event, settings, directory } = turn;
  const { topics } = findOffices(directory, question, contextForQuestion(turn));
  const others = (members: readonly StaffMember[]) => members.filter(({ id }) => id !== event.person.id);
  for (const { rechtskreis } of topics) {
    const [partner] = others(await partnersOf(unit, rechtskreis));
    if (partner) return partner;
  }
  const named = settings.knowledgeKeeper && (await unit.read(staffRecord, settings.knowledgeKeeper));
  if (named && named.id !== event.person.id) return named;
  return others(await allStaff(unit)).find(({ role }) => role === "coordinator");
}

/** The keeper's function and place, as it stands beside the answer. */
export function functionOf({ texts }: Turn, { role, agency, rechtskreis }: StaffMember): string {
  if (role === "partner" && rechtskreis !== "") return `${agency} (${rechtskreisName(rechtskreis)})`;
  return role === "coordinator" ? texts.experts.coordination(agency) : agency;
}
