import { BASE, type Consent, type Purpose, ROUND } from "./consent.js";
import { consentsInForce } from "./in-force.js";
import { consentState, type Gap } from "./state.js";

/** What of a case is to leave it, on which occasion. */
export type Disclosing = {
  readonly what: keyof typeof needs;
  /** Id of the office in the directory. */
  readonly recipient: string;
  /** Days `YYYY-MM-DD` on each of which consent must be in force: today, and for a meeting its day. */
  readonly days: readonly string[];
  /** It holds health data (Art. 9 DSGVO). */
  readonly health?: boolean;
  /** It holds what was entrusted to the Jugendamt (§ 65 SGB VIII). */
  readonly entrusted?: boolean;
  /** Everybody who hears it at the same table, the recipient included. */
  readonly table?: readonly string[];
};

export type Refusal =
  | "none"
  | "incomplete"
  | "not-yet"
  | "ended"
  | "withdrawn"
  | "direction"
  | "purpose"
  | "health"
  | "entrusted"
  | "round"
  | "base-over";

export type Verdict =
  | { readonly kind: "allowed"; readonly on: readonly Consent[] }
  | { readonly kind: "refused"; readonly why: Refusal; readonly gaps: readonly Gap[] };

type Need = { readonly direction: Consent["direction"]; readonly purposes: readonly Purpose[] };

const meeting: readonly Purpose[] = ["cooperation", "conference"];

/** At a table the office hears and speaks; on paper it only hears. A handover is a disclosure of the whole case. */
const needs = {
  invitation: { direction: "both", purposes: meeting },
  "added-office": { direction: "both", purposes: meeting },
  minutes: { direction: "to-recipient", purposes: meeting },
  "partner-view": { direction: "to-recipient", purposes: meeting },
  identity: { direction: "to-recipient", purposes: ["cooperation", "conference", "handover"] },
  extract: { direction: "to-recipient", purposes: ["cooperation", "handover"] },
  handover: { direction: "to-recipient", purposes: ["handover"] },
} satisfies Record<string, Need>;

/**
 * Asked before anything of a case goes to anybody (§§ 67b, 67d, 78 SGB X), when it is planned and again when it is
 * sent. Deny by default: it says on which consents it rests, or why it may not. Where the base consent
 * for KIM has ended, every disclosure has.
 */
export function mayDisclose(consents: readonly Consent[], disclosing: Disclosing): Verdict {
  const on = new Set<Consent>();
  for (const day of disclosing.days) {
    if (baseOver(consents, day)) return refused("base-over");
    const verdict = onDay(consents, disclosing, day);
    if (verdict.kind === "refused") return verdict;
    for (const consent of verdict.on) on.add(consent);
  }
  return on.size > 0 ? { kind: "allowed", on: [...on] } : refused("none");
}

/**
 * A consent in force on that day for that recipient and direction; of several the one that lasts longest. Whether a
 * disclosure may happen is for `mayDisclose` to say.
 */
export function consentInForce(
  consents: readonly Consent[],
  recipient: string,
  direction: Consent["direction"],
  day: string,
): Consent | undefined {
  return consentsInForce(consents, recipient, day).find((one) => covers(one.direction, direction));
}

/** The consent that lets these offices hear each other at one table on that day. */
export function roundInForce(
  consents: readonly Consent[],
  table: readonly string[],
  day: string,
): Consent | undefined {
  return consentsInForce(consents, ROUND, day).find(({ round }) => table.every((id) => round.includes(id)));
}

function onDay(consents: readonly Consent[], disclosing: Disclosing, day: string): Verdict {
  const { recipient, health, entrusted, table } = disclosing;
  const need: Need = needs[disclosing.what];
  const inForce = consentsInForce(consents, recipient, day);
  if (inForce.length === 0)
    return whyNone(
      consents.filter((one) => one.recipient === recipient),
      day,
    );
  const rightWay = inForce.filter((consent) => covers(consent.direction, need.direction));
  if (rightWay.length === 0) return refused("direction");
  const rightPurpose = rightWay.filter((one) => one.purposes.some((it) => need.purposes.includes(it)));
  if (rightPurpose.length === 0) return refused("purpose");
  const healthy = rightPurpose.filter((one) => !health || one.categories.includes("health"));
  if (healthy.length === 0) return refused("health");
  const best = healthy.find((one) => !entrusted || one.entrusted);
  if (!best) return refused("entrusted");
  if (table === undefined || table.length < 2) return { kind: "allowed", on: [best] };
  const round = roundInForce(consents, table, day);
  return round ? { kind: "allowed", on: [best, round] } : refused("round");
}

/** Of all the reasons why none is in force, the one that can be mended soonest. */
function whyNone(given: readonly Consent[], day: string): Verdict {
  const states = given.map((consent) => consentState(consent, day));
  if (states.some(({ kind }) => kind === "in-force")) return refused("withdrawn");
  const incomplete = states.find((state) => state.kind === "incomplete");
  if (incomplete) return { kind: "refused", why: "incomplete", gaps: incomplete.gaps };
  const reasons = ["not-yet", "withdrawn", "ended"] as const;
  return refused(reasons.find((kind) => states.some((state) => state.kind === kind)) ?? "none");
}

/** It was given once and has ended. Where none was ever recorded the work rests on another basis (Art. 6 DSGVO). */
function baseOver(consents: readonly Consent[], day: string): boolean {
  const kinds = consents
    .filter((consent) => consent.recipient === BASE)
    .map((consent) => consentState(consent, day).kind);
  const over = kinds.includes("withdrawn") || kinds.includes("ended");
  return over && consentsInForce(consents, BASE, day).length === 0;
}

function covers(given: Consent["direction"], needed: Consent["direction"]): boolean {
  return given === "both" || given === needed;
}

function refused(why: Refusal): Verdict {
  return { kind: "refused", why, gaps: [] };
}
