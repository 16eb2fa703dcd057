import { audit } from "../../../casework/audit/audit.js";
import { gapTable } from "../../../dialogs/figures.js";
import type { Turn } from "../../../dialogs/turn.js";
import type { GapsView } from "./view-models.js";

/** The Lückenliste of the own organisation. */
export async function gapsView(turn: Turn): Promise<GapsView> {
  const { unit, actor } = turn;
  await audit(unit, actor.id, "figures-read", "gaps");
  return { agency: actor.agency, table: await gapTable(turn) };
}
