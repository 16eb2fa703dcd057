import { z } from "zod";
import { NOT_SAID } from "../bot/cards/case-form.js";
import { literal } from "../bot/cards/elements.js";
import type { Texts } from "../bot/texts/de.js";
import { phases } from "../casework/case/case.js";
import type { CaseFacts } from "../casework/case/commands.js";
import { ageBands, statusGroups } from "../casework/case/facts.js";
import type { Directory } from "../knowledge/directory/build.js";
import { understand } from "../knowledge/directory/understand.js";
import { FREE } from "./free-text.js";

/** The case form as its card holds it: everything as text, so that nothing typed is lost on a wrong input. */
export const CaseForm = z.object({
  place: z.string(),
  /** Ids of topics, comma separated. */
  topics: z.string(),
  moreTopics: z.string(),
  languages: z.string(),
  interpreter: z.string(),
  household: z.string(),
  ageBand: z.string(),
  status: z.string(),
  statusExpires: z.string(),
  urgency: z.string(),
  phase: z.string(),
  /** One a line. */
  goals: z.string(),
  note: z.string(),
});
export type CaseForm = z.infer<typeof CaseForm>;

export const emptyForm: CaseForm = {
  place: "",
  topics: "",
  moreTopics: "",
  languages: "",
  interpreter: "unknown",
  household: "",
  ageBand: "",
  status: "",
  statusExpires: "",
  urgency: "normal",
  phase: "intake",
  goals: "",
  note: "",
};

export function formFromFields(before: CaseForm, fields: Readonly<Record<string, string>>): CaseForm {
  const form = { ...before };
  for (const name of Object.keys(before) as (keyof CaseForm)[]) {
    // Clients leave an input out that was emptied.
    const value = (fields[isFree(name) ? FREE + name : name] ?? "").trim();
    form[name] = value === NOT_SAID ? "" : value;
  }
  return form;
}

function isFree(name: keyof CaseForm): boolean {
  return name === "moreTopics" || name === "languages" || name === "goals" || name === "note";
}

export type FormErrors = Partial<Record<keyof CaseForm, string>>;

export type ReadForm =
  | { readonly kind: "facts"; readonly facts: CaseFacts; readonly note: string }
  | { readonly kind: "errors"; readonly errors: FormErrors };

/** The facts of a case out of a filled form, or what is wrong beside which field. */
export function readForm(texts: Texts, directory: Directory, form: CaseForm): ReadForm {
  const errors: FormErrors = {};
  const place = directory.places.find((one) => one.ars === form.place);
  const chosen = form.topics.split(",").filter((id) => id !== "");
  const typed = topicsOfWords(directory, form.moreTopics);
  if (typed.missing.length > 0)
    errors.moreTopics = texts.cases.topicNotFound(literal(typed.missing.join(", ")));
  const household = form.household === "" ? undefined : Number(form.household);
  if (household !== undefined && !(Number.isInteger(household) && household >= 1 && household <= 30)) {
    errors.household = texts.cases.householdInvalid;
  }
  const expires = form.statusExpires === "" ? undefined : z.iso.date().safeParse(form.statusExpires);
  if (expires && !expires.success) {
    errors.statusExpires = texts.cases.dateInvalid(texts.cases.fields.statusExpires);
  }
  const group = oneOf(statusGroups, form.status);
  // A date alone would be lost: it is kept with the status that it ends.
  if (expires?.success && !group) errors.statusExpires = texts.cases.statusMissing;
  if (Object.keys(errors).length > 0) return { kind: "errors", errors };

  const ids = [...new Set([...chosen, ...typed.ids])];
  const facts: CaseFacts = {
    place: place ? { ars: place.ars, name: place.name } : null,
    topics: directory.topics
      .filter((topic) => ids.includes(topic.id))
      .map(({ id, title, rechtskreis }) => ({ id, title, rechtskreis })),
    languages: form.languages
      .split(/[,;/]/)
      .map((language) => language.trim())
      .filter((one) => one !== ""),
    interpreter: oneOf(["yes", "no", "unknown"] as const, form.interpreter) ?? "unknown",
    urgency: oneOf(["normal", "high"] as const, form.urgency) ?? "normal",
    phase: oneOf(phases, form.phase) ?? "intake",
    goals: form.goals
      .split("\n")
      .map((goal) => goal.trim())
      .filter((goal) => goal !== ""),
    ...(household === undefined ? {} : { household }),
    ...defined("ageBand", oneOf(ageBands, form.ageBand)),
    ...(group ? { status: { group, ...(expires?.success ? { expires: expires.data } : {}) } } : {}),
  };
  return { kind: "facts", facts, note: form.note };
}

/** Topics that people type as words, comma separated: each part must be understood or is named as missing. */
function topicsOfWords(
  directory: Directory,
  words: string,
): { ids: readonly string[]; missing: readonly string[] } {
  const ids: string[] = [];
  const missing: string[] = [];
  for (const part of words
    .split(/[,;]/)
    .map((one) => one.trim())
    .filter((one) => one !== "")) {
    const found = understand(directory, part).topics;
    if (found.length === 0) missing.push(part);
    ids.push(...found.map((topic) => topic.id));
  }
  return { ids, missing };
}

function oneOf<const T extends string>(values: readonly T[], value: string): T | undefined {
  return values.find((one) => one === value);
}

function defined<K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } {
  return value === undefined ? {} : ({ [key]: value } as { [P in K]?: V });
}
