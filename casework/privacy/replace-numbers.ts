import type { FindingKind, KindSpan, Span } from "./finding.js";
import type { Edit } from "./replace-names.js";

const NOUNS: Readonly<Partial<Record<FindingKind, string>>> = {
  phone: "Telefonnummer",
  email: "Mailadresse",
  iban: "Kontoverbindung",
  "social-security-number": "Versicherungsnummer",
  "azr-number": "AZR-Nummer",
  "file-number": "Aktenzeichen",
  "identity-document": "Ausweisnummer",
  "car-plate": "Kennzeichen",
};

const LABEL_BEFORE =
  /(?:\p{L}(?:nr|nummer|id|zeichen)|tel|telefon|handy|mobil|fax|whatsapp|mail|iban|konto|kto|nr|az|gz|bg|azr|pass|ausweis|akte|kennzeichen|nummer|zeichen|svn|sv|rv|eat|aufenthaltstitel|reisepass|adresse|anschrift|kontenklärung)[ .:#=-]{0,4}$/iu;

/** A number: after its label nothing, after a preposition "bekannter Nummer", else the noun for it. */
export function replaceNumber(text: string, span: KindSpan): Edit {
  const before = text.slice(Math.max(0, span.start - 32), span.start);
  const noun = NOUNS[span.kind] ?? "";
  const preposition = /(?:^|[ (])(unter|von|mit|an|auf|über|per)\s$/i.exec(before)?.[1]?.toLowerCase();
  if (preposition) {
    const dative = preposition === "unter" || preposition === "von" || preposition === "mit";
    return { ...span, replacement: `${dative ? "bekannter" : "bekannte"} ${noun}` };
  }
  if (/\b(?:ist|lautet)[ :]{1,2}$/i.test(before)) return { ...span, replacement: "bekannt" };
  return { ...span, replacement: LABEL_BEFORE.test(before) ? "" : noun };
}

/** "wohnt in der … 12, 52249 Eschweiler" → "wohnt in 52249 Eschweiler"; "…, Lindenstr. 5, …" → gone. */
export function replaceAddress(text: string, span: Span): Edit {
  const before = text.slice(Math.max(0, span.start - 32), span.start);
  const lead = /(?:^|\s)((?:in|an|auf|zu) (?:der|die|den|dem)|in|im|am|an)\s$/i.exec(before)?.[1] ?? "";
  const start = span.start - (lead ? lead.length + 1 : 0);
  const rest = text.slice(span.end, span.end + 40);
  const verb = text.slice(Math.max(0, start - 16), start);
  const lives = /(?:wohnt|wohnhaft|lebt|gemeldet|wohnen|wohne)\s$/i.test(verb);
  const moves = /(?:zieht|ziehen|umzug|gezogen|post|brief|schreiben)\s$/i.test(verb);
  const cut = (from: number, to: number, replacement: string): Edit => ({
    kind: "address",
    start: from,
    end: to,
    replacement,
  });
  const town = /^,? ?(?=\d{5} )/.exec(rest)?.[0].length;
  if (town !== undefined) {
    if (lives || /^i/i.test(lead)) return cut(start, span.end + town, "in ");
    return cut(span.start, span.end + town, "");
  }
  if (/^,? in /.test(rest)) return cut(start, span.end, "");
  if (moves && lead) return cut(start, span.end, "an bekannte Adresse");
  if (lives || lead) return cut(start, span.end, "an bekannter Adresse");
  return cut(span.start, span.end, /(?:^|\s)(?:der|die|das|den|dem)\s$/i.test(before) ? "Adresse" : "");
}
