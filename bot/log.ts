import { pino } from "pino";

/** One line of JSON on standard output. Entries hold kinds, ids and durations, never what people wrote. */
export type Log = (entry: Readonly<Record<string, unknown>>) => void;

/** Members that would hold what somebody typed or is called: gone, wherever a later entry should bring one. */
const CONTENT = [
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
];

/** Writes to standard output at once: what a process said before it died is there. */
export const jsonLines: Log = logTo(process.stdout);

export function logTo(stream: { write(line: string): unknown }): Log {
  const lines = pino(
    {
      base: null,
      messageKey: "event",
      timestamp: () => `,"at":"${new Date().toISOString()}"`,
      formatters: { level: (level) => ({ level }) },
      redact: { paths: CONTENT.flatMap((member) => [member, `*.${member}`]), remove: true },
    },
    stream,
  );
  return (entry) => lines.info({ ...entry, ...named(entry.error) });
}

/** Of an error only its name: messages may quote what somebody typed. */
function named(error: unknown): { error?: string } {
  if (error === undefined) return {};
  return { error: error instanceof Error ? error.name : String(typeof error) };
}
