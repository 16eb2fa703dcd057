import { openForEmergency } from "../../dialogs/emergency-access.js";
import { offerErasure } from "../../dialogs/erase-case.js";
import { showExport } from "../../dialogs/export-case.js";
import { gapFromText } from "../../dialogs/figures.js";
import { holdCase } from "../../dialogs/hold-case.js";
import type { Outcome, Turn } from "../../dialogs/turn.js";
import type { Command } from "./command.js";

/** What protects a case, or the person whom it is about. */
export type ProtectionCommand = Extract<
  Command,
  { kind: "erase-case" | "export-case" | "hold-case" | "emergency-access" | "gap" }
>;

export function runProtection(turn: Turn, command: ProtectionCommand, caseId: string): Promise<Outcome> {
  switch (command.kind) {
    case "export-case":
      return showExport(turn, caseId);
    case "hold-case":
      return holdCase(turn, caseId, command);
    case "emergency-access":
      return openForEmergency(turn, caseId, command.reason);
    case "gap":
      return gapFromText(turn, caseId, command.about);
    case "erase-case":
      return offerErasure(turn, caseId);
  }
}
