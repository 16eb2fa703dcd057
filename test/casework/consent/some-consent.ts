import type { Consent } from "../../../casework/consent/consent.js";

/** A complete consent for a Jobcenter, given on 1 November 2026, with what the test is about changed. */
export function someConsent(changes: Partial<Consent> = {}): Consent {
  return {
    id: "c1",
    giver: "adult",
    recipient: "JC",
    recipientName: "Jobcenter",
    rechtskreis: "SGB2",
    direction: "both",
    purposes: ["cooperation"],
    categories: ["household", "benefits"],
    round: [],
    releases203: false,
    entrusted: false,
    confirmed: false,
    from: "2026-11-01",
    form: "written",
    language: "Deutsch",
    informed: true,
    evidence: "Papierakte",
    recordedBy: "someone",
    recordedAt: 0,
    ...changes,
  };
}
