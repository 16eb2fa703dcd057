import { createRequire } from "node:module";
import type * as Renderer from "adaptivecards";
import { isObject, type Json } from "./card.js";

/** Microsoft's own renderer; its ES modules are made for bundlers, so Node takes the bundled file. */
const { AdaptiveCard, SerializationContext } = createRequire(import.meta.url)(
  "adaptivecards/dist/adaptivecards.js",
) as typeof Renderer;

const MOST_ACTIONS = 6;
/** Teams refuses messages of more than about 28 kB. */
const MOST_BYTES = 28_000;

/**
 * What is wrong with a card that the bot sent, by Microsoft's renderer and by Teams' rules: elements and values that
 * 1.5 knows, six buttons, a label on each input, a word for what is missing, ids that are not twice there, size.
 */
export function cardFaults(card: Json): readonly string[] {
  const faults: string[] = [];
  const context = new SerializationContext();
  new AdaptiveCard().parse(card, context);
  for (let i = 0; i < context.eventCount; i++) faults.push(context.getEventAt(i).message);
  if (card.version !== "1.5") faults.push(`version ${String(card.version)}`);
  const bytes = Buffer.byteLength(JSON.stringify(card));
  if (bytes > MOST_BYTES) faults.push(`${bytes} bytes`);
  const ids = new Set<string>();
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) {
      for (const one of node) visit(one);
      return;
    }
    if (!isObject(node)) return;
    if (Array.isArray(node.actions) && node.actions.length > MOST_ACTIONS)
      faults.push(`${node.actions.length} buttons`);
    if (typeof node.type === "string" && node.type.startsWith("Input.")) {
      const id = String(node.id);
      if (ids.has(id)) faults.push(`two inputs ${id}`);
      ids.add(id);
      if (typeof node.label !== "string" || node.label.trim() === "") faults.push(`input ${id} has no label`);
      if (node.isRequired === true && !node.errorMessage)
        faults.push(`input ${id} does not say what is missing`);
    }
    for (const [name, value] of Object.entries(node))
      if (name !== "data" && name !== "fallback") visit(value);
  };
  visit(card);
  return faults;
}
