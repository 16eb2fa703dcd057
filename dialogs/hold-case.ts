import { literal } from "../bot/cards/elements.js";
import { say } from "../bot/cards/notices.js";
import { audit } from "../casework/audit/audit.js";
import { caseFor } from "../casework/case/access.js";
import { holdOn, setHold } from "../casework/retention/retention.js";
import { unknownCase } from "./show-case.js";
import type { Outcome, Turn } from "./turn.js";

/** "Löschsperre K-7F3Q9: Klage läuft" keeps a case whatever its age; "Löschsperre K-7F3Q9 aufheben" ends that. */
export async function holdCase(
  turn: Turn,
  caseId: string,
  wanted: { readonly reason: string; readonly lift: boolean },
): Promise<Outcome> {
  const { texts, unit, actor } = turn;
  const words = texts.protection.hold;
  const entry = await caseFor(unit, actor, caseId, "read");
  if (!entry) return unknownCase(turn, caseId);
  if (entry.owner !== actor.id) return { replies: [say(texts, texts.protection.onlyOwner)] };
  const state = { ...turn.state, lastCase: caseId };
  if (wanted.lift) {
    const held = await holdOn(unit, caseId);
    if (held === undefined) return { replies: [say(texts, words.none(caseId))], state };
    await setHold(unit, actor.id, caseId, undefined);
    await audit(unit, actor.id, "hold-lifted", caseId);
    return { replies: [say(texts, `✓ ${words.lifted(caseId)}`)], state };
  }
  if (wanted.reason === "") return { replies: [say(texts, words.reasonMissing(caseId))], state };
  await setHold(unit, actor.id, caseId, wanted.reason);
  await audit(unit, actor.id, "hold-set", caseId);
  return { replies: [say(texts, `✓ ${words.set(caseId, literal(wanted.reason))}`)], state };
}
