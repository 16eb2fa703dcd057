import type { Rechtskreis } from "../../knowledge/directory/model.js";

/** How staff write the Rechtskreise; the codes are for machines. The same in every language: names of laws. */
const laws: Readonly<Record<Rechtskreis, string>> = {
  SGB2: "SGB II",
  SGB3: "SGB III",
  SGB5: "SGB V",
  SGB6: "SGB VI",
  SGB8: "SGB VIII",
  SGB9: "SGB IX",
  SGB11: "SGB XI",
  SGB12: "SGB XII",
  SGB14: "SGB XIV",
  ASYLBLG: "AsylbLG",
  ASYL: "AsylG",
  AUFENTHG: "AufenthG",
  STAG: "StAG",
  INTV: "IntV/DeuFöV",
  ANERK: "BQFG",
  SCHULE: "Schule",
  WOHN: "Wohnen",
  GESUND: "Gesundheit",
  FAMILIE: "Familie",
  MELDE: "Melde",
  BTG: "BtOG",
  SCHULD: "Schulden",
  SCHUTZ: "Schutz",
};

export function rechtskreisName(code: string): string {
  return Object.hasOwn(laws, code) ? laws[code as Rechtskreis] : code;
}
