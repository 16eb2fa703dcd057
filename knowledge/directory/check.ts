import { area, holds } from "./ars.js";
import type { DirectoryData, ImportFault, ImportResult, Responsibility } from "./model.js";
import { checkSurnameSet, parseSurnames, type SurnameRanges } from "./surname-ranges.js";
import { faultAt, type Row, readRows, type Tables } from "./table-rows.js";

/**
 * Reads the four tables and checks what no single cell shows: ids used twice, references to nothing, areas without
 * a place, bounds the wrong way round. Letter ranges that leave gaps or overlap are warnings, since an office may
 * have said no more than that.
 */
export function checkTables(tables: Tables, earlier: readonly ImportFault[] = []): ImportResult {
  const faults = [...earlier];
  const warnings: ImportFault[] = [];
  const { data, rows } = readRows(tables, faults);
  duplicates(
    data.places.map(({ ars }) => ars),
    rows.places,
    "ars",
    faults,
  );
  duplicates(
    data.topics.map(({ id }) => id),
    rows.topics,
    "id",
    faults,
  );
  duplicates(
    data.offices.map(({ id }) => id),
    rows.offices,
    "id",
    faults,
  );
  // A reference is faulty only if the row it means is missing, not if that row has a fault of its own.
  const named = (table: "topics" | "offices"): ReadonlySet<string> =>
    new Set(tables[table].map(({ cells }) => (cells.id ?? "").trim()));
  const topics = named("topics");
  const offices = named("offices");
  const areas = new Map<string, boolean>();
  for (const [at, entry] of data.responsibilities.entries()) {
    const row = rows.responsibilities[at] as Row;
    if (!topics.has(entry.topic))
      faults.push(faultAt(row, "topic", `Das Anliegen „${entry.topic}“ steht nicht in topics.`));
    if (!offices.has(entry.office))
      faults.push(faultAt(row, "office", `Die Stelle „${entry.office}“ steht nicht in offices.`));
    if (entry.ars !== "" && !hasPlace(entry.ars)) {
      faults.push(faultAt(row, "ars", `In „${entry.ars}“ liegt kein Ort aus places.`));
    }
    if (entry.ageFrom !== null && entry.ageTo !== null && entry.ageFrom > entry.ageTo) {
      faults.push(faultAt(row, "ageTo", "Das Alter „bis“ liegt unter dem Alter „von“."));
    }
    if (entry.validFrom !== "" && entry.validTo !== "" && entry.validFrom > entry.validTo) {
      faults.push(faultAt(row, "validTo", "Gültig bis liegt vor gültig ab."));
    }
  }
  if (data.topics.length === 0 && faults.length === 0) {
    faults.push({ file: "topics", line: 0, column: "", reason: "Das Verzeichnis enthält kein Anliegen." });
  }
  if (faults.length > 0) return { faults };
  warnings.push(...letterWarnings(data, rows.responsibilities), ...unused(data, rows));
  return { data, warnings };

  function hasPlace(ars: string): boolean {
    const key = area(ars);
    const known = areas.get(key) ?? tables.places.some(({ cells }) => holds(key, (cells.ars ?? "").trim()));
    areas.set(key, known);
    return known;
  }
}

function duplicates(
  ids: readonly string[],
  rows: readonly Row[],
  column: string,
  faults: ImportFault[],
): void {
  const first = new Map<string, Row>();
  for (const [at, id] of ids.entries()) {
    const row = rows[at] as Row;
    const known = first.get(id);
    if (known === undefined) first.set(id, row);
    else faults.push(faultAt(row, column, `„${id}“ steht schon in Zeile ${known.line}.`));
  }
}

/** Rules that differ only in their letters share the alphabet out; a rule without letters takes the rest. */
function letterWarnings(data: DirectoryData, rows: readonly Row[]): readonly ImportFault[] {
  const groups = new Map<string, { row: Row; ranges: SurnameRanges | null }[]>();
  for (const [at, entry] of data.responsibilities.entries()) {
    if (entry.role !== "responsible") continue;
    const key = groupOf(entry);
    const group = groups.get(key) ?? [];
    group.push({
      row: rows[at] as Row,
      ranges: entry.surnames === "" ? null : parseSurnames(entry.surnames),
    });
    groups.set(key, group);
  }
  const warnings: ImportFault[] = [];
  for (const group of groups.values()) {
    const sets = group.flatMap(({ ranges }) => (ranges === null ? [] : [ranges]));
    const last = group.at(-1);
    if (sets.length === 0 || last === undefined) continue;
    const { gaps, overlaps } = checkSurnameSet(sets);
    if (gaps.length > 0 && sets.length === group.length) {
      warnings.push(faultAt(last.row, "surnames", `Diese Buchstaben hat niemand: ${gaps.join(", ")}.`));
    }
    if (overlaps.length > 0) {
      warnings.push(faultAt(last.row, "surnames", `Diese Buchstaben haben mehrere: ${overlaps.join(", ")}.`));
    }
  }
  return warnings;
}

const groupOf = ({ topic, ars, ageFrom, ageTo, status, validFrom, validTo }: Responsibility): string =>
  JSON.stringify([topic, area(ars), ageFrom, ageTo, status, validFrom, validTo]);

function unused(data: DirectoryData, rows: Tables): readonly ImportFault[] {
  const topics = new Set(data.responsibilities.map(({ topic }) => topic));
  const offices = new Set(data.responsibilities.map(({ office }) => office));
  const warn = (row: Row | undefined, what: string): readonly ImportFault[] =>
    row ? [faultAt(row, "id", what)] : [];
  return [
    ...data.topics.flatMap(({ id }, at) =>
      topics.has(id) ? [] : warn(rows.topics[at], `Für „${id}“ ist niemand zuständig.`),
    ),
    ...data.offices.flatMap(({ id }, at) =>
      offices.has(id) ? [] : warn(rows.offices[at], `„${id}“ ist für nichts zuständig.`),
    ),
  ];
}
