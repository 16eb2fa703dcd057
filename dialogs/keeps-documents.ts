import type { Actor } from "../casework/staff/staff.js";
import type { Settings } from "./turn.js";

/**
 * Who may put documents in: whom the operator named for it, else the coordination; the administration always, which
 * can do so at the command line anyway.
 */
export function keepsDocuments({ id, role }: Actor, { knowledgeKeeper }: Settings): boolean {
  if (role === "admin") return true;
  return knowledgeKeeper === undefined ? role === "coordinator" : id === knowledgeKeeper;
}
