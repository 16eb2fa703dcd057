/** One line of JSON on standard output. Entries hold kinds, ids and durations, never what people wrote. */
export type Log = (entry: Readonly<Record<string, unknown>>) => void;

export const jsonLines: Log = (entry) => {
  const line = { at: new Date().toISOString(), ...entry, ...named(entry.error) };
  process.stdout.write(`${JSON.stringify(line)}\n`);
};

/** Of an error only its name: messages may quote what somebody typed. */
function named(error: unknown): { error?: string } {
  if (error === undefined) return {};
  return { error: error instanceof Error ? error.name : String(typeof error) };
}
