import { caseFor } from "../../casework/case/access.js";
import { type Actor, staffRecord } from "../../casework/staff/staff.js";
import type { UnitOfWork } from "../../casework/store/unit-of-work.js";
import { commandRequest } from "../commands/command-request.js";
import { type Ledger, transact } from "./transact.js";

/** As whom somebody was answered; null: not on the staff list. */
export type Standing = Pick<Actor, "role" | "agency"> | null;

export async function standingOf(unit: UnitOfWork, person: string): Promise<Standing> {
  const member = await unit.read(staffRecord, person);
  return member ? { role: member.role, agency: member.agency } : null;
}

/** An answer as it was stored: to whom in which standing (unknown of old ones), and the cases that it may show. */
export type AnsweredThen = { readonly standing?: Standing | undefined; readonly cases: readonly string[] };

/**
 * Whether a person may be shown once more what was answered to an earlier press. A stored answer lives for two weeks,
 * and access may end sooner: the standing has to be that of then, and each case is asked for like any other look at
 * it, which the audit notes (§ 79(4) SGB X).
 */
export async function maySeeAgain(
  ledger: Ledger,
  person: string,
  { standing: then, cases }: AnsweredThen,
): Promise<boolean> {
  const seen = await transact(ledger, commandRequest(ledger), async (unit) => {
    const now = await standingOf(unit, person);
    if (then !== undefined && (then?.role !== now?.role || then?.agency !== now?.agency)) return false;
    const member = await unit.read(staffRecord, person);
    if (!member) return cases.length === 0;
    for (const id of cases) if (!(await caseFor(unit, member, id))) return false;
    return true;
  });
  return seen.kind === "done" && seen.result;
}
