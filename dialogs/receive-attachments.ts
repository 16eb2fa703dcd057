import { literal } from "../bot/cards/elements.js";
import { say } from "../bot/cards/notices.js";
import { allStaff, staffRecord } from "../casework/staff/staff.js";
import { functionOf } from "./ask-expert.js";
import type { Attachments } from "./event.js";
import { keepsDocuments } from "./keeps-documents.js";
import type { Reply } from "./reply.js";
import { offerIntake } from "./take-document.js";
import type { Outcome, Turn } from "./turn.js";

type Answer = (text: string) => Promise<Outcome>;

/** "… in die Wissensbasis?", "bitte einlesen": about the file itself, and no question of its own. */
const aboutFile =
  /wissen|unterlage|dokument|datei|einlesen|aufnehmen|hinzuf(?:ü|ue)gen|speicher|ablegen|pdf|docx|knowledge|document|file|ingest|add |upload|save/i;

/**
 * What came with a message. A file of whoever keeps the documents is offered to be taken in; for everybody else it is
 * said who does that. What can't be read is named. A question beside it is answered, in the same message.
 */
export async function receiveAttachments(
  turn: Turn,
  { text, files, others }: Attachments & { readonly text: string },
  answer: Answer,
): Promise<Outcome> {
  const { texts, event, actor, settings } = turn;
  const { intake } = texts;
  if (event.conversation.scope !== "personal") {
    return text === "" ? { replies: [say(texts, intake.onlyPersonal)] } : answer(text);
  }
  const unread = others.map((kind) => intake.kinds[kind]).join(", ");
  const unreadWords = others.length === 0 ? [] : [intake.unread(unread)];
  if (files.length > 0 && keepsDocuments(actor, settings)) {
    return withWords(await offerIntake(turn, files, text), unreadWords, turn);
  }
  const names = files
    .map(({ name }) => (name === "" ? intake.unnamed : intake.named(literal(name))))
    .join(", ");
  const keeper = files.length === 0 ? [] : [intake.keeps(names, await keeperOf(turn))];
  const words = [...keeper, ...unreadWords];
  const isQuestion = text !== "" && (files.length === 0 || !aboutFile.test(text));
  return withWords(isQuestion ? await answer(text) : { replies: [] }, words, turn);
}

/** One message, not two: the words stand above the answer. */
function withWords(outcome: Outcome, lines: readonly string[], { texts }: Turn): Outcome {
  if (lines.length === 0) return outcome;
  const words = lines.join("\n\n");
  const [first, ...rest] = outcome.replies;
  const replies: readonly Reply[] =
    first?.place === "new"
      ? [{ ...first, text: first.text ? `${words}\n\n${first.text}` : words }, ...rest]
      : [say(texts, words), ...outcome.replies];
  return { ...outcome, replies };
}

/** Whom to ask, by function. Who is not on the staff list need not know who is. */
async function keeperOf(turn: Turn): Promise<string> {
  const { unit, settings, actor, texts } = turn;
  if (actor.role === "guest") return texts.intake.administration;
  const named = settings.knowledgeKeeper && (await unit.read(staffRecord, settings.knowledgeKeeper));
  const keeper = named || (await allStaff(unit)).find(({ role }) => role === "coordinator");
  return keeper ? functionOf(turn, keeper) : texts.intake.administration;
}
