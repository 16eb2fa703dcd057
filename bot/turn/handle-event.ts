import { type KnownLately, knownLately } from "../../casework/store/known-lately.js";
import { StoreUnavailable } from "../../casework/store/store.js";
import type { IncomingEvent } from "../../dialogs/event.js";
import type { Reply } from "../../dialogs/reply.js";
import { stateId } from "../../dialogs/state.js";
import type { Settings } from "../../dialogs/turn.js";
import { type AssistanceOptions, assistanceFor, type Models } from "../assistance.js";
import { say } from "../cards/notices.js";
import { type WrittenSentence, writtenSoFar } from "../cards/written-answer.js";
import type { Knowledge } from "../knowledge-in-memory.js";
import type { Texts } from "../texts/de.js";
import { textsFor } from "../texts/texts.js";
import { type CleanedEvent, cleanEvent } from "./clean-event.js";
import { deliverLate } from "./deliver-late.js";
import type { AnswerStream, FrontDoor, TurnOutcome } from "./front-door.js";
import { recall } from "./recall.js";
import { type CardMemory, casesIn } from "./remember-cards.js";
import { type Answered, runTurn } from "./run-turn.js";
import { maySeeAgain, type Standing, standingOf } from "./see-again.js";
import { type SentMarks, wentOut } from "./sent-marks.js";
import { type Ledger, landedBefore, nothingWritten, transact } from "./transact.js";

/** Nothing of a turn lands later than this; the person is told before that it failed, never after. */
const TURN_MS = 8_000;

/** Teams delivers an event again for some minutes; whoever comes with its id later is no delivery. */
const REDELIVERY_MS = 10 * 60_000;

/** Events and cards whose outcome is remembered here: far more than come within the minutes of a redelivery. */
const MOST_REMEMBERED = 5_000;

export type FrontDoorServices = {
  readonly ledger: Ledger;
  readonly knowledge: () => Promise<Knowledge>;
  readonly settings: Settings;
  readonly sentMarks: SentMarks;
  readonly models: Models;
  readonly cards: CardMemory;
  /** Without content: kinds and durations only. */
  readonly log: (entry: Readonly<Record<string, unknown>>) => void;
};

/** What a turn leaves behind for redeliveries: its replies, sealed, with the commit. */
type Remembered = Answered & {
  /** The cases that the replies may show; results from before cards were remembered have none. */
  readonly cases?: readonly string[];
  /** The event that was answered, as whom and when (ms); results from before this was looked at have none. */
  readonly by?: { readonly event: string; readonly standing: Standing; readonly at: number };
};

/** The way of every event from Teams: cleaned, run as one transaction, answered after the commit. */
export function frontDoor(services: FrontDoorServices): FrontDoor {
  const running = new Map<string, Promise<TurnOutcome>>();
  // What was done, or may have been.
  const before = knownLately(MOST_REMEMBERED);
  return (event, stream) => {
    const key = `${event.conversation.id}/${event.id}`;
    const { content } = event;
    const about = content.kind === "edited" || content.kind === "deleted" ? content.message : undefined;
    // The same activity again while the first is still at work: it waits, and sends nothing itself.
    const first = running.get(key);
    if (first) return first.then((outcome) => ({ ...outcome, send: [], sent: () => {} }));
    // An edit that comes while its message is still being answered waits for that answer.
    const edited = about === undefined ? undefined : running.get(`${event.conversation.id}/${about}`);
    const begin = async () => {
      await edited;
      const outcome = await handle(services, before, key, event, stream);
      // A card that renews itself was pressed by nobody: what can't take its place is not said.
      const unasked = content.kind === "press" && content.automatic && !outcome.replacement;
      return unasked ? { ...outcome, send: [] } : outcome;
    };
    const turn = begin().finally(() => running.delete(key));
    running.set(key, turn);
    return turn;
  };
}

