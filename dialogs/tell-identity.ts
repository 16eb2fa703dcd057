import { z } from "zod";
import { caseLabel } from "../bot/cards/case-view.js";
import { literal } from "../bot/cards/elements.js";
import { identityCard } from "../bot/cards/identity.js";
import { say } from "../bot/cards/notices.js";
import type { Command } from "../bot/routing/command.js";
import { audit } from "../casework/audit/audit.js";
import { isLocalDate } from "../casework/calendar/local-date.js";
import { caseFor } from "../casework/case/access.js";
import type { CaseEntry } from "../casework/case/case.js";
import { recordDisclosure } from "../casework/consent/disclosures.js";
import { mayDisclose } from "../casework/consent/may-disclose.js";
import { chooseOffices } from "./conference-offices.js";
import { Recipient } from "./consent-form.js";
import { openDraft, readDraft, spendDraft } from "./draft.js";
import type { CardPress } from "./event.js";
import { unknownCase } from "./show-case.js";
import { consentsOutcome } from "./show-consents.js";
import type { Outcome, Turn } from "./turn.js";

const KIND = "identity.save";
const IdentityDraft = z.object({ caseId: z.string(), office: Recipient });

type How = "phone" | "in-person";
type Said = Omit<Extract<Command, { kind: "identity" }>, "kind" | "caseId">;

/** "Identität mitgeteilt JC 7F3Q9 tel.": said in full it is recorded at once, else a card asks for the rest. */
export async function identityFromText(turn: Turn, caseId: string, said: Said): Promise<Outcome> {
  const { texts, unit, actor } = turn;
  const entry = await caseFor(unit, actor, caseId, "read");
  if (!entry) return unknownCase(turn, caseId);
  const chosen = await chooseOffices(turn, entry, said.offices);
  const [office] = chosen.participants;
  if (!office || said.offices.length === 0) {
    const words =
      said.offices.length > 0 ? texts.conference.notFound(literal(said.offices.join(", "))) : undefined;
    return words ? { replies: [say(texts, words)] } : consentsOutcome(turn, entry);
  }
  if (said.impossibleDate) {
    const error = texts.casework.impossibleDate(said.impossibleDate);
    return offer(turn, entry, office, { values: said.how ? { how: said.how } : {}, error });
  }
  if (said.how) return record(turn, entry, office, said.how, said.on ?? turn.today, "new");
  return offer(turn, entry, office);
}

/** "Identität mitgeteilt" beside a consent on the overview. */
export async function offerIdentityForm(turn: Turn, press: CardPress): Promise<Outcome> {
  const caseId = press.fields.caseId ?? "";
  const entry = await caseFor(turn.unit, turn.actor, caseId, "read");
  if (!entry) return unknownCase(turn, caseId);
  const consent = entry.consents.find(({ id }) => id === press.fields.consentId);
  if (!consent) return consentsOutcome(turn, entry);
  const { recipient: id, recipientName: name, rechtskreis } = consent;
  return offer(turn, entry, { id, name, rechtskreis });
}

export async function saveIdentity(turn: Turn, press: CardPress): Promise<Outcome> {
  const { texts, unit, actor } = turn;
  const draft = await readDraft(turn, press, KIND, IdentityDraft);
  if (draft.kind === "gone") return { replies: [say(texts, texts.cases.cardGone)] };
  const { caseId, office } = draft.data;
  const entry = await caseFor(unit, actor, caseId);
  if (!entry) return unknownCase(turn, caseId);
  const on = press.fields.on || turn.today;
  const wrong = isLocalDate(on)
    ? on > turn.today
      ? texts.consent.identityFuture
      : undefined
    : texts.cases.dateInvalid(texts.consent.identityDay);
  if (wrong) {
    const view = {
      nonce: draft.nonce,
      office: office.name,
      label: caseLabel(texts, entry),
      values: press.fields,
      error: wrong,
    };
    return { replies: [identityCard(texts, view, "pressed")] };
  }
  await spendDraft(turn, draft.nonce);
  return record(turn, entry, office, press.fields.how === "in-person" ? "in-person" : "phone", on, "pressed");
}

async function offer(
  turn: Turn,
  entry: CaseEntry,
  { id, name, rechtskreis }: Recipient,
  filled: { readonly values: Readonly<Record<string, string>>; readonly error?: string } = { values: {} },
): Promise<Outcome> {
  const nonce = await openDraft(
    turn,
    KIND,
    { caseId: entry.id, office: { id, name, rechtskreis } },
    entry.id,
  );
  const view = { nonce, office: name, label: caseLabel(turn.texts, entry), ...filled };
  return {
    replies: [identityCard(turn.texts, view)],
    state: { ...turn.state, lastCase: entry.id, openDraft: nonce },
  };
}

/** On the day it happened consent must have been in force, and what was withdrawn since is said to nobody any more. */
async function record(
  turn: Turn,
  entry: CaseEntry,
  office: Recipient,
  how: How,
  on: string,
  place: "new" | "pressed",
): Promise<Outcome> {
  const { texts, unit, actor } = turn;
  const verdict = mayDisclose(entry.consents, { what: "identity", recipient: office.id, days: [on] });
  if (verdict.kind === "refused") {
    const why = texts.consent.refusals[verdict.why];
    return { replies: [say(texts, texts.consent.identityRefused(literal(office.name), why))] };
  }
  await recordDisclosure(unit, entry.id, {
    what: `identity-${how}`,
    recipient: office.id,
    recipientName: office.name,
    consents: verdict.on.map(({ id }) => id),
    by: actor.id,
    day: on,
  });
  await audit(unit, actor.id, "identity-told", entry.id, office.id);
  return consentsOutcome(turn, entry, {
    done: [texts.consent.identitySaved(literal(office.name))],
    place,
    told: [{ recipient: office.id, how, day: on }],
  });
}
