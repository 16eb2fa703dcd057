import { outdatedCard } from "../bot/cards/outdated.js";
import type { CardPress } from "./event.js";
import { FREE } from "./free-text.js";
import type { Outcome, Turn } from "./turn.js";

/** A card from before an update: nothing of it is saved, and nothing that was typed into it is lost. */
export function tellOutdated({ texts }: Turn, { fields }: CardPress): Outcome {
  const typed = Object.entries(fields)
    .filter(([id, value]) => id.startsWith(FREE) && value.trim() !== "")
    .map(([, value]) => value.trim());
  return { replies: [outdatedCard(texts, typed)] };
}
