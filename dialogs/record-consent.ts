import { z } from "zod";
import { caseLabel } from "../bot/cards/case-view.js";
import { consentCard } from "../bot/cards/conference.js";
import { say } from "../bot/cards/notices.js";
import type { Command } from "../bot/routing/command.js";
import { caseFor } from "../casework/case/access.js";
import { recordConsents } from "../casework/case/commands.js";
import { Participant } from "../casework/conference/conference.js";
import { chooseOffices, isImmigrationAuthority } from "./conference-offices.js";
import { consentsFromFields, problemOfConsents } from "./consent-form.js";
import { openDraft, readDraft, spendDraft } from "./draft.js";
import type { CardPress } from "./event.js";
import { caseOutcome, unknownCase } from "./show-case.js";
import type { Outcome, Turn } from "./turn.js";
import { withdrawConsent } from "./withdraw-consent.js";

const KIND = "consent.save";
const ConsentDraft = z.object({ caseId: z.string(), recipients: z.array(Participant) });

type Said = Omit<Extract<Command, { kind: "consent" }>, "kind" | "caseId">;

/** "EWE JC 7F3Q9 schriftl. heute, bis ende juni" fills the card; "… zurückgezogen" is at once in force. */
export async function consentFromText(turn: Turn, caseId: string, said: Said): Promise<Outcome> {
  const { texts, unit, actor } = turn;
  const entry = await caseFor(unit, actor, caseId, "read");
  if (!entry) return unknownCase(turn, caseId);
  if (said.withdrawn) return withdrawConsent(turn, entry, said.offices);
  const chosen = await chooseOffices(turn, entry, said.offices);
  if (chosen.notFound.length > 0 || chosen.participants.length === 0) {
    return { replies: [say(texts, texts.conference.notFound(chosen.notFound.join(", ")))] };
  }
  const nonce = await openDraft(turn, KIND, { caseId, recipients: chosen.participants }, caseId);
  const values = {
    ...(said.until ? { until: said.until } : {}),
    ...(said.form ? { form: said.form } : {}),
    ...(said.from ? { from: said.from } : {}),
    ...(said.direction ? { direction: said.direction } : {}),
  };
  return {
    replies: [grid(turn, caseLabel(texts, entry), nonce, chosen.participants, values)],
    state: { ...turn.state, lastCase: caseId, openDraft: nonce },
  };
}

export async function saveConsents(turn: Turn, press: CardPress): Promise<Outcome> {
  const { texts, unit, actor } = turn;
  const draft = await readDraft(turn, press, KIND, ConsentDraft);
  if (draft.kind === "gone") return { replies: [say(texts, texts.cases.cardGone)] };
  const { caseId, recipients } = draft.data;
  const entry = await caseFor(unit, actor, caseId);
  if (!entry) return unknownCase(turn, caseId);
  const error = problemOfConsents(turn, recipients, press.fields);
  if (error) {
    const label = caseLabel(texts, entry);
    return {
      replies: [{ ...grid(turn, label, draft.nonce, recipients, press.fields, error), place: "pressed" }],
    };
  }
  const changed = await recordConsents(
    unit,
    actor,
    entry,
    consentsFromFields(turn, recipients, press.fields),
  );
  await spendDraft(turn, draft.nonce);
  return caseOutcome(turn, changed, texts.conference.consentSavedTitle, "pressed");
}

function grid(
  turn: Turn,
  label: string,
  nonce: string,
  recipients: readonly Participant[],
  values: Readonly<Record<string, string>>,
  error?: string,
) {
  return consentCard(turn.texts, {
    title: turn.texts.conference.consentCardTitle(label),
    nonce,
    missing: recipients.map((one) => ({
      id: one.id,
      name: one.name,
      immigration: isImmigrationAuthority(one),
    })),
    values,
    hints: [],
    forConference: false,
    ...(error ? { error } : {}),
  });
}
