import { z } from "zod";
import { type RecordKind, SYSTEM_SCOPE } from "../../casework/store/record.js";
import type { UnitOfWork } from "../../casework/store/unit-of-work.js";

/**
 * A question that the documents do not answer, put to whoever keeps its topic. Cleaned of personal data, about no case.
 * Instants in ms since the epoch. `publish`: who agreed that the answer goes into the documents; it takes both.
 */
export const ExpertQuestion = z.object({
  id: z.string(),
  question: z.string(),
  /** Id on the staff list. */
  asker: z.string(),
  askerAgency: z.string(),
  keeper: z.string(),
  /** The keeper's function as people read it; no name. */
  keeperFunction: z.string(),
  askedAt: z.number(),
  state: z.enum(["open", "answered", "declined"]),
  answer: z.string().default(""),
  answeredAt: z.number().optional(),
  publish: z.object({ asker: z.boolean(), keeper: z.boolean() }),
  /** Id of the document that the answer became. */
  entry: z.string().optional(),
});
export type ExpertQuestion = z.infer<typeof ExpertQuestion>;

export const questionRecord: RecordKind<ExpertQuestion> = {
  name: "expert-question",
  schema: ExpertQuestion,
  schemaVersion: 1,
  scopes: () => [SYSTEM_SCOPE],
};

const askedBy = (person: string) => `expert-questions/${person}`;

/** Reminders of open questions; the payload is an `ExpertReminder`. */
export const EXPERT_REMINDERS = "expert-reminders";
export const ExpertReminder = z.object({ question: z.string(), step: z.enum(["keeper", "asker"]) });

const DAY_MS = 24 * 60 * 60 * 1000;
/** The keeper is reminded after two days, the asker is told after five that there is no answer yet. */
const DUE: Readonly<Record<z.infer<typeof ExpertReminder>["step"], number>> = {
  keeper: 2 * DAY_MS,
  asker: 5 * DAY_MS,
};

/** Keeps a new question and sets its reminders. */
export async function keepQuestion(unit: UnitOfWork, question: ExpertQuestion): Promise<void> {
  await unit.write(questionRecord, question.id, question);
  unit.addToIndex(askedBy(question.asker), {
    sort: String(question.askedAt).padStart(15, "0"),
    member: question.id,
  });
  for (const step of ["keeper", "asker"] as const) {
    await unit.enqueue({
      queue: EXPERT_REMINDERS,
      id: `${question.id}/${step}`,
      due: question.askedAt + DUE[step],
      payload: { question: question.id, step } satisfies z.infer<typeof ExpertReminder>,
      scopes: [],
    });
  }
}

export function readExpertQuestion(unit: UnitOfWork, id: string): Promise<ExpertQuestion | undefined> {
  return unit.read(questionRecord, id);
}

export function changeQuestion(unit: UnitOfWork, question: ExpertQuestion): Promise<void> {
  return unit.write(questionRecord, question.id, question);
}

/** What a person has asked, the newest first. */
export async function questionsOf(
  unit: UnitOfWork,
  person: string,
  limit: number,
): Promise<readonly ExpertQuestion[]> {
  const entries = await unit.range(askedBy(person), { reverse: true, limit });
  const found = await unit.readMany(
    questionRecord,
    entries.map(({ member }) => member),
  );
  return found.filter((one) => one !== undefined);
}
