import type { Texts } from "../de.js";

export const tab: Texts["tab"] = {
  roles: {
    "case-manager": "Case management",
    coordinator: "Coordination",
    partner: "Contact of an office",
    admin: "Administration",
    guest: "Guest",
  },
  noOffice: "The directory holds no office for this.",

  pages: {
    day: "My day",
    cases: "Cases",
    conferences: "Conferences",
    figures: "Figures",
    meeting: "Meeting",
    offices: "Responsibility",
  },
  navigation: "Areas",
  demoLabel: "Demo mode",
  demoBanner: "Demo mode: sample data, nobody is signed in. Please enter no real cases.",
  demoLogin: {
    title: "Demo sign-in",
    hint: "On this computer and for trying it out only: choose whose view you want to see. No password is checked.",
    label: "Sign in as",
    action: "Sign in",
    out: "Sign out",
  },
  ask: {
    label: "What would you like to do?",
    hint: "for example: Neuer Fall: Familie 5 Pers. Eschweiler, Kita",
    action: "Go",
    examplesTitle: "For example",
    examples: [
      "wer ist in Baesweiler fürs Jugendamt zuständig?",
      "Welche Phasen hat das Case Management?",
      "what is due in the next 14 days",
      "Neuer Fall: Familie 5 Pers. Eschweiler, Kita + Wohnung",
    ],
  },
  answers: "Answers",
  answer: "Answer",
  skip: "Skip to content",
  working: "Working …",
  loading: "Loading …",
  cases: {
    none: "You have no open cases.",
    create: "New case",
    notes: "Notes",
    notesOf: (id) => `Notes on ${id}`,
    noNotes: "No notes yet.",
    list: "My cases",
    urgent: "urgent",
  },
  conferences: {
    none: "No conference is coming up.",
    open: "Who is coming?",
    picture: "Who is taken when on that day",
    who: "Participants",
    taken: "Taken",
    free: "not taken in our conferences",
    this: "this conference",
    other: "another conference",
  },
  meeting: {
    agenda: "Agenda",
    minutesOf: (caseId) => `Minutes for ${caseId}`,
    minutes: "Write the minutes in the 1:1 chat",
    privacy:
      "Others may read along: of a case there is nothing here but its number. You find the rest in the 1:1 chat.",
  },
  figures: {
    none: "No gap has been reported yet.",
    explained: "Where nothing was found. Each case counts once for a topic and a place.",
    table: "Nothing found, by topic and municipality",
    topic: "Topic",
    sum: "Sum (at least)",
    small: "under 5",
  },
  offices: {
    label: "Topic and place",
    hint: "for example: Jugendamt Baesweiler",
    results: "Offices found",
    found: (count) => (count === 1 ? "1 office found" : `${count} offices found`),
    open: "Details",
    stale: "outdated?",
  },
  accessibility: "Accessibility (German)",
  errors: {
    signIn:
      "Signing in did not work. Please close the tab and open it again. If that does not help, ask your administrators.",
    store:
      "The store does not answer at the moment. What you typed is still there: please try again shortly.",
    offline: "The bot cannot be reached. What you typed is still there: please try again shortly.",
    gone: "This does not exist, or you have no access to it.",
  },
};
