import type { Mail, Mailer, MailResult } from "../../bot/outbox/mailer.js";
import { composeMessage, type Sender } from "./message.js";
import { needsTls } from "./needs-tls.js";
import { failureOf } from "./smtp-error.js";

export type SmtpOptions = {
  /**
   * `smtp://[user:password@]host[:port]` or `smtps://…`. Anything but loopback must offer STARTTLS, unless the
   * operator writes `?ignoreTLS=true` behind it.
   */
  readonly url: string;
  readonly from: Sender;
  /** After so many ms a sending is given up as temporary, whatever the server does. Default 25,000. */
  readonly deadlineMs?: number;
};

/** Sends mail through an SMTP server, one connection a mail. nodemailer is loaded with the first mail. */
export function smtpMailer({ url, from, deadlineMs = 25_000 }: SmtpOptions): Mailer {
  return {
    kind: "smtp",
    async send(mail) {
      const message = await composeMessage(mail, from, new Date());
      if (!Buffer.isBuffer(message)) return { kind: "permanent", reason: `faulty ${message.fault}` };
      try {
        return await deliver(message, mail, { url, from, deadlineMs });
      } catch (error) {
        return failureOf(error);
      }
    },
  };
}

/** Greets, changes to TLS where that is wanted, and logs in. Sends nothing. Never rejects. */
export async function tryMailServer({
  url,
  deadlineMs = 10_000,
}: Pick<SmtpOptions, "url" | "deadlineMs">): Promise<MailResult> {
  try {
    const transport = await transportTo(url, deadlineMs);
    try {
      await transport.verify();
      return { kind: "sent" };
    } finally {
      transport.close();
    }
  } catch (error) {
    return failureOf(error);
  }
}

async function transportTo(url: string, deadlineMs: number) {
  const { createTransport } = await import("nodemailer");
  return createTransport({
    url,
    requireTLS: needsTls(url),
    connectionTimeout: Math.min(10_000, deadlineMs),
    greetingTimeout: Math.min(10_000, deadlineMs),
    dnsTimeout: Math.min(10_000, deadlineMs),
    socketTimeout: deadlineMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
}

async function deliver(
  message: Buffer,
  mail: Mail,
  { url, from, deadlineMs }: Required<SmtpOptions>,
): Promise<MailResult> {
  const transport = await transportTo(url, deadlineMs);
  try {
    await transport.sendMail({
      envelope: { from: from.email, to: [mail.to.email] },
      messageId: mail.messageId,
      raw: message,
      signal: AbortSignal.timeout(deadlineMs),
    });
    return { kind: "sent" };
  } finally {
    transport.close();
  }
}
