import { mayDoCasework } from "../../casework/case/access.js";
import type { Reply } from "../../dialogs/reply.js";
import type { Turn } from "../../dialogs/turn.js";
import { draftWithMarks } from "../cards/left-out.js";
import { say } from "../cards/notices.js";
import type { CleanedEvent } from "./clean-event.js";

/**
 * Tells the truth about what was left out and shows the draft as it was kept, on top of the first reply: one message,
 * not two. In a group or channel only what kind it was: there nothing is repeated.
 */
export function withPrivacyWords(
  turn: Turn,
  replies: readonly Reply[],
  cleaned: CleanedEvent,
): readonly Reply[] {
  const { privacy } = turn.texts;
  const personal = turn.event.conversation.scope === "personal";
  const lines: string[] = [];
  if (cleaned.leftOut.length > 0) {
    const what = cleaned.leftOut.map((kind) => privacy.kinds[kind]).join(", ");
    lines.push(turn.event.content.kind === "press" ? privacy.leftOutOfCard(what) : privacy.leftOut(what));
    if (personal) {
      lines.push(privacy.keptAs, ...cleaned.drafts.map((draft) => draftWithMarks(turn.texts, draft)));
    }
  }
  if (personal && mayDoCasework(turn.actor) && cleaned.warned.length > 0) lines.push(privacy.healthWarning);
  if (lines.length === 0) return replies;
  const words = lines.join("\n\n");
  const [first, ...rest] = replies;
  if (first?.place !== "new" && first?.place !== "former") return [say(turn.texts, words), ...replies];
  return [{ ...first, text: first.text ? `${words}\n\n${first.text}` : words }, ...rest];
}
