import { area, holds, isArs } from "./ars.js";
import { checkTables } from "./check.js";
import type { DirectoryData, ImportFault, ImportResult } from "./model.js";
import { rechtskreisOfLaw } from "./rechtskreis-of-law.js";
import { emptyTables, type Row } from "./table-rows.js";
import { allNamed, childrenOf, readXml, textAt, within, type XmlElement } from "./xml-tree.js";

/** Namespaces of XZuFi 2.2.0, 2.3.0 and 2.3.1; the elements used here are the same in all of them. */
const NAMESPACE =
  /^(?:https?:\/\/xoev\.de\/schemata\/xzufi\/|urn:xoev-de:fim:standard:xzufi[_:])2[._][23](?:[._]\d)?$/;

/** Code list `leikatextmodul`: names of a service; 02 and 03 are the Leistungsbezeichnungen I and II. */
const TITLES = ["02", "03"] as const;
/** Code list for the role of a Zuständigkeit: 01 and 02 are the zuständige Stelle, others only help on. */
const RESPONSIBLE = new Set(["", "01", "02"]);

/**
 * Imports an XZuFi message (Leistungen, Organisationseinheiten and their Zuständigkeiten). XZuFi knows no
 * Rechtskreise and seldom names its areas: both come from `base`, the directory in force, where it has the same
 * LeiKa key or ARS, else from the words of the Leistung and the codes beside the addresses. Everything that is
 * a fault comes with line and element; with one fault there are no data. Never throws.
 */
export function importXzufi(file: string, text: string, base?: DirectoryData): ImportResult {
  const { root, problems } = readXml(text);
  const faults: ImportFault[] = problems.map(({ line, column, reason }) => ({
    file,
    line,
    column: `Spalte ${column}`,
    reason,
  }));
  const warnings: ImportFault[] = [];
  if (root === null || !NAMESPACE.test(root.namespace)) {
    if (root !== null || faults.length === 0) {
      faults.push({
        file,
        line: root?.line ?? 1,
        column: root?.name ?? "",
        reason: "Das ist keine XZuFi-Nachricht der Fassung 2.2 oder 2.3.",
      });
    }
    return { faults };
  }
  const tables = emptyTables();
  const row = (element: XmlElement, cells: Record<string, string>): Row => ({
    file,
    line: element.line,
    cells,
  });
  const names = areaNames(root, base);
  const areas = new Map<string, XmlElement>();

  for (const service of objects(root, "leistung")) {
    tables.topics.push(
      row(
        service,
        topicCells(service, base, (reason) =>
          warnings.push({ file, line: service.line, column: "leistung", reason }),
        ),
      ),
    );
  }
  for (const unit of objects(root, "organisationseinheit")) {
    const id = textAt(unit, "id");
    tables.offices.push(row(unit, officeCells(unit)));
    for (const one of childrenOf(unit, "zustaendigkeit")) addRules(one, id);
  }
  for (const moved of allNamed(root, "zustaendigkeitTransferObjekt")) {
    const one = within(moved, "zustaendigkeit");
    if (one !== undefined) addRules(one, textAt(moved, "uebergeordnetesObjektID"));
  }
  for (const [ars, element] of areas) {
    const known = base?.places.find((place) => area(place.ars) === area(ars));
    const name = known?.name ?? names.get(area(ars));
    if (name === undefined) {
      warnings.push({
        file,
        line: element.line,
        column: "gebietID",
        reason: `Der Name zum Regionalschlüssel ${ars} fehlt; er heißt vorläufig „Gebiet ${ars}“.`,
      });
    }
    tables.places.push(
      row(element, {
        ars,
        name: name ?? `Gebiet ${ars}`,
        postcodes: known?.postcodes.join("|") ?? "",
        parts: known?.parts.join("|") ?? "",
      }),
    );
  }
  for (const place of base?.places ?? []) {
    const inside = [...areas.keys()].some((ars) => holds(ars, place.ars));
    if (!inside || tables.places.some(({ cells }) => area(cells.ars ?? "") === area(place.ars))) continue;
    tables.places.push(
      row(root, {
        ars: place.ars,
        name: place.name,
        postcodes: place.postcodes.join("|"),
        parts: place.parts.join("|"),
      }),
    );
  }
  const result = checkTables(tables, faults);
  return "faults" in result ? result : { data: result.data, warnings: [...warnings, ...result.warnings] };

  function addRules(one: XmlElement, office: string): void {
    const topics = childrenOf(one, "leistungID");
    const regions = childrenOf(one, "gebietID");
    if (topics.length === 0)
      faults.push({
        file,
        line: one.line,
        column: "leistungID",
        reason: "Die Zuständigkeit nennt keine Leistung.",
      });
    for (const topic of topics) {
      for (const region of regions.length === 0 ? [undefined] : regions) {
        const written = region === undefined ? "" : textOf(region);
        const ars = isArs(area(written)) ? area(written) : written;
        if (region !== undefined && isArs(ars) && !areas.has(ars)) areas.set(ars, region);
        tables.responsibilities.push(
          row(region ?? one, {
            topic: textOf(topic),
            office,
            ars,
            role: RESPONSIBLE.has(textAt(one, "rolle", "code")) ? "responsible" : "contact",
            validFrom: textAt(one, "gueltigkeit", "beginn").slice(0, 10),
            validTo: textAt(one, "gueltigkeit", "ende").slice(0, 10),
            source: "XZuFi",
            note: german(one, "kriterium") || german(one, "bemerkung"),
          }),
        );
      }
    }
  }
}

