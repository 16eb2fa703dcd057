import { caseScope } from "../casework/store/record.js";
import { queueMessage } from "./messages.js";
import type { Reply } from "./reply.js";
import type { Turn } from "./turn.js";

/**
 * Writes to a colleague's 1:1 chat when this turn is committed. It holds case ids and neutral labels only, and is
 * unreadable once one of these cases is erased.
 */
export async function tell(
  turn: Turn,
  person: string,
  caseIds: readonly string[],
  reply: Reply,
): Promise<void> {
  const id = `told/${Buffer.from(turn.random(12)).toString("base64url")}`;
  await queueMessage(turn.unit, { id, person, replies: [reply], scopes: caseIds.map(caseScope) });
}
