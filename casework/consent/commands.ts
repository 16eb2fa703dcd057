import type { CaseEntry } from "../case/case.js";
import { saveCase } from "../case/save-case.js";
import type { Actor } from "../staff/staff.js";
import type { UnitOfWork } from "../store/unit-of-work.js";
import type { Consent } from "./consent.js";

export async function recordConsents(
  unit: UnitOfWork,
  actor: Actor,
  entry: CaseEntry,
  consents: readonly Consent[],
): Promise<CaseEntry> {
  const after = { ...entry, consents: [...entry.consents, ...consents] };
  return saveCase(unit, actor, entry, after, "consent-recorded", recipientsOf(consents));
}

/**
 * Withdraws these consents of the case by their ids, at once in force; it cannot be undone. What is withdrawn
 * already stays as it was.
 */
export async function withdrawConsents(
  unit: UnitOfWork,
  actor: Actor,
  entry: CaseEntry,
  ids: readonly string[],
): Promise<{ readonly entry: CaseEntry; readonly withdrawn: readonly Consent[] }> {
  const withdrawn = entry.consents.filter(({ id, withdrawnAt }) => ids.includes(id) && !withdrawnAt);
  if (withdrawn.length === 0) return { entry, withdrawn };
  const after: CaseEntry = {
    ...entry,
    consents: entry.consents.map((consent) =>
      withdrawn.includes(consent) ? { ...consent, withdrawnAt: unit.now, withdrawnBy: actor.id } : consent,
    ),
  };
  const changed = await saveCase(unit, actor, entry, after, "consent-withdrawn", recipientsOf(withdrawn));
  return { entry: changed, withdrawn };
}

function recipientsOf(consents: readonly Consent[]): readonly string[] {
  return consents.map(({ recipient }) => recipient);
}
