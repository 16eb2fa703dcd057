import { audit } from "../../casework/audit/audit.js";
import { parseStaff, type StaffFault } from "../../casework/staff/import-staff.js";
import { putStaff } from "../../casework/staff/staff.js";
import type { Ledger } from "../turn/transact.js";
import { commitCommand } from "./command-request.js";

export type StaffImported =
  | { readonly kind: "imported"; readonly count: number }
  | { readonly kind: "faulty"; readonly faults: readonly StaffFault[] };

/** Puts a staff list in: all of it or, with any fault, nothing. Who is not in the file stays as before. */
export async function importStaff(ledger: Ledger, text: string): Promise<StaffImported> {
  const parsed = parseStaff(text);
  if ("faults" in parsed) return { kind: "faulty", faults: parsed.faults };
  const { members } = parsed;
  await commitCommand(ledger, async (unit) => {
    for (const member of members) await putStaff(unit, member);
    await audit(unit, "operator", "staff-imported", String(members.length));
  });
  return { kind: "imported", count: members.length };
}
