import { caseLabel } from "../bot/cards/case-view.js";
import { say } from "../bot/cards/notices.js";
import { undoLastAction } from "../casework/case/undo-last.js";
import { conferencesThatStand } from "./case-lifecycle.js";
import type { CardPress } from "./event.js";
import { tell } from "./tell.js";
import type { Outcome, Turn } from "./turn.js";
import { disinviteWithoutConsent } from "./withdraw-consent.js";

/**
 * "rückgängig": the last own action of the last ten minutes is taken back. The button beside what was saved takes back
 * that: pressed twice, or after something else was done, it says so and leaves the rest alone.
 */
export async function undoLast(turn: Turn, press?: CardPress): Promise<Outcome> {
  const { texts, unit, actor } = turn;
  const words = texts.casework.undoing;
  const at = press?.fields.at === undefined ? undefined : Number(press.fields.at);
  const undone = await undoLastAction(unit, actor, at);
  if (undone.length === 0) return { replies: [say(texts, at === undefined ? words.nothing : words.notLast)] };
  for (const { entry, formerOwner } of undone) {
    if (formerOwner === entry.owner) continue;
    await tell(turn, formerOwner, [entry.id], (theirs) =>
      say(theirs, theirs.casework.handoverTakenBack(caseLabel(theirs, entry))),
    );
  }
  const lines: string[] = [];
  for (const { entry, kind, kept } of undone) {
    lines.push(`↶ ${words.done(texts.casework.changes[kind], caseLabel(texts, entry))}`);
    const parts = [...new Set(kept.map(({ part }) => texts.casework.parts[part]))];
    if (parts.length > 0) lines.push(words.kept(parts.join(", ")));
    if (kind === "case-created") lines.push(...(await conferencesThatStand(turn, entry.id)));
    if (kind === "consent-recorded") lines.push(...(await disinviteWithoutConsent(turn, entry)));
  }
  return { replies: [say(texts, lines.join("\n\n"))] };
}
