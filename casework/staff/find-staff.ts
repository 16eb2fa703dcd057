import { fold } from "../../knowledge/german/spelling.js";
import type { UnitOfWork } from "../store/unit-of-work.js";
import { type Role, STAFF_INDEX, type StaffMember, staffRecord } from "./staff.js";

/** Everybody with a role, in the order of their names. */
export async function staffWithRole(unit: UnitOfWork, role: Role): Promise<readonly StaffMember[]> {
  const entries = await unit.range(STAFF_INDEX, { from: `${role}/`, to: `${role}/\uffff` });
  const members = await unit.readMany(
    staffRecord,
    entries.map((entry) => entry.member),
  );
  return members.filter((member) => member !== undefined).sort((a, b) => a.name.localeCompare(b.name, "de"));
}

/** Words that people use for a function, and how it stands on the list. */
const LONG_FORMS: Readonly<Record<string, string>> = {
  cm: "case management",
  casemanagement: "case management",
  casemanager: "case management",
  casemanagerin: "case management",
  fallmanagement: "case management",
  fallmanager: "case management",
  fallmanagerin: "case management",
};

const SAYS_NOTHING =
  /^(?:der|die|das|den|dem|kollege|kollegen|kollegin|herr|frau|in|fur|vom|von|team|stelle|meine?n?)$/;

/**
 * Who is meant by a function or a place ("CM Stolberg", "Kollegin in Stolberg"): whoever's function, organisation
 * and mailbox together hold every word. Empty: nobody, or no word says anything.
 */
export function staffMeant(members: readonly StaffMember[], said: string): readonly StaffMember[] {
  const words = wordsOf(said).filter((word) => !SAYS_NOTHING.test(word));
  if (words.length === 0) return [];
  return members.filter(({ name, agency, email }) => {
    const own = wordsOf(`${name} ${agency} ${email}`);
    return words.every((word) => own.some((one) => one.startsWith(word)));
  });
}

function wordsOf(text: string): readonly string[] {
  return fold(text)
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "")
    .flatMap((word) => (LONG_FORMS[word] ?? word).split(" "));
}
