import { audit } from "../../../casework/audit/audit.js";
import { caseFor } from "../../../casework/case/access.js";
import { noteStream } from "../../../casework/case/case.js";
import { openCasesOf } from "../../../casework/case/open-cases.js";
import type { Turn } from "../../../dialogs/turn.js";
import { caseLabel } from "../../cards/case-view.js";
import { readableInstant } from "../../texts/format.js";
import type { CaseLine, CaseNotes } from "./view-models.js";

const MOST_CASES = 200;
const MOST_NOTES = 20;

/** The own open cases, newest first. */
export async function caseLines({ unit, actor, texts }: Turn): Promise<readonly CaseLine[]> {
  const cases = await openCasesOf(unit, actor, { limit: MOST_CASES });
  const lines: CaseLine[] = [];
  for (const entry of cases) {
    await audit(unit, actor.id, "case-listed", entry.id);
    lines.push({
      id: entry.id,
      label: caseLabel(texts, entry),
      phase: texts.labels.phase[entry.phase],
      urgent: entry.urgency === "high",
    });
  }
  return lines;
}

/**
 * The newest notes of a case; "unchanged" if nothing of it has changed since `seen`, which shows nothing and so is no
 * read; undefined for an unknown or foreign case.
 */
export async function caseNotes(
  { unit, actor, event }: Turn,
  id: string,
  seen: string,
): Promise<CaseNotes | "unchanged" | undefined> {
  const entry = await caseFor(unit, actor, id);
  if (!entry) return undefined;
  const notes = await unit.readStream(noteStream, id, { reverse: true, limit: MOST_NOTES });
  const now = `${entry.changedAt}.${notes[0]?.position ?? 0}`;
  if (now === seen) return "unchanged";
  await audit(unit, actor.id, "notes-read", id);
  return {
    id: entry.id,
    notes: notes.map(({ entry: note }) => ({
      when: readableInstant(event.locale, event.timeZone, note.at),
      text: note.text,
    })),
    seen: now,
  };
}
