import type { MailResult } from "../../bot/outbox/mailer.js";

type Failure = Exclude<MailResult, { kind: "sent" }>;

/** Codes of nodemailer and Node for what an operator must mend: credentials, settings, a name that is not there. */
const setupCodes = new Set([
  ...["EAUTH", "ENOAUTH", "EOAUTH2", "ETLS", "EREQUIRETLS", "ECONFIG", "EPROXY"],
  ...["ERR_INVALID_URL", "ENOTFOUND"],
]);

/** Commands before any recipient is named: a refusal there is about us, not about this mail. */
const commandsAboutUs = new Set(["CONN", "EHLO", "HELO", "STARTTLS", "AUTH", "MAIL FROM"]);

/**
 * What a failed sending means. Codes 4yz are temporary and 5yz final (RFC 5321 4.2.1); no answer at all is temporary.
 * The reason goes to a log: it names codes and the command, never the server's own words, which may hold addresses.
 */
export function failureOf(error: unknown): Failure {
  const { code, responseCode, command } = fieldsOf(error);
  const reason = ["smtp", code, responseCode, command].filter((part) => part !== undefined).join(" ");
  if (responseCode !== undefined && responseCode >= 400 && responseCode < 500)
    return { kind: "temporary", reason };
  if (code !== undefined && (setupCodes.has(code) || isTlsFault(code))) return { kind: "setup", reason };
  if (responseCode !== undefined && responseCode >= 500) {
    const aboutUs = command !== undefined && (commandsAboutUs.has(command) || command.startsWith("AUTH"));
    return { kind: aboutUs ? "setup" : "permanent", reason };
  }
  if (code === "EENVELOPE" || code === "EMESSAGE") return { kind: "permanent", reason };
  return { kind: "temporary", reason };
}

/** Node's codes for certificates that do not hold and for a server that does not speak TLS on that port. */
function isTlsFault(code: string): boolean {
  return /^ERR_(SSL|TLS)_|CERT|SELF_SIGNED|UNABLE_TO_VERIFY/.test(code);
}

type Fields = {
  readonly code: string | undefined;
  readonly responseCode: number | undefined;
  readonly command: string | undefined;
};

/** nodemailer keeps the code of the socket or resolver in `originalCode` and puts its own, coarser one over it. */
function fieldsOf(error: unknown): Fields {
  const fields: Record<string, unknown> = typeof error === "object" && error !== null ? { ...error } : {};
  const { originalCode, code, responseCode, command } = fields;
  return {
    code: textOf(originalCode) ?? textOf(code),
    responseCode: typeof responseCode === "number" ? responseCode : undefined,
    command: textOf(command),
  };
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}
