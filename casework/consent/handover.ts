import type { CaseEntry } from "../case/case.js";
import type { Consent } from "./consent.js";
import { mayDisclose } from "./may-disclose.js";

export type HandoverVerdict =
  | { readonly kind: "own" }
  | { readonly kind: "allowed"; readonly recipient: string; readonly on: readonly Consent[] }
  | { readonly kind: "refused" };

/**
 * May a case go to somebody of this organisation? Within the own one it stays with its controller. To another it is
 * a disclosure of the whole case (§ 67(4), § 67b SGB X): consent to the handover must be in force for a recipient of
 * that name.
 */
export function mayBeHandedTo(
  entry: Pick<CaseEntry, "agency" | "consents">,
  agency: string,
  today: string,
): HandoverVerdict {
  if (entry.agency === agency) return { kind: "own" };
  const named = entry.consents.filter(({ recipientName }) => recipientName === agency);
  for (const recipient of new Set(named.map((consent) => consent.recipient))) {
    const verdict = mayDisclose(entry.consents, { what: "handover", recipient, days: [today] });
    if (verdict.kind === "allowed") return { kind: "allowed", recipient, on: verdict.on };
  }
  return { kind: "refused" };
}
