import { z } from "zod";
import { type TransferRow, transferCard } from "../bot/cards/case-transfer.js";
import { caseLabel } from "../bot/cards/case-view.js";
import { doneCard, say } from "../bot/cards/notices.js";
import { readableInstant } from "../bot/texts/format.js";
import { caseFor } from "../casework/case/access.js";
import type { CaseEntry } from "../casework/case/case.js";
import { allNotes, type ReadNote } from "../casework/case/notes.js";
import { fingerprints } from "../casework/case/parts.js";
import {
  markTransferred,
  transferRecord,
  type Untransferred,
  untransferred,
} from "../casework/case/transfer.js";
import { openDraft, readDraft, spendDraft } from "./draft.js";
import type { CardPress } from "./event.js";
import { partInWords } from "./part-in-words.js";
import { unknownCase } from "./show-case.js";
import type { Outcome, Turn } from "./turn.js";

const KIND = "transfer.mark";
/** Characters of one card, where each stands twice: field by field and as one text. */
const MOST_TEXT = 6000;

const TransferDraft = z.object({
  caseId: z.string(),
  prints: z.record(z.string(), z.string()),
  notesUntil: z.number(),
  shownAt: z.number().default(0),
});

/** "seit der letzten Übertragung in die Datenbank KIM": what is to be copied there, field by field. */
export async function offerTransfer(turn: Turn, caseId: string): Promise<Outcome> {
  const { texts, unit, actor, event, state } = turn;
  const entry = await caseFor(unit, actor, caseId, "read");
  if (!entry) return unknownCase(turn, caseId);
  const last = await unit.read(transferRecord, caseId);
  const notes = (await allNotes(unit, caseId)).filter(({ at }) => at > (last?.notesUntil ?? 0));
  const fields = untransferred(entry, last).flatMap((change) => rowOf(turn, entry, change));
  const fitting = notesThatFit(notes, fields);
  const rows = [
    ...fields,
    ...fitting.flatMap(({ at, text }) =>
      text === undefined
        ? []
        : [
            {
              label: texts.casework.transferring.note(readableInstant(event.locale, event.timeZone, at)),
              value: text,
            },
          ],
    ),
  ];
  const notesUntil = fitting.at(-1)?.at ?? last?.notesUntil ?? 0;
  const shown = { prints: fingerprints(entry), notesUntil, shownAt: unit.now };
  const nonce = await openDraft(turn, KIND, { caseId, ...shown }, caseId);
  const since = last && readableInstant(event.locale, event.timeZone, last.at);
  const later = notes.length - fitting.length;
  const view = { label: caseLabel(texts, entry), since, rows, later, nonce, caseId };
  return { replies: [transferCard(texts, view)], state: { ...state, lastCase: caseId } };
}

/** The oldest notes that a card has room for beside the fields; the others come once these are marked. */
function notesThatFit(notes: readonly ReadNote[], fields: readonly TransferRow[]): readonly ReadNote[] {
  let room = MOST_TEXT - fields.reduce((sum, { value }) => sum + value.length, 0);
  const fit: ReadNote[] = [];
  for (const note of notes) {
    room -= note.text?.length ?? 0;
    const apart = note.at !== fit.at(-1)?.at;
    if (room < 0 && apart && (fit.length > 0 || fields.length > 0)) break;
    fit.push(note);
  }
  return fit;
}

/** "Als übertragen markieren" */
export async function saveTransfer(turn: Turn, press: CardPress): Promise<Outcome> {
  const { texts, unit, actor } = turn;
  const draft = await readDraft(turn, press, KIND, TransferDraft);
  if (draft.kind === "gone") return { replies: [say(texts, texts.cases.cardGone)] };
  const { caseId, ...shown } = draft.data;
  const entry = await caseFor(unit, actor, caseId);
  if (!entry) return unknownCase(turn, caseId);
  await markTransferred(unit, actor, caseId, shown);
  await spendDraft(turn, draft.nonce);
  return { replies: [doneCard(texts, `✓ ${texts.casework.transferring.marked(caseLabel(texts, entry))}`)] };
}

function rowOf(turn: Turn, entry: CaseEntry, { part, item, gone }: Untransferred): readonly TransferRow[] {
  const label = turn.texts.casework.parts[part];
  if (gone) return [{ label, value: turn.texts.casework.transferring.gone }];
  const value = partInWords(turn, entry, part, item);
  return value === "" ? [] : [{ label, value }];
}
