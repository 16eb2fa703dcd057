import { z } from "zod";
import { caseLabel } from "../bot/cards/case-view.js";
import { plannedCard, slotsCard } from "../bot/cards/conference.js";
import { consentCard } from "../bot/cards/consent.js";
import { say } from "../bot/cards/notices.js";
import type { Command } from "../bot/routing/command.js";
import { wallClock } from "../casework/calendar/zone.js";
import { caseFor } from "../casework/case/access.js";
import type { CaseEntry } from "../casework/case/case.js";
import { Participant } from "../casework/conference/conference.js";
import { planConference } from "../casework/conference/plan-conference.js";
import { recordConsents } from "../casework/consent/commands.js";
import { lastDayTogether, missingForConference, readConsentsForConference } from "./conference-consents.js";
import { chooseOffices, convenerSeat } from "./conference-offices.js";
import { proposeSlots, type Wish } from "./conference-slots.js";
import type { ConsentErrors, Recipient } from "./consent-form.js";
import { consentGridOf, languagesOf } from "./consent-grid.js";
import { openDraft, readDraft, spendDraft, updateDraft } from "./draft.js";
import type { CardPress } from "./event.js";
import type { Reply } from "./reply.js";
import { unknownCase } from "./show-case.js";
import type { Outcome, Turn } from "./turn.js";

/**
 * From "FaKo für K-7F3Q9 mit JC und Jugendamt nächste Woche" to the invitations: offices, the consents that
 * are missing, three dates, done. One draft goes through the steps; each step's card replaces the one before.
 */
const KIND = "conference";

const ConferenceDraft = z.object({
  caseId: z.string(),
  participants: z.array(Participant),
  wish: z.object({
    from: z.string().optional(),
    to: z.string().optional(),
    partOfDay: z.enum(["morning", "afternoon"]).optional(),
    minutes: z.number(),
  }),
  hints: z.array(z.string()),
  /** Rises with each card; a button of an earlier card only shows where the draft stands now. */
  step: z.number().int(),
  /** The day that was chosen, once it is known that consent must last until then. */
  day: z.iso.date().optional(),
  proposals: z.array(z.object({ start: z.string(), end: z.string(), reasons: z.string() })),
});
type ConferenceDraft = z.infer<typeof ConferenceDraft>;

const DEFAULT_MINUTES = 60;

export async function planFromText(
  turn: Turn,
  caseId: string,
  said: Omit<Extract<Command, { kind: "plan-conference" }>, "kind" | "caseId">,
): Promise<Outcome> {
  const { texts, unit, actor } = turn;
  const entry = await caseFor(unit, actor, caseId, "read");
  if (!entry) return unknownCase(turn, caseId);
  const chosen = await chooseOffices(turn, entry, said.offices, said.without);
  const hints = [
    ...(chosen.notFound.length > 0 ? [texts.conference.notFound(chosen.notFound.join(", "))] : []),
    ...(said.impossibleDate ? [texts.conference.impossibleDate(said.impossibleDate)] : []),
    ...(chosen.immigrationLeftOut ? [texts.conference.immigrationOnRequest] : []),
  ];
  if (chosen.participants.length === 0) {
    return { replies: [say(texts, [...hints, texts.conference.noOffices].join(" "))] };
  }
  const draft: ConferenceDraft = {
    caseId,
    participants: [...chosen.participants],
    wish: {
      ...(said.window ? { from: said.window.from, to: said.window.to } : {}),
      ...(said.partOfDay ? { partOfDay: said.partOfDay } : {}),
      minutes: quarters(said.durationMinutes ?? DEFAULT_MINUTES),
    },
    hints,
    step: 0,
    proposals: [],
  };
  const nonce = await openDraft(turn, KIND, draft, caseId);
  const reply = await nextStep(turn, entry, nonce, draft, "new");
  return { replies: [reply], state: { ...turn.state, lastCase: caseId, openDraft: nonce } };
}

/** "Speichern" on the consent grid: records what is there, leaves out the offices without, goes on to the dates. */
export async function saveConsentsAndGoOn(turn: Turn, press: CardPress): Promise<Outcome> {
  const { texts, unit, actor } = turn;
  const found = await open(turn, press);
  if (found.kind === "over") return found.outcome;
  const { nonce, draft, entry } = found;
  const missing = missingConsents(turn, entry, draft);
  const read = readConsentsForConference(turn, entry, draft.participants, missing, press.fields);
  if (read.kind === "errors") {
    return { replies: [grid(turn, entry, nonce, draft, missing, "pressed", press.fields, read.errors)] };
  }
  const changed = await recordConsents(unit, actor, entry, read.consents);
  const { participants } = read;
  if (participants.length === 0) {
    await spendDraft(turn, nonce);
    return { replies: [say(texts, texts.conference.allRefused)] };
  }
  return {
    replies: [await nextStep(turn, changed, nonce, { ...draft, participants: [...participants] }, "pressed")],
  };
}

