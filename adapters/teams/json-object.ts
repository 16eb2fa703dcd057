export type JsonObject = Readonly<Record<string, unknown>>;

/** No client nests further; whoever does wants our recursion to run out of stack. */
const maxJsonDepth = 64;

/** A JSON object, or the reason why these bytes are none. Strict UTF-8 (RFC 8259 § 8.1). */
export function parseJsonObject(bytes: Buffer): JsonObject | string {
  if (nestsDeeperThan(bytes, maxJsonDepth)) return `nested deeper than ${maxJsonDepth}`;
  try {
    const value: unknown = JSON.parse(utf8.decode(bytes));
    return isObject(value) ? value : "not a JSON object";
  } catch {
    return "not valid JSON";
  }
}

const utf8 = new TextDecoder("utf-8", { fatal: true });

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

const quote = 0x22;
const backslash = 0x5c;

/** Looks at the bytes before anything parses them: brackets outside of strings, opened and not yet closed. */
function nestsDeeperThan(bytes: Buffer, limit: number): boolean {
  let depth = 0;
  let inString = false;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at];
    if (inString) {
      if (byte === backslash) at++;
      else if (byte === quote) inString = false;
    } else if (byte === quote) inString = true;
    else if (byte === 0x7b || byte === 0x5b) {
      if (++depth > limit) return true;
    } else if (byte === 0x7d || byte === 0x5d) depth--;
  }
  return false;
}
