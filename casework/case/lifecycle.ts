import type { Actor, StaffMember } from "../staff/staff.js";
import type { UnitOfWork } from "../store/unit-of-work.js";
import type { CaseEntry, ClosingReason, Deputy, Phase } from "./case.js";
import { saveCase } from "./save-case.js";

export function changePhase(
  unit: UnitOfWork,
  actor: Actor,
  entry: CaseEntry,
  phase: Phase,
): Promise<CaseEntry> {
  return saveCase(unit, actor, entry, { ...entry, phase }, "phase-changed");
}

/** Ends the work on a case; how long it is kept depends on the reason. A closed case stays as it is. */
export async function closeCase(
  unit: UnitOfWork,
  actor: Actor,
  entry: CaseEntry,
  reason: ClosingReason,
): Promise<CaseEntry> {
  if (entry.state === "closed") return entry;
  const closed: CaseEntry = {
    ...entry,
    state: "closed",
    phase: "closing",
    closedAt: unit.now,
    closingReason: reason,
  };
  return saveCase(unit, actor, entry, closed, "case-closed");
}

/** Work goes on in the phase in which it was before it was closed. */
export async function reopenCase(unit: UnitOfWork, actor: Actor, entry: CaseEntry): Promise<CaseEntry> {
  if (entry.state === "open") return entry;
  const { closedAt: _at, closingReason: _why, ...kept } = entry;
  const before = entry.phaseHistory.findLast(({ phase }) => phase !== "closing")?.phase ?? "monitoring";
  return saveCase(unit, actor, entry, { ...kept, state: "open", phase: before }, "case-reopened");
}

/**
 * Gives a case to somebody else for good. Where that is another organisation it is a disclosure: whoever calls this
 * has checked the consent for it. Deputies of the former owner lose the case.
 */
export function handOver(
  unit: UnitOfWork,
  actor: Actor,
  entry: CaseEntry,
  to: Pick<StaffMember, "id" | "agency">,
): Promise<CaseEntry> {
  const given: CaseEntry = { ...entry, owner: to.id, agency: to.agency, deputies: [] };
  return saveCase(unit, actor, entry, given, "case-handed-over");
}

/** Lets somebody of the same organisation stand in; a new end replaces the one that was set before. */
export function setDeputy(
  unit: UnitOfWork,
  actor: Actor,
  entry: CaseEntry,
  deputy: Deputy,
): Promise<CaseEntry> {
  if (deputy.person === entry.owner) return Promise.resolve(entry);
  const others = entry.deputies.filter(({ person }) => person !== deputy.person);
  return saveCase(unit, actor, entry, { ...entry, deputies: [...others, deputy] }, "deputy-changed");
}

export function endDeputies(unit: UnitOfWork, actor: Actor, entry: CaseEntry): Promise<CaseEntry> {
  return saveCase(unit, actor, entry, { ...entry, deputies: [] }, "deputy-changed");
}
