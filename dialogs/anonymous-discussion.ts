import { literal } from "../bot/cards/elements.js";
import { say } from "../bot/cards/notices.js";
import { conferenceRecord } from "../casework/conference/conference.js";
import { newCaseId } from "../casework/privacy/case-id.js";
import { fold } from "../knowledge/german/spelling.js";
import { CONFERENCE_DRAFT, type ConferenceDraft, openConferenceDraft } from "./conference-draft.js";
import { interpreterSeat, officesNamed } from "./conference-offices.js";
import { nextStep } from "./conference-step.js";
import { openDraft, spendDraft } from "./draft.js";
import type { CardPress } from "./event.js";
import { contextForQuestion } from "./question-context.js";
import { blankDraft, type SaidConference } from "./schedule-conference.js";
import type { Outcome, Turn } from "./turn.js";

/**
 * "Anonym besprechen" where consent is missing: the same offices at the same time, in a draft of its own that knows
 * no case. Nothing leads from it to the case, or back.
 */
export async function goAnonymous(turn: Turn, press: CardPress): Promise<Outcome> {
  const opened = await openConferenceDraft(turn, press);
  if (opened.kind === "over") return opened.outcome;
  await spendDraft(turn, opened.nonce);
  const { draft } = opened;
  // Who sits there themselves is not anonymous, and why an office is needed tells of the case.
  const participants = draft.participants
    .filter(({ kind }) => kind !== "client")
    .map((seat) => ({ ...seat, why: "" }));
  return begin(
    turn,
    { ...draft, participants, step: 0, day: undefined, proposals: [], several: [], detours: [] },
    "pressed",
  );
}

/** "anonyme Fallbesprechung mit Jugendamt und Jobcenter in Eschweiler nächste Woche". */
export async function planAnonymous(turn: Turn, said: SaidConference, typed: string): Promise<Outcome> {
  const { texts, directory } = turn;
  const place = directory.places.find(({ name }) => fold(typed).includes(fold(name)));
  const context = { ...contextForQuestion(turn), ...(place ? { place: place.ars } : {}) };
  const named = await officesNamed(turn, context, said.offices, said.without);
  if (named.participants.length === 0) return { replies: [say(texts, texts.planning.anonymousPlace)] };
  return begin(
    turn,
    {
      ...blankDraft(said, false),
      participants: [...named.participants, ...(said.withInterpreter ? [interpreterSeat(turn)] : [])],
      hints: [
        ...(named.notFound.length > 0 ? [texts.conference.notFound(literal(named.notFound.join(", ")))] : []),
        ...(said.impossibleDate ? [texts.conference.impossibleDate(said.impossibleDate)] : []),
      ],
    },
    "new",
  );
}

async function begin(
  turn: Turn,
  content: Omit<ConferenceDraft, "about">,
  place: "new" | "pressed",
): Promise<Outcome> {
  const id = await freeId(turn);
  const draft: ConferenceDraft = {
    ...content,
    about: { format: "anonymous", id },
    hints: [...content.hints, turn.texts.planning.anonymousHint],
  };
  const nonce = await openDraft(turn, CONFERENCE_DRAFT, draft);
  const reply = await nextStep(turn, { nonce, draft, subject: { format: "anonymous", id } }, place);
  return { replies: [reply], state: { ...turn.state, openDraft: nonce } };
}

/** Drawn like the id of a case, and told apart by its beginning. */
async function freeId(turn: Turn): Promise<string> {
  for (;;) {
    const id = newCaseId(turn.random).replace(/^K-/, "FB-");
    if (!(await turn.unit.read(conferenceRecord, id))) return id;
  }
}
