import { caseScope } from "../casework/store/record.js";
import type { Turn } from "./turn.js";
import { type WriteReply, writeTo } from "./write-to.js";

/**
 * Writes to a colleague's 1:1 chat, in their language, when this turn is committed. It holds case ids and neutral labels
 * only, and is unreadable once one of these cases is erased.
 */
export async function tell(
  { unit, random }: Turn,
  person: string,
  caseIds: readonly string[],
  write: WriteReply,
): Promise<void> {
  const id = `told/${Buffer.from(random(12)).toString("base64url")}`;
  await writeTo(unit, { id, person, scopes: caseIds.map(caseScope) }, write);
}
