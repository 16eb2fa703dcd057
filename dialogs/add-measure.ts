import { z } from "zod";
import { caseLabel } from "../bot/cards/case-view.js";
import { say } from "../bot/cards/notices.js";
import { type MeasureValues, measureFormCard } from "../bot/cards/small-forms.js";
import { caseFor } from "../casework/case/access.js";
import type { CaseEntry } from "../casework/case/case.js";
import { addMeasure, finishMeasure } from "../casework/case/measures.js";
import { openDraft, readDraft, spendDraft } from "./draft.js";
import type { CardPress } from "./event.js";
import { officeOfMeasure } from "./measure-office.js";
import { caseOutcome, closedOutcome, unknownCase } from "./show-case.js";
import type { Outcome, Turn } from "./turn.js";

const KIND = "measure.save";
const MeasureDraft = z.object({ caseId: z.string() });

/** "Maßnahme zu K-7F3Q9: … bis 12.03." is saved at once if it says what and when; else its card asks. */
export async function measureFromText(
  turn: Turn,
  caseId: string,
  said: {
    readonly what: string;
    readonly responsible?: string;
    readonly due?: string;
    readonly impossibleDate?: string;
  },
): Promise<Outcome> {
  const entry = await caseFor(turn.unit, turn.actor, caseId);
  if (!entry) return unknownCase(turn, caseId);
  const closed = closedOutcome(turn, entry);
  if (closed) return closed;
  // "…" from an example is no measure.
  const what = /[\p{L}\p{N}]/u.test(said.what) ? said.what.trim() : "";
  const values = { what, responsible: said.responsible ?? "", due: said.due ?? "" };
  if (said.impossibleDate) {
    // The day that does not exist is said, and is no part of what is to be done.
    const rest = { ...values, what: trimmedOf(what.replace(said.impossibleDate, "")) };
    return offerForm(turn, entry, rest, turn.texts.casework.impossibleDate(said.impossibleDate));
  }
  if (values.what === "" || values.due === "") return offerForm(turn, entry, values);
  return store(turn, entry, values, "new");
}

export async function offerMeasureForm(turn: Turn, caseId: string): Promise<Outcome> {
  const entry = await caseFor(turn.unit, turn.actor, caseId);
  if (!entry) return unknownCase(turn, caseId);
  return closedOutcome(turn, entry) ?? offerForm(turn, entry, { what: "", responsible: "", due: "" });
}

export async function saveMeasure(turn: Turn, press: CardPress): Promise<Outcome> {
  const { texts } = turn;
  const draft = await readDraft(turn, press, KIND, MeasureDraft);
  if (draft.kind === "gone") return { replies: [say(texts, texts.cases.cardGone)] };
  const entry = await caseFor(turn.unit, turn.actor, draft.data.caseId);
  if (!entry) return unknownCase(turn, draft.data.caseId);
  const values: MeasureValues = {
    what: (press.fields.free_what ?? "").trim(),
    responsible: (press.fields.free_responsible ?? "").trim(),
    due: (press.fields.due ?? "").trim(),
  };
  const error = entry.state === "closed" ? texts.casework.isClosed : problemOf(turn, values);
  if (error) {
    const view = { caseId: entry.id, label: caseLabel(texts, entry), nonce: draft.nonce, values, error };
    return { replies: [measureFormCard(texts, view, "pressed")] };
  }
  await spendDraft(turn, draft.nonce);
  return store(turn, entry, values, "pressed");
}

/** "Erledigt" on a measure. */
export async function markDone(turn: Turn, caseId: string, measureId: string): Promise<Outcome> {
  const entry = await caseFor(turn.unit, turn.actor, caseId);
  if (!entry) return unknownCase(turn, caseId);
  const changed = await finishMeasure(turn.unit, turn.actor, entry, measureId);
  const done = changed === entry ? undefined : turn.texts.cases.doneSaved;
  return caseOutcome(turn, changed, done, "pressed", true);
}

function trimmedOf(text: string): string {
  return text
    .replace(/\s{2,}/g, " ")
    .replace(/[\s,;]+$/, "")
    .trim();
}

async function offerForm(
  turn: Turn,
  entry: CaseEntry,
  values: MeasureValues,
  error?: string,
): Promise<Outcome> {
  const nonce = await openDraft(turn, KIND, { caseId: entry.id }, entry.id);
  const view = { caseId: entry.id, label: caseLabel(turn.texts, entry), nonce, values };
  return {
    replies: [measureFormCard(turn.texts, { ...view, ...(error ? { error } : {}) })],
    state: { ...turn.state, lastCase: entry.id, openDraft: nonce },
  };
}

async function store(
  turn: Turn,
  entry: CaseEntry,
  values: MeasureValues,
  place: "new" | "pressed",
): Promise<Outcome> {
  const { texts } = turn;
  const measure = {
    id: Buffer.from(turn.random(6)).toString("base64url"),
    what: values.what,
    responsible: values.responsible,
    ...(values.due ? { due: values.due } : {}),
  };
  // Kept as an id, so that it stays the same office when the family moves or the directory changes.
  const office = officeOfMeasure(turn, entry, measure);
  const kept = office === undefined ? measure : { ...measure, office };
  const changed = await addMeasure(turn.unit, turn.actor, entry, kept);
  return caseOutcome(turn, changed, texts.cases.measureSaved(entry.id), place, true);
}

function problemOf(turn: Turn, values: MeasureValues): string | undefined {
  const { cases } = turn.texts;
  if (values.what === "") return cases.measureRequired;
  if (values.due !== "" && !z.iso.date().safeParse(values.due).success) {
    return cases.dateInvalid(cases.measureDue);
  }
  return undefined;
}
