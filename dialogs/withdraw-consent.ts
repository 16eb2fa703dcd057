import { caseLabel } from "../bot/cards/case-view.js";
import { literal } from "../bot/cards/elements.js";
import { say } from "../bot/cards/notices.js";
import { readableSpan } from "../bot/texts/format.js";
import { wallClock } from "../casework/calendar/zone.js";
import { caseFor } from "../casework/case/access.js";
import type { CaseEntry } from "../casework/case/case.js";
import { cancelConference, removeParticipant } from "../casework/conference/cancel-conference.js";
import type { Conference } from "../casework/conference/conference.js";
import { conferencesOf } from "../casework/conference/convened.js";
import { withdrawConsents } from "../casework/consent/commands.js";
import { BASE, type Consent } from "../casework/consent/consent.js";
import { findOffices } from "../knowledge/directory/find.js";
import { fold } from "../knowledge/german/spelling.js";
import { contextOf } from "./case-offices.js";
import { missingForConference } from "./conference-consents.js";
import type { CardPress } from "./event.js";
import { unknownCase } from "./show-case.js";
import { consentsOutcome } from "./show-consents.js";
import type { Outcome, Turn } from "./turn.js";

type Said = { readonly offices: readonly string[]; readonly base?: boolean };

/**
 * "Einwilligung Jugendamt zurückgezogen": at once in force. What is meant is looked for among the consents of the
 * case, not in the directory of today: a family that has moved withdraws what it gave before. Without an office
 * all are withdrawn.
 */
export async function withdrawByWords(turn: Turn, entry: CaseEntry, said: Said): Promise<Outcome> {
  const { texts } = turn;
  const meant = consentsMeant(turn, entry, said);
  if (meant.length === 0) {
    const named = said.offices.length > 0 ? literal(said.offices.join(", ")) : caseLabel(texts, entry);
    return { replies: [say(texts, texts.consent.withdrawnNone(named))] };
  }
  const done = await withdraw(turn, entry, meant);
  return {
    replies: [say(texts, `**${texts.consent.withdrawnTitle}**\n\n${done.lines.join("\n\n")}`)],
    state: { ...turn.state, lastCase: entry.id },
  };
}

/** "Widerrufen" on the overview: all that this giver gave for this recipient, or everything of a case. Pressed twice it has happened once. */
export async function withdrawByPress(turn: Turn, press: CardPress): Promise<Outcome> {
  const caseId = press.fields.caseId ?? "";
  const entry = await caseFor(turn.unit, turn.actor, caseId);
  if (!entry) return unknownCase(turn, caseId);
  const open = openConsents(entry);
  const pressed = open.find(({ id }) => id === press.fields.consentId);
  const meant = open.filter(
    (one) =>
      press.fields.all === "true" || (one.giver === pressed?.giver && one.recipient === pressed.recipient),
  );
  const done = await withdraw(turn, entry, meant);
  return consentsOutcome(turn, done.entry, { done: done.lines, place: "pressed" });
}

/** Withdraws and does what follows from it; the lines say what that was. */
async function withdraw(
  turn: Turn,
  before: CaseEntry,
  meant: readonly Consent[],
): Promise<{ readonly entry: CaseEntry; readonly lines: readonly string[] }> {
  const { texts, unit, actor } = turn;
  const words = texts.consent;
  const ids = meant.map(({ id }) => id);
  const { entry, withdrawn } = await withdrawConsents(unit, actor, before, ids);
  if (withdrawn.length === 0) return { entry, lines: [] };
  const names = [...new Set(withdrawn.map(({ recipientName }) => literal(recipientName)))];
  const lines = [words.withdrawn(names.join(", "))];
  for (const { recipient, recipientName } of withdrawn) {
    const others = openConsents(entry).filter((one) => one.recipient === recipient);
    if (others.length > 0) lines.push(words.resting(literal(recipientName)));
  }
  lines.push(...(await disinviteWithoutConsent(turn, entry)));
  return { entry, lines: [...new Set(lines)] };
}

/** After consents of a case are gone: nobody stays at a table that they no longer allow. The lines say who had to go. */
export async function disinviteWithoutConsent(turn: Turn, entry: CaseEntry): Promise<readonly string[]> {
  const { unit } = turn;
  const lines: string[] = [];
  for (const conference of await conferencesOf(unit, entry.id)) {
    if (conference.state !== "planned" || Date.parse(conference.end) < unit.now) continue;
    lines.push(...(await takeBackInvitations(turn, entry, conference)));
  }
  return lines;
}

/** Whoever may no longer be at the table is disinvited without a reason; without the round there is no table. */
async function takeBackInvitations(
  turn: Turn,
  entry: CaseEntry,
  conference: Conference,
): Promise<readonly string[]> {
  const { texts, unit, event, today } = turn;
  const words = texts.consent;
  const when = readableSpan(event.locale, conference.timeZone, conference.start, conference.end);
  const day = wallClock(conference.timeZone, Date.parse(conference.start)).date;
  const missing = missingForConference(turn, entry, conference.participants, [today, day]);
  const offices = conference.participants.filter(({ id }) => missing.some((one) => one.id === id));
  let current = conference;
  for (const { id } of offices) current = await removeParticipant(unit, current, id);
  // Those who are left must still be allowed to hear each other.
  const left = missingForConference(turn, entry, current.participants, [today, day]);
  if (current.state === "planned" && left.length > 0) current = await cancelConference(unit, current);
  const gone = current.state === "cancelled" ? conference.participants : offices;
  return [
    ...gone
      .filter(({ kind }) => kind === "office" || kind === "partner")
      .map(({ name, email }) =>
        email === ""
          ? words.withdrawnByPhone(literal(name), when)
          : words.withdrawnInvitation(literal(name), when),
      ),
    ...(current.state === "cancelled" ? [words.conferenceCancelled(when)] : []),
  ];
}

function openConsents(entry: CaseEntry): readonly Consent[] {
  return entry.consents.filter((consent) => consent.withdrawnAt === undefined);
}

function consentsMeant(turn: Turn, entry: CaseEntry, { offices, base }: Said): readonly Consent[] {
  const open = openConsents(entry);
  if (offices.length === 0 && !base) return open;
  const bases = base ? open.filter(({ recipient }) => recipient === BASE) : [];
  return [...new Set([...bases, ...offices.flatMap((word) => meantBy(turn, entry, open, word))])];
}

/** The very office first, then one of the same kind elsewhere, then whose name holds the word. */
function meantBy(turn: Turn, entry: CaseEntry, open: readonly Consent[], word: string): readonly Consent[] {
  const offices = findOffices(turn.directory, word, contextOf(turn, entry)).answers.map(
    ({ office }) => office,
  );
  const same = open.filter((consent) => offices.some(({ id }) => id === consent.recipient));
  if (same.length > 0) return same;
  const kin = open.filter(
    (consent) =>
      consent.recipient !== BASE && offices.some(({ rechtskreis }) => rechtskreis === consent.rechtskreis),
  );
  if (kin.length > 0) return kin;
  return open.filter((consent) => fold(consent.recipientName).includes(fold(word)));
}
