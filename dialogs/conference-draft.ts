import { z } from "zod";
import { say } from "../bot/cards/notices.js";
import { caseFor } from "../casework/case/access.js";
import type { CaseEntry } from "../casework/case/case.js";
import { Participant } from "../casework/conference/conference.js";
import type { Subject } from "../casework/conference/plan-conference.js";
import { Detour, Proposal, Wish } from "./conference-slots.js";
import { readDraft } from "./draft.js";
import type { CardPress } from "./event.js";
import { closedOutcome, unknownCase } from "./show-case.js";
import type { Outcome, Turn } from "./turn.js";

export const CONFERENCE_DRAFT = "conference";

/** A conference that is being planned. One of the anonymous format holds an id of its own and no case. */
export const ConferenceDraft = z.object({
  about: z.discriminatedUnion("format", [
    z.object({ format: z.literal("case"), caseId: z.string() }),
    z.object({ format: z.literal("anonymous"), id: z.string() }),
  ]),
  participants: z.array(Participant),
  wish: Wish,
  where: z.string(),
  online: z.boolean(),
  hints: z.array(z.string()),
  /** Rises with each card; a button of an earlier card only shows where the draft stands now. */
  step: z.number().int(),
  /** The day that was chosen, once it is known that consent must last until then. */
  day: z.iso.date().optional(),
  proposals: z.array(Proposal),
  /** Ids of the seats of which several calendars are known: for these a date can wait for two people. */
  several: z.array(z.string()).default([]),
  detours: z.array(Detour),
});
export type ConferenceDraft = z.infer<typeof ConferenceDraft>;

/** What a draft is about, with the case as it is now. */
export type OpenDraft = {
  readonly nonce: string;
  readonly draft: ConferenceDraft;
  readonly subject: Subject;
};

export type Opened =
  | ({ readonly kind: "open"; readonly stale: boolean } & OpenDraft)
  | { readonly kind: "over"; readonly outcome: Outcome };

/** The draft behind a press; `stale` if the button stands on an earlier card of it. */
export async function openConferenceDraft(turn: Turn, press: CardPress): Promise<Opened> {
  const found = await readDraft(turn, press, CONFERENCE_DRAFT, ConferenceDraft);
  if (found.kind === "gone") {
    return { kind: "over", outcome: { replies: [say(turn.texts, turn.texts.cases.cardGone)] } };
  }
  const { nonce, data: draft } = found;
  const stale = press.fields.step !== String(draft.step);
  if (draft.about.format === "anonymous") {
    return { kind: "open", nonce, draft, subject: draft.about, stale };
  }
  const entry = await caseFor(turn.unit, turn.actor, draft.about.caseId);
  if (!entry) return { kind: "over", outcome: unknownCase(turn, draft.about.caseId) };
  const closed = await closedOutcome(turn, entry);
  if (closed) return { kind: "over", outcome: closed };
  return { kind: "open", nonce, draft, subject: { format: "case", entry }, stale };
}

export function caseOf(subject: Subject): CaseEntry | undefined {
  return subject.format === "case" ? subject.entry : undefined;
}
