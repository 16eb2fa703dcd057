import { z } from "zod";
import { audit } from "../audit/audit.js";
import type { CaseEntry } from "../case/case.js";
import type { Actor } from "../staff/staff.js";
import { caseScope, type RecordKind } from "../store/record.js";
import type { UnitOfWork } from "../store/unit-of-work.js";

/** "Kein Angebot gefunden": a topic for which a municipality has nothing. Ids of the directory. */
export type Gap = { readonly topic: string; readonly place: string };

/** What a case has told already, so that each case counts once for a topic and a municipality. */
const GapsOfCase = z.object({ told: z.array(z.string()) });
export const gapsRecord: RecordKind<z.infer<typeof GapsOfCase>> = {
  name: "gaps-of-case",
  schema: GapsOfCase,
  schemaVersion: 1,
  scopes: (caseId) => [caseScope(caseId)],
};

/**
 * The gaps of an organisation, without any case: `sort` is the month, `member` is `topic/place/random`. It names
 * nobody and nothing of a case, so it stays when the case is erased.
 */
function gapsIndex(agency: string): string {
  return `gaps/${agency}`;
}

/** Counts a gap once a case. False: this case has told it before. */
export async function recordGap(
  unit: UnitOfWork,
  actor: Actor,
  entry: CaseEntry,
  gap: Gap,
  random: string,
): Promise<boolean> {
  const told = (await unit.read(gapsRecord, entry.id))?.told ?? [];
  const name = `${gap.topic}/${gap.place}`;
  if (told.includes(name)) return false;
  await unit.write(gapsRecord, entry.id, { told: [...told, name] });
  const month = new Date(unit.now).toISOString().slice(0, 7);
  unit.addToIndex(gapsIndex(entry.agency), { sort: month, member: `${name}/${random}` });
  await audit(unit, actor.id, "gap-recorded", entry.id);
  return true;
}

/** How often each gap was told in an organisation. Reads no version: a count that grows meanwhile is no conflict. */
export async function gapsOf(
  unit: UnitOfWork,
  agency: string,
): Promise<readonly (Gap & { readonly count: number })[]> {
  const counts = new Map<string, Gap & { count: number }>();
  for (const { member } of await unit.range(gapsIndex(agency))) {
    const [topic = "", place = ""] = member.split("/");
    const key = `${topic}/${place}`;
    const known = counts.get(key);
    if (known) known.count++;
    else counts.set(key, { topic, place, count: 1 });
  }
  return [...counts.values()];
}
