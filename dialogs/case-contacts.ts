import { caseContactsCard } from "../bot/cards/case-contacts.js";
import { caseFor } from "../casework/case/access.js";
import { consentInForce } from "../casework/consent/may-disclose.js";
import type { OfficeAnswer } from "../knowledge/directory/model.js";
import { reportsOn } from "../knowledge/directory/reports.js";
import { officesOfCase } from "./case-offices.js";
import { unknownCase } from "./show-case.js";
import type { Outcome, Turn } from "./turn.js";

/**
 * "Ansprechpartner zu K-7F3Q9": every Rechtskreis that the case touches on one card, an office each with
 * reason, contact, freshness and whether consent lets the case manager speak to it.
 */
export async function showContacts(turn: Turn, caseId: string): Promise<Outcome> {
  const { texts, unit, actor, event, today } = turn;
  const entry = await caseFor(unit, actor, caseId, "read");
  if (!entry) return unknownCase(turn, caseId);
  const found = officesOfCase(turn, entry);
  const reports = await reportsOn(unit, [
    ...new Set(found.flatMap(({ answers }) => answers.map(({ office }) => office.id))),
  ]);
  const rows = found.map(({ topic, answers }) => ({
    topic,
    answers: firstToAsk(answers).map((answer) => ({
      answer,
      consent: consentInForce(entry.consents, answer.office.id, "to-recipient", today),
      report: reports.get(answer.office.id),
    })),
  }));
  return {
    replies: [caseContactsCard(texts, event.locale, { entry, rows })],
    state: { ...turn.state, lastCase: caseId },
  };
}

/** Those who are responsible; whom else one may ask only where nobody is. */
function firstToAsk(answers: readonly OfficeAnswer[]): readonly OfficeAnswer[] {
  const responsible = answers.filter(({ role }) => role === "responsible");
  return (responsible.length > 0 ? responsible : answers).slice(0, 2);
}
