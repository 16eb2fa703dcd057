import { isPlainAddress } from "../mail/plain-address.js";

/** The text form of iCalendar: escaping, quoting, folding (RFC 5545 3.1 and 3.3.11). */

/** Lines longer than this are folded; in octets, the line end not counted. */
const longestLine = 75;

/**
 * A value of type TEXT. Line ends become `\n`. Control characters, which iCalendar has no place for, and halves of
 * surrogate pairs are left out: nothing in a text can begin a line of its own.
 */
export function textValue(text: string): string {
  return printable(text.replace(/\r\n?/g, "\n"))
    .replace(/[\\;,]/g, "\\$&")
    .replace(/\n/g, "\\n");
}

/** A parameter value in double quotes. It can hold neither quotes nor line ends, and no escape for them is understood everywhere. */
export function quotedParameter(text: string): string {
  return `"${printable(text).replace(/\s+/g, " ").replace(/"/g, "'").trim()}"`;
}

/**
 * `mailto:` for an address as directories hold them. Throws a RangeError for anything else, so that no address can
 * bring a line, a second address or a mail header with it.
 */
export function mailto(email: string): string {
  if (!isPlainAddress(email)) throw new RangeError("not a plain mail address");
  return `mailto:${email}`;
}

/** Lines with their line ends, the long ones folded. No character of UTF-8 is torn apart. */
export function foldedLines(lines: readonly string[]): string {
  return lines.map((line) => `${fold(line)}\r\n`).join("");
}

function fold(line: string): string {
  let folded = "";
  let octets = 0;
  // Iterating a string yields whole code points.
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > longestLine) {
      folded += "\r\n ";
      octets = 1;
    }
    folded += character;
    octets += size;
  }
  return folded;
}

function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cs}]/gu, (character) =>
    character === "\n" || character === "\t" ? character : "",
  );
}
