import { contextForQuestion } from "../../../dialogs/question-context.js";
import type { Turn } from "../../../dialogs/turn.js";
import { findOffices } from "../../../knowledge/directory/find.js";
import { readableDay } from "../../texts/format.js";
import type { OfficesView } from "./view-models.js";

const MOST_OFFICES = 8;

/** What the directory answers to a question that is still being typed. */
export function officeLines(turn: Turn, question: string): OfficesView {
  const { texts, event } = turn;
  const result = findOffices(turn.directory, question, contextForQuestion(turn));
  return {
    question,
    message: result.question ?? result.message ?? (result.answers.length === 0 ? texts.tab.noOffice : ""),
    offices: result.answers.slice(0, MOST_OFFICES).map(({ office, about, topic, why, checkedAt, stale }) => ({
      id: office.id,
      topic: topic ?? "",
      place: result.place?.ars ?? "",
      name: office.name,
      about: about?.title ?? "",
      why: keptTogether(why),
      contact:
        [office.phone, office.email, office.address].filter((part) => part !== "").join(" · ") ||
        texts.directory.noContact,
      checked:
        checkedAt === ""
          ? texts.directory.unchecked
          : texts.directory.checked(readableDay(event.locale, checkedAt)),
      stale,
    })),
  };
}

/** The sign of a paragraph stands on the line of its number. */
function keptTogether(text: string): string {
  return text.replaceAll("§ ", "§\u00a0");
}
