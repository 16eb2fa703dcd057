import type { SharedTexts } from "../de/shared.js";

export const shared: SharedTexts = {
  title: "For your office",
  subtitle: "You only see what there is consent for. Please use it for the stated purpose only (§ 78 SGB X).",
  none: "Nothing is shared with your office at the moment. You can use the directory and the documents.",
  purpose: (office, purpose) => `${office} · Purpose: ${purpose}`,
  answered: (answer) => `Your answer: ${answer}`,
  unanswered: "no answer yet",
  accept: "Accept",
  decline: "Decline",
  delegate: "A deputy comes",
  otherDate: "The date was changed meanwhile. Please answer to the new one.",
  over: "This date no longer holds.",
  alreadyDone: "This measure is done already.",
  measureDone: "✓ Reported as done. The case manager is told.",
  reported: (office, what) => `${office} reports as done: ${what}`,
  ownerTold: (office, caseId) =>
    `${office} has reported a measure of ${caseId} as done. “Verlauf ${caseId}” shows which.`,
};
