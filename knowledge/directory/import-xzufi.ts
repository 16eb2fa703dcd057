import { area, holds, isArs } from "./ars.js";
import { checkTables } from "./check.js";
import type { DirectoryData, ImportFault, ImportResult } from "./model.js";
import { emptyTables, type Row } from "./table-rows.js";
import { allNamed, childrenOf, readXml, textAt, within, type XmlElement } from "./xml-tree.js";
import { areaNames, german, objects, officeCells, textOf, topicCells } from "./xzufi-objects.js";

/** Namespaces of XZuFi 2.2.0, 2.3.0 and 2.3.1; the elements used here are the same in all of them. */
const NAMESPACE =
  /^(?:https?:\/\/xoev\.de\/schemata\/xzufi\/|urn:xoev-de:fim:standard:xzufi[_:])2[._][23](?:[._]\d)?$/;

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
