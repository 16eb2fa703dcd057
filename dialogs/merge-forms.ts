import type { CaseForm } from "./case-form.js";

export type MergedForm = {
  /** What is to be saved; where both changed the same field, what this person typed. */
  readonly form: CaseForm;
  /** Fields that somebody else has changed to something else meanwhile. */
  readonly conflicts: readonly (keyof CaseForm)[];
};

/** Fields that hold several things: what each added and what each took out both count, so they never conflict. */
const several: Partial<Record<keyof CaseForm, string>> = { topics: ",", languages: ", ", goals: "\n" };

/**
 * Field by field, three ways: what the form showed, what was typed into it, and what stands in the case now. A
 * field that was not touched keeps what others have made of it.
 */
export function mergeForms(shown: CaseForm, typed: CaseForm, current: CaseForm): MergedForm {
  const form = { ...current };
  const conflicts: (keyof CaseForm)[] = [];
  for (const name of Object.keys(shown) as (keyof CaseForm)[]) {
    const separator = several[name];
    if (separator !== undefined) {
      form[name] = mergeLists(shown[name], typed[name], current[name], separator);
    } else if (typed[name] !== shown[name]) {
      form[name] = typed[name];
      if (current[name] !== shown[name] && current[name] !== typed[name]) conflicts.push(name);
    }
  }
  return { form, conflicts };
}

function mergeLists(shown: string, typed: string, current: string, separator: string): string {
  if (typed === shown) return current;
  if (current === shown) return typed;
  const parts = (text: string) =>
    text
      .split(separator.trim() || separator)
      .map((part) => part.trim())
      .filter((part) => part !== "");
  const [was, mine, theirs] = [parts(shown), parts(typed), parts(current)];
  const kept = theirs.filter((part) => mine.includes(part) || !was.includes(part));
  const added = mine.filter((part) => !was.includes(part) && !kept.includes(part));
  return [...kept, ...added].join(separator);
}
