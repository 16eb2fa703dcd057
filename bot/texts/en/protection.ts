import type { protection as german } from "../de/protection.js";

/** What people read when a case is protected: erased, exported, kept, opened in an emergency. English. */
export const protection: typeof german = {
  onlyOwner: "Only the owner of the case can do that.",
  reason: "Reason",
  reasonRequired: "Please give the reason.",
  confirm: "Confirm",

  erase: {
    title: (id) => `Erase case ${id}`,
    warning:
      "The case will be erased for good: facts, notes, measures, consents, dates and reminders. This cannot be taken back.",
    exportFirst: "Do you still need it in the case file of record? Then use “Export” first.",
    button: "Erase for good",
    held: (reason) => `The case is on hold against erasure: ${reason}. Please lift the hold first.`,
    done: (id) => `Case ${id} is erased`,
    told: (id, reason) => `Case ${id} was erased on behalf of the controller. Reason: ${reason}`,
    replaced: "This case was erased.",
    remainsTitle: "What remains elsewhere",
    remains: [
      "What you wrote in Teams yourself: please delete those messages, a bot cannot.",
      "My cards in your chat are replaced within the next minutes.",
    ],
    nobody: "Nothing was passed on to other offices.",
    disclosed: (what, to, day) => `${what} to ${to} on ${day}: they still have it.`,
    calledOff: (day, told) =>
      told === ""
        ? `The case conference on ${day} is called off.`
        : `The case conference on ${day} is called off. A cancellation without further details goes to: ${told}.`,
    callYourself: (who) => `Without a mail address, please call them yourself: ${who}.`,
  },

  hold: {
    set: (id, reason) => `${id} is on hold against erasure: ${reason}`,
    lifted: (id) => `The hold on ${id} is lifted.`,
    none: (id) => `There is no hold on ${id}.`,
    reasonMissing: (id) => `Please give the reason, for example “Hold ${id}: a lawsuit is pending”.`,
  },

  retention: {
    reason: "Retention period is over",
    announced: (id, day) =>
      `The retention period of ${id} ends: the case will be erased on ${day}. To keep it: “Hold ${id}: reason”. For the file: “Export ${id}”.`,
    deleted: (id) => `Case ${id} is erased because its retention period is over.`,
  },

  figures: {
    title: "Gaps: no offer found",
    rule: "Counts below 5 are not shown; sums hold only what is shown.",
    empty: "No gap has been recorded yet.",
    onlyCoordinator: "The list of gaps is for coordinators.",
    atLeast: (count) => `at least ${count}`,
    more: (count) => `and ${count} more topics, all of them in the CSV file`,
    small: "below 5",
    topic: "Topic",
    sum: "Sum (at least)",
    copyCsv: "To copy into a CSV file",
    formTitle: "No offer found",
    required: "Please choose a topic and a municipality.",
    recorded: (what) => `Counted as a gap, without the case: ${what}.`,
    recordedBefore: (what) => `This case has reported that gap before: ${what}.`,
  },

  emergency: {
    reasonMissing: (id) =>
      `Emergency access needs a reason, for example “emergency access ${id} reason: colleague is ill, deadline tomorrow”.`,
    noGiving:
      "A case cannot be passed on through emergency access. Its owner and their deputy can do that; the coordination activates a deputy.",
    opened: (end) => `Emergency access until ${end}. Owner and coordination have been told.`,
    toldOwner: (id, who, reason, end) =>
      `Emergency access to ${id} by ${who} until ${end}. Reason: ${reason}`,
    toldCoordinator: (id, who, end) =>
      `Emergency access to ${id} by ${who} until ${end}. The owner knows the reason.`,
  },

  disclosures: {
    invitation: "Invitation",
    cancellation: "Cancellation",
    minutes: "Minutes",
    handover: "Handover",
    extract: "Extract",
    "partner-view": "View for partners",
    "identity-phone": "Identity, told by phone",
    "identity-in-person": "Identity, told in person",
  },

  export: {
    title: (id, page, pages) => (pages === 1 ? `Export ${id}` : `Export ${id} · page ${page} of ${pages}`),
    copy: "To copy into the case file",
    next: "Next",
    requestTitle: (id) => `Release the export of ${id}?`,
    request:
      "The administration wants to export this case as a whole. You can release that for 24 hours. Without your release nothing is exported.",
    release: "Release export",
    released: (id) => `The export of ${id} is released for 24 hours.`,
    told: (id) => `Case ${id} was exported as a whole (by the administration).`,
    sections: {
      facts: "Facts",
      goals: "Goals",
      measures: "Measures",
      followUps: "Follow-ups",
      consents: "Consents",
      conferences: "Case conferences",
      notes: "Notes",
      disclosures: "Disclosures",
      audit: "Accesses",
      phases: "Phases",
    },
    none: "none",
    closed: "Closed",
    withdrawn: (day) => `withdrawn on ${day}`,
    cancelled: "cancelled",
  },
};
