import type { Actor } from "./staff.js";

type Rule = {
  readonly roles: readonly Actor["role"][];
  /** `alone`: in the 1:1 chat and on the own tab, where nobody reads along. */
  readonly where: "anywhere" | "alone";
};

/**
 * Who may do what kind of thing, and where: the one place that says so. Every command, button and view names its
 * right, and chat, tab and message extension ask here before it runs. Whose case it is decides `caseFor` behind it.
 */
export const rights = {
  /** Zuständigkeit, Wissen, and whatever only says how to go on. */
  ask: { roles: ["case-manager", "coordinator", "partner", "admin", "guest"], where: "anywhere" },
  /** A question to the keeper of a topic; its answer comes back into the 1:1 chat. */
  "ask-expert": { roles: ["case-manager", "coordinator", "partner", "admin"], where: "alone" },
  /** Cases, their conferences and minutes. */
  casework: { roles: ["case-manager"], where: "alone" },
  /** Who stands in for whom; a coordinator sees how many cases that are, and nothing of them. */
  cover: { roles: ["case-manager", "coordinator"], where: "alone" },
  /** What consent lets an office see, and its invitations. */
  shared: { roles: ["partner"], where: "alone" },
  /** An office's ballot in a date poll. */
  vote: { roles: ["partner"], where: "alone" },
  /** Files for the documents; which of the staff keeps those decides `keepsDocuments` behind it. */
  documents: { roles: ["case-manager", "coordinator", "partner", "admin"], where: "alone" },
  /** Anonymous counts of the own organisation. */
  figures: { roles: ["coordinator"], where: "alone" },
} as const satisfies Record<string, Rule>;
export type Right = keyof typeof rights;

export function holds(actor: Pick<Actor, "role">, right: Right): boolean {
  const { roles }: Rule = rights[right];
  return roles.includes(actor.role);
}

/** Why somebody may not do this here; undefined where they may. The place counts first: it holds for everybody. */
export function whyNot(
  right: Right,
  actor: Pick<Actor, "role">,
  alone: boolean,
): "place" | "role" | undefined {
  const { where }: Rule = rights[right];
  if (where === "alone" && !alone) return "place";
  return holds(actor, right) ? undefined : "role";
}
