import { createHash } from "node:crypto";
import type { Mail } from "../../bot/outbox/mailer.js";
import { isPlainAddress } from "./plain-address.js";

export type Sender = { readonly name: string; readonly email: string };

/** Why a mail cannot be written at all. Trying again does not help. */
export type FaultyMail = { readonly fault: "address" | "message-id" };

/**
 * The bytes of a mail (RFC 5322). With a calendar part it is multipart/alternative, the text first and text/calendar
 * last with its method in the Content-Type (RFC 6047): the form in which Outlook shows an invitation, not a file.
 * The same mail at the same instant has the same bytes.
 */
export async function composeMessage(mail: Mail, from: Sender, now: Date): Promise<Buffer | FaultyMail> {
  if (!isPlainAddress(mail.to.email) || !isPlainAddress(from.email)) return { fault: "address" };
  if (!/^<[\w.+-]+@[\w.-]+>$/.test(mail.messageId)) return { fault: "message-id" };
  const { default: MailComposer } = await import("nodemailer/lib/mail-composer");
  const composer = new MailComposer({
    from: { name: oneLine(from.name), address: from.email },
    to: { name: oneLine(mail.to.name), address: mail.to.email },
    subject: oneLine(mail.subject),
    messageId: mail.messageId,
    date: now,
    // Out-of-office notes answer people, not a bot (RFC 3834).
    headers: { "Auto-Submitted": "auto-generated" },
    text: mail.text,
    ...(mail.calendar
      ? {
          alternatives: [
            {
              contentType: `text/calendar; charset=UTF-8; method=${mail.calendar.method}`,
              content: mail.calendar.content,
              contentTransferEncoding: "base64",
            },
          ],
        }
      : {}),
    ...(mail.attachment ? { attachments: [mail.attachment] } : {}),
    baseBoundary: createHash("sha256").update(mail.messageId).digest("hex").slice(0, 16),
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}

/** Names and subjects come from directories and texts: a line end in them must not begin a header. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cs}\s]+/gu, " ").trim();
}
