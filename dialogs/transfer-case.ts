import { z } from "zod";
import { type TransferRow, transferCard } from "../bot/cards/case-transfer.js";
import { caseLabel } from "../bot/cards/case-view.js";
import { doneCard, say } from "../bot/cards/notices.js";
import { readableInstant } from "../bot/texts/format.js";
import { caseFor } from "../casework/case/access.js";
import type { CaseEntry } from "../casework/case/case.js";
import { allNotes } from "../casework/case/notes.js";
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
const TransferDraft = z.object({
  caseId: z.string(),
  prints: z.record(z.string(), z.string()),
  notesUntil: z.number(),
});

/** "seit der letzten Übertragung in die Datenbank KIM": what is to be copied there, field by field. */
export async function offerTransfer(turn: Turn, caseId: string): Promise<Outcome> {
  const { texts, unit, actor, event, state } = turn;
  const entry = await caseFor(unit, actor, caseId, "read");
  if (!entry) return unknownCase(turn, caseId);
  const last = await unit.read(transferRecord, caseId);
  const notes = (await allNotes(unit, caseId)).filter(({ at }) => at > (last?.notesUntil ?? 0));
  const rows = [
    ...untransferred(entry, last).flatMap((change) => rowOf(turn, entry, change)),
    ...notes.flatMap(({ at, text }) =>
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
  const notesUntil = notes.at(-1)?.at ?? last?.notesUntil ?? 0;
  const nonce = await openDraft(turn, KIND, { caseId, prints: fingerprints(entry), notesUntil }, caseId);
  const since = last && readableInstant(event.locale, event.timeZone, last.at);
  const view = { label: caseLabel(texts, entry), since, rows, nonce, caseId };
  return { replies: [transferCard(texts, view)], state: { ...state, lastCase: caseId } };
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
