import { randomBytes } from "node:crypto";
import { findDates } from "../../casework/calendar/date-phrases.js";
import { HOME_ZONE, instantOf } from "../../casework/calendar/zone.js";
import { type CaseEntry, phases } from "../../casework/case/case.js";
import type { CaseBeginning, CaseFacts } from "../../casework/case/commands.js";
import { ageBands, statusGroups } from "../../casework/case/facts.js";
import { detectPersonalData } from "../../casework/privacy/detect.js";
import type { StaffMember } from "../../casework/staff/staff.js";
import type { Directory } from "../../knowledge/directory/build.js";
import { understand } from "../../knowledge/directory/understand.js";
import { measureOf } from "../routing/read-measure.js";
import { de } from "../texts/de.js";
import type { CaseColumn, TableRow } from "./case-table.js";
import { paperConsents } from "./paper-consents.js";

export type RowWorld = {
  readonly directory: Directory;
  readonly staff: readonly StaffMember[];
  readonly today: string;
  readonly staleAfterDays: number;
};

export type RowCase = {
  readonly line: number;
  readonly owner: StaffMember;
  readonly facts: CaseFacts;
  readonly beginning: CaseBeginning;
  readonly note: string;
};

export type RowFault = { readonly line: number; readonly column: CaseColumn; readonly reason: string };

/** What people type: nothing personal may stand in it, else the row is refused and says where. */
const FREE: readonly CaseColumn[] = ["Ziele", "Maßnahmen", "Wiedervorlage", "Notiz", "Sprachen", "Nachweis"];

/** One row of the table as a case, or everything that is wrong with it. */
export function caseOfRow(
  world: RowWorld,
  row: TableRow,
): RowCase | { readonly faults: readonly RowFault[] } {
  const { line } = row;
  const faults: RowFault[] = [];
  const cell = (column: CaseColumn) => row.cells[column] ?? "";
  const wrong = (column: CaseColumn, reason: string) => faults.push({ line, column, reason });
  const dayIn = (column: CaseColumn) => {
    if (cell(column) === "") return undefined;
    const day = dayOf(cell(column), world.today);
    if (!day) wrong(column, "Das ist kein Datum. Richtig ist zum Beispiel 12.03.2027.");
    return day;
  };
  const oneOf = <T extends string>(
    column: CaseColumn,
    values: readonly T[],
    labels: Readonly<Record<T, string>>,
  ) => {
    if (cell(column) === "") return undefined;
    const said = cell(column).toLowerCase();
    const value = values.find((one) => one === said || labels[one].toLowerCase() === said);
    if (!value) wrong(column, `Möglich sind: ${values.map((one) => labels[one]).join(", ")}.`);
    return value;
  };

  for (const column of FREE)
    personalIn(cell(column)).map((kind) => wrong(column, `Hier steht ${kind}. Bitte weglassen.`));
  const owner = ownerOf(world.staff, cell("Fallführung"));
  if (!owner)
    wrong(
      "Fallführung",
      "Diese Kennung oder E-Mail-Adresse steht nicht als case-manager auf der Personalliste.",
    );
  const place = placeOf(world.directory, cell("Gemeinde"));
  if (place === undefined) wrong("Gemeinde", "Diese Gemeinde steht nicht im Verzeichnis.");
  const { topics, unknown } = topicsOf(world.directory, cell("Themen"));
  if (unknown.length > 0)
    wrong(
      "Themen",
      `Nicht im Verzeichnis gefunden: ${unknown.length === 1 ? "1 Thema" : `${unknown.length} Themen`}, an Stelle ${unknown.join(", ")}.`,
    );
  const household = cell("Personen") === "" ? undefined : Number(cell("Personen"));
  if (household !== undefined && !(Number.isInteger(household) && household >= 1 && household <= 30)) {
    wrong("Personen", de.cases.householdInvalid);
  }
  const ageBand = oneOf("Altersgruppe", ageBands, de.labels.ageBand);
  const group = oneOf("Status", statusGroups, de.labels.status);
  const expires = dayIn("Status bis");
  const phase = oneOf("Phase", phases, de.labels.phase) ?? "intake";
  const interpreter = oneOf("Dolmetschen", ["yes", "no", "unknown"], de.labels.interpreter) ?? "unknown";
  const urgency = oneOf("Dringlichkeit", ["normal", "high"], de.labels.urgency) ?? "normal";
  const opened = dayIn("Angelegt am");
  const measures = parts(cell("Maßnahmen")).map((text, i) => {
    const said = measureOf(text, world.today);
    if (said.impossibleDate) wrong("Maßnahmen", `Maßnahme ${i + 1}: Dieses Datum gibt es nicht.`);
    return {
      id: newId(),
      what: said.what,
      responsible: said.responsible ?? "",
      ...(said.due ? { due: said.due } : {}),
    };
  });
  const followUps = parts(cell("Wiedervorlage")).flatMap((text) => {
    const said = measureOf(text, world.today);
    if (!said.due) wrong("Wiedervorlage", "Hier fehlt ein Datum, das es gibt.");
    return said.due ? [{ id: newId(), on: said.due, text: said.what }] : [];
  });
  const facts: CaseFacts = {
    place: place ?? null,
    topics,
    languages: cell("Sprachen")
      .split(/[,;/|]/)
      .flatMap((language) => language.trim() || []),
    interpreter,
    urgency,
    phase,
    goals: parts(cell("Ziele")),
    ...(household === undefined ? {} : { household }),
    ...(ageBand ? { ageBand } : {}),
    ...(group ? { status: { group, ...(expires ? { expires } : {}) } } : {}),
  };
  const consents = paperConsents(world, facts, parts(cell("Einwilligungen")), {
    informed: /^(?:ja|x|1)$/i.test(cell("Informiert")),
    evidence: cell("Nachweis") || "Papierakte",
  });
  for (const reason of consents.faults) wrong("Einwilligungen", reason);
  if (faults.length > 0 || !owner) return { faults };
  const createdAt = opened && opened <= world.today ? instantOf(HOME_ZONE, opened, 12 * 60) : undefined;
  const begun = { measures, followUps, consents: consents.consents };
  const beginning: CaseBeginning = { ...begun, ...(createdAt === undefined ? {} : { createdAt }) };
  return { line, owner, facts, beginning, note: cell("Notiz") };
}

