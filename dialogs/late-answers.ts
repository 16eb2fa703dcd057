import type { Reply } from "./reply.js";

/** The queue of answers that came after their turn; each job's payload is a `LateAnswer`. */
export const LATE_ANSWERS = "late-answers";

/** Which message it takes the place of. */
export type LateAnswer = {
  readonly reference: string;
  readonly activityId: string;
  readonly reply: Reply;
};
