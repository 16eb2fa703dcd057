/** The Jugendamt itself knows what was entrusted to it; everybody else may be told only on a consent to that (§ 65 SGB VIII). */
export function isYouthOffice({ rechtskreis }: { readonly rechtskreis: string }): boolean {
  return rechtskreis.split("|").includes("SGB8");
}
