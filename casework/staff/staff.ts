import { z } from "zod";
import { type RecordKind, SYSTEM_SCOPE } from "../store/record.js";
import type { UnitOfWork } from "../store/unit-of-work.js";

export const roles = ["case-manager", "coordinator", "partner", "admin"] as const;
export type Role = (typeof roles)[number];

/** One line of the staff list. `agency` is the organisational unit: its own controller (§ 67(4) SGB X). */
export const StaffMember = z.object({
  id: z.string().min(1),
  name: z.string().min(1),
  email: z.string(),
  role: z.enum(roles),
  agency: z.string().min(1),
  /** Code of directory-facts, e.g. `SGB2`; for partners: the Rechtskreis whose contact they are. */
  rechtskreis: z.string(),
});
export type StaffMember = z.infer<typeof StaffMember>;

/** Who acts in a turn. `guest`: not on the staff list, so Zuständigkeit and Wissen only. */
export type Actor = Omit<StaffMember, "role"> & { readonly role: Role | "guest" };

export const staffRecord: RecordKind<StaffMember> = {
  name: "staff",
  schema: StaffMember,
  schemaVersion: 1,
  scopes: () => [SYSTEM_SCOPE],
};

/** Everybody on the list: `sort` is `<role>/<rechtskreis>`, `member` the id. */
export const STAFF_INDEX = "staff";

export function guest(id: string, name: string | undefined): Actor {
  return { id, name: name ?? "", email: "", role: "guest", agency: "", rechtskreis: "" };
}

export async function putStaff(unit: UnitOfWork, member: StaffMember): Promise<void> {
  const before = await unit.read(staffRecord, member.id);
  if (before) unit.removeFromIndex(STAFF_INDEX, { sort: sortOf(before), member: before.id });
  unit.addToIndex(STAFF_INDEX, { sort: sortOf(member), member: member.id });
  await unit.write(staffRecord, member.id, member);
}

/** Takes somebody off the list: from their next word on they are a guest. */
export async function removeStaff(unit: UnitOfWork, member: StaffMember): Promise<void> {
  unit.removeFromIndex(STAFF_INDEX, { sort: sortOf(member), member: member.id });
  await unit.remove(staffRecord, member.id);
}

/** The contacts of a Rechtskreis among the partners, in a steady order. */
export async function partnersOf(unit: UnitOfWork, rechtskreis: string): Promise<readonly StaffMember[]> {
  const sort = sortOf({ role: "partner", rechtskreis });
  const entries = await unit.range(STAFF_INDEX, { from: sort, to: `${sort}\u0001` });
  const members = await unit.readMany(
    staffRecord,
    entries.map((entry) => entry.member),
  );
  return members.filter((member) => member !== undefined);
}

/** The coordinators of an organisation, in a steady order. */
export async function coordinatorsOf(unit: UnitOfWork, agency: string): Promise<readonly StaffMember[]> {
  const entries = await unit.range(STAFF_INDEX, { from: "coordinator/", to: "coordinator0" });
  const members = await unit.readMany(
    staffRecord,
    entries.map((entry) => entry.member),
  );
  return members.filter((member) => member?.agency === agency) as StaffMember[];
}

/** The whole staff list, by role. */
export async function allStaff(unit: UnitOfWork): Promise<readonly StaffMember[]> {
  const entries = await unit.range(STAFF_INDEX);
  const members = await unit.readMany(
    staffRecord,
    entries.map((entry) => entry.member),
  );
  return members.filter((member) => member !== undefined);
}

function sortOf(member: Pick<StaffMember, "role" | "rechtskreis">): string {
  return `${member.role}/${member.rechtskreis}`;
}
