import { seatsCard } from "../bot/cards/conference-change.js";
import { literal } from "../bot/cards/elements.js";
import { wallClock } from "../casework/calendar/zone.js";
import { type CaseEntry, caseRecord } from "../casework/case/case.js";
import { busyEntry } from "../casework/conference/busy.js";
import { changeSeats } from "../casework/conference/change-seats.js";
import { CONVENER, type Conference, type Participant } from "../casework/conference/conference.js";
import { recordConsents } from "../casework/consent/commands.js";
import { contextOf } from "./case-offices.js";
import { missingForConference, readConsentsForConference } from "./conference-consents.js";
import { conferenceOutcome } from "./conference-outcome.js";
import { consentGridOf, languagesOf } from "./consent-grid.js";
import { faultyAddress } from "./dates-fields.js";
import type { CardPress } from "./event.js";
import { seatsFromWords } from "./more-seats.js";
import { contextForQuestion } from "./question-context.js";
import type { Outcome, Turn } from "./turn.js";
import { plannedConference } from "./which-conference.js";
import { conferenceLabel } from "./who-comes.js";

type Fields = Readonly<Record<string, string>>;

/** Who sits at a conference that stands: take somebody off, ask somebody along. */
export async function offerSeats(turn: Turn, press: CardPress): Promise<Outcome> {
  const conference = await plannedConference(turn, press.fields.conference);
  return "outcome" in conference ? conference.outcome : show(turn, conference, {});
}

/** "Speichern": the one who is taken off gets a cancellation, the new one an invitation, the others hear nothing. */
export async function saveSeats(turn: Turn, press: CardPress): Promise<Outcome> {
  const { unit, texts } = turn;
  const conference = await plannedConference(turn, press.fields.conference);
  if ("outcome" in conference) return conference.outcome;
  const { fields } = press;
  const entry = conference.caseId ? await unit.read(caseRecord, conference.caseId) : undefined;
  const context = entry ? contextOf(turn, entry) : contextForQuestion(turn);
  const anonymous = conference.format === "anonymous";
  const more = await seatsFromWords(turn, fields.free_more ?? "", context, anonymous);
  if (more.notFound.length > 0) {
    return show(turn, conference, fields, {
      error: texts.planning.nothingNew(literal(more.notFound.join(", "))),
    });
  }
  const mail = (fields["mail:new"] ?? "").trim();
  const wanted = more.seats
    .filter((seat) => !conference.participants.some(({ id }) => id === seat.id))
    .map((seat, i) => (i === 0 && mail !== "" ? { ...seat, email: mail } : seat));
  const badMail = faultyAddress(wanted);
  if (badMail)
    return show(turn, conference, fields, { error: texts.conference.mailInvalid(literal(badMail.name)) });
  const gone = conference.participants.filter(
    ({ id }) => id !== CONVENER && fields[`role:${id}`] === "without",
  );
  const covered = await coverByConsent(turn, conference, entry, wanted, gone, fields);
  return "outcome" in covered ? covered.outcome : change(turn, conference, covered, gone, fields);
}

type Covered = { readonly entry: CaseEntry | undefined; readonly wanted: readonly Participant[] };

/** Whoever is new needs consent like all the others: it is asked for on this very card. */
async function coverByConsent(
  turn: Turn,
  conference: Conference,
  entry: CaseEntry | undefined,
  wanted: readonly Participant[],
  gone: readonly Participant[],
  fields: Fields,
): Promise<Covered | { readonly outcome: Outcome }> {
  if (!entry || wanted.length === 0) return { entry, wanted };
  const stay = conference.participants.filter((seat) => !gone.includes(seat));
  const table = [...stay, ...wanted];
  const missing = missingForConference(turn, entry, table, [turn.today, busyEntry(conference).sort]);
  if (missing.length === 0) return { entry, wanted };
  const grid = { recipients: missing, forConference: true, languages: languagesOf(turn, entry) };
  if (fields.informed === undefined) {
    const asked = consentGridOf(turn, { ...grid, values: {} });
    return { outcome: await show(turn, conference, fields, { grid: asked }) };
  }
  const read = readConsentsForConference(turn, entry, table, missing, fields);
  if (read.kind === "errors") {
    const again = consentGridOf(turn, { ...grid, values: fields, errors: read.errors });
    return { outcome: await show(turn, conference, fields, { grid: again }) };
  }
  const changed = await recordConsents(turn.unit, turn.actor, entry, read.consents);
  return { entry: changed, wanted: wanted.filter((seat) => read.participants.includes(seat)) };
}

async function change(
  turn: Turn,
  conference: Conference,
  { entry, wanted }: Covered,
  gone: readonly Participant[],
  fields: Fields,
): Promise<Outcome> {
  const { unit, texts, settings } = turn;
  const rules = {
    consents: entry?.consents ?? [],
    today: wallClock(conference.timeZone, unit.now).date,
    heldUntil: unit.now + settings.sendDelayMs,
  };
  const saved = await changeSeats(unit, conference, { gone, wanted }, rules);
  if (saved.kind === "planned") {
    const { state } = saved.conference;
    const done = state === "cancelled" ? texts.planning.calledOff : texts.planning.seatsSaved;
    return conferenceOutcome(turn, saved.conference, done);
  }
  const names = (seats: readonly Participant[]) => seats.map(({ name }) => literal(name)).join(", ");
  const error =
    saved.kind === "taken"
      ? texts.planning.busyThen(names(saved.by))
      : texts.planning.consentFirst(names(saved.participants));
  return show(turn, conference, fields, { error });
}

async function show(
  turn: Turn,
  conference: Conference,
  values: Fields,
  more: { readonly error?: string; readonly grid?: ReturnType<typeof consentGridOf> } = {},
): Promise<Outcome> {
  const label = await conferenceLabel(turn, conference);
  return { replies: [seatsCard(turn.texts, { conference, label, values, ...more })] };
}
