import { literal } from "../bot/cards/elements.js";
import { say } from "../bot/cards/notices.js";
import {
  type SaidOfShared,
  type SharedCase,
  type SharedInvitation,
  sharedCard,
} from "../bot/cards/shared.js";
import { readableDay, readableSpan } from "../bot/texts/format.js";
import { attendanceRecord } from "../casework/attendance/attendance.js";
import { takeAnswer } from "../casework/attendance/take-answer.js";
import { audit } from "../casework/audit/audit.js";
import { type CaseEntry, caseRecord } from "../casework/case/case.js";
import { addNote } from "../casework/case/commands.js";
import { finishMeasure } from "../casework/case/measures.js";
import type { Conference } from "../casework/conference/conference.js";
import { conferencesOf } from "../casework/conference/convened.js";
import { mayDisclose } from "../casework/consent/may-disclose.js";
import { sharedIndex } from "../casework/consent/shared-index.js";
import { recordView } from "../casework/consent/shared-view.js";
import { holds } from "../casework/staff/rights.js";
import { caseScope } from "../casework/store/record.js";
import type { Office } from "../knowledge/directory/model.js";
import { invitationStands } from "./conference-consents.js";
import { meansThisDate } from "./date-on-card.js";
import type { CardPress } from "./event.js";
import { officeOfMeasure } from "./measure-office.js";
import { caseNamed, noteRefusal } from "./note-refusal.js";
import { officesOfPartner } from "./partner-offices.js";
import type { Reply } from "./reply.js";
import type { Outcome, Turn } from "./turn.js";
import { writeTo } from "./write-to.js";

/** One case as one office may see it. */
type Shared = {
  readonly office: Office;
  readonly entry: CaseEntry;
  readonly conferences: readonly Conference[];
  readonly view: SharedCase;
};

/**
 * "meine Einladungen", "was ist für mich": what consent lets a partner's office see, and nothing else – the
 * invitations, the measures it is responsible for, the purpose. It is worked out anew on every look, so access ends
 * with the consent (§ 78 SGB X).
 */
async function showShared(
  turn: Turn,
  shared: readonly Shared[],
  said: SaidOfShared = {},
  place: Reply["place"] = "new",
): Promise<Outcome> {
  for (const { office, entry, view } of shared) {
    await audit(turn.unit, turn.actor.id, "shared-read", entry.id, office.id);
    const verdict = mayDisclose(entry.consents, {
      what: "partner-view",
      recipient: office.id,
      days: [turn.today],
    });
    await recordView(turn.unit, {
      caseId: entry.id,
      office,
      items: [...view.measures, ...view.invitations].map(({ id }) => id),
      on: verdict.kind === "allowed" ? verdict.on : [],
      by: turn.actor.id,
    });
  }
  const view = { cases: shared.map((one) => one.view), ...said };
  return { replies: [sharedCard(turn.texts, view, place)] };
}

/**
 * What somebody who does no casework gets who asks for it: partners what is shared with them, others a plain no.
 * @param named what may be the id of a case or of something of a case
 */
export async function withoutCasework(turn: Turn, named?: string): Promise<Outcome> {
  if (holds(turn.actor, "shared")) {
    const shared = await sharedWith(turn);
    if (!shared.some(({ entry }) => entry.id === caseNamed(named))) await noteRefusal(turn, named);
    return showShared(turn, shared);
  }
  await noteRefusal(turn, named);
  return { replies: [say(turn.texts, turn.texts.cases.notAllowed)] };
}

/** "Zusagen", "Absagen", "Vertretung kommt". What is not shared with this office is answered like what never was. */
export async function answerInvitation(turn: Turn, press: CardPress): Promise<Outcome> {
  const { unit, actor, texts } = turn;
  const given = (["accepted", "declined", "delegated"] as const).find((one) => one === press.fields.answer);
  for (const { office, conferences } of await sharedWith(turn)) {
    const conference = conferences.find(({ id }) => id === press.fields.conference);
    if (!conference || !given) continue;
    const { shared, attendance: words } = texts;
    if (!meansThisDate(press, conference)) {
      return showShared(turn, await sharedWith(turn), { refused: shared.otherDate }, "pressed");
    }
    const taken = await takeAnswer(unit, actor.id, conference, {
      participant: office.id,
      answer: given,
      source: "teams",
      sequence: conference.sequence,
      at: unit.now,
    });
    const said =
      taken === "taken"
        ? { done: words.noted(literal(office.name), words.answers[given]) }
        : { refused: shared.over };
    return showShared(turn, await sharedWith(turn), said, "pressed");
  }
  return notShared(turn, press.fields.conference ?? "");
}

