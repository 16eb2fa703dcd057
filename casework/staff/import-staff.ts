import { CsvError, parse } from "csv-parse/sync";
import { z } from "zod";
import { roles, type StaffMember } from "./staff.js";

/** A fault of a file: line counts from 1 (the header row); the reason is German. */
export type StaffFault = { readonly line: number; readonly column: string; readonly reason: string };

const COLUMNS = ["aadObjectId", "name", "email", "role", "agency", "rechtskreis"] as const;

const Row = z.object({
  aadObjectId: z.string().min(1, "Die Kennung (aadObjectId) fehlt."),
  name: z.string().min(1, "Die Bezeichnung (name) fehlt."),
  email: z.union([z.literal(""), z.email("Das ist keine E-Mail-Adresse.")]),
  role: z.enum(roles, `Die Rolle muss eine von ${roles.join(", ")} sein.`),
  agency: z.string().min(1, "Die Organisation (agency) fehlt."),
  rechtskreis: z.string(),
});

/**
 * Reads `aadObjectId;name;email;role;agency;rechtskreis` (UTF-8, `;` or `,`, header row). All faults at once;
 * with a fault no member is returned.
 */
export function parseStaff(
  text: string,
): { readonly members: readonly StaffMember[] } | { readonly faults: readonly StaffFault[] } {
  const header = text.slice(0, text.indexOf("\n") < 0 ? undefined : text.indexOf("\n"));
  let rows: { record: Record<string, string>; info: { lines: number } }[];
  try {
    rows = parse(text, {
      bom: true,
      columns: true,
      delimiter: header.includes(";") ? ";" : ",",
      trim: true,
      skip_empty_lines: true,
      info: true,
    }) as unknown as typeof rows;
  } catch (error) {
    const line = error instanceof CsvError && typeof error.lines === "number" ? error.lines : 1;
    return {
      faults: [{ line, column: "", reason: "Die Zeile hat nicht so viele Spalten wie die Kopfzeile." }],
    };
  }
  const faults: StaffFault[] = [];
  const given = Object.keys(rows[0]?.record ?? {});
  for (const column of COLUMNS) {
    if (rows.length > 0 && !given.includes(column))
      faults.push({ line: 1, column, reason: "Diese Spalte fehlt." });
  }
  if (rows.length === 0)
    faults.push({ line: 1, column: "", reason: "Die Datei hat keine Zeile mit einer Person." });
  if (faults.length > 0) return { faults };
  const members: StaffMember[] = [];
  for (const { record, info } of rows) {
    const row = Row.safeParse(record);
    if (!row.success) {
      for (const issue of row.error.issues) {
        faults.push({ line: info.lines, column: String(issue.path[0] ?? ""), reason: issue.message });
      }
      continue;
    }
    const { aadObjectId: id, ...rest } = row.data;
    if (members.some((other) => other.id === id)) {
      faults.push({ line: info.lines, column: "aadObjectId", reason: "Diese Kennung kommt zweimal vor." });
    }
    members.push({ id, ...rest });
  }
  return faults.length > 0 ? { faults } : { members };
}
