import { officeAnswerCard } from "../bot/cards/office-answer.js";
import { findOffices } from "../knowledge/directory/find.js";
import type { FindResult, OfficeAnswer } from "../knowledge/directory/model.js";
import { reportsOn } from "../knowledge/directory/reports.js";
import { contextForQuestion } from "./question-context.js";
import type { Reply } from "./reply.js";
import type { Outcome, Turn } from "./turn.js";

const MOST_RESULTS = 10;

type Found = { readonly answer: OfficeAnswer; readonly place: FindResult["place"] };

/**
 * Offices for the compose box of any chat. Where the place decides, one result for each: choosing is the answer.
 * The cards hold nothing of a case and no button of ours, since the chat may be one that the bot is not in.
 */
export async function searchOffices(turn: Turn, query: string): Promise<Outcome> {
  const context = contextForQuestion(turn);
  const result = findOffices(turn.directory, query, context);
  const found: Found[] = result.answers.map((answer) => ({ answer, place: result.place }));
  for (const option of result.options ?? []) {
    const chosen = findOffices(turn.directory, query, { ...context, ...option.set });
    found.push(...chosen.answers.slice(0, 1).map((answer) => ({ answer, place: chosen.place })));
  }
  const shown = found.slice(0, MOST_RESULTS);
  const reports = await reportsOn(turn.unit, [...new Set(shown.map(({ answer }) => answer.office.id))]);
  return { replies: shown.map((one) => resultOf(turn, one, reports)) };
}

function resultOf(
  turn: Turn,
  { answer, place }: Found,
  reports: Awaited<ReturnType<typeof reportsOn>>,
): Reply {
  const single = {
    status: "answer" as const,
    topics: answer.about ? [answer.about] : [],
    place,
    answers: [answer],
  };
  return {
    ...officeAnswerCard(turn.texts, turn.event.locale, single, { reports, plain: true }),
    place: "result",
    preview: {
      title: answer.office.name,
      text: [answer.about?.title, place?.name].filter((part) => part).join(" · "),
    },
  };
}
