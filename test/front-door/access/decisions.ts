/** Who may do what: the one table from which every cell of the matrix is derived, whatever the surface. */

export const kinds = [
  "owner",
  "deputy",
  "holiday cover",
  "ended deputy",
  "deputy who moved to another organisation",
  "colleague",
  "colleague with emergency access",
  "case manager of another organisation",
  "partner with consent",
  "partner without consent",
  "partner after withdrawal",
  "coordinator",
  "admin",
  "guest",
  "another tenant",
] as const;
export type Kind = (typeof kinds)[number];

const inTheHouse = kinds.filter((kind) => kind !== "another tenant");
const staff = inTheHouse.filter((kind) => kind !== "guest");
const partners = staff.filter((kind) => kind.startsWith("partner"));
const caseManagers = staff.filter((kind) => ![...partners, "coordinator", "admin"].includes(kind));
const responsible: readonly Kind[] = ["owner", "deputy", "holiday cover"];

/** What an operation takes, and who has it. */
export const decisions = {
  /** To belong to the tenant. */
  belonging: inTheHouse,
  "the staff list": staff,
  "doing casework": caseManagers,
  "a case of one's own": responsible,
  /** Owner and deputies; in an emergency a colleague for three hours. */
  "the case": [...responsible, "colleague with emergency access"],
  "the case, for good": responsible,
  "owning the case": ["owner"],
  /** § 67(4) SGB X: the own organisation only. */
  "the case's organisation": [...responsible, "ended deputy", "colleague", "colleague with emergency access"],
  "having convened it": ["owner"],
  "the cover of others": [...caseManagers, "coordinator"],
  "an invitation, or a conference of one's own": ["owner", "partner with consent"],
  "a consent in force": ["partner with consent"],
  "keeping the documents": ["coordinator", "admin"],
  "anonymous counts": ["coordinator"],
  /** A card of one's own: nobody else's nonce opens it. */
  "the own card": ["owner"],
} as const satisfies Readonly<Record<string, readonly Kind[]>>;
export type Need = keyof typeof decisions;

/** In the words of docs/rechte.md. */
export const needsInGerman: Readonly<Record<Need, string>> = {
  belonging: "alle im eigenen Mandanten",
  "the staff list": "alle auf der Personalliste",
  "doing casework": "Fallführende",
  "a case of one's own": "Fallführung und Vertretung",
  "the case": "Fallführung und Vertretung; im Notzugriff drei Stunden",
  "the case, for good": "Fallführung und Vertretung, nicht im Notzugriff",
  "owning the case": "nur die Fallführung",
  "the case's organisation": "Fallführende der Organisation des Falls",
  "having convened it": "wer eingeladen hat",
  "the cover of others": "Fallführende; Koordination ohne Einblick",
  "an invitation, or a conference of one's own": "eingeladene Stelle; wer eingeladen hat",
  "a consent in force": "Kontaktperson einer Stelle, soweit eine Einwilligung trägt",
  "keeping the documents": "Koordination oder wer dafür benannt ist, Administration",
  "anonymous counts": "Koordination",
  "the own card": "nur wer die Karte bekommen hat, im selben Chat",
};

export function isAllowed(kind: Kind, need: Need): boolean {
  const allowed: readonly Kind[] = decisions[need];
  return allowed.includes(kind);
}
