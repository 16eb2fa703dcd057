import { caseLabel } from "../bot/cards/case-view.js";
import { consentsCard, type IdentityTold } from "../bot/cards/consents-overview.js";
import { wallClock } from "../casework/calendar/zone.js";
import { caseFor } from "../casework/case/access.js";
import type { CaseEntry } from "../casework/case/case.js";
import { conferencesOf } from "../casework/conference/convened.js";
import { BASE } from "../casework/consent/consent.js";
import { disclosuresOf } from "../casework/consent/disclosures.js";
import { isImmigrationAuthority } from "../casework/consent/immigration.js";
import { mayDisclose } from "../casework/consent/may-disclose.js";
import { isInForce } from "../casework/consent/state.js";
import { officesOfCase } from "./case-offices.js";
import { missingForConference } from "./conference-consents.js";
import { baseRow } from "./consent-grid.js";
import type { Reply } from "./reply.js";
import { unknownCase } from "./show-case.js";
import type { Outcome, Turn } from "./turn.js";

/** "Einwilligungen zu K-7F3Q9", "welche Einwilligungen fehlen". */
export async function showConsents(turn: Turn, caseId: string): Promise<Outcome> {
  const entry = await caseFor(turn.unit, turn.actor, caseId, "read");
  return entry ? consentsOutcome(turn, entry) : unknownCase(turn, caseId);
}

/** The overview, after something was done to it or just to see it. */
export async function consentsOutcome(
  turn: Turn,
  entry: CaseEntry,
  {
    done = [],
    place = "new",
    told = [],
  }: { done?: readonly string[]; place?: Reply["place"]; told?: readonly IdentityTold[] } = {},
): Promise<Outcome> {
  // A stream does not show what this very turn appends to it.
  const identity = [...(await identityToldOf(turn, entry)), ...told];
  const view = {
    caseId: entry.id,
    label: caseLabel(turn.texts, entry),
    consents: entry.consents,
    missing: await missingConsents(turn, entry),
    today: turn.today,
    timeZone: turn.event.timeZone,
    done,
    identity,
  };
  return {
    replies: [consentsCard(turn.texts, turn.event.locale, view, place)],
    state: { ...turn.state, lastCase: entry.id },
  };
}

async function identityToldOf({ unit, event }: Turn, entry: CaseEntry): Promise<readonly IdentityTold[]> {
  const disclosures = await disclosuresOf(unit, entry.id);
  return disclosures.flatMap(({ what, recipient, at, day }): readonly IdentityTold[] =>
    what === "identity-phone" || what === "identity-in-person"
      ? [
          {
            recipient,
            how: what === "identity-phone" ? "phone" : "in-person",
            day: day ?? wallClock(event.timeZone, at).date,
          },
        ]
      : [],
  );
}

/**
 * Whose consent the case needs and does not have: KIM itself, the responsible offices of its topics, and whoever is
 * invited to a conference that is still to come. The Ausländerbehörde is never suggested.
 */
async function missingConsents(
  turn: Turn,
  entry: CaseEntry,
): Promise<readonly (readonly [string, string])[]> {
  const { unit, today } = turn;
  const { refusals } = turn.texts.consent;
  const missing = new Map<string, readonly [string, string]>();
  const base = baseRow(turn);
  if (!entry.consents.some((one) => one.recipient === BASE && isInForce(one, today))) {
    missing.set(BASE, [base.name, refusals[whyNot(entry, BASE, today)]]);
  }
  for (const { answers } of officesOfCase(turn, entry)) {
    const office = answers.find(({ role }) => role === "responsible")?.office;
    if (!office || isImmigrationAuthority(office)) continue;
    const verdict = mayDisclose(entry.consents, {
      what: "invitation",
      recipient: office.id,
      days: [today],
    });
    if (verdict.kind === "refused") missing.set(office.id, [office.name, refusals[verdict.why]]);
  }
  for (const conference of await conferencesOf(unit, entry.id)) {
    if (conference.state !== "planned" || Date.parse(conference.end) < unit.now) continue;
    const day = wallClock(conference.timeZone, Date.parse(conference.start)).date;
    for (const { id, name } of missingForConference(turn, entry, conference.participants, [today, day])) {
      missing.set(id, [name, refusals[whyNot(entry, id, day)]]);
    }
  }
  return [...missing.values()];
}

function whyNot(entry: CaseEntry, recipient: string, day: string) {
  const verdict = mayDisclose(entry.consents, { what: "invitation", recipient, days: [day] });
  return verdict.kind === "refused" ? verdict.why : "none";
}
