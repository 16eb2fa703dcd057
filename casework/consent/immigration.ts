/** The Rechtskreise of the Ausländerbehörde, which is never suggested or invited by itself (§§ 87, 88 AufenthG). */
const IMMIGRATION = ["AUFENTHG", "STAG"];

export function isImmigrationAuthority({ rechtskreis }: { readonly rechtskreis: string }): boolean {
  return rechtskreis.split("|").some((code) => IMMIGRATION.includes(code));
}
