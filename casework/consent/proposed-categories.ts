import type { DataCategory } from "./consent.js";

/**
 * What an office of a Rechtskreis needs at most for its task (§ 67c SGB X, Art. 5(1)c DSGVO), as a proposal to agree
 * to or to narrow. Health is in none of them: it takes an express consent of its own (Art. 9 DSGVO).
 */
const needed: Readonly<Record<string, readonly DataCategory[]>> = {
  SGB2: ["household", "benefits", "housing", "work"],
  SGB3: ["household", "work"],
  SGB5: ["household"],
  SGB6: ["household", "benefits"],
  SGB8: ["household", "children"],
  SGB9: ["household"],
  SGB11: ["household"],
  SGB12: ["household", "benefits", "housing"],
  ASYLBLG: ["household", "residence", "benefits"],
  ASYL: ["household", "residence"],
  AUFENTHG: ["household", "residence"],
  STAG: ["household", "residence"],
  INTV: ["household", "residence", "work"],
  ANERK: ["work"],
  SCHULE: ["household", "children"],
  WOHN: ["household", "benefits", "housing"],
  FAMILIE: ["household", "benefits", "children"],
  MELDE: ["household"],
  SCHULD: ["household", "benefits"],
};

/** For several Rechtskreise (`SGB2|SGB3`) all that any of them needs; at least the household. */
export function proposedCategories(rechtskreis: string): readonly DataCategory[] {
  const proposed = rechtskreis.split("|").flatMap((code) => needed[code] ?? []);
  return proposed.length === 0 ? ["household"] : [...new Set(proposed)];
}