/** "Anlegen" on the dates: the draft becomes the conference, the invitations wait in the outbox. */
export async function createConference(turn: Turn, press: CardPress): Promise<Outcome> {
  const { texts, unit, actor, event } = turn;
  const found = await open(turn, press);
  if (found.kind === "over") return found.outcome;
  const { nonce, draft, entry } = found;
  const everybody = [convenerSeat(turn), ...draft.participants];
  // Clients leave an input out that was emptied: whoever's address is not there is invited by phone.
  const participants = everybody.map((one) => ({
    ...one,
    email: (press.fields[`mail:${one.id}`] ?? "").trim(),
  }));
  const proposal = draft.proposals.find(({ start }) => start === press.fields.slot);
  const badMail = participants.find((one) => one.email !== "" && !z.email().safeParse(one.email).success);
  const error = badMail
    ? texts.conference.mailInvalid(badMail.name)
    : proposal
      ? undefined
      : texts.conference.chooseSlotRequired;
  if (error || !proposal) {
    return { replies: [dates(turn, entry, nonce, draft, "pressed", [], press.fields, error)] };
  }
  const planned = await planConference(unit, actor, {
    subject: { format: "case", entry },
    participants,
    start: new Date(proposal.start).toISOString(),
    end: new Date(proposal.end).toISOString(),
    timeZone: ZONE,
    today: turn.today,
    day: wallClock(ZONE, Date.parse(proposal.start)).date,
    where: "",
    online: false,
    random: Buffer.from(turn.random(16)).toString("hex"),
    mailDomain: turn.settings.mailDomain,
    heldUntil: unit.now,
  });
  if (planned.kind === "consent-missing") {
    const day = wallClock(ZONE, Date.parse(proposal.start)).date;
    return { replies: [await nextStep(turn, entry, nonce, { ...draft, day }, "pressed")] };
  }
  if (planned.kind === "taken") {
    const names = planned.by.map((one) => one.name).join(", ");
    const again = { ...draft, hints: [texts.conference.taken(names)] };
    return { replies: [await nextStep(turn, entry, nonce, again, "pressed")] };
  }
  await spendDraft(turn, nonce);
  const { openDraft: _closed, ...state } = turn.state;
  const view = { label: caseLabel(texts, entry), mail: turn.settings.mail };
  return {
    replies: [plannedCard(texts, event.locale, planned.conference, view)],
    state: { ...state, lastCase: entry.id },
  };
}

const ZONE = "Europe/Berlin";

/** The consent grid while something is missing, else three dates, else why there are none. */
async function nextStep(
  turn: Turn,
  entry: CaseEntry,
  nonce: string,
  before: ConferenceDraft,
  place: Reply["place"],
): Promise<Reply> {
  const draft = { ...before, step: before.step + 1 };
  const missing = missingConsents(turn, entry, draft);
  if (missing.length > 0) {
    await updateDraft(turn, nonce, KIND, draft);
    return grid(turn, entry, nonce, draft, missing, place, {});
  }
  const wish: Wish = { ...draft.wish, noLaterThan: lastDayTogether(turn, entry, draft.participants) };
  const everybody = [convenerSeat(turn), ...draft.participants];
  const { proposals, later } = await proposeSlots(turn, everybody, wish, entry.id);
  const next = { ...draft, proposals: [...proposals] };
  await updateDraft(turn, nonce, KIND, next);
  if (proposals.length === 0) {
    const { noSlots, noSlotsHint } = turn.texts.conference;
    return say(turn.texts, `${noSlots} ${noSlotsHint(entry.id)}`);
  }
  return dates(turn, entry, nonce, next, place, later ? [turn.texts.conference.laterSlots] : [], {});
}

/** Whose consent is not in force today or, where a day was chosen, on that day. */
function missingConsents(
  turn: Turn,
  entry: CaseEntry,
  { participants, day }: ConferenceDraft,
): readonly Recipient[] {
  const days = day === undefined ? [turn.today] : [turn.today, day];
  return missingForConference(turn, entry, participants, days);
}

type Open =
  | {
      readonly kind: "open";
      readonly nonce: string;
      readonly draft: ConferenceDraft;
      readonly entry: CaseEntry;
    }
  | { readonly kind: "over"; readonly outcome: Outcome };

async function open(turn: Turn, press: CardPress): Promise<Open> {
  const draft = await readDraft(turn, press, KIND, ConferenceDraft);
  if (draft.kind === "gone") {
    return { kind: "over", outcome: { replies: [say(turn.texts, turn.texts.cases.cardGone)] } };
  }
  const entry = await caseFor(turn.unit, turn.actor, draft.data.caseId);
  if (!entry) return { kind: "over", outcome: unknownCase(turn, draft.data.caseId) };
  if (press.fields.step !== String(draft.data.step)) {
    const current = await nextStep(turn, entry, draft.nonce, draft.data, "pressed");
    return { kind: "over", outcome: { replies: [current] } };
  }
  return { kind: "open", nonce: draft.nonce, draft: draft.data, entry };
}

function grid(
  turn: Turn,
  entry: CaseEntry,
  nonce: string,
  draft: ConferenceDraft,
  missing: readonly Recipient[],
  place: Reply["place"],
  values: Readonly<Record<string, string>>,
  errors: ConsentErrors = {},
): Reply {
  return consentCard(
    turn.texts,
    {
      title: turn.texts.conference.consentTitle(caseLabel(turn.texts, entry)),
      nonce,
      grid: consentGridOf(turn, {
        recipients: missing,
        forConference: true,
        languages: languagesOf(turn, entry),
        values,
        errors,
      }),
      step: draft.step,
      hints: draft.hints,
    },
    place,
  );
}

function dates(
  turn: Turn,
  entry: CaseEntry,
  nonce: string,
  draft: ConferenceDraft,
  place: Reply["place"],
  hints: readonly string[],
  values: Readonly<Record<string, string>>,
  error?: string,
): Reply {
  return slotsCard(
    turn.texts,
    turn.event.locale,
    {
      label: caseLabel(turn.texts, entry),
      nonce,
      timeZone: ZONE,
      slots: draft.proposals,
      participants: [convenerSeat(turn), ...draft.participants],
      minutes: draft.wish.minutes,
      step: draft.step,
      values,
      hints: [...draft.hints, ...hints],
      ...(error ? { error } : {}),
    },
    place,
  );
}

/** Rounded up to the quarter hour, from 15 minutes to 4 hours. */
function quarters(minutes: number): number {
  return Math.min(240, Math.max(15, Math.ceil(minutes / 15) * 15));
}
