import { holds } from "../casework/staff/rights.js";
import type { StaffMember } from "../casework/staff/staff.js";
import type { Office } from "../knowledge/directory/model.js";
import type { Turn } from "./turn.js";

/** The partner on the staff list stands for an office: same Rechtskreis, and the agency is that office. */
export function standsFor(
  partner: Pick<StaffMember, "agency" | "rechtskreis">,
  office: Pick<Office, "name" | "authority" | "rechtskreis">,
): boolean {
  return (
    office.rechtskreis.split("|").includes(partner.rechtskreis) &&
    (partner.agency === office.name || partner.agency === office.authority)
  );
}

/** The offices whose contact this person is; none for everybody but partners. */
export function officesOfPartner({ actor, directory }: Turn): readonly Office[] {
  if (!holds(actor, "shared")) return [];
  return directory.offices.filter((office) => standsFor(actor, office));
}
