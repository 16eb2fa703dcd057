import { caseLabel } from "../bot/cards/case-view.js";
import { editConflictCard, type FieldConflict } from "../bot/cards/edit-conflict.js";
import { readableDay } from "../bot/texts/format.js";
import type { CaseEntry } from "../casework/case/case.js";
import { changesOf } from "../casework/case/change-log.js";
import type { PartName } from "../casework/case/parts.js";
import { staffRecord } from "../casework/staff/staff.js";
import type { CaseForm } from "./case-form.js";
import type { Reply } from "./reply.js";
import type { Turn } from "./turn.js";

/** So far back in the change log whoever changed a field is looked for: a form is open for hours, not for weeks. */
const LOOK_BACK = 50;

/** Shows both values of every field that was changed by two people. */
export async function conflictReply(
  turn: Turn,
  entry: CaseEntry,
  nonce: string,
  typed: CaseForm,
  current: CaseForm,
  fields: readonly (keyof CaseForm)[],
): Promise<Reply> {
  const { texts } = turn;
  const conflicts = await Promise.all(
    fields.map(
      async (field): Promise<FieldConflict> => ({
        field,
        label: labelOf(turn, field),
        mine: readable(turn, field, typed[field]),
        theirs: readable(turn, field, current[field]),
        by: await lastChangedBy(turn, entry.id, field),
      }),
    ),
  );
  const title = texts.cases.editTitle(entry.id);
  return editConflictCard(texts, { title, label: caseLabel(texts, entry), nonce, conflicts });
}

async function lastChangedBy(turn: Turn, caseId: string, field: keyof CaseForm): Promise<string | undefined> {
  const part = field === "statusExpires" ? "status" : (field as PartName);
  const changes = await changesOf(turn.unit, caseId, LOOK_BACK);
  const change = changes.find(({ by, parts }) => by !== turn.actor.id && parts.includes(part));
  const member = change && (await turn.unit.read(staffRecord, change.by));
  return member?.name;
}

function labelOf({ texts }: Turn, field: keyof CaseForm): string {
  return field === "goals" ? texts.casework.goals : texts.cases.fields[field];
}

/** A value of the form as people read it. */
function readable({ texts, directory, event }: Turn, field: keyof CaseForm, value: string): string {
  const { labels } = texts;
  const named = (words: Readonly<Record<string, string>>) => words[value] ?? value;
  switch (field) {
    case "place":
      return directory.places.find(({ ars }) => ars === value)?.name ?? value;
    case "interpreter":
      return named(labels.interpreter);
    case "ageBand":
      return named(labels.ageBand);
    case "status":
      return named(labels.status);
    case "urgency":
      return named(labels.urgency);
    case "phase":
      return named(labels.phase);
    case "statusExpires":
      return /^\d{4}-\d\d-\d\d$/.test(value) ? readableDay(event.locale, value) : value;
    default:
      return value;
  }
}
