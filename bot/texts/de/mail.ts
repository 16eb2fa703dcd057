import type { Format } from "../../../casework/conference/conference.js";
import { numbered } from "../format.js";
import { conferenceAgenda } from "./conference-agenda.js";

/**
 * Invitations and cancellations, per format. What is written here is all that leaves: the id of a case, or of an
 * anonymous conference, and nothing else of either.
 */

const signed = ["", "Diese Nachricht hat KIM-Assistent versendet."];

function written(format: Format, called: string, purpose: string, note: string) {
  return {
    subject: (id: string) => `${called} ${id}`,
    cancelSubject: (id: string) => `Abgesagt: ${called} ${id}`,
    invitation: (id: string, when: string) =>
      [
        "Guten Tag,",
        "",
        `Sie sind zur ${called} ${id} eingeladen.`,
        `Termin: ${when}`,
        "",
        "Bitte antworten Sie über Ihren Kalender mit Zusage oder Absage.",
        "",
        `Zweck: ${purpose} ${note}`,
        "",
        "Vorgesehener Ablauf:",
        ...numbered(conferenceAgenda[format]),
        ...signed,
      ].join("\n"),
    moved: (id: string, when: string) =>
      [
        "Guten Tag,",
        "",
        `die ${called} ${id} hat einen neuen Termin.`,
        `Neuer Termin: ${when}`,
        "",
        "Der bisherige Termin gilt nicht mehr. Bitte antworten Sie über Ihren Kalender mit Zusage oder Absage.",
        "",
        `Zweck: ${purpose} ${note}`,
        ...signed,
      ].join("\n"),
    cancellation: (id: string, when: string) =>
      [
        "Guten Tag,",
        "",
        `die Einladung zur ${called} ${id} am ${when} ist für Sie aufgehoben. Bitte entfernen Sie den Termin aus Ihrem Kalender.`,
        ...signed,
      ].join("\n"),
    calendarDescription: `Zweck: ${purpose}`,
  };
}

export const mail = {
  case: written(
    "case",
    "Fallkonferenz",
    "Abstimmung der beteiligten Stellen im Rahmen des Kommunalen Integrationsmanagements.",
    "Eine Einwilligung für Ihre Stelle liegt vor. Bitte verwenden Sie die Angaben nur für diesen Zweck (§ 78 SGB X).",
  ),
  anonymous: written(
    "anonymous",
    "Fallbesprechung",
    "Fachlicher Austausch im Rahmen des Kommunalen Integrationsmanagements.",
    "Besprochen wird ein Muster ohne Angaben zu einer Person. Bitte nennen auch Sie keine.",
  ),
  where: (place: string) => `Ort: ${place}`,
};
