import { exportPageCard } from "../bot/cards/export.js";
import { doneCard, say } from "../bot/cards/notices.js";
import { caseAsText, pagesOf } from "../bot/texts/case-export.js";
import { audit } from "../casework/audit/audit.js";
import { caseFor } from "../casework/case/access.js";
import { type CaseExport, exportCase } from "../casework/retention/export-case.js";
import { releaseExport } from "../casework/retention/export-release.js";
import { staffRecord } from "../casework/staff/staff.js";
import type { UnitOfWork } from "../casework/store/unit-of-work.js";
import type { CardPress } from "./event.js";
import { unknownCase } from "./show-case.js";
import type { Outcome, Turn } from "./turn.js";

/** Of one card: well below what Teams takes, whatever the text is escaped to. */
const PAGE = 5000;

/** "Export K-7F3Q9": the whole case as text to copy, page by page. Page counts from 1. */
export async function showExport(turn: Turn, caseId: string, page = 1): Promise<Outcome> {
  const { texts, unit, actor, event } = turn;
  const entry = await caseFor(unit, actor, caseId, "read");
  if (!entry) return unknownCase(turn, caseId);
  const exported = await exportCase(unit, entry);
  const nameOf = await namesIn(unit, exported);
  const text = caseAsText({ texts, locale: event.locale, timeZone: event.timeZone, nameOf }, exported);
  const pages = pagesOf(text, PAGE);
  const shown = Math.min(Math.max(1, page), pages.length);
  if (shown === 1) await audit(unit, actor.id, "case-exported", caseId);
  return {
    replies: [exportPageCard(texts, caseId, pages[shown - 1] ?? "", shown, pages.length)],
    state: { ...turn.state, lastCase: caseId },
  };
}

/** "Export freigeben": the owner lets the administration export this case within a day. */
export async function releaseByOwner(turn: Turn, press: CardPress): Promise<Outcome> {
  const { texts, unit, actor } = turn;
  const caseId = press.fields.caseId ?? "";
  const entry = await caseFor(unit, actor, caseId);
  if (!entry) return unknownCase(turn, caseId);
  if (entry.owner !== actor.id) return { replies: [say(texts, texts.protection.onlyOwner)] };
  if (!(await releaseExport(unit, caseId))) return { replies: [say(texts, texts.cases.cardGone)] };
  await audit(unit, actor.id, "export-released", caseId);
  return { replies: [doneCard(texts, `✓ ${texts.protection.export.released(caseId)}`)] };
}

/** What the people in an export are called; who has left the list is shown by the id. */
export async function namesIn(unit: UnitOfWork, exported: CaseExport): Promise<(id: string) => string> {
  const ids = [...new Set([exported.case.owner, ...exported.notes.map(({ author }) => author)])];
  const staff = await unit.readMany(staffRecord, ids);
  return (id) => staff[ids.indexOf(id)]?.name ?? id;
}
