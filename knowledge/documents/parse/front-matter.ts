import { DocumentMeta } from "../document.js";

/** Keys that staff may write in German or English, without spaces and hyphens, and what they mean. */
const keys: Readonly<Record<string, keyof DocumentMeta>> = {
  title: "title",
  titel: "title",
  validfrom: "validFrom",
  gueltigab: "validFrom",
  gültigab: "validFrom",
  validto: "validTo",
  validuntil: "validTo",
  gueltigbis: "validTo",
  gültigbis: "validTo",
  replacedby: "replacedBy",
  ersetztdurch: "replacedBy",
  roles: "roles",
  role: "roles",
  rollen: "roles",
  rolle: "roles",
  visibletoroles: "roles",
  sichtbarfürrollen: "roles",
  agencies: "agencies",
  agency: "agencies",
  organisationen: "agencies",
  organisation: "agencies",
  visibletoagencies: "agencies",
  sichtbarfürorganisationen: "agencies",
  source: "source",
  quelle: "source",
};
const lists: ReadonlySet<string> = new Set(["roles", "agencies"]);

const unquote = (value: string): string => value.trim().replace(/^(["'])(.*)\1$/, "$2");

/** "01.07.2026" as 2026-07-01; anything else as it is. */
const isoDay = (value: string): string => {
  const m = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(value);
  return m ? `${m[3]}-${m[2]?.padStart(2, "0")}-${m[1]?.padStart(2, "0")}` : value;
};

const listOf = (value: string): string[] =>
  value
    .replace(/^\[|\]$/g, "")
    .split(/[,;|]/)
    .map(unquote)
    .filter(Boolean);

/** Known keys only, in one spelling, checked. A faulty value makes the whole document refused: a limit to roles that is silently lost would show it to everybody. */
export const readMeta = (raw: Readonly<Record<string, unknown>>): DocumentMeta | { refused: string } => {
  const found: Record<string, unknown> = {};
  for (const [written, value] of Object.entries(raw)) {
    const key = keys[written.toLowerCase().replace(/[\s_-]+/g, "")];
    if (key === undefined || value === null || value === "") continue;
    if (lists.has(key)) found[key] = typeof value === "string" ? listOf(value) : value;
    else found[key] = typeof value === "string" ? isoDay(value.trim()) : value;
  }
  const checked = DocumentMeta.safeParse(found);
  if (checked.success) return checked.data;
  const fault = checked.error.issues[0];
  return {
    refused: `Die Angabe „${String(fault?.path[0] ?? "?")}“ im Kopf des Dokuments ist nicht lesbar. Erwartet wird zum Beispiel „gültig ab: 01.07.2026“ oder „Rollen: case-manager, coordinator“.`,
  };
};

/** Splits `---` front matter from the text. The simple `key: value` form with `- ` lists is what staff write; nothing more is read. */
export const splitFrontMatter = (text: string): { raw: Record<string, unknown>; body: string } => {
  const m = /^\uFEFF?---[ \t]*\r?\n([\s\S]{0,20000}?)\r?\n---[ \t]*(?:\r?\n|$)/.exec(text);
  if (!m) return { raw: {}, body: text };
  const raw: Record<string, unknown> = {};
  let open: string[] | null = null;
  for (const line of (m[1] ?? "").split(/\r?\n/)) {
    const item = /^\s*-\s+(.*)$/.exec(line);
    if (item && open) {
      open.push(unquote(item[1] ?? ""));
      continue;
    }
    const pair = /^([^:#]{1,40}):\s*(.*)$/.exec(line);
    if (!pair) continue;
    const key = (pair[1] ?? "").trim();
    const value = unquote(pair[2] ?? "");
    open = value === "" ? [] : null;
    raw[key] = open ?? value;
  }
  for (const [key, value] of Object.entries(raw))
    if (Array.isArray(value) && value.length === 0) delete raw[key];
  return { raw, body: text.slice(m[0].length) };
};
