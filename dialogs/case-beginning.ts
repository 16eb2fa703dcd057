import { z } from "zod";
import type { CaseSections } from "../bot/routing/command.js";
import type { CaseEntry, FollowUp, Measure } from "../casework/case/case.js";
import type { Consent } from "../casework/consent/consent.js";
import { chooseOffices } from "./conference-offices.js";
import { Recipient, readConsentForm } from "./consent-form.js";
import { FREE } from "./free-text.js";
import type { Turn } from "./turn.js";

type Fields = Readonly<Record<string, string>>;

const Row = z.object({
  what: z.string(),
  who: z.string(),
  due: z.string(),
  /** A day that no calendar has, as typed. */
  impossible: z.string().optional(),
});
export type BeginningRow = z.infer<typeof Row>;

/** What a new case begins with, as its card holds it. */
export const Beginning = z.object({
  measures: z.array(Row),
  followUps: z.array(Row),
  recipients: z.array(Recipient),
  /** Inputs of the grid of consents. */
  consent: z.record(z.string(), z.string()),
  /** Words that name no office of the directory. */
  notFound: z.array(z.string()),
  /** Days of consents that no calendar has, as typed. */
  impossible: z.array(z.string()).default([]),
});
export type Beginning = z.infer<typeof Beginning>;

/** A sentence that says nothing of a direction lets KIM tell, and nobody else: the least that a consent can mean. */
const LEAST = "to-recipient";

export async function beginningOf(
  turn: Turn,
  parts: CaseSections,
  facts: Pick<CaseEntry, "place" | "ageBand" | "topics">,
): Promise<Beginning> {
  const recipients: Recipient[] = [];
  const notFound: string[] = [];
  const impossible: string[] = [];
  const consent: Record<string, string> = {};
  for (const said of parts.consents) {
    if (said.impossibleDate) impossible.push(said.impossibleDate);
    if (said.offices.length === 0) continue;
    const chosen = await chooseOffices(turn, facts, said.offices);
    notFound.push(...chosen.notFound);
    for (const { id, name, rechtskreis } of chosen.participants) {
      recipients.push({ id, name, rechtskreis });
      consent[`consent:${id}`] = said.direction ?? LEAST;
    }
    if (said.from) consent.from = said.from;
    if (said.until) consent.until = said.until;
    if (said.form) consent.form = said.form;
    if (said.givers) consent.giver = said.givers.join(",");
    if (said.released) consent.released = "true";
  }
  const row = (said: CaseSections["measures"][number]): BeginningRow => ({
    what: said.what,
    who: said.responsible ?? "",
    due: said.due ?? "",
    ...(said.impossibleDate ? { impossible: said.impossibleDate } : {}),
  });
  return {
    measures: parts.measures.map(row),
    followUps: parts.followUps.map(row),
    recipients,
    consent,
    notFound,
    impossible,
  };
}

/** What stands on the card now. A row that was emptied is no longer wanted. */
export function beginningFromFields(before: Beginning, fields: Fields): Beginning {
  const rows = (kind: string, said: readonly BeginningRow[]) =>
    said.map((_, i) => ({
      what: (fields[`${FREE}${kind}${i}`] ?? "").trim(),
      who: (fields[`${FREE}who${i}`] ?? "").trim(),
      due: (fields[`due:${kind}${i}`] ?? "").trim(),
    }));
  return {
    ...before,
    measures: rows("measure", before.measures),
    followUps: rows("followup", before.followUps),
    consent: before.recipients.length > 0 ? { ...fields } : {},
  };
}

export type ReadBeginning =
  | {
      readonly kind: "read";
      readonly measures: Measure[];
      readonly followUps: FollowUp[];
      readonly consents: Consent[];
      /** The tick that grants was not set: recorded as said, and not in force. */
      readonly unconfirmed: boolean;
    }
  | { readonly kind: "errors"; readonly errors: Readonly<Record<string, string>> };

/** The first measures, Wiedervorlagen and consents of a case, or what is wrong, by the id of the input. */
export function readBeginning(turn: Turn, beginning: Beginning, languages: readonly string[]): ReadBeginning {
  const errors: Record<string, string> = {};
  const wrongDay = (id: string, due: string) => {
    if (due === "" || z.iso.date().safeParse(due).success) return;
    errors[id] = turn.texts.cases.dateInvalid(turn.texts.cases.measureDue);
  };
  for (const [i, { due }] of beginning.measures.entries()) wrongDay(`due:measure${i}`, due);
  for (const [i, { due }] of beginning.followUps.entries()) wrongDay(`due:followup${i}`, due);
  const consents = readConsents(turn, beginning, languages);
  if (consents.kind === "errors") Object.assign(errors, consents.errors);
  if (consents.kind === "errors" || Object.keys(errors).length > 0) return { kind: "errors", errors };
  const id = () => Buffer.from(turn.random(6)).toString("base64url");
  return {
    kind: "read",
    measures: beginning.measures
      .filter(({ what }) => what !== "")
      .map(({ what, who, due }) => ({ id: id(), what, responsible: who, ...(due ? { due } : {}) })),
    followUps: beginning.followUps
      .filter(({ due }) => due !== "")
      .map(({ what, due }) => ({ id: id(), on: due, text: what })),
    consents: consents.consents,
    unconfirmed: consents.unconfirmed,
  };
}

function readConsents(turn: Turn, { recipients, consent }: Beginning, languages: readonly string[]) {
  const unconfirmed = recipients.length > 0 && consent.informed !== "true";
  const read = readConsentForm(turn, recipients, { ...consent, informed: "true" }, { languages });
  if (read.kind === "errors") return read;
  // Without its tick nothing is granted: the record says what was told, and is not in force (Art. 7 DSGVO).
  const consents = read.consents.map((one) => (unconfirmed ? { ...one, informed: false } : one));
  return { kind: "read" as const, consents, unconfirmed: unconfirmed && consents.length > 0 };
}
