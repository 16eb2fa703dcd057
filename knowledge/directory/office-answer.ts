import type { Directory, Rule } from "./build.js";
import type { Office, OfficeAnswer, TopicSummary } from "./model.js";

/** The day of the answer, and after how many days a check is old. */
export type Freshness = { readonly today: string; readonly staleAfterDays: number };

export const summary = (directory: Directory, at: number): TopicSummary => {
  const { id, title, rechtskreis } = directory.topics[at] as TopicSummary;
  return { id, title, rechtskreis };
};

/** The office that a rule names; a rule without source or date has those of its office. */
export function officeAnswer(directory: Directory, fresh: Freshness, rule: Rule, why: string): OfficeAnswer {
  const office = directory.offices[rule.office] as Office;
  const checkedAt = rule.entry.checkedAt || office.checkedAt;
  return {
    office: officeSummary(office),
    topic: directory.topics[rule.topic]?.id ?? null,
    about: summary(directory, rule.topic),
    why,
    role: rule.entry.role,
    source: rule.entry.source || office.source,
    checkedAt,
    stale: isStale(checkedAt, fresh),
    note: [rule.entry.note, office.note]
      .filter((note, at, all) => note !== "" && all.indexOf(note) === at)
      .join(" "),
  };
}

export function officeSummary(office: Office): OfficeAnswer["office"] {
  const { id, name, authority, rechtskreis, phone, email, openingHours, website } = office;
  const town = [office.postcode, office.city].filter((part) => part !== "").join(" ");
  const address = [office.street, town].filter((part) => part !== "").join(", ");
  return { id, name, authority, rechtskreis, phone, email, address, openingHours, website };
}

const DAY = 86_400_000;

/** Older than the configured days, or never checked at all. */
export function isStale(checkedAt: string, { today, staleAfterDays }: Freshness): boolean {
  if (checkedAt === "") return true;
  return Date.parse(today) - Date.parse(checkedAt) > staleAfterDays * DAY;
}
