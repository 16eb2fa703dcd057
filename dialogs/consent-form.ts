import { z } from "zod";
import { literal } from "../bot/cards/elements.js";
import {
  BASE,
  Consent,
  type DataCategory,
  dataCategories,
  givers,
  type Purpose,
  purposes,
  ROUND,
} from "../casework/consent/consent.js";
import { isImmigrationAuthority } from "../casework/consent/immigration.js";
import type { Turn } from "./turn.js";

type Fields = Readonly<Record<string, string>>;

/** Whom a row of the grid is about: an office, KIM itself or the whole round. */
export const Recipient = z.object({ id: z.string(), name: z.string(), rechtskreis: z.string() });
export type Recipient = z.infer<typeof Recipient>;

export type ConsentErrors = Readonly<Record<string, string>>;

export type ReadConsents =
  | { readonly kind: "read"; readonly consents: readonly Consent[] }
  | { readonly kind: "errors"; readonly errors: ConsentErrors };

/** Ids of the office rows, for the round: who sits at the table hears everything. */
export type ReadOptions = { readonly table?: readonly string[]; readonly languages: readonly string[] };

/**
 * The consents of a filled grid, or what is wrong beside which input. A row that says nothing grants nothing, and no
 * row does without the tick that consent was given and explained.
 */
export function readConsentForm(
  turn: Turn,
  recipients: readonly Recipient[],
  fields: Fields,
  options: ReadOptions,
): ReadConsents {
  const granted = recipients.filter(({ id }) => directionOf(fields, id) !== undefined);
  if (granted.length === 0) return { kind: "read", consents: [] };
  const errors = { ...errorsOfRows(turn, granted, fields), ...errorsOfWhole(turn, fields) };
  if (Object.keys(errors).length > 0) return { kind: "errors", errors };
  return {
    kind: "read",
    consents: granted.flatMap((recipient) =>
      giversOf(fields).map((giver) => consentOf(turn, recipient, giver, fields, options)),
    ),
  };
}

function errorsOfRows(turn: Turn, granted: readonly Recipient[], fields: Fields): ConsentErrors {
  const words = turn.texts.consent;
  const errors: Record<string, string> = {};
  for (const recipient of granted) {
    if (recipient.id === BASE || recipient.id === ROUND) continue;
    const categories = categoriesOf(fields, recipient.id);
    if (categories.length === 0) errors[`categories:${recipient.id}`] = words.categoriesRequired;
    if (!isImmigrationAuthority(recipient)) continue;
    if (fields[`immigration:${recipient.id}`] !== "true") {
      errors[`immigration:${recipient.id}`] = words.immigration(literal(recipient.name));
    }
    if (categories.includes("health")) errors[`categories:${recipient.id}`] = words.immigrationHealth;
  }
  return errors;
}

function errorsOfWhole(turn: Turn, fields: Fields): ConsentErrors {
  const { consent: words, cases } = turn.texts;
  const errors: Record<string, string> = {};
  const [from, until] = [fields.from ?? "", fields.until ?? ""];
  const isDay = (day: string) => day === "" || z.iso.date().safeParse(day).success;
  if (!isDay(from)) errors.from = cases.dateInvalid(words.from);
  if (!isDay(until)) errors.until = cases.dateInvalid(words.until);
  else if (until !== "" && until < turn.today) errors.until = words.untilOver;
  else if (until !== "" && from !== "" && until < from) errors.until = words.untilBeforeFrom;
  if (fields.informed !== "true") errors.informed = words.informedRequired;
  return errors;
}

function consentOf(
  turn: Turn,
  recipient: Recipient,
  giver: Consent["giver"],
  fields: Fields,
  { table = [], languages }: ReadOptions,
): Consent {
  const form = Consent.shape.form.catch("written").parse(fields.form);
  const module = turn.settings.consentTexts.find(({ id }) => id === fields.text);
  const plain = recipient.id === BASE || recipient.id === ROUND;
  return {
    id: Buffer.from(turn.random(6)).toString("base64url"),
    giver,
    recipient: recipient.id,
    recipientName: recipient.name,
    rechtskreis: recipient.rechtskreis,
    direction: directionOf(fields, recipient.id) ?? "to-recipient",
    purposes: [purposeOf(fields)],
    categories: plain ? [] : [...categoriesOf(fields, recipient.id)],
    round: recipient.id === ROUND ? [...table] : [],
    releases203: fields.released === "true",
    entrusted: fields.entrusted === "true",
    confirmed: fields[`immigration:${recipient.id}`] === "true",
    from: fields.from || turn.today,
    ...(fields.until ? { until: fields.until } : {}),
    form,
    language: languages.find((one) => one === fields.language) ?? turn.texts.consent.german,
    informed: true,
    ...(module
      ? {
          told: {
            module: module.id,
            version: module.version,
            language: module.language,
            at: turn.unit.now,
          },
        }
      : {}),
    evidence: (fields.free_evidence ?? "").trim() || turn.texts.consent.evidenceOf[form],
    recordedBy: turn.actor.id,
    recordedAt: turn.unit.now,
  };
}

function directionOf(fields: Fields, recipient: string): Consent["direction"] | undefined {
  return Consent.shape.direction.safeParse(fields[`consent:${recipient}`]).data;
}

/** Both parents of a family give two consents, so that each can withdraw their own. */
function giversOf(fields: Fields): readonly Consent["giver"][] {
  const said = (fields.giver ?? "").split(",");
  const found = givers.filter((giver) => said.includes(giver));
  return found.length > 0 ? found : ["adult"];
}

function categoriesOf(fields: Fields, recipient: string): readonly DataCategory[] {
  const said = (fields[`categories:${recipient}`] ?? "").split(",");
  return dataCategories.filter((category) => said.includes(category));
}

function purposeOf(fields: Fields): Purpose {
  return purposes.find((purpose) => purpose === fields.purpose) ?? "conference";
}
