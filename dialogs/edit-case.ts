import { z } from "zod";
import { caseFormCard } from "../bot/cards/case-form.js";
import { caseLabel } from "../bot/cards/case-view.js";
import { say } from "../bot/cards/notices.js";
import { caseFor } from "../casework/case/access.js";
import type { CaseEntry } from "../casework/case/case.js";
import { changeCase } from "../casework/case/commands.js";
import { CaseForm, type FormErrors, formFromFields, readForm } from "./case-form.js";
import { openDraft, readDraft, spendDraft, updateDraft } from "./draft.js";
import type { CardPress } from "./event.js";
import { savedOutcome, unknownCase } from "./show-case.js";
import type { Outcome, Turn } from "./turn.js";

const KIND = "case.save";
const EditDraft = z.object({ caseId: z.string(), form: CaseForm, before: CaseForm });

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
  const { texts, unit, actor } = turn;
  const draft = await readDraft(turn, press, KIND, EditDraft);
  if (draft.kind === "gone") return { replies: [say(texts, texts.cases.cardGone)] };
  const { caseId, before } = draft.data;
  const entry = await caseFor(unit, actor, caseId);
  if (!entry) return unknownCase(turn, caseId);
  const typed = formFromFields(draft.data.form, press.fields);
  const current = formOf(entry);
  const merged = mergeForms(before, typed, current);
  const read = readForm(texts, turn.directory, merged);
  if (read.kind === "errors") {
    await updateDraft(turn, draft.nonce, KIND, { ...draft.data, form: typed });
    return { replies: [editCard(turn, draft.nonce, entry, typed, read.errors)] };
  }
  // A topic that has left the directory stays on the case until somebody unticks it.
  const ticked = merged.topics.split(",");
  const kept = entry.topics.filter(
    ({ id }) => ticked.includes(id) && !read.facts.topics.some((topic) => topic.id === id),
  );
  const facts = { ...read.facts, topics: [...read.facts.topics, ...kept] };
  const changed = await changeCase(unit, actor, entry, facts);
  await spendDraft(turn, draft.nonce);
  return savedOutcome(turn, changed, texts.cases.saved);
}

/** Field by field: what was typed where it differs from what the form showed, else what stands in the case now. */
function mergeForms(shown: CaseForm, typed: CaseForm, current: CaseForm): CaseForm {
  const merged = { ...current };
  for (const name of Object.keys(shown) as (keyof CaseForm)[]) {
    if (typed[name] !== shown[name]) merged[name] = typed[name];
  }
  return merged;
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
      ...(errors ? { errors } : {}),
      title: texts.cases.editTitle(entry.id),
      subtitle: caseLabel(texts, entry),
      places: directory.places.map(({ ars, name }) => ({ title: name, value: ars })),
      topics: [...known, ...kept].map(({ id, title }) => ({ title, value: id })),
    },
    errors ? "pressed" : "new",
  );
}
