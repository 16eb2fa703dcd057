import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { toCsv } from "../../../casework/figures/csv.js";
import { LEAST, suppressed } from "../../../casework/figures/suppress.js";

const table = fc
  .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 }))
  .chain(([rows, columns]) =>
    fc.array(fc.array(fc.nat({ max: 12 }), { minLength: columns, maxLength: columns }), {
      minLength: rows,
      maxLength: rows,
    }),
  );

function published(counts: readonly (readonly number[])[]) {
  const rows = counts.map((_, i) => String(i));
  const columns = (counts[0] ?? []).map((_, i) => String(i));
  return suppressed(rows, columns, (row, column) => counts[Number(row)]?.[Number(column)] ?? 0);
}

describe("small counts", () => {
  test("can't be found out: whatever the hidden ones are, the same is published", () => {
    fc.assert(
      fc.property(table, fc.infiniteStream(fc.integer({ min: 1, max: LEAST - 1 })), (counts, others) => {
        const changed = counts.map((row) =>
          row.map((value) => (value > 0 && value < LEAST ? others.next().value : value)),
        );
        expect(published(changed)).toEqual(published(counts));
      }),
      { numRuns: 500 },
    );
  });

  test("are never shown, larger ones and zeros always", () => {
    fc.assert(
      fc.property(table, (counts) => {
        for (const [i, row] of published(counts).cells.entries()) {
          for (const [k, shown] of row.entries()) {
            const value = counts[i]?.[k] ?? 0;
            expect(shown).toBe(value > 0 && value < LEAST ? "small" : value);
          }
        }
      }),
    );
  });
});

test("a cell that a spreadsheet would run as a formula is text, and quotes are doubled", () => {
  const evil = ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", 'a"b', "a;b", "gut"];
  const csv = toCsv([evil, [1, -2]]);
  const [first = ""] = csv.slice(1).split("\r\n1;");
  expect(first).toContain("'=1+1;'+1;'-1;'@SUM(A1);'\tx;");
  expect(first).toContain('"a""b";"a;b";gut');
});
