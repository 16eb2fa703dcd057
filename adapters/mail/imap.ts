import type { ImapFlow, ImapFlowOptions } from "imapflow";
import type { BoxedMail, CheckResult, Mailbox } from "../../bot/mailbox/incoming-mail.js";
import { readMail } from "./incoming.js";
import { needsTls } from "./needs-tls.js";

export type MailboxOptions = {
  /** `imaps://user:password@host[:port]`, or `imap://…`, which must offer STARTTLS (see needs-tls.ts). */
  readonly url: string;
  /** Default INBOX. */
  readonly mailbox?: string;
  readonly authServer?: string;
  /** After so many ms a check is given up, whatever the server does. Default 30,000. */
  readonly deadlineMs?: number;
};

/** More than this of a mail is not read: an answer is a few kilobytes. */
const largestMail = 1024 * 1024;
const mostAtOnce = 100;

/**
 * A mailbox over IMAP. A mail is new while it is unseen; it is marked as seen only after `take` resolved, so a crash
 * between the two shows it again. imapflow is loaded with the first check.
 */
export function imapMailbox({
  url,
  mailbox = "INBOX",
  authServer,
  deadlineMs = 30_000,
}: MailboxOptions): Mailbox {
  return {
    check: (take) => inTime(url, deadlineMs, (client) => readNew(client, mailbox, authServer, take)),
  };
}

/** Logs in and opens the mailbox for reading only: nothing is marked as seen. Never rejects. */
export function tryMailbox({
  url,
  mailbox = "INBOX",
  deadlineMs = 10_000,
}: Omit<MailboxOptions, "authServer">): Promise<CheckResult> {
  return inTime(url, deadlineMs, async (client) => {
    await client.connect();
    await client.mailboxOpen(mailbox, { readOnly: true });
    await client.logout();
    return { kind: "checked", taken: 0, left: 0 };
  });
}

async function inTime(
  url: string,
  deadlineMs: number,
  work: (client: ImapFlow) => Promise<CheckResult>,
): Promise<CheckResult> {
  let client: ImapFlow | undefined;
  let timer: NodeJS.Timeout | undefined;
  try {
    client = await clientFor(url, deadlineMs);
    const late = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => reject(new Error("deadline")), deadlineMs);
    });
    return await Promise.race([work(client), late]);
  } catch (error) {
    return failureOf(error);
  } finally {
    clearTimeout(timer);
    client?.close();
  }
}

async function readNew(
  client: ImapFlow,
  mailbox: string,
  authServer: string | undefined,
  take: (mail: BoxedMail) => Promise<void>,
): Promise<CheckResult> {
  await client.connect();
  const box = await client.mailboxOpen(mailbox);
  const found = await client.search({ seen: false }, { uid: true });
  const unseen = Array.isArray(found) ? found : [];
  let taken = 0;
  for (const uid of unseen.slice(0, mostAtOnce)) {
    // BODY.PEEK: reading alone marks nothing as seen.
    const message = await client.fetchOne(
      String(uid),
      { uid: true, source: { maxLength: largestMail } },
      { uid: true },
    );
    if (!message || message.source === undefined) continue;
    const mail = await readMail(message.source, authServer);
    try {
      await take({ ...mail, id: `${box.uidValidity}/${uid}` });
    } catch {
      continue;
    }
    await client.messageFlagsAdd(String(uid), ["\\Seen"], { uid: true });
    taken += 1;
  }
  await client.logout();
  return { kind: "checked", taken, left: unseen.length - taken };
}

async function clientFor(url: string, deadlineMs: number): Promise<ImapFlow> {
  const { protocol, hostname, port, username, password } = new URL(url);
  const secure = protocol === "imaps:";
  const { ImapFlow } = await import("imapflow");
  const wait = Math.min(10_000, deadlineMs);
  const options: ImapFlowOptions = {
    host: hostname.replace(/^\[|\]$/g, ""),
    port: port === "" ? (secure ? 993 : 143) : Number(port),
    secure,
    ...(!secure && needsTls(url) ? { doSTARTTLS: true } : {}),
    auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
    logger: false,
    disableAutoIdle: true,
    connectionTimeout: wait,
    greetingTimeout: wait,
    socketTimeout: deadlineMs,
    maxLiteralSize: 2 * largestMail,
  };
  const client = new ImapFlow(options);
  // Errors of the socket reject the command that waits; without a listener they would end the process as well.
  client.on("error", () => undefined);
  return client;
}

/** What a failed check means. The reason goes to a log: codes only, never what the server or a mail said. */
function failureOf(error: unknown): Exclude<CheckResult, { kind: "checked" }> {
  const fields: Record<string, unknown> = typeof error === "object" && error !== null ? { ...error } : {};
  const { authenticationFailed, tlsFailed, mailboxMissing, code, serverResponseCode } = fields;
  const setup = authenticationFailed === true || tlsFailed === true || mailboxMissing === true;
  const words = [
    "imap",
    ...(authenticationFailed === true ? ["login refused"] : []),
    ...(mailboxMissing === true ? ["no such mailbox"] : []),
    ...[code, serverResponseCode].filter((each) => typeof each === "string"),
  ];
  const faultyUrl = code === "ERR_INVALID_URL" || code === "ENOTFOUND";
  return { kind: setup || faultyUrl ? "setup" : "temporary", reason: words.join(" ") };
}
