import { say } from "../bot/cards/notices.js";
import { contactText, officeAnswerCard } from "../bot/cards/office-answer.js";
import { findOffices, officesFor } from "../knowledge/directory/find.js";
import type { OfficeAnswer } from "../knowledge/directory/model.js";
import { reportsOn } from "../knowledge/directory/reports.js";
import type { CardPress } from "./event.js";
import { contextForQuestion } from "./question-context.js";
import type { Outcome, Turn } from "./turn.js";

/** One office out of several, with all its buttons. */
export async function showOffice(turn: Turn, press: CardPress): Promise<Outcome> {
  const answer = answerBehind(turn, press);
  if (!answer) return { replies: [say(turn.texts, turn.texts.directory.officeGone)] };
  const place = turn.directory.places.find(({ ars }) => ars === press.fields.place) ?? null;
  const result = {
    status: "answer" as const,
    topics: answer.about ? [answer.about] : [],
    place,
    answers: [answer],
  };
  const reports = await reportsOn(turn.unit, [answer.office.id]);
  return {
    replies: [
      officeAnswerCard(turn.texts, turn.event.locale, result, {
        reports,
        slipUrl: turn.settings.publicUrl(),
      }),
    ],
  };
}

/** The contact as plain text, to copy out of the chat: cards have no clipboard. */
export function copyContact(turn: Turn, press: CardPress): Outcome {
  const answer = answerBehind(turn, press);
  const { texts } = turn;
  return { replies: [say(texts, answer ? contactText(texts, answer) : texts.directory.officeGone)] };
}

/** The answer that a button stands for: the same office for the same topic and place, as the directory is now. */
function answerBehind(turn: Turn, press: CardPress): OfficeAnswer | undefined {
  const { office: id = "", topic, place } = press.fields;
  const office = turn.directory.offices.find((one) => one.id === id);
  if (!office) return undefined;
  const context = { ...contextForQuestion(turn), ...(place ? { place } : {}) };
  const answers = topic
    ? officesFor(turn.directory, { ...context, topics: [topic] })
    : findOffices(turn.directory, office.name, context).answers;
  return answers.find((answer) => answer.office.id === id);
}
