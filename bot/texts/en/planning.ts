import type { planning as german } from "../de/planning.js";

export const planning: typeof german = {
  datesTitle: {
    case: (label) => `Three dates · ${label}`,
    anonymous: (id) => `Three dates · anonymous discussion ${id}`,
  },
  seats: "Who is there",
  roles: {
    required: "must be there",
    pair: "two of them must be there",
    optional: "may be there",
    without: "do not invite",
  },
  more: "Anybody else?",
  moreHint: "for example: Wohngeld, interpreter, client, Caritas",
  where: "Place",
  whereOpen: "to be announced",
  whereTeams: "Teams meeting",
  whereAt: (office) => `at: ${office}`,
  detours: "This would help",
  searchAgain: "Search again",
  shortNotice: "At short notice: less than five working days ahead.",
  deadline: {
    status: (day, _about) => `Not after ${day}: the residence status expires then.`,
    consent: (day, about) => `Not after ${day}: the consent for ${about} ends then.`,
    round: (day, _about) => `Not after ${day}: the consent for all at one table ends then.`,
    measure: (day, about) => `Not after ${day}: ${about}.`,
  },
  calendarUnknown: (names) =>
    `Calendar not known: ${names}. Only their answer will tell whether anybody is free.`,
  calendarAsOf: (when) => `Calendars read: ${when}`,
  inviteNext: (seconds) =>
    seconds > 0
      ? `"Create" saves the conference. The invitations leave ${seconds} seconds later; until then "Stop" works.`
      : `"Create" saves the conference and sends the invitations.`,
  leavesIn: (seconds, clock) => `Leaves in ${seconds} s (at ${clock}) – stop?`,
  byCalendar: "Invited through the calendar",
  stop: "Stop",
  move: "Reschedule",
  seatsButton: "Participants",
  callOff: "Call off",
  plannedTitle: { case: "The case conference is set", anonymous: "The discussion is set" },
  stopped: "Stopped. Nothing was sent.",
  stoppedChange: "Stopped. Everything stays as it was.",
  tooLate: "It is too late for that: it has been sent. You can reschedule or call off.",
  notThisChange:
    "It is too late for this button: that has been stopped or sent already, or something else was changed since. This is how it stands now.",
  goAnonymous: "Discuss anonymously",
  anonymousWhy:
    "Without consent an anonymous discussion is possible: a pattern without information about a person, without a case id, without a link to the case.",
  anonymousHint:
    "Anonymous discussion: this conference does not know the case. Please do not say there either what somebody could be recognised by.",
  anonymousPlace:
    'For which municipality? Write for example "anonymous case discussion with Jugendamt in Eschweiler".',
  client: "Client",
  interpreter: "Interpreter",
  nothingNew: (words) => `Not recognised: ${words}. Please name the office differently.`,
  moveTitle: (label) => `New date · ${label}`,
  moveNow: (when) => `So far: ${when}`,
  moved: "New date saved",
  movedSince: "The date was changed meanwhile. Nothing has been called off yet.",
  callOffTitle: "Really call it off?",
  callOffAsk: (label) => `${label}: everybody who was invited gets a cancellation without a reason.`,
  calledOff: "Called off",
  keep: "Do not call off",
  alreadyOff: "This conference has already been called off.",
  over: "This conference is over.",
  none: "No conference is coming up.",
  seatsTitle: (label) => `Participants · ${label}`,
  stays: "stays",
  takeOff: "take off",
  moreMail: "Mail address for it (empty = as in the directory)",
  back: "Back",
  seatsNext: "Whoever is taken off gets a cancellation without a reason. The others hear nothing of it.",
  seatsSaved: "Participants saved",
  consentFirst: (names) =>
    `There is no valid consent for ${names}. Please record it first ("Consent …"), then invite.`,
  busyThen: (names) => `In another conference at that time: ${names}.`,
  notDelivered: {
    REQUEST: (names) => `The invitation to ${names} was not delivered. Please invite by phone.`,
    CANCEL: (names) => `The cancellation to ${names} was not delivered. Please cancel by phone.`,
    POLL: (name) =>
      `The link of the date poll to ${name} was not delivered. Please ask by phone and enter the answer yourself.`,
    REMINDER: (name) =>
      `The reminder to ${name} was not delivered. Please remind them by phone if you think it is needed.`,
    MINUTES: (name) => `The minutes to ${name} were not delivered. Please hand them over in another way.`,
  },
  faultySetup:
    "Sending is set up wrongly, please tell your IT. Once that is mended, the message leaves by itself.",
  about: (id, when, line) => `**${id} on ${when}**\n\n${line}`,
  aboutPoll: (id, line) => `**${id}**\n\n${line}`,
};
