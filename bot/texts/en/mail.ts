import type { Format } from "../../../casework/conference/conference.js";
import type { mail as german } from "../de/mail.js";
import { numbered } from "../format.js";
import { conferenceAgenda } from "./conference-agenda.js";

const signed = ["", "KIM-Assistent sent this message."];

function written(format: Format, called: string, purpose: string, note: string): (typeof german)["case"] {
  return {
    subject: (id) => `${called} ${id}`,
    cancelSubject: (id) => `Cancelled: ${called} ${id}`,
    invitation: (id, when) =>
      [
        "Hello,",
        "",
        `you are invited to the ${called} ${id}.`,
        `Date: ${when}`,
        "",
        "Please accept or decline through your calendar.",
        "",
        `Purpose: ${purpose} ${note}`,
        "",
        "Planned agenda:",
        ...numbered(conferenceAgenda[format]),
        ...signed,
      ].join("\n"),
    moved: (id, when) =>
      [
        "Hello,",
        "",
        `the ${called} ${id} has a new date.`,
        `New date: ${when}`,
        "",
        "The former date no longer applies. Please accept or decline through your calendar.",
        "",
        `Purpose: ${purpose} ${note}`,
        ...signed,
      ].join("\n"),
    cancellation: (id, when) =>
      [
        "Hello,",
        "",
        `the invitation to the ${called} ${id} on ${when} no longer applies to you. Please remove the date from your calendar.`,
        ...signed,
      ].join("\n"),
    calendarDescription: `Purpose: ${purpose}`,
  };
}

export const mail: typeof german = {
  case: written(
    "case",
    "Fallkonferenz (case conference)",
    "coordination between the offices involved, within the Kommunales Integrationsmanagement (municipal integration management).",
    "There is a consent that covers your office. Please use the information for this purpose only (§ 78 SGB X).",
  ),
  anonymous: written(
    "anonymous",
    "Fallbesprechung (anonymous discussion)",
    "professional exchange within the Kommunales Integrationsmanagement (municipal integration management).",
    "A pattern is discussed, without information about any person. Please name none either.",
  ),
  where: (place) => `Place: ${place}`,
};
