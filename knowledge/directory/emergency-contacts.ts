import type { DangerKind } from "./danger-signs.js";
import type { OfficeAnswer } from "./model.js";

/**
 * Whom to call at once. Nationwide public numbers, so they belong to no directory and are there whatever an
 * operator imports: 110 and 112 (§ 164 TKG), Hilfetelefon Gewalt gegen Frauen 116 016 (HilfetelefonG),
 * TelefonSeelsorge 0800 1110111.
 */
const numbers = {
  police: contact(
    "notruf-110",
    "Polizei-Notruf",
    "110",
    "Bei akuter Gefahr für einen Menschen zuerst die Polizei.",
  ),
  rescue: contact(
    "notruf-112",
    "Rettungsdienst und Feuerwehr",
    "112",
    "Bei Verletzung oder Lebensgefahr der Rettungsdienst.",
  ),
  women: contact(
    "hilfetelefon",
    "Hilfetelefon Gewalt gegen Frauen",
    "116 016",
    "Bei Gewalt gegen Frauen: rund um die Uhr, kostenlos, anonym, in vielen Sprachen; berät auch Fachkräfte.",
  ),
  counselling: contact(
    "telefonseelsorge",
    "TelefonSeelsorge",
    "0800 1110111",
    "Bei Suizidgedanken: rund um die Uhr, kostenlos, anonym.",
  ),
} as const;

const order: Readonly<Record<DangerKind, readonly (keyof typeof numbers)[]>> = {
  child: ["police", "rescue", "women"],
  violence: ["police", "rescue", "women"],
  suicide: ["rescue", "counselling", "police"],
};

/** The numbers for the dangers found, the most urgent first, each once. */
export function emergencyNumbers(kinds: readonly DangerKind[]): readonly OfficeAnswer[] {
  return [...new Set(kinds.flatMap((kind) => order[kind]))].map((key) => numbers[key]);
}

function contact(id: string, name: string, phone: string, why: string): OfficeAnswer {
  return {
    office: {
      id,
      name,
      authority: "",
      rechtskreis: "SCHUTZ",
      phone,
      email: "",
      address: "",
      openingHours: "rund um die Uhr",
      website: "",
    },
    topic: null,
    about: null,
    why,
    role: "emergency",
    source: "bundesweit einheitliche Rufnummer",
    checkedAt: "2026-11-22",
    stale: false,
    note: "",
  };
}
