import type { ParsedMail } from "mailparser";
import type { IncomingMail } from "../../bot/mailbox/incoming-mail.js";

/**
 * Whether a machine wrote a mail: a delivery report that tells of a failure (RFC 3464), or an answer that nobody
 * typed (RFC 3834 and the headers that came before it). A calendar that answers for a person is no such machine.
 * `source` is the whole mail: parsers put the parts of a report in different places.
 */
export function automaticIn(mail: ParsedMail, source: Buffer): IncomingMail["automatic"] {
  if (isReport(mail)) {
    const isFailure = /^action:\s*failed\b/im.test(source.toString("latin1"));
    return isFailure ? "bounce" : "answer";
  }
  if (mail.attachments.some(({ contentType }) => contentType === "text/calendar")) return undefined;
  const header = (name: string) => String(mail.headers.get(name) ?? "").toLowerCase();
  const submitted = header("auto-submitted");
  const isAuto =
    (submitted !== "" && submitted !== "no") ||
    /^auto[-_]reply$/.test(header("precedence")) ||
    mail.headers.has("x-autoreply") ||
    mail.headers.has("x-autorespond");
  return isAuto ? "answer" : undefined;
}

/** The Message-IDs of the mails that a report is about, from the copies or headers that it carries. */
export function reportedIds(mail: ParsedMail, source: Buffer): readonly string[] {
  if (!isReport(mail)) return [];
  const ids = source.toString("latin1").matchAll(/^message-id:\s*<([^<>\s]{1,250})>/gim);
  return [...ids].map(([, id = ""]) => id).filter((id) => `<${id}>` !== mail.messageId);
}

function isReport(mail: ParsedMail): boolean {
  const type: unknown = mail.headers.get("content-type");
  return typeof type === "object" && type !== null && "value" in type && type.value === "multipart/report";
}
