import { PRESS_NAME } from "../../bot/turn/front-door.js";
import type { CardPress } from "../../dialogs/event.js";
import { isObject } from "./json-object.js";
import { cleanText } from "./message-text.js";

/**
 * The convention of our cards: the data of every button holds `kim: { action, nonce? }` beside its own
 * members, and the client adds the card's inputs to them. `Action.Execute` repeats the action as its verb.
 */
export type PressData = {
  readonly data: unknown;
  readonly verb?: string;
  readonly cardActivityId?: string;
};

export const maxFieldLength = 8_000;
const maxFields = 200;
const maxNameLength = 200;

/** Names that reach into prototypes if somebody copies the fields into a plain object. */
const poison = new Set(["__proto__", "constructor", "prototype"]);

export type PressResult =
  | { readonly kind: "press"; readonly press: CardPress }
  /** Not one of our buttons, or one that this version does not know how to read. */
  | { readonly kind: "foreign" }
  /** One of the fields is longer than 8,000 characters. Cut, it would be saved as if it were whole. */
  | { readonly kind: "too-long" }
  | { readonly kind: "malformed"; readonly reason: string };

export function readPress({ data, verb, cardActivityId }: PressData): PressResult {
  const members = isObject(data) ? data : {};
  const kim = Object.hasOwn(members, "kim") ? members.kim : undefined;
  const { action = verb, nonce } = isObject(kim) ? kim : {};
  if (action === undefined) return { kind: "foreign" };
  if (!isName(action)) return malformed("kim.action is no name");
  if (verb !== undefined && verb !== action) return malformed("the verb differs from kim.action");
  if (nonce !== undefined && !isName(nonce)) return malformed("kim.nonce is no name");

  const fields = Object.create(null) as Record<string, string>;
  let count = 0;
  for (const [name, value] of Object.entries(members)) {
    if (name === "kim" || name === "msteams" || poison.has(name)) continue;
    const text = asText(value);
    if (text === undefined) continue;
    if (++count > maxFields || name.length > maxNameLength) return malformed("too many fields");
    if (text.length > maxFieldLength) return { kind: "too-long" };
    fields[name] = text;
  }
  return {
    kind: "press",
    press: {
      kind: "press",
      action,
      ...(nonce === undefined ? {} : { nonce }),
      fields,
      ...(cardActivityId === undefined ? {} : { cardActivityId }),
    },
  };
}

function malformed(reason: string): PressResult {
  return { kind: "malformed", reason };
}

/** Inputs are text, numbers or booleans; lists and objects are never inputs and are left out. */
function asText(value: unknown): string | undefined {
  if (typeof value === "string") return cleanText(value);
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  return undefined;
}

function isName(value: unknown): value is string {
  return typeof value === "string" && PRESS_NAME.test(value);
}
