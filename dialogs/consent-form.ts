import { z } from "zod";
import type { Participant } from "../casework/conference/conference.js";
import { Consent } from "../casework/consent/consent.js";
import { isImmigrationAuthority } from "./conference-offices.js";
import type { Turn } from "./turn.js";

type Fields = Readonly<Record<string, string>>;

/** What keeps the grid of consents from being saved, in words; undefined if nothing does. */
export function problemOfConsents(
  turn: Turn,
  missing: readonly Participant[],
  fields: Fields,
): string | undefined {
  const { conference, cases } = turn.texts;
  const recorded = toRecord(missing, fields);
  if (recorded.length === 0) return undefined;
  if (fields.informed !== "true") return conference.informedRequired;
  const unconfirmed = recorded.find(
    (one) => isImmigrationAuthority(one) && fields[`immigration:${one.id}`] !== "true",
  );
  if (unconfirmed) return conference.immigration(unconfirmed.name);
  const until = fields.until ?? "";
  if (until !== "" && (!z.iso.date().safeParse(until).success || until < turn.today)) {
    return cases.dateInvalid(conference.until);
  }
  const from = fields.from ?? "";
  if (from !== "" && (!z.iso.date().safeParse(from).success || (until !== "" && until < from))) {
    return cases.dateInvalid(conference.from);
  }
  return undefined;
}

/** The consents of a grid that passed `problemOfConsents`: in both directions, for this conference. */
export function consentsFromFields(
  turn: Turn,
  missing: readonly Participant[],
  fields: Fields,
): readonly Consent[] {
  const giver = Consent.shape.giver.safeParse(fields.giver);
  const form = Consent.shape.form.safeParse(fields.form);
  const direction = Consent.shape.direction.safeParse(fields.direction);
  const from = Consent.shape.from.safeParse(fields.from);
  return toRecord(missing, fields).map((one) => ({
    id: Buffer.from(turn.random(6)).toString("base64url"),
    giver: giver.success ? giver.data : "adult",
    recipient: one.id,
    recipientName: one.name,
    rechtskreis: one.rechtskreis,
    direction: direction.success ? direction.data : "both",
    purpose: turn.texts.conference.word,
    releases203: fields.released === "true",
    from: from.success ? from.data : turn.today,
    ...(fields.until ? { until: fields.until } : {}),
    form: form.success ? form.data : "written",
    informed: true,
    evidence: (fields.free_evidence ?? "").trim(),
    recordedBy: turn.actor.id,
  }));
}

function toRecord(missing: readonly Participant[], fields: Fields): readonly Participant[] {
  return missing.filter(({ id }) => fields[`consent:${id}`] === "recorded");
}
