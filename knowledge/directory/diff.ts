import type { DirectoryData, Office, Place, Responsibility, Topic } from "./model.js";

/** More changes of one kind than this are counted, not listed. */
const MOST = 200;

/** What a new directory changes, in German, one change a line; empty if nothing does. */
export function describeChanges(before: DirectoryData, after: DirectoryData): readonly string[] {
  const officeName = names([...before.offices, ...after.offices].map(({ id, name }) => [id, name]));
  const topicTitle = names([...before.topics, ...after.topics].map(({ id, title }) => [id, title]));
  const placeName = names([...before.places, ...after.places].map(({ ars, name }) => [ars, name]));
  const rule = (one: Responsibility): string => {
    const where = one.ars === "" ? "überall" : (placeName.get(one.ars) ?? one.ars);
    const who = [
      one.surnames === "" ? "" : `Nachnamen ${one.surnames}`,
      ages(one),
      one.status.join(" oder "),
    ].filter((part) => part !== "");
    const what = one.role === "contact" ? "Ansprechstelle" : "zuständig";
    return `Regel „${topicTitle.get(one.topic) ?? one.topic}“, ${where}${who.length > 0 ? ` (${who.join("; ")})` : ""}: ${what} ${officeName.get(one.office) ?? one.office}`;
  };
  return [
    ...compare(
      before.places,
      after.places,
      (one) => one.ars,
      (one: Place) => `Ort ${one.name}`,
      placeLabels,
    ),
    ...compare(
      before.topics,
      after.topics,
      (one) => one.id,
      (one: Topic) => `Anliegen „${one.title}“`,
      topicLabels,
    ),
    ...compare(
      before.offices,
      after.offices,
      (one) => one.id,
      (one: Office) => `Stelle ${one.name}`,
      officeLabels,
    ),
    ...compare(before.responsibilities, after.responsibilities, ruleKey, rule, ruleLabels),
  ];
}

const placeLabels = { name: "Name", postcodes: "Postleitzahlen", parts: "Ortsteile" };
const topicLabels = {
  title: "Titel",
  rechtskreis: "Rechtskreis",
  synonyms: "andere Namen",
  leika: "LeiKa",
  description: "Beschreibung",
};
const officeLabels = {
  name: "Name",
  authority: "Träger",
  rechtskreis: "Rechtskreis",
  street: "Straße",
  postcode: "Postleitzahl",
  city: "Ort",
  phone: "Telefon",
  email: "E-Mail",
  website: "Internet",
  openingHours: "Öffnungszeiten",
  teamsUser: "Teams",
  calendar: "Kalender",
  note: "Hinweis",
  source: "Quelle",
  checkedAt: "geprüft am",
};
const ruleLabels = {
  office: "Stelle",
  validFrom: "gültig ab",
  validTo: "gültig bis",
  source: "Quelle",
  checkedAt: "geprüft am",
  note: "Hinweis",
};

/** What a rule is about; who answers and how fresh that is may change under the same key. */
const ruleKey = (one: Responsibility): string =>
  JSON.stringify([
    one.topic,
    one.ars,
    one.surnames,
    one.ageFrom,
    one.ageTo,
    one.status,
    one.role,
    one.validFrom,
  ]);

function compare<T extends object>(
  before: readonly T[],
  after: readonly T[],
  keyOf: (one: T) => string,
  label: (one: T) => string,
  fields: Readonly<Partial<Record<keyof T, string>>>,
): readonly string[] {
  const old = grouped(before, keyOf);
  const now = grouped(after, keyOf);
  const gone: string[] = [];
  const come: string[] = [];
  const changed: string[] = [];
  for (const [key, list] of now) {
    const was = [...(old.get(key) ?? [])];
    const open = list.filter((one) => !take(was, (other) => same(one, other)));
    for (const one of open) {
      const other = was.shift();
      if (other === undefined) come.push(`Neu: ${label(one)}`);
      else changed.push(`Geändert: ${label(one)} – ${differences(other, one, fields)}`);
    }
    gone.push(...was.map((one) => `Entfällt: ${label(one)}`));
  }
  for (const [key, list] of old)
    if (!now.has(key)) gone.push(...list.map((one) => `Entfällt: ${label(one)}`));
  return [gone, come, changed].flatMap((lines) =>
    lines.length <= MOST ? lines : [...lines.slice(0, MOST), `… und ${lines.length - MOST} weitere`],
  );
}

function grouped<T>(list: readonly T[], keyOf: (one: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const one of list) {
    const key = keyOf(one);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  return groups;
}

/** Takes the first fitting entry out of the list; false if there is none. */
function take<T>(list: T[], fits: (one: T) => boolean): boolean {
  const at = list.findIndex(fits);
  if (at >= 0) list.splice(at, 1);
  return at >= 0;
}

const same = (one: object, other: object): boolean => JSON.stringify(one) === JSON.stringify(other);

function differences<T extends object>(
  before: T,
  after: T,
  fields: Readonly<Partial<Record<keyof T, string>>>,
): string {
  const parts: string[] = [];
  for (const field of Object.keys(fields) as (keyof T)[]) {
    const was = shown(before[field]);
    const is = shown(after[field]);
    if (was !== is)
      parts.push(`${fields[field]}: ${was === "" ? "leer" : `„${was}“`} → ${is === "" ? "leer" : `„${is}“`}`);
  }
  return parts.join("; ");
}

const shown = (value: unknown): string => (Array.isArray(value) ? value.join(", ") : String(value ?? ""));

const ages = ({ ageFrom, ageTo }: Responsibility): string => {
  if (ageFrom === null && ageTo === null) return "";
  if (ageFrom === null) return `bis ${ageTo} Jahre`;
  return ageTo === null ? `ab ${ageFrom} Jahren` : `${ageFrom} bis ${ageTo} Jahre`;
};

const names = (pairs: readonly (readonly [string, string])[]): ReadonlyMap<string, string> => new Map(pairs);
