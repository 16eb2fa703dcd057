import { z } from "zod";
import { caseLabel } from "../bot/cards/case-view.js";
import { say } from "../bot/cards/notices.js";
import { whichCaseCard } from "../bot/cards/small-forms.js";
import { audit } from "../casework/audit/audit.js";
import { openCasesOf } from "../casework/case/open-cases.js";
import { openDraft, readDraft, spendDraft } from "./draft.js";
import type { CardPress } from "./event.js";
import type { Outcome, Turn } from "./turn.js";

const KIND = "case.choose";
const ChoiceDraft = z.object({ text: z.string() });

/** No case was named: the own open cases are offered, the last one first, and what was typed is kept. */
export async function askWhichCase(turn: Turn, text: string): Promise<Outcome> {
  const { texts, unit, actor, state } = turn;
  const cases = await openCasesOf(unit, actor, { limit: 5 });
  if (cases.length === 0) return { replies: [say(texts, texts.cases.noneOpen)] };
  const lastFirst = [...cases].sort(
    (a, b) => Number(b.id === state.lastCase) - Number(a.id === state.lastCase),
  );
  for (const entry of cases) await audit(unit, actor.id, "case-listed", entry.id);
  const nonce = await openDraft(turn, KIND, { text });
  const choices = lastFirst.map((entry) => ({ id: entry.id, label: caseLabel(texts, entry) }));
  return { replies: [whichCaseCard(texts, nonce, choices)] };
}

/** The text that was kept for a chosen case; undefined if the card is too old. */
export async function chosenText(turn: Turn, press: CardPress): Promise<string | undefined> {
  const draft = await readDraft(turn, press, KIND, ChoiceDraft);
  if (draft.kind === "gone") return undefined;
  await spendDraft(turn, draft.nonce);
  return draft.data.text;
}
