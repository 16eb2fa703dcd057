/** A spreadsheet would run a cell that begins so (OWASP, CSV injection); apostrophes before it are counted in. */
const FORMULA = /^'*[=+\-@\t\r]/;

/** The cell as a spreadsheet shows it and does not run it. */
export function withoutFormula(cell: string): string {
  return FORMULA.test(cell) ? `'${cell}` : cell;
}

/** The cell as it was before {@link withoutFormula}. */
export function withFormula(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;
}