/** The kinds of personal data in a text, each once, and at which character; never the data. */
function personalIn(text: string): readonly string[] {
  return detectPersonalData(text)
    .findings.filter(({ category }) => category === "removes")
    .map(({ kind, start }) => `${de.privacy.kinds[kind]} (Zeichen ${start + 1})`);
}

function ownerOf(staff: readonly StaffMember[], said: string): StaffMember | undefined {
  const wanted = said.toLowerCase();
  return staff.find(
    ({ id, email }) => id.toLowerCase() === wanted || (email !== "" && email.toLowerCase() === wanted),
  );
}

/** Null: not filled in; undefined: not known. */
function placeOf(directory: Directory, said: string): CaseEntry["place"] | undefined {
  if (said === "") return null;
  const exact = directory.places.find(
    ({ ars, name }) => ars === said || name.toLowerCase() === said.toLowerCase(),
  );
  const place = exact ?? understand(directory, said).places[0];
  return place && { ars: place.ars, name: place.name };
}

function topicsOf(directory: Directory, said: string) {
  const ids = new Set<string>();
  const unknown: number[] = [];
  for (const [i, word] of said.split(/[|,;+]/).entries()) {
    if (word.trim() === "") continue;
    const exact = directory.topics.find(({ id }) => id === word.trim());
    const found = exact ? [exact] : understand(directory, word).topics;
    if (found.length === 0) unknown.push(i + 1);
    for (const { id } of found) ids.add(id);
  }
  const topics = directory.topics
    .filter(({ id }) => ids.has(id))
    .map(({ id, title, rechtskreis }) => ({ id, title, rechtskreis }));
  return { topics, unknown };
}

function dayOf(said: string, today: string): string | undefined {
  if (/^\d{4}-\d\d-\d\d$/.test(said)) {
    const [year, month, day] = said.split("-");
    return dayOf(`${day}.${month}.${year}`, today);
  }
  const [found] = findDates(said, today);
  return found?.kind === "days" ? found.to : undefined;
}

function parts(cell: string): string[] {
  return cell
    .split(/[|\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

function newId(): string {
  return randomBytes(6).toString("base64url");
}
