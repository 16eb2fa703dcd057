import { createHash } from "node:crypto";
import { SYSTEM_SCOPE } from "../../casework/store/record.js";
import { LATE_ANSWERS, type LateAnswer } from "../../dialogs/late-answers.js";
import type { Reply } from "../../dialogs/reply.js";
import { type Ledger, transact } from "./transact.js";

const COMMIT_MS = 8_000;

/**
 * Puts a reply that comes after its turn into the outbox, once an event, to take the place of the message that was sent
 * in the meantime. If the process ends before, that message stands: it was an answer by itself.
 */
export async function deliverLate(
  ledger: Ledger,
  key: string,
  place: Pick<LateAnswer, "reference" | "activityId">,
  answer: Promise<Reply | undefined>,
): Promise<void> {
  const reply = await answer;
  if (!reply) return;
  const now = ledger.clock();
  const payload: LateAnswer = { ...place, reply };
  const id = createHash("sha256").update(key).digest("base64url");
  await transact(ledger, { once: [`late/${id}`], now, deadline: now + COMMIT_MS }, (unit) =>
    unit.enqueue({ queue: LATE_ANSWERS, id, due: unit.now, payload, scopes: [SYSTEM_SCOPE] }),
  );
}