/** "Erledigt": the owner is told, and reads in the case by whom. */
export async function finishSharedMeasure(turn: Turn, press: CardPress): Promise<Outcome> {
  const { unit, actor, texts } = turn;
  for (const { office, entry, view } of await sharedWith(turn)) {
    const measure = view.measures.find(({ id }) => id === press.fields.measureId);
    if (!measure || entry.id !== press.fields.caseId) continue;
    await finishMeasure(unit, actor, entry, measure.id);
    await addNote(unit, actor, entry.id, texts.shared.reported(office.name, measure.what));
    const id = `shared-done/${entry.id}/${measure.id}`;
    await writeTo(unit, { id, person: entry.owner, scopes: [caseScope(entry.id)] }, (theirs) =>
      say(theirs, theirs.shared.ownerTold(literal(office.name), entry.id)),
    );
    return showShared(turn, await sharedWith(turn), { done: texts.shared.measureDone }, "pressed");
  }
  if (!(await wasDone(turn, press))) return notShared(turn, press.fields.caseId ?? "");
  return showShared(turn, await sharedWith(turn), { refused: texts.shared.alreadyDone }, "pressed");
}

/** A measure of this office's that is done: the button was pressed twice, or somebody else was faster. */
async function wasDone(turn: Turn, { fields }: CardPress): Promise<boolean> {
  const { unit, today } = turn;
  for (const { id: office } of officesOfPartner(turn)) {
    const cases = await unit.range(sharedIndex(office));
    if (!cases.some(({ member }) => member === fields.caseId)) continue;
    const entry = await unit.read(caseRecord, fields.caseId ?? "");
    const measure = entry?.measures.find(({ id, doneAt }) => id === fields.measureId && doneAt !== undefined);
    if (!entry || !measure || officeOfMeasure(turn, entry, measure) !== office) continue;
    const asked = { what: "partner-view", recipient: office, days: [today] } as const;
    if (mayDisclose(entry.consents, asked).kind === "allowed") return true;
  }
  return false;
}

/** The same words for what was never shared, what is no longer, and what does not exist. */
async function notShared(turn: Turn, subject: string): Promise<Outcome> {
  await noteRefusal(turn, subject);
  return { replies: [say(turn.texts, turn.texts.shared.none)] };
}

async function sharedWith(turn: Turn): Promise<readonly Shared[]> {
  const shared: Shared[] = [];
  for (const office of officesOfPartner(turn)) {
    const entries = await turn.unit.range(sharedIndex(office.id));
    const cases = await turn.unit.readMany(
      caseRecord,
      entries.map(({ member }) => member),
    );
    for (const entry of cases) {
      const one = entry?.state === "open" ? await sharedOf(turn, office, entry) : undefined;
      if (one) shared.push(one);
    }
  }
  return shared;
}

/** Undefined where consent does not let the office see anything, or where there is nothing to see. */
async function sharedOf(turn: Turn, office: Office, entry: CaseEntry): Promise<Shared | undefined> {
  const { unit, today, texts, event } = turn;
  const verdict = mayDisclose(entry.consents, { what: "partner-view", recipient: office.id, days: [today] });
  if (verdict.kind === "refused") return undefined;
  const measures = entry.measures
    .filter((measure) => measure.doneAt === undefined && officeOfMeasure(turn, entry, measure) === office.id)
    .map(({ id, what, due }) => ({ id, what, ...(due ? { due: readableDay(event.locale, due) } : {}) }));
  const conferences = (await conferencesOf(unit, entry.id)).filter(
    (conference) =>
      conference.state === "planned" &&
      Date.parse(conference.end) > unit.now &&
      invitationStands(entry, conference, office.id, today),
  );
  if (measures.length === 0 && conferences.length === 0) return undefined;
  const invitations = await Promise.all(
    conferences.map((conference) => invitationOf(turn, conference, office.id)),
  );
  const purposes = verdict.on.flatMap((consent) => consent.purposes);
  const purpose = [...new Set(purposes)].map((one) => texts.consent.purposes[one]).join(", ");
  return {
    office,
    entry,
    conferences,
    view: { caseId: entry.id, office: office.name, purpose, measures, invitations },
  };
}

async function invitationOf(turn: Turn, conference: Conference, office: string): Promise<SharedInvitation> {
  const { id, timeZone, start, end, where, dateSequence } = conference;
  const attendance = await turn.unit.read(attendanceRecord, id);
  const answer = attendance?.answers.find(
    (one) => one.participant === office && one.sequence >= dateSequence,
  );
  return {
    id,
    start,
    when: readableSpan(turn.event.locale, timeZone, start, end),
    where,
    ...(answer ? { answer: turn.texts.attendance.answers[answer.answer] } : {}),
  };
}
