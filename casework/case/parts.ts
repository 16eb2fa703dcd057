import { createHash } from "node:crypto";
import { z } from "zod";
import { CaseEntry } from "./case.js";

/** What people change of a case: plain fields, and lists whose items are told apart by a name of their own. */
const fields = [
  "owner",
  "agency",
  "state",
  "closedAt",
  "closingReason",
  "phase",
  "place",
  "topics",
  "languages",
  "interpreter",
  "household",
  "ageBand",
  "status",
  "urgency",
  "goals",
] as const satisfies readonly (keyof CaseEntry)[];

const lists = [
  "measures",
  "followUps",
  "deputies",
  "consents",
] as const satisfies readonly (keyof CaseEntry)[];

export const partNames = [...fields, ...lists] as const;
export type PartName = (typeof partNames)[number];

/** One part that differs between two states of a case; `item` names the item where the part is a list. */
export const ChangedPart = z.object({
  part: z.enum(partNames),
  item: z.string().optional(),
  /** Left out: it was not there, or is no longer. */
  was: z.unknown().optional(),
  is: z.unknown().optional(),
});
export type ChangedPart = z.infer<typeof ChangedPart>;

export function partsChanged(before: CaseEntry, after: CaseEntry): readonly ChangedPart[] {
  const changed: ChangedPart[] = [];
  for (const part of fields) {
    if (!same(before[part], after[part])) changed.push({ part, was: before[part], is: after[part] });
  }
  for (const part of lists) {
    const [was, is] = [itemsOf(before, part), itemsOf(after, part)];
    for (const item of new Set([...was.keys(), ...is.keys()])) {
      if (!same(was.get(item), is.get(item))) {
        changed.push({ part, item, was: was.get(item), is: is.get(item) });
      }
    }
  }
  return changed;
}

/** A fingerprint of every part and item, so that it can be told later what has changed, without keeping any value. */
export function fingerprints(entry: CaseEntry): Readonly<Record<string, string>> {
  const prints: Record<string, string> = {};
  const print = (value: unknown) => createHash("sha256").update(canonical(value)).digest("base64url");
  for (const part of fields) if (entry[part] !== undefined) prints[part] = print(entry[part]);
  for (const part of lists) {
    for (const [item, value] of itemsOf(entry, part)) prints[`${part}/${item}`] = print(value);
  }
  return prints;
}

export type PutBack = {
  readonly entry: CaseEntry;
  /** Changed by somebody again since: left as they are. */
  readonly kept: readonly ChangedPart[];
};

/** Gives every part the value it had before, unless it no longer has the value that was written then. */
export function putBack(current: CaseEntry, changes: readonly ChangedPart[]): PutBack {
  const entry: Record<string, unknown> = { ...current };
  const kept: ChangedPart[] = [];
  for (const change of changes) {
    const { part, item, was, is } = change;
    if (item === undefined) {
      if (same(current[part], is)) entry[part] = was;
      else kept.push(change);
      continue;
    }
    const items = itemsOf(entry as CaseEntry, part as ListName);
    if (!same(items.get(item), is)) {
      kept.push(change);
      continue;
    }
    if (was === undefined) items.delete(item);
    else items.set(item, was);
    entry[part] = [...items.values()];
  }
  return { entry: CaseEntry.parse(entry), kept };
}

type ListName = (typeof lists)[number];

function itemsOf(entry: CaseEntry, part: ListName): Map<string, unknown> {
  return new Map(entry[part].map((item) => ["person" in item ? item.person : item.id, item]));
}

/** Equal as JSON, whatever the order of the members; what is undefined is not there. */
function same(a: unknown, b: unknown): boolean {
  return canonical(a) === canonical(b);
}

function canonical(value: unknown): string {
  return (
    JSON.stringify(value, (_, part: unknown) =>
      typeof part === "object" && part !== null && !Array.isArray(part)
        ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
        : part,
    ) ?? "undefined"
  );
}
