/** A number that may be shown, or the word that it is small. */
export type Shown = number | "small";

/** Counts below this are not shown: who knows the place could guess who it is. Zero tells of nobody. */
export const LEAST = 5;

export type Table = {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  /** `cells[row][column]` */
  readonly cells: readonly (readonly Shown[])[];
  /** Sums of what is shown: at least so many. What is hidden is in no sum, so no sum betrays it. */
  readonly rowSums: readonly number[];
  readonly columnSums: readonly number[];
  readonly sum: number;
};

/**
 * A table of counts in which nothing that is below {@link LEAST} can be found out. The usual way hides further
 * cells until the true sums can't be solved; here the sums themselves are made of shown cells only. What is
 * published is a function of what is shown, so two tables that differ in hidden counts look the same.
 */
export function suppressed(
  rows: readonly string[],
  columns: readonly string[],
  count: (row: string, column: string) => number,
): Table {
  const cells = rows.map((row) =>
    columns.map((column): Shown => {
      const value = count(row, column);
      return value > 0 && value < LEAST ? "small" : value;
    }),
  );
  const known = (cell: Shown | undefined) => (typeof cell === "number" ? cell : 0);
  const rowSums = cells.map((row) => row.reduce<number>((sum, cell) => sum + known(cell), 0));
  const columnSums = columns.map((_, i) => cells.reduce((sum, row) => sum + known(row[i]), 0));
  return { rows, columns, cells, rowSums, columnSums, sum: rowSums.reduce((a, b) => a + b, 0) };
}
