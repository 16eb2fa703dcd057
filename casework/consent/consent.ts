import { z } from "zod";

/**
 * Consent as a record (Art. 6, 7 DSGVO; § 67b(2) SGB X): who agreed that what goes to whom, in which
 * direction, how it was given. No name: `giver` is a role in the household.
 */
export const Consent = z.object({
  id: z.string(),
  /** Who gave it: an adult or young person of the household, by role. */
  giver: z.enum(["adult", "second-adult", "young-person", "legal-guardian", "all"]),
  /** Id of the office in the directory; `KIM` for the base consent. */
  recipient: z.string().min(1),
  recipientName: z.string(),
  rechtskreis: z.string(),
  /** KIM → office does not let the office speak. */
  direction: z.enum(["to-recipient", "from-recipient", "both"]),
  purpose: z.string(),
  /** Released from the duty of confidentiality of § 203 StGB. */
  releases203: z.boolean(),
  /** First and last day on which it holds, `YYYY-MM-DD`; without `until` it holds until withdrawn. */
  from: z.iso.date(),
  until: z.iso.date().optional(),
  form: z.enum(["written", "oral"]),
  /** Was told what it is for, how long, that it can be withdrawn and what refusing means. */
  informed: z.boolean(),
  /** Where the signed paper lies, e.g. "Papierakte". */
  evidence: z.string(),
  recordedBy: z.string(),
  withdrawnAt: z.number().optional(),
});
export type Consent = z.infer<typeof Consent>;

/** Sorts behind every day. */
const NEVER = "9999-12-31";

/**
 * In force on that day, complete and for that recipient. A recipient is invited, and spoken to, only where
 * this says yes; of several the one that lasts longest. For a conference the office must be allowed to speak too: `needs` is `both`.
 */
export function consentInForce(
  consents: readonly Consent[],
  recipient: string,
  needs: Consent["direction"],
  today: string,
): Consent | undefined {
  const inForce = consents.filter(
    (consent) =>
      consent.recipient === recipient &&
      consent.withdrawnAt === undefined &&
      consent.informed &&
      consent.purpose !== "" &&
      consent.from <= today &&
      (consent.until === undefined || today <= consent.until) &&
      (consent.direction === "both" || consent.direction === needs),
  );
  return inForce.sort((a, b) => (b.until ?? NEVER).localeCompare(a.until ?? NEVER))[0];
}
