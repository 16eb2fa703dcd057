import { area, isArs } from "./ars.js";
import type { DirectoryData } from "./model.js";
import { rechtskreisOfLaw } from "./rechtskreis-of-law.js";
import { allNamed, childrenOf, textAt, within, type XmlElement } from "./xml-tree.js";

/** What the objects of an XZuFi message say, as cells of the directory's tables. */

/** Code list `leikatextmodul`: names of a service; 02 and 03 are the Leistungsbezeichnungen I and II. */
const TITLES = ["02", "03"] as const;

export const textOf = (element: XmlElement): string => element.text.replace(/\s+/g, " ").trim();

/** Objects stand in `schreibe` or in a transfer object; an id alone with the same name is none. */
export const objects = (root: XmlElement, name: string): readonly XmlElement[] =>
  allNamed(root, name).filter((one) => within(one, "id") !== undefined);

/** Text in German, or the first there is. */
export function german(element: XmlElement, name: string): string {
  const all = childrenOf(element, name);
  const best = all.find(({ attributes }) => /^de\b/.test(attributes.languageCode ?? "")) ?? all[0];
  return best === undefined ? "" : textOf(best);
}

export function topicCells(
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
export function officeCells(unit: XmlElement): Record<string, string> {
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
export function areaNames(root: XmlElement, base: DirectoryData | undefined): ReadonlyMap<string, string> {
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
