import { z } from "zod";
import { handOverCard, toldCard } from "../bot/cards/case-steps.js";
import { caseLabel } from "../bot/cards/case-view.js";
import { literal } from "../bot/cards/elements.js";
import { doneCard, savedCard, say } from "../bot/cards/notices.js";
import { caseFor, mayGiveAway } from "../casework/case/access.js";
import type { CaseEntry } from "../casework/case/case.js";
import { handOver } from "../casework/case/lifecycle.js";
import { recordDisclosure } from "../casework/consent/disclosures.js";
import { mayBeHandedTo } from "../casework/consent/handover.js";
import { staffMeant, staffWithRole } from "../casework/staff/find-staff.js";
import type { StaffMember } from "../casework/staff/staff.js";
import { openDraft, readDraft, spendDraft } from "./draft.js";
import type { CardPress } from "./event.js";
import { unknownCase } from "./show-case.js";
import { tell } from "./tell.js";
import type { Outcome, Turn } from "./turn.js";

const KIND = "case.handover.save";
const HandOverDraft = z.object({ caseId: z.string() });

/** "Übergabe 7f3q9 an CM Stolberg": one card to confirm, with whoever was meant chosen already. */
export async function offerHandOver(turn: Turn, caseId: string, said = ""): Promise<Outcome> {
  const { texts, unit, actor, state } = turn;
  const entry = await caseFor(unit, actor, caseId);
  if (!entry) return unknownCase(turn, caseId);
  if (!mayGiveAway(unit, actor, entry)) return { replies: [say(texts, texts.protection.emergency.noGiving)] };
  const receivers = await receiversOf(turn, entry);
  if (receivers.length === 0) return { replies: [say(texts, texts.casework.nobodyElse)] };
  const meant = staffMeant(receivers, said);
  const nonce = await openDraft(turn, KIND, { caseId }, caseId);
  const view = {
    ...headOf(turn, entry),
    nonce,
    people: choices(meant.length > 1 ? meant : receivers, actor.agency),
    person: meant.length === 1 ? (meant[0]?.id ?? "") : "",
    hint: said !== "" && meant.length === 0 ? texts.casework.notOnList(literal(said)) : undefined,
  };
  return { replies: [handOverCard(texts, view)], state: { ...state, lastCase: caseId, openDraft: nonce } };
}

export async function saveHandOver(turn: Turn, press: CardPress): Promise<Outcome> {
  const { texts, unit, actor, today } = turn;
  const draft = await readDraft(turn, press, KIND, HandOverDraft);
  if (draft.kind === "gone") return { replies: [say(texts, texts.cases.cardGone)] };
  const entry = await caseFor(unit, actor, draft.data.caseId);
  if (!entry) return unknownCase(turn, draft.data.caseId);
  if (!mayGiveAway(unit, actor, entry)) return { replies: [say(texts, texts.protection.emergency.noGiving)] };
  const receivers = await receiversOf(turn, entry);
  const to = receivers.find(({ id }) => id === press.fields.person);
  const again = (error: string): Outcome => {
    const people = { nonce: draft.nonce, people: choices(receivers, actor.agency), person: to?.id ?? "" };
    return { replies: [handOverCard(texts, { ...headOf(turn, entry), ...people, error }, "pressed")] };
  };
  if (!to) return again(texts.casework.personRequired);
  const verdict = mayBeHandedTo(entry, to.agency, today);
  if (verdict.kind === "refused") return again(texts.casework.handOverConsent(literal(to.agency)));
  const given = await handOver(unit, actor, entry, to);
  if (verdict.kind === "allowed") {
    await recordDisclosure(unit, entry.id, {
      what: "handover",
      recipient: verdict.recipient,
      recipientName: to.agency,
      consents: verdict.on.map(({ id }) => id),
      by: actor.id,
    });
  }
  await spendDraft(turn, draft.nonce);
  const label = caseLabel(texts, given);
  await tell(turn, to.id, [given.id], (theirs) => {
    const { handedTitle: title, handedBy } = theirs.casework;
    const cases = [{ id: given.id, label: caseLabel(theirs, given) }];
    return toldCard(theirs, { title, text: handedBy(literal(actor.name)), cases, more: 0 });
  });
  // A deputy may do it, and whoever loses the case hears of it.
  if (entry.owner !== actor.id) {
    await tell(turn, entry.owner, [given.id], (theirs) =>
      say(
        theirs,
        theirs.casework.handedOverBy(caseLabel(theirs, given), literal(to.name), literal(actor.name)),
      ),
    );
  }
  const { openDraft: _closed, lastCase: _given, ...state } = turn.state;
  const replies =
    given === entry
      ? [doneCard(texts, texts.casework.isTheirs)]
      : [
          savedCard(
            texts,
            { words: texts.casework.handedOver(label, literal(to.name)), at: unit.now },
            "pressed",
          ),
        ];
  return { replies, state };
}

/** All case managers but the present owner, those of the own organisation first. */
async function receiversOf({ unit }: Turn, entry: CaseEntry): Promise<readonly StaffMember[]> {
  const all = (await staffWithRole(unit, "case-manager")).filter(({ id }) => id !== entry.owner);
  return [
    ...all.filter(({ agency }) => agency === entry.agency),
    ...all.filter(({ agency }) => agency !== entry.agency),
  ];
}

function choices(people: readonly StaffMember[], own: string) {
  return people.map(({ id, name, agency }) => ({
    title: agency === own ? name : `${name} · ${agency}`,
    value: id,
  }));
}

function headOf({ texts }: Turn, entry: CaseEntry) {
  return { caseId: entry.id, label: caseLabel(texts, entry) };
}
