import { writeInvitation } from "../../../adapters/calendar/ical-write.js";
import type { Invitation, Mail } from "../../../bot/outbox/mailer.js";
import { invitation } from "../calendar/invitations.js";

export const sender = { name: "KIM-Assistent", email: "kim@example.org" };

/** The mail that carries an invitation, as the outbox builds it. */
export function invitationMail(changes: Partial<Invitation> = {}, mail: Partial<Mail> = {}): Mail {
  const content = invitation(changes);
  return {
    messageId: `<K-7F3Q9.1.jua.${content.sequence}.${content.method}@example.org>`,
    to: { name: content.attendee.name, email: content.attendee.email },
    subject: content.summary,
    text: "Sie sind zu einer Fallkonferenz eingeladen. Bitte antworten Sie über Ihren Kalender.",
    calendar: { method: content.method, content: writeInvitation(content) },
    ...mail,
  };
}
