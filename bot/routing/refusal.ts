import { type Right, whyNot } from "../../casework/staff/rights.js";
import type { CardPress } from "../../dialogs/event.js";
import { noteRefusal } from "../../dialogs/note-refusal.js";
import { withoutCasework } from "../../dialogs/shared-with-me.js";
import type { Outcome, Turn } from "../../dialogs/turn.js";
import { personalChatOnlyCard, say } from "../cards/notices.js";
import type { Command } from "./command.js";

/**
 * What somebody is answered who may not do this here; undefined where they may. It says nothing of the case that was
 * named, whether there is one or not, and the attempt is in the audit.
 * @param named what may be the id of a case or of something of a case
 */
export async function refusal(turn: Turn, right: Right, named?: string): Promise<Outcome | undefined> {
  const { texts, actor, settings, event } = turn;
  const why = whyNot(right, actor, event.conversation.scope === "personal");
  if (why === undefined) return undefined;
  if (why === "role" && (right === "casework" || right === "cover")) return withoutCasework(turn, named);
  await noteRefusal(turn, named);
  if (right === "ask-expert") return { replies: [say(texts, texts.experts.onlyStaff)] };
  if (why === "place") return { replies: [personalChatOnlyCard(texts, settings.botId)] };
  if (right === "documents") return { replies: [say(texts, texts.intake.noLonger)] };
  if (right === "figures") return { replies: [say(texts, texts.protection.figures.onlyCoordinator)] };
  return { replies: [say(texts, right === "vote" ? texts.poll.gone : texts.shared.none)] };
}

/** The case that a command names, if it names one. */
export function namedBy(command: Command): string | undefined {
  if ("of" in command) return command.of;
  return "caseId" in command ? command.caseId : undefined;
}

export function namedByPress({ fields }: CardPress): string | undefined {
  return fields.caseId ?? fields.conference ?? fields.poll;
}