const textOf = (element: XmlElement): string => element.text.replace(/\s+/g, " ").trim();

/** Objects stand in `schreibe` or in a transfer object; an id alone with the same name is none. */
const objects = (root: XmlElement, name: string): readonly XmlElement[] =>
  allNamed(root, name).filter((one) => within(one, "id") !== undefined);

/** Text in German, or the first there is. */
function german(element: XmlElement, name: string): string {
  const all = childrenOf(element, name);
  const best = all.find(({ attributes }) => /^de\b/.test(attributes.languageCode ?? "")) ?? all[0];
  return best === undefined ? "" : textOf(best);
}

function topicCells(
  service: XmlElement,
  base: DirectoryData | undefined,
  warn: (reason: string) => void,
): Record<string, string> {
  const id = textAt(service, "id");
  const leika = childrenOf(service, "referenzLeiKa")
    .map((one) => textAt(one, "code") || textOf(one))
    .filter((code) => code !== "");
  const modules = childrenOf(service, "modulText");
  const module = (code: string): string => {
    const found = modules.find((one) => textAt(one, "leikaTextmodul", "code") === code);
    return found === undefined ? "" : stripped(german(found, "inhalt"));
  };
  const titles = [
    ...TITLES.map(module),
    german(service, "bezeichnung"),
    german(service, "leistungsbezeichnung"),
  ].filter((one) => one !== "");
  const terms = childrenOf(service, "begriffImKontext").map(
    (one) => german(one, "begriff") || textAt(one, "begriff"),
  );
  const known = base?.topics.find(
    (topic) => topic.id === id || topic.leika.some((key) => leika.includes(key)),
  );
  const words = `${titles.join(" ")} ${modules.map((one) => german(one, "inhalt")).join(" ")}`;
  const law = known?.rechtskreis ?? rechtskreisOfLaw(words);
  if (law === null)
    warn(
      `Der Rechtskreis von „${titles[0] ?? id}“ ist nicht zu erkennen; angenommen ist MELDE. Bitte ergänzen.`,
    );
  const synonyms = [...titles.slice(1), ...terms, ...(known?.synonyms ?? [])].map((one) =>
    one.replaceAll("|", "/").trim(),
  );
  return {
    id,
    title: (titles[0] ?? "").slice(0, 300),
    rechtskreis: law ?? "MELDE",
    synonyms: [...new Set(synonyms)].filter((one) => one !== "" && one.length < 200).join("|"),
    leika: leika.join("|"),
    description: known?.description ?? "",
  };
}

/** Texts of a Leistung are HTML. */
const stripped = (html: string): string =>
  html
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ")
    .trim();

/** Code list Erreichbarkeit: 01 e-mail, 02 telephone, 03 mobile, 09 web. */
function officeCells(unit: XmlElement): Record<string, string> {
  const addresses = childrenOf(unit, "anschrift");
  const address =
    addresses.find((one) => ["001", "002"].includes(textAt(one, "typ", "code"))) ?? addresses[0];
  const channels = childrenOf(unit, "kommunikation").map((one) => ({
    code: textAt(one, "kanal", "code"),
    value: textAt(one, "kennung"),
  }));
  const channel = (codes: readonly string[], looks: RegExp): string =>
    (
      channels.find(({ code, value }) => codes.includes(code) && looks.test(value)) ??
      channels.find(({ code, value }) => code === "" && looks.test(value))
    )?.value ?? "";
  const name = within(unit, "name");
  const street =
    address === undefined ? "" : `${textAt(address, "strasse")} ${textAt(address, "hausnummer")}`.trim();
  return {
    id: textAt(unit, "id"),
    name: name === undefined ? "" : german(name, "name") || textOf(name),
    authority: textAt(unit, "uebergeordneteOrganisationseinheit", "name") || german(unit, "kurzbezeichnung"),
    street,
    postcode: address === undefined ? "" : textAt(address, "postleitzahl"),
    city: address === undefined ? "" : textAt(address, "ort"),
    phone: channel(["02", "03"], /^[+\d(]/),
    email: channel(["01"], /@/),
    website: textAt(unit, "internetadresse", "uri") || channel(["09"], /^(?:https?:|www\.)/),
    openingHours: stripped(german(unit, "oeffnungszeiten")).slice(0, 1000),
    source: "XZuFi",
    checkedAt: textAt(unit, "versionsinformation", "geaendertDatumZeit").slice(0, 10),
  };
}

/** Names of areas that stand beside addresses as verwaltungspolitische Kodierung. */
function areaNames(root: XmlElement, base: DirectoryData | undefined): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const level of ["regionalschluessel", "gemeindeschluessel", "kreis", "bundesland"]) {
    for (const one of allNamed(root, level)) {
      const code = textAt(one, "code");
      const name = textAt(one, "name");
      if (isArs(code) && name !== "" && !names.has(area(code))) names.set(area(code), name);
    }
  }
  for (const place of base?.places ?? []) names.set(area(place.ars), place.name);
  return names;
}
