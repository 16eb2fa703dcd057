import { areasAround, type Directory, type Rule } from "./build.js";
import type { AgeRange } from "./person-cues.js";
import { covers } from "./surname-ranges.js";

/** What is known of a person and the day when rules are applied. */
export type Circumstances = {
  /** `YYYY-MM-DD` in local time. */
  readonly today: string;
  /** First letters of the surname, folded. */
  readonly letters: string | null;
  readonly age: AgeRange | null;
  /** Indices of conditions that hold. */
  readonly statuses: readonly number[];
  /** Offices that the question names: the one among them that a rule names needs no further question. */
  readonly offices: ReadonlySet<number> | null;
};

/** What must still be asked before a rule can be chosen. */
export type Need = "letters" | "age" | "status";

/** Which rules hold for a topic in a place. */
export type Ruling = {
  readonly responsible: readonly Rule[];
  readonly contacts: readonly Rule[];
  /** Rules that would hold under a condition that is not known to be met. */
  readonly referrals: readonly Rule[];
  readonly need: Need | null;
  /** Between these the need decides. */
  readonly open: readonly Rule[];
  /** A rule was there, but its time is over or has not come. */
  readonly expired: boolean;
};

type Fit = "yes" | "no" | Need;

/**
 * Topic × place × letters × age × status × date. The nearest area with a fitting rule wins (Gemeinde, Verband,
 * Kreis, Bezirk, Land, everywhere), within it the rule with most conditions met. Letters are always asked for
 * where they decide; age and status only where no rule holds without them.
 */
export function ruleFor(directory: Directory, topic: number, place: number, facts: Circumstances): Ruling {
  const byArea = directory.rules[topic];
  const responsible: Rule[] = [];
  const contacts: Rule[] = [];
  const open: { rule: Rule; need: Need }[] = [];
  let expired = false;
  for (const around of areasAround(directory, place)) {
    const settled = responsible.length > 0;
    const here = byArea?.get(around) ?? [];
    const valid = here.filter((rule) => isValid(rule, facts.today));
    if (valid.length < here.length) expired = true;
    const met = new Set(valid.flatMap(({ status }) => status.filter((one) => facts.statuses.includes(one))));
    const fitting: Rule[] = [];
    for (const rule of valid) {
      const fit = fits(rule, facts, met.size > 0);
      if (fit === "no") continue;
      if (rule.entry.role === "contact") {
        if (fit === "yes" || fit === "status") contacts.push(rule);
      } else if (settled) continue;
      else if (fit === "yes") fitting.push(rule);
      else open.push({ rule, need: fit });
    }
    if (settled) continue;
    const chosen = mostSpecific(fitting);
    responsible.push(...chosen);
    // "Bei SGB-II-Bezug das Jobcenter": who would answer otherwise stays in sight.
    if (met.size > 0) contacts.push(...fitting.filter((rule) => !chosen.includes(rule)));
  }
  return decide(responsible, contacts, open, expired, facts);
}

function decide(
  responsible: readonly Rule[],
  contacts: readonly Rule[],
  open: readonly { readonly rule: Rule; readonly need: Need }[],
  expired: boolean,
  facts: Circumstances,
): Ruling {
  const rules = open.map(({ rule }) => rule);
  const base = { contacts, expired };
  if (facts.offices !== null) {
    const named = [...responsible, ...rules, ...contacts].filter(({ office }) => facts.offices?.has(office));
    if (named.length > 0) {
      const others = [...responsible, ...contacts].filter((rule) => !named.includes(rule));
      return { ...base, responsible: named, contacts: others, referrals: [], need: null, open: [] };
    }
  }
  const byLetters = open.filter(({ need }) => need === "letters").map(({ rule }) => rule);
  if (byLetters.length > 0 && differ([...responsible, ...byLetters])) {
    return { ...base, responsible: [], referrals: [], need: "letters", open: [...byLetters, ...responsible] };
  }
  if (responsible.length > 0) return { ...base, responsible, referrals: rules, need: null, open: [] };
  const first = open[0];
  if (first === undefined) return { ...base, responsible, referrals: [], need: null, open: [] };
  // One office under any condition: it is named together with its condition.
  if (!differ(rules)) return { ...base, responsible: rules.slice(0, 1), referrals: [], need: null, open: [] };
  const need = open.some(({ need }) => need === "age") ? "age" : first.need;
  return { ...base, responsible: [], referrals: [], need, open: rules };
}

const differ = (rules: readonly Rule[]): boolean => new Set(rules.map(({ office }) => office)).size > 1;

/** Rules that say more about the case go before those that hold for everybody. */
function mostSpecific(rules: readonly Rule[]): readonly Rule[] {
  const most = Math.max(0, ...rules.map(conditions));
  return rules.filter((rule) => conditions(rule) === most);
}

const conditions = (rule: Rule): number =>
  Number(rule.surnames !== null) +
  Number(rule.ageFrom !== null || rule.ageTo !== null) +
  Number(rule.status.length > 0);

function isValid({ entry }: Rule, today: string): boolean {
  return (
    (entry.validFrom === "" || entry.validFrom <= today) && (entry.validTo === "" || today <= entry.validTo)
  );
}

/** `otherStatus`: another rule's condition is known to be met, so this one's is not. */
function fits(rule: Rule, facts: Circumstances, otherStatus: boolean): Fit {
  let need: Fit = "yes";
  if (rule.status.length > 0 && !rule.status.some((one) => facts.statuses.includes(one))) {
    if (otherStatus) return "no";
    need = "status";
  }
  if (rule.ageFrom !== null || rule.ageTo !== null) {
    const from = rule.ageFrom ?? 0;
    const to = rule.ageTo ?? Number.POSITIVE_INFINITY;
    if (facts.age === null) need = "age";
    else if (facts.age.to < from || to < facts.age.from) return "no";
    else if (facts.age.from < from || to < facts.age.to) need = "age";
  }
  if (rule.surnames !== null) {
    const covered = covers(rule.surnames, facts.letters ?? "");
    if (covered === "no") return "no";
    if (covered === "maybe") return need === "yes" ? "letters" : need;
  }
  return need;
}
