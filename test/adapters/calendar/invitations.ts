import type { Invitation } from "../../../bot/outbox/mailer.js";

/** A conference on Monday 9 November 2026 in Eschweiler, as one participant is invited to it. */
export function invitation(changes: Partial<Invitation> = {}): Invitation {
  return {
    method: "REQUEST",
    uid: "K-7F3Q9.1@kim.example.org",
    sequence: 0,
    stampedAt: Date.parse("2026-10-26T08:15:30Z"),
    start: Date.parse("2026-11-09T09:00:00+01:00"),
    end: Date.parse("2026-11-09T10:00:00+01:00"),
    timeZone: "Europe/Berlin",
    summary: "Fallkonferenz K-7F3Q9",
    description: "Zweck: gemeinsame Hilfeplanung.\nBitte antworten Sie mit Zusage oder Absage.",
    organizer: { name: "KIM-Assistent", email: "kim@example.org" },
    attendee: { name: "Jugendamt Eschweiler", email: "jugendamt@example.org", role: "required" },
    ...changes,
  };
}
