import type { AddressObject, ParsedMail } from "mailparser";
import type { CalendarAnswer, IncomingMail } from "../../bot/mailbox/incoming-mail.js";
import { readReply } from "../calendar/ical-reply.js";
import { automaticIn, reportedIds } from "./machine-mail.js";

/** `authServer` is the name that our own mail server puts first into its Authentication-Results. */
export async function readMail(source: Buffer, authServer?: string): Promise<IncomingMail> {
  const { simpleParser } = await import("mailparser");
  const mail = await simpleParser(source, {
    skipTextToHtml: true,
    skipTextLinks: true,
    skipImageLinks: true,
  });
  return {
    messageId: (mail.messageId ?? "").replace(/^<|>$/g, ""),
    from: onlyAddress(mail.from),
    subject: (mail.subject ?? "").slice(0, 200),
    sender: authServer === undefined ? "unknown" : provenBy(mail, authServer),
    reply: replyIn(mail),
    about: [...reportedIds(mail, source), ...answeredIds(mail)],
    automatic: automaticIn(mail, source),
    words: ownWords(mail.text ?? ""),
  };
}

/** In-Reply-To, then References from the newest on. */
function answeredIds({ inReplyTo = "", references = [] }: ParsedMail): readonly string[] {
  const older = (typeof references === "string" ? [references] : references).toReversed();
  const ids = [inReplyTo, ...older].map((id) => id.trim().replace(/^<|>$/g, ""));
  return [...new Set(ids.filter((id) => id !== ""))].slice(0, mostIds);
}

const mostIds = 20;
const mostWords = 500;

/** Up to the mail that is quoted below, as the common mail programs set it off. */
function ownWords(text: string): string {
  const quoted =
    /^(?:>|-{2,} ?(?:original|ursprüngliche)|_{10,}|(?:am|on) .{5,80}(?:schrieb|wrote).*:|(?:von|from): )/im;
  const at = text.search(quoted);
  return (at < 0 ? text : text.slice(0, at)).replace(/\s+/g, " ").trim().slice(0, mostWords);
}

function onlyAddress(from: AddressObject | undefined): string {
  const [first, ...others] = from?.value ?? [];
  return first && others.length === 0 ? (first.address ?? "").toLowerCase() : "";
}

function replyIn(mail: ParsedMail): CalendarAnswer | undefined {
  for (const { contentType, content, headers } of mail.attachments) {
    if (contentType !== "text/calendar" && contentType !== "application/ics") continue;
    const reply = readReply(decoded(content, charsetOf(headers.get("content-type"))));
    if (reply) return reply;
  }
  return undefined;
}

function charsetOf(header: unknown): string {
  if (typeof header !== "object" || header === null || !("params" in header)) return "utf-8";
  const params: Record<string, unknown> = { ...(header.params as object) };
  return typeof params.charset === "string" ? params.charset : "utf-8";
}

function decoded(content: Buffer, charset: string): string {
  try {
    return new TextDecoder(charset).decode(content);
  } catch {
    return content.toString();
  }
}

/**
 * Only the topmost Authentication-Results counts: our server puts its own above whatever a sender may have written.
 */
function provenBy(mail: ParsedMail, authServer: string): IncomingMail["sender"] {
  const first = mail.headerLines.find(({ key }) => key === "authentication-results");
  const [server = "", ...results] = (first?.line ?? "")
    .replace(/^[^:]*:/, "")
    .split(";")
    .map((part) => part.trim().toLowerCase());
  if (server.split(/\s/)[0] !== authServer.toLowerCase()) return "unknown";
  const dmarc = results.map((result) => /^dmarc\s*=\s*(\w+)/.exec(result)?.[1]).find((verdict) => verdict);
  if (dmarc === "pass") return "proven";
  return dmarc === "fail" ? "failed" : "unknown";
}
