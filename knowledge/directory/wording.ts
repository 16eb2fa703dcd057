import { area } from "./ars.js";
import type { Directory, Rule } from "./build.js";
import type { Office, Topic } from "./model.js";
import type { Need } from "./rules.js";

/** The German words in which the directory explains a rule, asks back and refuses. */

/** "Warum dieses Amt?": topic, area and conditions of the rule. */
export function whyRule(directory: Directory, topic: Topic, rule: Rule, place: string | null): string {
  const subject = rule.entry.role === "contact" ? "Ansprechstelle" : "Zuständig";
  return `${subject} für „${topic.title}“ ${where(directory, rule, place)}${conditionWords(rule)}.`;
}

/** A rule that would hold under a condition which is not known to be met. */
export const whyReferral = (directory: Directory, topic: Topic, rule: Rule, place: string | null): string =>
  `Nur unter dieser Bedingung zuständig für „${topic.title}“ ${where(directory, rule, place)}${conditionWords(rule)}.`;

function where(directory: Directory, rule: Rule, place: string | null): string {
  if (rule.area === "") return "unabhängig vom Wohnort";
  const name = directory.areaNames.get(rule.area);
  if (rule.area.length === 12 || name === place) return `in ${name ?? `der Gemeinde ${rule.area}`}`;
  const whole = `im ganzen Gebiet ${name ?? `mit dem Regionalschlüssel ${rule.area}`}`;
  return place === null ? whole : `${whole}, also auch in ${place}`;
}

function conditionWords(rule: Rule): string {
  const parts: string[] = [];
  if (rule.entry.surnames !== "") parts.push(`für Nachnamen ${rule.entry.surnames}`);
  const age = ageWords(rule.ageFrom, rule.ageTo);
  if (age !== "") parts.push(age);
  if (rule.entry.status.length > 0) parts.push(`bei: ${rule.entry.status.join(" oder ")}`);
  return parts.length === 0 ? "" : ` (${parts.join("; ")})`;
}

export function ageWords(from: number | null, to: number | null): string {
  if (from !== null && to !== null) return `von ${from} bis ${to} Jahren`;
  if (from !== null) return `ab ${from} Jahren`;
  return to === null ? "" : `unter ${to + 1} Jahren`;
}

/** Why an office is named that somebody asked for by name. */
export function whyNamed(
  directory: Directory,
  office: Office,
  topics: readonly Topic[],
  place: string | null,
): string {
  const where = place === null ? "" : ` für ${place}`;
  const some = topics.slice(0, 3).map(({ title }) => `„${title}“`);
  const rest = topics.length > 3 ? " und mehr" : "";
  const does = some.length === 0 ? "" : ` mit ${some.join(", ")}${rest}`;
  const known = directory.officeAt.has(office.id)
    ? "Nach dieser Stelle wurde gefragt; sie steht"
    : "Diese Stelle steht";
  return `${known}${where}${does} im Verzeichnis.`;
}

export const questions = {
  meaning: (word: string): string => `„${word}“ kann Verschiedenes heißen. Worum geht es?`,
  place: "In welcher Gemeinde wohnt die Person? Ortsteil oder Postleitzahl genügt.",
  event: "In welchem Ort war das Ereignis (Geburt, Heirat, Sterbefall)? Der Wohnort zählt hier nicht.",
  office: "Für welche Gemeinde? Ortsteil oder Postleitzahl genügt.",
  letters: "Mit welchen zwei Buchstaben beginnt der Nachname? Bitte nur die Buchstaben, nicht den Namen.",
  age: "Wie alt ist die Person?",
  status: "Welche Bedingung trifft zu?",
} as const;

export const needQuestion = (need: Need): string => questions[need];

/** What a button offers for an open rule. */
export function optionLabel(need: Need, rule: Rule): string {
  if (need === "letters") return `Nachname ${rule.entry.surnames}`;
  if (need === "age") return ageWords(rule.ageFrom, rule.ageTo);
  return rule.entry.status.join(" / ");
}

export const refusals = {
  notUnderstood: "Dazu steht nichts im Verzeichnis.",
  outside: (town: string): string =>
    `${town} steht nicht im Verzeichnis. Es enthält nur die eigenen Gemeinden.`,
  noRule: (topic: string, place: string | null): string =>
    `Für „${topic}“ ist ${place === null ? "" : `in ${place} `}keine Stelle eingetragen.`,
  noOffice: (place: string | null): string =>
    `Diese Stelle ist ${place === null ? "" : `für ${place} `}nicht eingetragen.`,
  expired: (topic: string): string => `Für „${topic}“ gibt es nur Einträge, die heute nicht gelten.`,
} as const;

/** "Nachfragen beim Pflegen des Verzeichnisses": the name of an area for people. */
export const areaName = (directory: Directory, ars: string): string =>
  directory.areaNames.get(area(ars)) ?? (ars === "" ? "überall" : ars);
