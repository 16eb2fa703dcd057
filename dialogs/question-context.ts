import type { FindContext } from "../knowledge/directory/find.js";
import type { Turn } from "./turn.js";

/** What the directory needs to know of a turn to answer a question typed in it. */
export function contextForQuestion(turn: Turn): FindContext {
  return { today: turn.today, staleAfterDays: turn.settings.staleAfterDays };
}
