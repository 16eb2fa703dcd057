/** A line of the table in which all benches end: what ours takes, beside a peer or the least that could be done. */
export type Line = {
  readonly what: string;
  readonly ours: number;
  /** A peer, or the floor: the bare echo bot, one raw write. */
  readonly beside?: string;
  readonly theirs?: number;
  /** Ours over theirs. */
  readonly ratio?: number;
  readonly target?: Target;
};

export type Target =
  /** The ratio, or where there is none our own figure, is at least or at most so much. */
  { readonly atLeast: number } | { readonly atMost: number };

/** Rows of equal shape as a table with their member names as heads. */
export function tableOf(rows: readonly Readonly<Record<string, unknown>>[]): string {
  const heads = Object.keys(rows[0] ?? {});
  const lines = [heads, ...rows.map((row) => heads.map((head) => cell(row[head])))];
  const widths = heads.map((_, i) => Math.max(...lines.map((line) => (line[i] ?? "").length)));
  return lines
    .map((line) => `  ${line.map((text, i) => text.padEnd(widths[i] ?? 0)).join("  ")}`.trimEnd())
    .join("\n");
}

/** The one table of all lines; each target with whether it was met. */
export function summaryOf(lines: readonly Line[]): string {
  return tableOf(
    lines.map(({ what, ours, beside, theirs, ratio, target }) => {
      const measured = ratio ?? ours;
      return {
        what,
        ours,
        beside: beside === undefined ? undefined : `${beside}: ${cell(theirs)}`,
        ratio,
        target: target && ("atLeast" in target ? `≥ ${target.atLeast}` : `≤ ${target.atMost}`),
        met: target && (isMet(target, measured) ? "met" : "NOT MET"),
      };
    }),
  );
}

function isMet(target: Target, measured: number): boolean {
  return "atLeast" in target ? measured >= target.atLeast : measured <= target.atMost;
}

function cell(value: unknown): string {
  if (typeof value !== "number") return String(value ?? "–");
  if (Number.isInteger(value) || Math.abs(value) >= 1000) return String(Math.round(value));
  return value.toPrecision(3);
}
