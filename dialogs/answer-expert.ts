import { literal } from "../bot/cards/elements.js";
import { answerCard } from "../bot/cards/experts.js";
import { doneCard, say } from "../bot/cards/notices.js";
import { readableDay } from "../bot/texts/format.js";
import { publishEntry } from "../knowledge/experts/entries.js";
import {
  changeQuestion,
  type ExpertQuestion,
  readExpertQuestion,
} from "../knowledge/experts/expert-question.js";
import type { CardPress } from "./event.js";
import { tell } from "./tell.js";
import type { Outcome, Turn } from "./turn.js";

/** The keeper's answer: goes back to the asker, and into the documents if both agreed. */
export async function answerExpertQuestion(turn: Turn, press: CardPress): Promise<Outcome> {
  const { texts, unit } = turn;
  const open = await openQuestion(turn, press);
  if (!open) return gone(turn);
  const answer = (press.fields.free_answer ?? "").trim();
  if (answer === "") return { replies: [say(texts, texts.experts.answerRequired)] };
  const answered: ExpertQuestion = {
    ...open,
    state: "answered",
    answer,
    answeredAt: unit.now,
    publish: { ...open.publish, keeper: press.fields.publish === "true" },
  };
  const entry = await publish(turn, answered);
  const { publish: agreed, question, id } = answered;
  const mayPublish = agreed.keeper && !agreed.asker;
  const view = { id, question, answer, from: authorOf(turn, answered), mayPublish, published: entry };
  await tell(turn, answered.asker, [], (theirs) => answerCard(theirs, view));
  return { replies: [doneCard(texts, entry ? texts.experts.answeredAndKept : texts.experts.answered)] };
}

/** "Nicht zuständig": the asker hears it at once. */
export async function declineExpertQuestion(turn: Turn, press: CardPress): Promise<Outcome> {
  const { texts, unit } = turn;
  const open = await openQuestion(turn, press);
  if (!open) return gone(turn);
  await changeQuestion(unit, { ...open, state: "declined", answeredAt: unit.now });
  await tell(turn, open.asker, [], (theirs) =>
    say(theirs, theirs.experts.declinedTold(literal(open.question), literal(open.keeperFunction))),
  );
  return { replies: [doneCard(texts, texts.experts.declined)] };
}

/** The asker's tick, after the fact: the keeper had agreed with the answer. */
export async function publishAnswer(turn: Turn, press: CardPress): Promise<Outcome> {
  const { texts, unit, event } = turn;
  const question = await readExpertQuestion(unit, press.fields.item ?? "");
  if (question?.asker !== event.person.id || question.state !== "answered" || !question.publish.keeper) {
    return gone(turn);
  }
  if (!question.entry) await publish(turn, { ...question, publish: { asker: true, keeper: true } });
  return { replies: [doneCard(texts, texts.experts.published)] };
}

/** The question behind a press, if it waits for this person. Others, and unknown ids, are answered alike. */
async function openQuestion({ unit, event }: Turn, press: CardPress): Promise<ExpertQuestion | undefined> {
  const question = await readExpertQuestion(unit, press.fields.item ?? "");
  return question?.keeper === event.person.id && question.state === "open" ? question : undefined;
}

/** Keeps the question as it stands now, with its entry if both agreed. @returns whether it is in the documents */
async function publish(turn: Turn, question: ExpertQuestion): Promise<boolean> {
  const { texts, unit, event, today } = turn;
  const day = readableDay(event.locale, today);
  const title = texts.experts.entryTitle(question.question, question.keeperFunction, day);
  const entry = await publishEntry(unit, question, title);
  await changeQuestion(unit, entry ? { ...question, entry } : question);
  return entry !== undefined;
}

function authorOf({ texts, event, today }: Turn, { keeperFunction }: ExpertQuestion): string {
  return texts.experts.answerFrom(keeperFunction, readableDay(event.locale, today));
}

function gone({ texts }: Turn): Outcome {
  return { replies: [say(texts, texts.experts.gone)] };
}