async function handle(
  services: FrontDoorServices,
  before: KnownLately,
  key: string,
  original: IncomingEvent,
  stream: AnswerStream | undefined,
): Promise<TurnOutcome> {
  const { ledger, settings, log, sentMarks, cards } = services;
  const texts = textsFor(original.locale);
  const now = ledger.clock();
  const marks = marksOf(key, original);
  try {
    const cleaned = cleanEvent(original);
    // What went out before is answered out of the store: no model is asked for it, and nothing streams.
    const repeated = services.models.chat !== undefined && (await sentMarks.has(key));
    const assist = repeated
      ? undefined
      : assistanceFor(services.models, {
          log,
          ...whileWriting(texts, cleaned, stream),
          late: mayBeLate(cleaned),
        });
    let late: Promise<Reply | undefined> | undefined;
    const later = (reply: Promise<Reply | undefined>) => {
      late = reply;
    };
    const recalled = await inTime(recall(ledger, sentMarks, original), now + TURN_MS, ledger.clock);
    const former = recalled?.answer;
    // Where the message never came, its edit stands for it: should it come yet, it is answered already.
    const once = recalled && !former ? [`event/${key}`, `event/${recalled.key}`] : [`event/${key}`];
    const help = { ...(assist ? { assist: { ...assist, later } } : {}), ...(former ? { former } : {}) };
    const work = services
      .knowledge()
      .catch(nothingWritten)
      .then((knowledge) =>
        transact<Remembered>(ledger, { once, now, deadline: now + TURN_MS }, async (unit) => ({
          ...(await runTurn(unit, cleaned, knowledge, settings, help)),
          cases: casesIn(unit.scopesShown()),
          by: { event: key, standing: await standingOf(unit, original.person.id), at: now },
        })),
      );
    const done = await inTime(work, now + TURN_MS + 500, ledger.clock);
    if (done.kind === "forgotten" && original.content.kind === "deleted") return { send: [], sent: () => {} };
    if (done.kind !== "done") {
      const words = done.kind === "forgotten" ? texts.errors.forgotten : texts.errors.busy;
      return justSay(say(texts, words));
    }
    before.add(marks);
    const { replies, unknown, cases = [], by } = done.result;
    if (unknown && !done.replayed) log({ event: "not-answered", what: unknown });
    const justNow = by?.event === key && now - by.at < REDELIVERY_MS;
    if (done.replayed && !justNow) {
      // A used card, pressed again: what was answered then is shown to whom it may be shown today.
      const then = { standing: by?.standing, cases };
      const shown = await maySeeAgain(ledger, original.person.id, then).catch(landedBefore);
      if (!shown) return justSay(say(texts, texts.errors.forgotten));
    }
    // A redelivery of the same activity sends nothing that went out; a second press of a used card shows it again.
    const committed = by?.event === key ? by.at : 0;
    const redelivered = done.replayed && (await wentOut(sentMarks, key, committed, ledger.clock));
    const replacement = replies.find((reply) => reply.place === "pressed" && reply.card);
    const results = replies.filter((reply) => reply.place === "result");
    if (original.content.kind === "search") return { send: [], results, sent: () => {} };
    return {
      send: redelivered ? [] : replies,
      ...(replacement ? { replacement } : {}),
      ...(recalled?.activityId ? { former: recalled.activityId } : {}),
      sent: (activityIds) => {
        sentMarks.add(key, activityIds);
        if (recalled) sentMarks.add(recalled.key, activityIds);
        const activityId = activityIds.at(-1);
        if (late && activityId) {
          const place = { reference: original.reference, activityId };
          // The store is away: the answer that was sent stands.
          deliverLate(ledger, key, place, late).catch(() => {});
        }
        const chat = stateId(original.conversation.id, original.person.id);
        const { reference, locale } = original;
        cards.add({ replies, activityIds, cases, reference, chat, locale });
      },
    };
  } catch (error) {
    log({ event: "turn-failed", error: error instanceof Error ? error.name : "unknown" });
    if (!(error instanceof StoreUnavailable)) return justSay(say(texts, texts.errors.turnFailed));
    // What fails now before it has looked knows nothing of an earlier delivery or press, which may have landed.
    const write = before.has(marks) ? "unknown" : error.write;
    if (write === "unknown") before.add(marks);
    return justSay(say(texts, wordsFor(texts, write)));
  }
}

/** By what the same thing is recognised when it comes again: the event, and the card that was pressed. */
function marksOf(key: string, { content }: IncomingEvent): readonly string[] {
  const nonce = content.kind === "press" ? content.nonce : undefined;
  return nonce === undefined ? [`event/${key}`] : [`event/${key}`, `nonce/${nonce}`];
}

/** Never "gespeichert wurde nichts" where something may have landed. */
function wordsFor({ errors }: Texts, write: StoreUnavailable["write"]): string {
  return { unknown: errors.storeDown, refused: errors.storeRefused, full: errors.storeFull }[write];
}

/** A later answer takes the place of the whole message, so that nothing else may stand in it. */
function mayBeLate({ event, leftOut, warned }: CleanedEvent): boolean {
  return event.content.kind === "text" && leftOut.length === 0 && warned.length === 0;
}

/** Shows what a model writes as it comes, unless words about what was left out will stand before it. */
function whileWriting(
  texts: Texts,
  { leftOut, warned }: CleanedEvent,
  stream: AnswerStream | undefined,
): Pick<AssistanceOptions, "onSentence"> {
  if (!stream || leftOut.length > 0 || warned.length > 0) return {};
  const shown: WrittenSentence[] = [];
  return {
    onSentence(sentence) {
      shown.push(sentence);
      stream.show(writtenSoFar(texts, shown));
    },
  };
}

/** An answer that nothing was committed for: a redelivery may try again. */
function justSay(reply: Reply): TurnOutcome {
  return { send: [reply], sent: () => {} };
}

/** Rejects with StoreUnavailable when `until` passes: whatever hangs, a person has an answer. */
async function inTime<T>(work: Promise<T>, until: number, clock: () => number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new StoreUnavailable("no answer in time")), until - clock());
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
