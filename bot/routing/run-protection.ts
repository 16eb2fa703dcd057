import { offerErasure } from "../../dialogs/erase-case.js";
import { showExport } from "../../dialogs/export-case.js";
import type { Outcome, Turn } from "../../dialogs/turn.js";
import type { Command } from "./command.js";

/** What protects a case, or the person whom it is about. */
export type ProtectionCommand = Extract<Command, { kind: "erase-case" | "export-case" }>;

export function runProtection(turn: Turn, command: ProtectionCommand, caseId: string): Promise<Outcome> {
  switch (command.kind) {
    case "export-case":
      return showExport(turn, caseId);
    case "erase-case":
      return offerErasure(turn, caseId);
  }
}
