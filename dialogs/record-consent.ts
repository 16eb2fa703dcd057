import { z } from "zod";
import { caseLabel } from "../bot/cards/case-view.js";
import { consentCard } from "../bot/cards/consent.js";
import { literal } from "../bot/cards/elements.js";
import { say } from "../bot/cards/notices.js";
import type { Command } from "../bot/routing/command.js";
import { caseFor } from "../casework/case/access.js";
import type { CaseEntry } from "../casework/case/case.js";
import { recordConsents } from "../casework/consent/commands.js";
import { BASE, dataCategories } from "../casework/consent/consent.js";
import { isInForce } from "../casework/consent/state.js";
import { chooseOffices } from "./conference-offices.js";
import { type ConsentErrors, Recipient, readConsentForm } from "./consent-form.js";
import { baseRow, consentGridOf, languagesOf } from "./consent-grid.js";
import { openDraft, readDraft, spendDraft } from "./draft.js";
import type { CardPress } from "./event.js";
import { handoverRecipients } from "./handover-recipients.js";
import type { Reply } from "./reply.js";
import { unknownCase } from "./show-case.js";
import { consentsOutcome } from "./show-consents.js";
import type { Outcome, Turn } from "./turn.js";
import { withdrawByWords } from "./withdraw-consent.js";

const KIND = "consent.save";
const ConsentDraft = z.object({ caseId: z.string(), recipients: z.array(Recipient) });

export type SaidOfConsent = Omit<Extract<Command, { kind: "consent" }>, "kind" | "caseId">;

/** "EWE JC 7F3Q9 schriftl. heute, bis ende juni" fills the card; "… zurückgezogen" is at once in force. */
export async function consentFromText(turn: Turn, caseId: string, said: SaidOfConsent): Promise<Outcome> {
  const { texts, unit, actor } = turn;
  const entry = await caseFor(unit, actor, caseId, "read");
  if (!entry) return unknownCase(turn, caseId);
  if (said.withdrawn) return withdrawByWords(turn, entry, said);
  if (said.handover) {
    const recipients = await handoverRecipients(turn, entry, said.offices);
    if (recipients.length === 0) return { replies: [say(texts, texts.casework.nobodyElse)] };
    return openGrid(turn, entry, recipients, said);
  }
  const onlyBase = said.base === true && said.offices.length === 0;
  const chosen = onlyBase ? undefined : await chooseOffices(turn, entry, said.offices);
  if (chosen && (chosen.notFound.length > 0 || chosen.participants.length === 0)) {
    const { notFound, noOffices } = texts.conference;
    return {
      replies: [
        say(texts, chosen.notFound.length > 0 ? notFound(literal(chosen.notFound.join(", "))) : noOffices),
      ],
    };
  }
  const offices = (chosen?.participants ?? []).map(({ id, name, rechtskreis }) => ({
    id,
    name,
    rechtskreis,
  }));
  const recipients = said.base ? [baseRow(turn), ...offices] : offices;
  return openGrid(turn, entry, recipients, said);
}

async function openGrid(
  turn: Turn,
  entry: CaseEntry,
  recipients: readonly Recipient[],
  said: SaidOfConsent,
): Promise<Outcome> {
  const nonce = await openDraft(turn, KIND, { caseId: entry.id, recipients }, entry.id);
  // Left out in silence it would hold until it is withdrawn.
  const { impossibleDate } = said;
  const errors = impossibleDate ? { until: turn.texts.casework.impossibleDate(impossibleDate) } : {};
  return {
    replies: [grid(turn, entry, nonce, recipients, valuesOf(said, recipients), errors, "new")],
    state: { ...turn.state, lastCase: entry.id, openDraft: nonce },
  };
}

/** "Einwilligung erfassen" on a card of the case: KIM itself, if that is missing, and the offices of the case. */
export async function offerConsentForm(turn: Turn, caseId: string): Promise<Outcome> {
  const entry = await caseFor(turn.unit, turn.actor, caseId, "read");
  if (!entry) return unknownCase(turn, caseId);
  const base = entry.consents.some((one) => one.recipient === BASE && isInForce(one, turn.today));
  const chosen = await chooseOffices(turn, entry, []);
  if (base || chosen.participants.length > 0) {
    return consentFromText(turn, caseId, { offices: [], withdrawn: false, ...(base ? {} : { base: true }) });
  }
  return consentFromText(turn, caseId, { offices: [], withdrawn: false, base: true });
}

export async function saveConsents(turn: Turn, press: CardPress): Promise<Outcome> {
  const { texts, unit, actor } = turn;
  const draft = await readDraft(turn, press, KIND, ConsentDraft);
  if (draft.kind === "gone") return { replies: [say(texts, texts.cases.cardGone)] };
  const { caseId, recipients } = draft.data;
  const entry = await caseFor(unit, actor, caseId);
  if (!entry) return unknownCase(turn, caseId);
  const read = readConsentForm(turn, recipients, press.fields, { languages: languagesOf(turn, entry) });
  const errors = read.kind === "errors" ? read.errors : nothingChosen(turn, recipients, read.consents.length);
  if (errors || read.kind === "errors") {
    return {
      replies: [grid(turn, entry, draft.nonce, recipients, press.fields, errors ?? {}, "pressed")],
    };
  }
  const changed = await recordConsents(unit, actor, entry, read.consents);
  await spendDraft(turn, draft.nonce);
  const { openDraft: _closed, ...state } = turn.state;
  const outcome = await consentsOutcome(turn, changed, { done: [texts.consent.saved], place: "pressed" });
  return { ...outcome, state: { ...state, lastCase: caseId } };
}

function nothingChosen(
  turn: Turn,
  recipients: readonly Recipient[],
  granted: number,
): ConsentErrors | undefined {
  const [first] = recipients;
  if (granted > 0 || !first) return undefined;
  return { [`consent:${first.id}`]: turn.texts.consent.nothingChosen };
}

/** What the sentence said, as values of the grid's inputs. */
function valuesOf(said: SaidOfConsent, recipients: readonly Recipient[]): Readonly<Record<string, string>> {
  const { until, form, from, direction, givers, released, handover } = said;
  const named = direction ? recipients.filter(({ id }) => id !== BASE) : [];
  return {
    ...Object.fromEntries(named.map(({ id }) => [`consent:${id}`, direction ?? ""])),
    ...(handover ? wholeCase(recipients) : {}),
    ...(until ? { until } : {}),
    ...(form ? { form } : {}),
    ...(from ? { from } : {}),
    ...(givers ? { giver: givers.join(",") } : {}),
    ...(released ? { released: "true" } : {}),
  };
}

/** A handover tells everything that the case holds; health is in none. */
function wholeCase(recipients: readonly Recipient[]): Readonly<Record<string, string>> {
  const all = dataCategories.filter((category) => category !== "health").join(",");
  return {
    purpose: "handover",
    ...Object.fromEntries(recipients.map(({ id }) => [`categories:${id}`, all])),
  };
}

function grid(
  turn: Turn,
  entry: CaseEntry,
  nonce: string,
  recipients: readonly Recipient[],
  values: Readonly<Record<string, string>>,
  errors: ConsentErrors,
  place: Reply["place"],
): Reply {
  return consentCard(
    turn.texts,
    {
      title: turn.texts.consent.cardTitle(caseLabel(turn.texts, entry)),
      nonce,
      grid: consentGridOf(turn, {
        recipients,
        forConference: false,
        languages: languagesOf(turn, entry),
        values,
        errors,
      }),
      hints: [],
    },
    place,
  );
}
