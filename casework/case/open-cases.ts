import type { UnitOfWork } from "../store/unit-of-work.js";
import { type CaseEntry, caseRecord } from "./case.js";

/** Open cases of a person, owned or as deputy: `sort` is the day of creation, `member` the id of the case. */
export function casesIndex(person: string): string {
  return `cases/${person}`;
}

/** The open cases of a person, newest first. */
export async function openCasesOf(
  unit: UnitOfWork,
  person: string,
  limit: number,
): Promise<readonly CaseEntry[]> {
  const entries = await unit.range(casesIndex(person), { reverse: true, limit });
  const cases = await unit.readMany(
    caseRecord,
    entries.map((entry) => entry.member),
  );
  return cases.filter((entry) => entry !== undefined);
}
