import type { AddressObject, ParsedMail } from "mailparser";
import { type Reply, readReply } from "../calendar/ical-reply.js";

/** A mail that came in, as far as it is needed: its text is not kept, since people write names into it. */
export type IncomingMail = {
  /** The Message-ID without brackets; empty if the mail has none. */
  readonly messageId: string;
  /** The one address of From in lower case; empty if there is none or several. Anybody can write any address there. */
  readonly from: string;
  readonly subject: string;
  /**
   * What our own mail server found out about the sender (DMARC, RFC 8601): `failed` means that the address in From
   * is forged. `unknown` where the server checks nothing, or is not named in the settings.
   */
  readonly sender: "proven" | "failed" | "unknown";
  /** The answer to an invitation, if the mail holds one. */
  readonly reply: Reply | undefined;
};

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
  };
}

function onlyAddress(from: AddressObject | undefined): string {
  const [first, ...others] = from?.value ?? [];
  return first && others.length === 0 ? (first.address ?? "").toLowerCase() : "";
}

function replyIn(mail: ParsedMail): Reply | undefined {
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
