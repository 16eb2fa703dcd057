import { z } from "zod";
import { literalLine } from "../bot/cards/elements.js";
import type { DateWindow } from "../bot/routing/command.js";
import { readableDay } from "../bot/texts/format.js";
import { caseFor } from "../casework/case/access.js";
import type { CaseEntry } from "../casework/case/case.js";
import {
  finishFollowUp,
  finishMeasure,
  postponeFollowUp,
  postponeMeasure,
} from "../casework/case/measures.js";
import { type AgendaAsked, showAgenda, thisWeek } from "./agenda.js";
import type { CardPress } from "./event.js";
import { unknownCase } from "./show-case.js";
import type { Outcome, Turn } from "./turn.js";

/** "Weitere" and "Zurück". */
export function turnAgendaPage(turn: Turn, press: CardPress): Promise<Outcome> {
  return showAgenda(turn, { window: windowOf(turn, press), page: pageOf(press) }, "pressed");
}

/** "Erledigt" on a line: the card stays, without that line. */
export async function finishOnAgenda(turn: Turn, press: CardPress): Promise<Outcome> {
  const { unit, actor, texts } = turn;
  const found = await itemOf(turn, press);
  if (found.kind !== "found") return found.outcome;
  const { entry, id, what } = found;
  if (found.isMeasure) await finishMeasure(unit, actor, entry, id);
  else await finishFollowUp(unit, actor, entry, id);
  return again(turn, press, { saved: { words: texts.casework.agenda.finished(what), at: unit.now } });
}

/** "Verschieben" on a line, to the day that stands beside it. */
export async function postponeOnAgenda(turn: Turn, press: CardPress): Promise<Outcome> {
  const { unit, actor, texts, event } = turn;
  const found = await itemOf(turn, press);
  if (found.kind !== "found") return found.outcome;
  const { entry, id, what } = found;
  const day = z.iso.date().safeParse(press.fields[`due:${id}`]);
  if (!day.success) {
    return again(turn, press, { refused: texts.cases.dateInvalid(texts.casework.agenda.postponeTo) });
  }
  const postpone = found.isMeasure ? postponeMeasure : postponeFollowUp;
  const changed = await postpone(unit, actor, entry, id, day.data);
  const words = texts.casework.agenda.postponed(what, readableDay(event.locale, day.data));
  return again(turn, press, { saved: { words, at: changed === entry ? undefined : unit.now } });
}

type Item =
  | {
      readonly kind: "found";
      readonly entry: CaseEntry;
      readonly id: string;
      readonly what: string;
      readonly isMeasure: boolean;
    }
  | { readonly kind: "gone"; readonly outcome: Outcome };

async function itemOf(turn: Turn, press: CardPress): Promise<Item> {
  const { caseId = "", item: id = "", kind } = press.fields;
  const entry = await caseFor(turn.unit, turn.actor, caseId);
  if (!entry) return { kind: "gone", outcome: unknownCase(turn, caseId) };
  const measure = entry.measures.find((one) => one.id === id && one.doneAt === undefined);
  if (kind === "measure" && measure) {
    return { kind: "found", entry, id, what: literalLine(measure.what), isMeasure: true };
  }
  const followUp = entry.followUps.find((one) => one.id === id && one.doneAt === undefined);
  if (kind === "follow-up" && followUp) {
    const what = turn.texts.casework.agenda.followUp(literalLine(followUp.text));
    return { kind: "found", entry, id, what, isMeasure: false };
  }
  return { kind: "gone", outcome: await again(turn, press, { refused: turn.texts.casework.agenda.gone }) };
}

function again(turn: Turn, press: CardPress, said: Pick<AgendaAsked, "saved" | "refused">): Promise<Outcome> {
  return showAgenda(turn, { window: windowOf(turn, press), page: pageOf(press), ...said }, "pressed");
}

function windowOf(turn: Turn, { fields }: CardPress): DateWindow | "overdue" {
  if (fields.from === "overdue") return "overdue";
  const window = z.object({ from: z.iso.date(), to: z.iso.date() }).safeParse(fields);
  return window.success ? window.data : thisWeek(turn.today);
}

function pageOf({ fields }: CardPress): number {
  const page = Number(fields.page);
  return Number.isInteger(page) && page > 0 ? page : 0;
}
