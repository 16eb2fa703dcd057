import { z } from "zod";
import { caseFormCard } from "../bot/cards/case-form.js";
import { caseLabel } from "../bot/cards/case-view.js";
import { notice } from "../bot/cards/elements.js";
import { say } from "../bot/cards/notices.js";
import { caseFor } from "../casework/case/access.js";
import type { CaseEntry } from "../casework/case/case.js";
import { changeCase } from "../casework/case/commands.js";
import { CaseForm, type FormErrors, formFromFields, readForm } from "./case-form.js";
import { openDraft, readDraft, spendDraft, updateDraft } from "./draft.js";
import { conflictReply } from "./edit-conflict.js";
import type { CardPress } from "./event.js";
import { mergeForms } from "./merge-forms.js";
import { savedOutcome, unknownCase } from "./show-case.js";
import type { Outcome, Turn } from "./turn.js";

const KIND = "case.save";
const EditDraft = z.object({
  caseId: z.string(),
  form: CaseForm,
  /** What the form showed, so that it can be told what this person changed. */
  before: CaseForm,
  conflicts: z.array(z.string()).default([]),
});
type EditDraft = z.infer<typeof EditDraft>;

/** The case as a form, to change what has changed. */
export async function offerEditForm(turn: Turn, caseId: string): Promise<Outcome> {
  const entry = await caseFor(turn.unit, turn.actor, caseId, "read");
  if (!entry) return unknownCase(turn, caseId);
  const form = formOf(entry);
  const nonce = await openDraft(turn, KIND, { caseId, form, before: form }, caseId);
  return {
    replies: [editCard(turn, nonce, entry, form)],
    state: { ...turn.state, lastCase: caseId, openDraft: nonce },
  };
}

/** "Speichern": only the fields that this person changed are written; what others changed meanwhile stays. */
export async function saveEdit(turn: Turn, press: CardPress): Promise<Outcome> {
  return withDraft(turn, press, (entry, nonce, draft) =>
    save(turn, entry, nonce, draft, formFromFields(draft.form, press.fields)),
  );
}

/** "Speichern" below the two values of a field that somebody else had changed too. */
export async function savePicked(turn: Turn, press: CardPress): Promise<Outcome> {
  return withDraft(turn, press, (entry, nonce, draft) => {
    const picked = { ...draft.form };
    for (const field of draft.conflicts as (keyof CaseForm)[]) {
      if (press.fields[`pick:${field}`] === "theirs") picked[field] = draft.before[field];
    }
    return save(turn, entry, nonce, draft, picked);
  });
}

async function withDraft(
  turn: Turn,
  press: CardPress,
  goOn: (entry: CaseEntry, nonce: string, draft: EditDraft) => Promise<Outcome>,
): Promise<Outcome> {
  const { texts, unit, actor } = turn;
  const draft = await readDraft(turn, press, KIND, EditDraft);
  if (draft.kind === "gone") return { replies: [say(texts, texts.cases.cardGone)] };
  const entry = await caseFor(unit, actor, draft.data.caseId);
  return entry ? goOn(entry, draft.nonce, draft.data) : unknownCase(turn, draft.data.caseId);
}

async function save(
  turn: Turn,
  entry: CaseEntry,
  nonce: string,
  { caseId, before }: EditDraft,
  typed: CaseForm,
): Promise<Outcome> {
  const { texts, unit, actor } = turn;
  const current = formOf(entry);
  const { form, conflicts } = mergeForms(before, typed, current);
  const read = readForm(texts, turn.directory, form);
  if (read.kind === "errors") {
    await updateDraft(turn, nonce, KIND, { caseId, before, form: typed, conflicts: [] });
    return { replies: [editCard(turn, nonce, entry, typed, read.errors)] };
  }
  if (conflicts.length > 0) {
    // What was typed waits in the draft, beside what stands in the case now.
    await updateDraft(turn, nonce, KIND, { caseId, before: current, form, conflicts });
    return { replies: [await conflictReply(turn, entry, nonce, form, current, conflicts)] };
  }
  // A topic that has left the directory stays on the case until somebody unticks it.
  const ticked = form.topics.split(",");
  const kept = entry.topics.filter(
    ({ id }) => ticked.includes(id) && !read.facts.topics.some((topic) => topic.id === id),
  );
  const facts = { ...read.facts, topics: [...read.facts.topics, ...kept] };
  const changed = await changeCase(unit, actor, entry, facts);
  await spendDraft(turn, nonce);
  const isChanged = changed !== entry;
  const words = isChanged ? texts.cases.saved : texts.casework.nothingChanged;
  return savedOutcome(turn, changed, words, isChanged);
}

function formOf(entry: CaseEntry): CaseForm {
  return {
    place: entry.place?.ars ?? "",
    topics: entry.topics.map((topic) => topic.id).join(","),
    moreTopics: "",
    languages: entry.languages.join(", "),
    interpreter: entry.interpreter,
    household: entry.household === undefined ? "" : String(entry.household),
    ageBand: entry.ageBand ?? "",
    status: entry.status?.group ?? "",
    statusExpires: entry.status?.expires ?? "",
    urgency: entry.urgency,
    phase: entry.phase,
    goals: entry.goals.join("\n"),
    note: "",
  };
}

function editCard(turn: Turn, nonce: string, entry: CaseEntry, form: CaseForm, errors?: FormErrors) {
  const { texts, directory } = turn;
  const chosen = entry.topics.map((topic) => topic.id);
  const known = directory.topics.filter((topic) => chosen.includes(topic.id));
  const kept = entry.topics.filter((topic) => !known.some((one) => one.id === topic.id));
  return caseFormCard(
    texts,
    {
      mode: "edit",
      nonce,
      form,
      ...(errors ? { errors, before: [notice("attention", texts.cases.invalid)] } : {}),
      title: texts.cases.editTitle(entry.id),
      subtitle: caseLabel(texts, entry),
      places: directory.places.map(({ ars, name }) => ({ title: name, value: ars })),
      topics: [...known, ...kept].map(({ id, title }) => ({ title, value: id })),
    },
    errors ? "pressed" : "new",
  );
}
