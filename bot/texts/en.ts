import type { Texts } from "./de.js";
import { answers } from "./en/answers.js";
import { attendance } from "./en/attendance.js";
import { casework } from "./en/casework.js";
import { consent } from "./en/consent.js";
import { directoryInEnglish } from "./en/directory-words.js";
import { edited } from "./en/edited.js";
import { experts } from "./en/experts.js";
import { intake } from "./en/intake.js";
import { mail } from "./en/mail.js";
import { mailbox } from "./en/mailbox.js";
import { minutes } from "./en/minutes.js";
import { planning } from "./en/planning.js";
import { poll } from "./en/poll.js";
import { preparation } from "./en/preparation.js";
import { protection } from "./en/protection.js";
import { shared } from "./en/shared.js";
import { tab } from "./en/tab.js";

/**
 * The same texts in plain English, for whoever's Teams speaks it. Terms of German law and of the offices stay
 * German, with a word of explanation, because that is how they stand on every form. Sentences to type are German
 * where only the German wording is a command.
 */
export const en: Texts = {
  name: "KIM-Assistent",
  summary: "New answer from KIM-Assistent",

  welcome: {
    title: "Hello, this is KIM-Assistent",
    intro:
      "I find the office in charge, keep cases without names, bring offices together for a Fallkonferenz (case conference) and answer from your organisation's documents.",
    demo: "Demo mode: sample data, nobody is signed in. Please do not enter real cases.",
    examplesTitle: "You can write like this",
    examples: [
      "who is responsible for the Jugendamt in Baesweiler?",
      "New case: family of 5, Eschweiler, Kita + Wohnung",
      "Conference for K-7F3Q9 with Jobcenter and Jugendamt next week",
      "what is due this week",
      "Wer muss einer Fallkonferenz zustimmen?",
    ],
    caseCommandsTitle: "About a case",
    caseCommands: [
      "my cases",
      "show me K-7F3Q9",
      "history of K-7F3Q9",
      "Note on K-7F3Q9: …",
      "Measure for K-7F3Q9: … by 12.03.",
      "contacts for K-7F3Q9",
      "Consent Jobcenter K-7F3Q9 in writing today, until 30.06., both directions",
      "consents of K-7F3Q9",
      "close K-7F3Q9, goals reached",
      "cover until 15.08. by …",
      "undo",
      "move the conference to Thursday",
      "call off the conference",
      "anonymous case discussion with Jugendamt in Eschweiler",
    ],
    privacy:
      "Please write no names, birth dates or file numbers. Whatever I recognise of them, I do not store.",
    newCase: "New case",
    myCases: "My cases",
    agenda: "This week",
    inGroup: {
      intro:
        "Mention me here with @KIM-Assistent: I find the office in charge and answer from your organisation's documents.",
      examples: [
        "who is responsible for the Jugendamt in Baesweiler?",
        "Wohngeld in Eschweiler",
        "Wer muss einer Fallkonferenz zustimmen?",
      ],
      elsewhere: "Cases and case conferences belong in the personal chat, since others read along here.",
    },
  },

  privacy: {
    kinds: {
      name: "a name",
      "birth-date": "a birth date",
      phone: "a phone number",
      email: "an email address",
      iban: "an IBAN",
      "social-security-number": "a social security number",
      "azr-number": "an AZR number (central register of foreigners)",
      "file-number": "a file number",
      address: "an address",
      "identity-document": "the number of an identity document",
      "car-plate": "a number plate",
      health: "a health detail",
    },
    leftOut: (what) =>
      `**Not stored:** ${what}. I worked with the rest. Please delete your message in Teams, a bot cannot do that.`,
    leftOutOfCard: (what) => `**Not stored in the case:** ${what}. The rest of the text is still there.`,
    keptAs: "This is how I understood and kept the text. If a place is wrong, please put it differently:",
    healthWarning:
      "Your text contains a health detail. A case has no field for that: please state only what is needed to help.",
    onlyPersonalTitle: "This works in the personal chat only",
    onlyPersonal: "In groups and channels I show nothing about cases.",
    continueInChat: "Continue in the personal chat",
  },

  directory: {
    contact: {
      phone: "Phone",
      email: "Email",
      address: "Address",
      openingHours: "Opening hours",
      website: "Website",
    },
    noContact: "Contact details: not entered yet",
    notMaintained: (fields) => `Not entered yet: ${fields}`,
    why: "Why",
    explained: directoryInEnglish,
    checked: (day) => `Checked on ${day}`,
    unchecked: "Not known when this was checked",
    stale: (day) => `Last checked on ${day} – please check before you pass it on`,
    source: (source) => `Source: ${source}`,
    caveat: "Please note",
    contactRole: "Helps on, or is responsible in certain cases only",
    forTopic: (topic, rechtskreis) => `${topic} · ${rechtskreis}`,
    title: (place) => (place ? `In charge in ${place}` : "Office in charge"),
    severalTitle: (place) => (place ? `Offices in charge in ${place}` : "Offices in charge"),
    call: "Call",
    write: "Write an email",
    copy: "Copy contact",
    slip: "Slip for the client",
    wrong: "No longer true",
    details: "More",
    officeGone: "This office is no longer in the directory. Please ask again.",
    reported: (office) =>
      `Thank you. “${office}” is marked as doubtful for everybody and stands on the list of whoever keeps the directory.`,
    reportedOn: (day) => `Reported on ${day} as no longer true – please check before passing it on`,
    keeperTold: (office, agency) =>
      `In the directory “${office}” was reported as no longer true (${agency || "no organisation"}). Please check it and import it anew.`,
    nextStepCase: "Create a case for this",
    askWhat: "What is it about, and where? Write the topic and the place, for example: Jugendamt Baesweiler.",
    askTitle: "One question back",
    askHint: "Choose one, or type the answer.",
    answer: "Answer",
    more: (count) => `and ${count} more`,
  },

  emergency: {
    title: "First: protection",
    intro: "This sounds like danger to a person. Please call here first:",
    documentElsewhere:
      "Document the event in the file of record, not here. For children: bring in the insoweit erfahrene Fachkraft (child protection specialist, § 8b SGB VIII).",
    goOn: "Continue anyway",
    held: "Your text is not stored yet. “Continue anyway” takes you back to where you were.",
  },

  answers,

  experts,

  intake,

  edited,

  documents: {
    title: "From the documents",
    passages: "Matching passages, word for word from the documents:",
    page: (page) => `p. ${page}`,
    unknownTitle: "Not in the documents",
    unknown: "I found no sentence in the documents that answers the question.",
    switchboard: "Your municipality's switchboard or the authorities' number 115 can help on.",
    nearest: "The closest is:",
    outdated: (day: string | undefined, replacedBy: string | undefined) =>
      [
        day ? `was in force until ${day} only` : "no longer in force",
        ...(replacedBy ? [`replaced by “${replacedBy}”`] : []),
      ].join(", "),
    notYet: (day: string) => `comes into force on ${day}`,
  },

  cases: {
    newTitle: "New case",
    newSubtitle: "Without name, birth date and address. Please check and create.",
    editTitle: (label) => `Change case · ${label}`,
    fields: {
      place: "Municipality",
      topics: "Topics",
      moreTopics: "More topics",
      moreTopicsHint: "e.g. Kita, Wohngeld",
      languages: "Languages",
      languagesHint: "e.g. Arabic, Tigrinya",
      interpreter: "Interpreter needed?",
      household: "People in the household",
      ageBand: "Age group",
      status: "Residence status",
      statusExpires: "Status valid until",
      urgency: "Urgency",
      phase: "Phase",
      note: "Note (no names)",
      owner: "Case owner",
      rechtskreise: "Rechtskreise (areas of law)",
      created: "Created",
    },
    placeUnknown: "still open",
    notSaid: "not stated",
    statusWarning:
      "Public bodies must report unlawful stay to the Ausländerbehörde (immigration office) when they learn of it (§ 87 AufenthG). Please do not enter anything like that; the Flüchtlingsberatung (refugee counselling) advises independently.",
    create: "Create",
    save: "Save",
    discard: "Discard",
    discarded: "Discarded. Nothing was stored.",
    created: (id) => `Case ${id} is created`,
    saved: "Saved",
    noneOpen: "You have no open cases.",
    listTitle: (count) => (count === 1 ? "1 open case" : `${count} open cases`),
    listMore: (shown) => `The ${shown} newest. You find older ones by their case number.`,
    open: "Open",
    edit: "Edit",
    history: "History",
    contacts: "Contacts",
    planConference: "Case conference",
    addNote: "Note",
    addMeasure: "Measure",
    noteTitle: (id) => `Note on ${id}`,
    noteField: "Note",
    noteRequired: "Please write the note.",
    noteSaved: (label) => `Note saved · ${label}`,
    measureTitle: (id) => `Measure for ${id}`,
    measureField: "What needs to be done?",
    measureRequired: "Please write what needs to be done.",
    measureResponsible: "Who (function or office)",
    measureDue: "Due on",
    measureSaved: (label) => `Measure saved · ${label}`,
    measures: "Measures",
    moreMeasures: (count) => `and ${count} more`,
    noMeasures: "No measure yet.",
    fromDay: (day) => `not before ${day}`,
    dueOn: (day) => `until ${day}`,
    noDue: "no date",
    done: "done",
    markDone: "Done",
    doneSaved: "Saved as done",
    consents: "Consents",
    noConsents: "No consent recorded yet.",
    historyTitle: (label) => `History · ${label}`,
    historyEmpty: "No note yet.",
    older: "Show older ones",
    unknown: (id) => `There is no case ${id.slice(0, 12)}, or it is not assigned to you.`,
    unknownHint: "Please check the case number. “meine Fälle” (my cases) shows your open cases.",
    lastCase: (label) => `Do you mean ${label}?`,
    whichCase: "For which case?",
    whichCaseHint: "Choose the case, or write with its number, for example “Note on K-7F3Q9: …”.",
    notAllowed:
      "Case work is not enabled for you. You can use the directory of offices and the documents. Your administration enables it (staff list).",
    persons: (count) => (count === 1 ? "1 person" : `${count} people`),
    topicNotFound: (words) =>
      `Not found in the directory: “${words}”. Please write it differently or leave it empty.`,
    invalid: "Please check the marked entries. What you entered is still there.",
    householdInvalid: "Please enter a number from 1 to 30.",
    statusMissing: "The date has no residence status. Please choose it, or clear the date.",
    dateInvalid: (field) => `${field}: this date does not exist.`,
    cardGone: "This card has been used already or is too old. This click changed nothing.",
    contactsTitle: (label) => `Contacts · ${label}`,
    contactsNeedPlace: "The case has no municipality. Without it, the office in charge is not certain.",
    contactsNeedTopics: "The case has no topics yet.",
    consentIs: (state) => `Consent: ${state}`,
    consentUntil: (day) => `given, until ${day}`,
    consentYes: "given",
    consentNo: "missing",
    noOffice: "no office in the directory",
  },

  labels: {
    interpreter: { yes: "yes", no: "no", unknown: "not known" },
    urgency: { normal: "normal", high: "urgent" },
    phase: {
      intake: "Intake",
      clarification: "Fallklärung (clarification)",
      assessment: "Assessment",
      planning: "Hilfeplanung (planning)",
      monitoring: "Leistungssteuerung (monitoring)",
      evaluation: "Evaluation",
      closing: "Abschluss (closing)",
    },
    status: {
      "asylum-seeker": "Aufenthaltsgestattung (asylum procedure)",
      tolerated: "Duldung (toleration)",
      fictional: "Fiktionsbescheinigung (interim certificate)",
      "residence-permit": "Aufenthaltserlaubnis (residence permit)",
      "temporary-protection": "Protection under § 24 AufenthG (Ukraine)",
      settlement: "Niederlassungserlaubnis (settlement permit)",
      "eu-citizen": "EU freedom of movement",
      german: "German citizen",
      unclear: "not clarified",
    },
    ageBand: {
      "0-5": "0 to 5 years",
      "6-15": "6 to 15 years",
      "16-17": "16 to 17 years",
      "18-26": "18 to 26 years",
      "27-64": "27 to 64 years",
      "65+": "65 years and older",
    },
    direction: {
      "to-recipient": "KIM may tell the office",
      "from-recipient": "the office may tell KIM",
      both: "both directions",
    },
    form: { written: "in writing", oral: "orally", phone: "by phone" },
    giver: {
      adult: "adult",
      "second-adult": "second adult",
      "young-person": "young person",
      "legal-guardian": "legal guardian",
      all: "all together",
    },
  },

  conference: {
    word: "Case conference",
    consentTitle: (label) => `Case conference · ${label}`,
    impossibleDate: (said) => `There is no such day: “${said}”. I am looking in the usual period.`,
    slotsSubtitle: (count, minutes) => `${count} participants, ${minutes} minutes`,
    chooseSlot: "Date",
    chooseSlotRequired: "Please choose a date.",
    mailOf: (office) => `Email address for the invitation: ${office}`,
    mailHint: "empty = you invite by phone",
    noSlots: "In this period there is no date that everybody can keep.",
    noSlotsHint: (id) => `Write another period, for example “conference for ${id} in 3 weeks”.`,
    laterSlots: "No date in the period you asked for suits everybody. These are the next ones:",
    immigrationOnRequest:
      "I do not invite the Ausländerbehörde (immigration office) on my own. Write “with ABH” if it should take part.",
    noOffices: "I found no office for a conference on this case. Please add municipality and topics.",
    notFound: (words) => `Not found in the directory: ${words}.`,
    allRefused: "Without at least one office there is no conference.",
    who: "Who",
    byMail: "Invitation by email",
    byFile:
      "No mail server is set up: the invitations are stored as .eml files in the data folder, under “mail”.",
    byPhone: (names) => `No email address, please invite by phone: ${names}`,
    taken: (names) => `The date has been taken meanwhile: ${names}. Here are new proposals.`,
    convener: "Case owner",
    mailInvalid: (office) => `This email address is not valid: ${office}`,
  },

  attendance,
  minutes,
  preparation,
  mailbox,
  poll,
  tab,
  mail,
  planning,

  casework,

  consent,
  shared,

  protection,

  outdated: {
    title: "This card is of an earlier version",
    words:
      "I have been updated since and can no longer save this card. Nothing was changed. Please open the form once more.",
    typed: "This is what you had written:",
  },

  notUnderstood: {
    title: "I did not understand that",
    hint: "Ask for an office, create a case or ask the documents. Your municipality's switchboard or the public service number 115 help too.",
    inGroup:
      "Ask for an office or ask the documents. Your municipality's switchboard or the public service number 115 help too.",
  },

  cancelled: "Cancelled. Nothing was stored.",
  nothingToCancel: "Nothing is open.",

  errors: {
    turnFailed:
      "That did not work just now, nothing was stored. What you typed is still in the chat. Please try again in a minute.",
    storeDown:
      "The storage does not answer right now. It is not certain whether your entry was stored. It is still in the chat: please look in a minute, and send it again if it is missing.",
    storeRefused:
      "The storage does not answer right now, nothing was stored just now. Your entry is still in the chat: please send it again in a minute.",
    storeFull:
      "The storage is full, nothing was stored just now. Your entry is still in the chat: please tell your IT department, and send it again afterwards.",
    busy: "Many people are changing the same thing right now. Nothing was stored. Please try again.",
    tooOften:
      "That was a lot at once. None of it was stored, and what you typed is still there. Please try again in a minute.",
    forgotten: "This has been dealt with already. The answer given then is no longer shown.",
    tooLong: "Your message is too long (at most 8,000 characters). Please shorten or split it.",
  },
};
