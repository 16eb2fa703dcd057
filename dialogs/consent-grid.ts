import type { ConsentGrid, GridRow } from "../bot/cards/consent.js";
import type { CaseEntry } from "../casework/case/case.js";
import { BASE, ROUND } from "../casework/consent/consent.js";
import { textsForAgency } from "../casework/consent/consent-text.js";
import { isImmigrationAuthority } from "../casework/consent/immigration.js";
import { proposedCategories } from "../casework/consent/proposed-categories.js";
import type { ConsentErrors, Recipient } from "./consent-form.js";
import type { Turn } from "./turn.js";

type Values = Readonly<Record<string, string>>;

export type GridRequest = {
  readonly recipients: readonly Recipient[];
  readonly forConference: boolean;
  readonly languages: readonly string[];
  /** What was said or typed so far. */
  readonly values: Values;
  readonly errors?: ConsentErrors;
};

/**
 * The grid of consents with what is known filled in. What is filled in only describes; the tick that grants, the
 * confirmation for the Ausländerbehörde and health data are never filled in by us.
 */
export function consentGridOf(turn: Turn, request: GridRequest): ConsentGrid {
  const { recipients, forConference, languages, values, errors = {} } = request;
  const proposals = recipients.flatMap((recipient): [string, string][] => {
    const immigration = isImmigrationAuthority(recipient);
    const plain = isPlain(recipient);
    return [
      [`consent:${recipient.id}`, forConference ? (immigration ? "without" : "both") : plain ? "both" : ""],
      [`categories:${recipient.id}`, proposedCategories(recipient.rechtskreis).join(",")],
    ];
  });
  return {
    rows: recipients.map(
      (recipient): GridRow => ({
        id: recipient.id,
        name: recipient.name,
        kind: isPlain(recipient) ? "plain" : isImmigrationAuthority(recipient) ? "immigration" : "office",
      }),
    ),
    values: {
      ...Object.fromEntries(proposals),
      informed: "false",
      released: "false",
      entrusted: "false",
      giver: "adult",
      form: "written",
      purpose: forConference ? "conference" : "cooperation",
      language: languages[0] ?? turn.texts.consent.german,
      ...values,
    },
    errors,
    forConference,
    languages,
    modules: textsForAgency(turn.settings.consentTexts, turn.actor.agency, languages),
  };
}

/** The languages of the case and German, in which a consent can have been given. */
export function languagesOf(
  turn: Turn,
  entry: Pick<CaseEntry, "languages" | "interpreter">,
): readonly string[] {
  const { german, interpreted } = turn.texts.consent;
  const own = entry.languages.filter((one) => one !== german);
  const all = [...own.flatMap((one) => [one, interpreted(one)]), german];
  return entry.interpreter === "yes" && own.length > 0
    ? [all[1] ?? german, ...all.filter((_, i) => i !== 1)]
    : all;
}

export function baseRow(turn: Turn): Recipient {
  return { id: BASE, name: turn.texts.consent.base, rechtskreis: "" };
}

function isPlain({ id }: Recipient): boolean {
  return id === BASE || id === ROUND;
}
