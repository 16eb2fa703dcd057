import type { CaseEntry, Measure } from "../casework/case/case.js";
import { findOffices } from "../knowledge/directory/find.js";
import { contextOf } from "./case-offices.js";
import type { Turn } from "./turn.js";

/**
 * The office that is responsible for a measure: the one that was chosen, else what the directory makes of the words
 * at the case's place ("JC", "Jugendamt"). Undefined where they name no office.
 */
export function officeOfMeasure(turn: Turn, entry: CaseEntry, measure: Measure): string | undefined {
  if (measure.office !== undefined) return measure.office;
  if (measure.responsible.trim() === "") return undefined;
  const found = findOffices(turn.directory, measure.responsible, contextOf(turn, entry));
  return found.status === "answer" ? found.answers[0]?.office.id : undefined;
}
