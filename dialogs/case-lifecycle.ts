import { z } from "zod";
import { caseMoreCard, closeCard } from "../bot/cards/case-steps.js";
import { caseLabel } from "../bot/cards/case-view.js";
import { say } from "../bot/cards/notices.js";
import { readableSpan } from "../bot/texts/format.js";
import { caseFor } from "../casework/case/access.js";
import { agendaOfCase, isWork } from "../casework/case/agenda.js";
import { type CaseEntry, ClosingReason, type Phase } from "../casework/case/case.js";
import { changePhase, closeCase, reopenCase } from "../casework/case/lifecycle.js";
import { conferencesOf } from "../casework/conference/convened.js";
import { openDraft, readDraft, spendDraft } from "./draft.js";
import type { CardPress } from "./event.js";
import { caseOutcome, closedOutcome, savedOutcome, unknownCase } from "./show-case.js";
import type { Outcome, Turn } from "./turn.js";

const CLOSE = "case.close.save";
const CloseDraft = z.object({ caseId: z.string() });

/** "Mehr" on the card of a case. */
export async function offerMore(turn: Turn, caseId: string): Promise<Outcome> {
  const entry = await caseFor(turn.unit, turn.actor, caseId);
  if (!entry) return unknownCase(turn, caseId);
  const head = { caseId, label: caseLabel(turn.texts, entry) };
  return { replies: [caseMoreCard(turn.texts, head, entry.state)] };
}

/** "7f3q9 jetzt in Hilfeplanung" */
export async function enterPhase(turn: Turn, caseId: string, phase: Phase): Promise<Outcome> {
  const { unit, actor, texts } = turn;
  const entry = await caseFor(unit, actor, caseId);
  if (!entry) return unknownCase(turn, caseId);
  const closed = closedOutcome(turn, entry);
  if (closed) return closed;
  const changed = await changePhase(unit, actor, entry, phase);
  const done = changed === entry ? texts.casework.phaseIs : texts.casework.phaseNow;
  return caseOutcome(turn, changed, done(texts.labels.phase[phase]), "new", changed !== entry);
}

/** With a reason the case is closed at once, and can be opened again; without one its card asks for it. */
export async function closeFromText(turn: Turn, caseId: string, reason?: ClosingReason): Promise<Outcome> {
  const { unit, actor, texts } = turn;
  const entry = await caseFor(unit, actor, caseId);
  if (!entry) return unknownCase(turn, caseId);
  const closed = closedOutcome(turn, entry);
  if (closed) return closed;
  if (reason) return close(turn, entry, reason, "new");
  const nonce = await openDraft(turn, CLOSE, { caseId }, caseId);
  return {
    replies: [closeCard(texts, closeView(turn, entry, nonce))],
    state: { ...turn.state, lastCase: caseId, openDraft: nonce },
  };
}

export async function saveClosing(turn: Turn, press: CardPress): Promise<Outcome> {
  const { texts, unit, actor } = turn;
  const draft = await readDraft(turn, press, CLOSE, CloseDraft);
  if (draft.kind === "gone") return { replies: [say(texts, texts.cases.cardGone)] };
  const entry = await caseFor(unit, actor, draft.data.caseId);
  if (!entry) return unknownCase(turn, draft.data.caseId);
  // Somebody else was faster: it has their reason.
  const closed = closedOutcome(turn, entry, "pressed");
  if (closed) return closed;
  const reason = ClosingReason.safeParse(press.fields.reason);
  if (!reason.success) {
    const view = { ...closeView(turn, entry, draft.nonce), error: texts.casework.closingReasonRequired };
    return { replies: [closeCard(texts, view, "pressed")] };
  }
  await spendDraft(turn, draft.nonce);
  return close(turn, entry, reason.data, "pressed");
}

export async function reopen(turn: Turn, caseId: string): Promise<Outcome> {
  const { unit, actor, texts } = turn;
  const entry = await caseFor(unit, actor, caseId);
  if (!entry) return unknownCase(turn, caseId);
  const changed = await reopenCase(unit, actor, entry);
  return caseOutcome(turn, changed, texts.casework.reopened, "new", changed !== entry);
}

async function close(
  turn: Turn,
  entry: CaseEntry,
  reason: ClosingReason,
  place: "new" | "pressed",
): Promise<Outcome> {
  const { unit, actor, texts } = turn;
  const closed = await closeCase(unit, actor, entry, reason);
  const done = [
    texts.casework.closed(texts.casework.closingReasons[reason]),
    ...(await conferencesThatStand(turn, entry.id)),
  ].join(" ");
  return place === "new" ? caseOutcome(turn, closed, done, "new", true) : savedOutcome(turn, closed, done);
}

/** Of a case that is closed now: what is still to come, and how it is called off. */
export async function conferencesThatStand(
  { unit, texts, event }: Turn,
  caseId: string,
): Promise<readonly string[]> {
  const standing = (await conferencesOf(unit, caseId)).filter(
    ({ state, end }) => state === "planned" && Date.parse(end) > unit.now,
  );
  return standing.map(({ timeZone, start, end }) =>
    texts.casework.conferenceStands(readableSpan(event.locale, timeZone, start, end), caseId),
  );
}

function closeView({ texts }: Turn, entry: CaseEntry, nonce: string) {
  const openItems = agendaOfCase(entry).filter(({ kind }) => isWork(kind)).length;
  return { caseId: entry.id, label: caseLabel(texts, entry), nonce, openItems };
}
