import type { Conference } from "../casework/conference/conference.js";
import type { CardPress } from "./event.js";

/**
 * Whether a button means the date that holds. A card in a chat may be older than a move, and what somebody said to one
 * date says nothing of another. Cards from before buttons named their date mean the one that holds.
 */
export function meansThisDate({ fields }: CardPress, { start }: Pick<Conference, "start">): boolean {
  return fields.slot === undefined || fields.slot === start;
}
