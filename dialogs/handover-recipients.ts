import type { CaseEntry } from "../casework/case/case.js";
import { staffWithRole } from "../casework/staff/find-staff.js";
import { fold } from "../knowledge/german/spelling.js";
import type { Recipient } from "./consent-form.js";
import type { Turn } from "./turn.js";

/** More rows than this would be no card to fill on a phone. */
const MOST = 6;

/**
 * The other organisations with case managers to which a case could be handed over: those that the words name, else
 * all. They are no offices of the directory; the record names them as the staff list does.
 */
export async function handoverRecipients(
  turn: Turn,
  entry: Pick<CaseEntry, "agency">,
  words: readonly string[],
): Promise<readonly Recipient[]> {
  const staff = await staffWithRole(turn.unit, "case-manager");
  const agencies = [...new Set(staff.map(({ agency }) => agency))].filter((one) => one !== entry.agency);
  const named = agencies.filter((agency) => words.some((word) => fold(agency).includes(fold(word))));
  return (named.length > 0 ? named : agencies)
    .slice(0, MOST)
    .map((agency) => ({ id: `agency:${agency}`, name: agency, rechtskreis: "" }));
}
