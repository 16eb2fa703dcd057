import { beginWork } from "../../casework/store/unit-of-work.js";
import { writeTo } from "../../dialogs/write-to.js";
import { ExpertReminder, readExpertQuestion } from "../../knowledge/experts/expert-question.js";
import { literal } from "../cards/elements.js";
import { keeperCard } from "../cards/experts.js";
import { say } from "../cards/notices.js";
import type { Ledger } from "../turn/transact.js";
import type { JobHandler } from "./worker.js";

/** A question that is still open: the keeper gets it once more, later the asker hears that there is no answer yet. */
export function remindOfQuestion({ store, keyring, clock }: Ledger): JobHandler {
  return async (payload, jobId) => {
    const { question: id, step } = ExpertReminder.parse(payload);
    const question = await readExpertQuestion(beginWork(store, keyring, clock()), id);
    if (question?.state !== "open") return { kind: "done" };
    const message = { id: jobId, person: question[step], scopes: [] };
    return {
      kind: "done",
      record: (end) =>
        writeTo(end, message, (texts) =>
          step === "keeper"
            ? keeperCard(texts, question, true)
            : say(
                texts,
                texts.experts.stillOpen(literal(question.question), literal(question.keeperFunction)),
              ),
        ),
    };
  };
}
