import { closeFromText, enterPhase, reopen } from "../../dialogs/case-lifecycle.js";
import { offerHandOver } from "../../dialogs/hand-over.js";
import type { Outcome, Turn } from "../../dialogs/turn.js";
import type { Command } from "./command.js";

/** Where a case goes: through its phases, to somebody else, to its end and back. */
export type LifecycleCommand = Extract<
  Command,
  { kind: "change-phase" | "close-case" | "reopen-case" | "hand-over" }
>;

export function runLifecycle(turn: Turn, command: LifecycleCommand, caseId: string): Promise<Outcome> {
  switch (command.kind) {
    case "change-phase":
      return enterPhase(turn, caseId, command.phase);
    case "close-case":
      return closeFromText(turn, caseId, command.reason);
    case "reopen-case":
      return reopen(turn, caseId);
    case "hand-over":
      return offerHandOver(turn, caseId, command.to);
  }
}
