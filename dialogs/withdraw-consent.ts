import { caseLabel } from "../bot/cards/case-view.js";
import { say } from "../bot/cards/notices.js";
import { readableSpan } from "../bot/texts/format.js";
import type { CaseEntry } from "../casework/case/case.js";
import { withdrawConsents } from "../casework/case/commands.js";
import { removeParticipant } from "../casework/conference/cancel-conference.js";
import { conferencesOf } from "../casework/conference/convened.js";
import type { Consent } from "../casework/consent/consent.js";
import { findOffices } from "../knowledge/directory/find.js";
import { fold } from "../knowledge/german/spelling.js";
import { contextOf } from "./case-offices.js";
import type { Outcome, Turn } from "./turn.js";

/**
 * "Einwilligung Jugendamt zurückgezogen": at once in force. What is meant is looked for among the consents of the
 * case, not in the directory of today: a family that has moved withdraws what it gave before. Without an office
 * all are withdrawn.
 */
export async function withdrawConsent(
  turn: Turn,
  entry: CaseEntry,
  words: readonly string[],
): Promise<Outcome> {
  const { texts, unit, actor, event } = turn;
  const meant = consentsMeant(turn, entry, words);
  if (meant.length === 0) {
    const named = words.length > 0 ? words.join(", ") : caseLabel(texts, entry);
    return { replies: [say(texts, texts.conference.withdrawnNone(named))] };
  }
  const recipients = [...new Set(meant.map((consent) => consent.recipient))];
  await withdrawConsents(unit, actor, entry, recipients);
  const names = [...new Set(meant.map((consent) => consent.recipientName))].join(", ");
  const lines = [texts.conference.withdrawn(names)];
  for (const conference of await conferencesOf(unit, entry.id)) {
    if (conference.state !== "planned" || Date.parse(conference.end) < unit.now) continue;
    const when = readableSpan(event.locale, conference.timeZone, conference.start, conference.end);
    let current = conference;
    for (const id of recipients) {
      const seat = current.participants.find((one) => one.id === id);
      if (!seat) continue;
      current = await removeParticipant(unit, current, id);
      lines.push(
        seat.email === ""
          ? texts.conference.withdrawnByPhone(seat.name, when)
          : texts.conference.withdrawnInvitations(when),
      );
    }
    if (current.state === "cancelled") lines.push(texts.conference.nobodyLeft(when));
  }
  return {
    replies: [say(texts, `**${texts.conference.withdrawnTitle}**\n\n${lines.join("\n\n")}`)],
    state: { ...turn.state, lastCase: entry.id },
  };
}

function consentsMeant(turn: Turn, entry: CaseEntry, words: readonly string[]): readonly Consent[] {
  const open = entry.consents.filter((consent) => consent.withdrawnAt === undefined);
  if (words.length === 0) return open;
  return [...new Set(words.flatMap((word) => meantBy(turn, entry, open, word)))];
}

/** The very office first, then one of the same kind elsewhere, then whose name holds the word. */
function meantBy(turn: Turn, entry: CaseEntry, open: readonly Consent[], word: string): readonly Consent[] {
  const offices = findOffices(turn.directory, word, contextOf(turn, entry)).answers.map(
    ({ office }) => office,
  );
  const same = open.filter((consent) => offices.some(({ id }) => id === consent.recipient));
  if (same.length > 0) return same;
  const kin = open.filter((consent) =>
    offices.some(({ rechtskreis }) => rechtskreis === consent.rechtskreis),
  );
  if (kin.length > 0) return kin;
  return open.filter((consent) => fold(consent.recipientName).includes(fold(word)));
}
