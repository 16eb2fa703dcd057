import { pino } from "pino";

/** One line of JSON on standard output. Entries hold kinds, ids and durations, never what people wrote. */
export type Log = (entry: Readonly<Record<string, unknown>>) => void;

/** Members that would hold what somebody typed or is called: gone, wherever and however deep a later entry brings one. */
const CONTENT: ReadonlySet<string> = new Set([
  "text",
  "card",
  "name",
  "note",
  "value",
  "fields",
  "comment",
  "query",
  "message",
  "stack",
  "payload",
]);

/** Writes to standard output at once: what a process said before it died is there. */
export const jsonLines: Log = logTo(process.stdout);

export function logTo(stream: { write(line: string): unknown }): Log {
  const lines = pino(
    {
      base: null,
      messageKey: "event",
      timestamp: () => `,"at":"${new Date().toISOString()}"`,
      formatters: {
        level: (level) => ({ level }),
        // pino's own redaction names paths, and each level of each list would need one.
        log: (entry) => withoutContent(entry) as Record<string, unknown>,
      },
    },
    stream,
  );
  return (entry) => lines.info({ ...entry, ...named(entry.error) });
}

function withoutContent(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutContent);
  if (typeof value !== "object" || value === null) return value;
  const kept = Object.entries(value).filter(([member]) => !CONTENT.has(member));
  return Object.fromEntries(kept.map(([member, inner]) => [member, withoutContent(inner)]));
}

/** Of an error only its name: messages may quote what somebody typed. */
function named(error: unknown): { error?: string } {
  if (error === undefined) return {};
  return { error: error instanceof Error ? error.name : String(typeof error) };
}
