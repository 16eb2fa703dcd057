import type { Command } from "./command.js";
import { caseOf, type Utterance } from "./utterance.js";

/** Words that may stand around these commands and say nothing more. */
const AROUND =
  /^(?:bitte|fall|falls|akte|den|der|des|die|das|von|zu|zum|fur|als|text|komplett|ganzen|ganz|endgultig|case|the|please|mir|gib|mach|mache|of|for|as|whole|complete|my|me|show|list)$/;
const ERASES = /^(?:losch|losche|loschen|loeschen|entfernen|entferne|delete|erase)$/;
const EXPORTS = /^(?:export|exportiere|exportieren|kopieren|kopierfertig)$/;

/** "Fall K-7F3Q9 löschen": only with an id and nothing else beside it. */
export function readErasure({ words, id }: Utterance): Command | undefined {
  const named = words.some(({ folded }) => ERASES.test(folded));
  const only = words.every(({ folded }) => AROUND.test(folded) || ERASES.test(folded));
  return id && named && only ? { kind: "erase-case", caseId: id.id } : undefined;
}

/** "Export K-7F3Q9", "Fall exportieren". */
export function readExport(said: Utterance): Command | undefined {
  const { words } = said;
  const named = words.some(({ folded }) => /^export/.test(folded));
  const only = words.every(({ folded }) => AROUND.test(folded) || EXPORTS.test(folded));
  return named && only && words.length <= 8 ? { kind: "export-case", caseId: caseOf(said) } : undefined;
}

/** "hold K-7F3Q9: …", "legal hold on K-7F3Q9", "lift the hold on K-7F3Q9" */
const heldInEnglish =
  /^(?:please )?(?:(put|place|set|lift|remove|release|end) )?(?:a |the )?(?:legal |deletion |retention )?hold(?: on| for| of)?(?= )/i;
const lifts = /^(?:lift|remove|release|end)$/i;

/** "Löschsperre K-7F3Q9: Klage läuft", "Löschsperre für 7f3q9 aufheben". What follows the id is the reason. */
export function readHold(said: Utterance): Command | undefined {
  const [first] = said.words;
  const english = said.id ? heldInEnglish.exec(said.text) : null;
  if (!english && !/^(?:loschsperre|aufbewahrungssperre)$/.test(first?.folded ?? "")) return undefined;
  const lift =
    lifts.test(english?.[1] ?? "") ||
    said.words.some(({ folded }) => /^(?:aufheben|losen|weg|beenden)$/.test(folded));
  return { kind: "hold-case", caseId: caseOf(said), reason: lift ? "" : behindId(said), lift };
}

/** "Notzugriff K-7F3Q9 Grund: Kollegin erkrankt". Only with an id: nobody has a last case to open in an emergency. */
export function readEmergencyAccess(said: Utterance): Command | undefined {
  const [first] = said.words;
  const isNamed = first?.folded === "notzugriff" || /^emergency access\b/i.test(said.text);
  if (!said.id || !isNamed) return undefined;
  return { kind: "emergency-access", caseId: said.id.id, reason: behindId(said) };
}

/** "Kein Angebot gefunden für Kita in Eschweiler zu 7F3Q9". Begins so, else it is a note that says so. */
export function readGap(said: Utterance): Command | undefined {
  const match =
    /^(?:(?:es (?:gibt|gab) )?keine? (?:passendes |passende |freies |freie )?angebote?|(?:there (?:is|was) )?no (?:suitable |free )?offers? (?:was |were )?(?:found|available))\b/i.exec(
      said.text,
    );
  return match ? { kind: "gap", caseId: caseOf(said), about: said.text.slice(match[0].length) } : undefined;
}

/** "Lückenliste", "zeig mir die Lückenliste". */
export function readFigures({ words, id }: Utterance): Command | undefined {
  const named = words.some(({ folded }) => /^(?:luckenliste|lucken|angebotslucken|gap|gaps)$/.test(folded));
  const rest = words.every(
    ({ folded }) =>
      AROUND.test(folded) ||
      /^(?:luckenliste|lucken|angebotslucken|gap|gaps|service|zeig|zeige|csv)$/.test(folded),
  );
  return !id && named && rest ? { kind: "figures" } : undefined;
}

function behindId({ text, id }: Utterance): string {
  return text
    .slice(id?.end ?? 0)
    .replace(/^[\s:,–-]*(?:(?:Grund|wegen|weil|reason|because)\b[\s:,–-]*)?/i, "")
    .trim();
}
