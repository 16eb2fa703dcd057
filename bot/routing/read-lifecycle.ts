import type { ClosingReason, Phase } from "../../casework/case/case.js";
import { trimmed } from "./argument.js";
import type { Command } from "./command.js";
import { caseOf, hasAny, isAny, type Utterance, type Word } from "./utterance.js";

const phaseWords: Readonly<Record<string, Phase>> = {
  intake: "intake",
  erstgesprach: "intake",
  clarification: "clarification",
  fallklarung: "clarification",
  klarung: "clarification",
  assessment: "assessment",
  planning: "planning",
  hilfeplanung: "planning",
  hilfeplan: "planning",
  planung: "planning",
  leistungssteuerung: "monitoring",
  linking: "monitoring",
  monitoring: "monitoring",
  evaluation: "evaluation",
  closing: "closing",
  abschluss: "closing",
  abschlussphase: "closing",
};

const aroundPhase =
  /^(?:phase|jetzt|nun|ist|sind|auf|in|im|zu|zur|die|der|wechsel|wechsle|wechselt|wechseln|neue|setz|setze|setzen|stell|stelle|geht|weiter|ab|heute|andern|to|set|now|into|move|moved|moves|switch|change|today)$/;

/** "7f3q9 jetzt in Hilfeplanung", "Phase K-7F3Q9: Assessment", "setz 7f3q9 auf Monitoring". */
export function readPhase(said: Utterance): Command | undefined {
  const { words, id, isQuestion, endsAsQuestion } = said;
  // "7f3q9 ist jetzt im Assessment" begins like a question once its id is passed over.
  const asks = isQuestion && words[0]?.folded !== "ist";
  if (asks || endsAsQuestion || said.isCut || words.length > 8) return undefined;
  const named = words.filter((word) => Object.hasOwn(phaseWords, word.folded));
  const phase = phaseWords[named[0]?.folded ?? ""];
  if (named.length !== 1 || !phase) return undefined;
  const sayPhase = words.some((word) => word.folded === "phase");
  // "closing K-7F3Q9" closes it.
  if (named[0]?.folded === "closing" && !sayPhase) return undefined;
  if (!id && !(sayPhase && hasAny(words, "case"))) return undefined;
  const rest = words.filter((word) => word !== named[0] && !isAny(word, "glue", "case"));
  if (!rest.every((word) => aroundPhase.test(word.folded))) return undefined;
  return { kind: "change-phase", caseId: caseOf(said), phase };
}

const reasons: readonly (readonly [RegExp, ClosingReason])[] = [
  [/irrt(?:ü|ue)m|versehent|doppelt|falsch angelegt|mistake|duplicate/i, "mistake"],
  [
    /ziele?n? (?:ist |sind |alle )?erreicht|erfolgreich|alles (?:geregelt|erledigt|geschafft)|goals? (?:are |were )?(?:reached|achieved|met)/i,
    "goals-reached",
  ],
  [/verzogen|umgezogen|weggezogen|umzug|wegzug|moved/i, "moved-away"],
  [
    /(?:kein|ohne) kontakt|kontaktabbruch|nicht (?:mehr )?erreichbar|meldet sich nicht|(?:no|lost) (?:more )?contact|not reachable/i,
    "no-contact",
  ],
  [
    /lehnt (?:\p{L}+ )?ab|abgelehnt|kein interesse|(?:will|möchte|wünscht) (?:\p{L}+ )?nicht|nicht (?:mehr )?gewünscht|declined|not interested|does not want/iu,
    "declined",
  ],
  [
    /andere[rnm]? (?:stelle|dienst|träger)|angebunden|weitervermittelt|übergeleitet|übernommen|(?:other|another) service|passed on/i,
    "other-service",
  ],
  [/sonstige|other reason/i, "other"],
];

const closing =
  /(?<!\p{L})(?:abschlie(?:ß|ss?)en|abgeschlossen|schlie(?:ß|ss)(?:en?)?|geschlossen|beenden?|beendet|zumachen|closed?|closing)(?!\p{L})/iu;

const reopening =
  /(?<!\p{L})(?:wieder ?(?:er)?(?:ö|oe)ffnen|wieder (?:auf|aufmachen)|wiederer(?:ö|oe)ffne[nt]?|wieder ?aufnehmen|reaktiviere?n?|reopen)(?!\p{L})/iu;

/** "7f3q9 abschließen, Ziele erreicht", "schließ K-7F3Q9: verzogen", "7f3q9 wieder öffnen". */
export function readClosing(said: Utterance): Command | undefined {
  const { text, words, id, isQuestion, endsAsQuestion } = said;
  if (!id || isQuestion || endsAsQuestion || said.isCut || words.length > 14) return undefined;
  if (hasAny(words, "measure", "measures", "note", "consent", "conference", "meeting")) return undefined;
  if (reopening.test(text)) return { kind: "reopen-case", caseId: id.id };
  if (!closing.test(text)) return undefined;
  const reason = reasons.find(([pattern]) => pattern.test(text))?.[1];
  return { kind: "close-case", caseId: id.id, ...(reason ? { reason } : {}) };
}

/** "Übergabe 7f3q9 an CM Stolberg", "gib 7f3q9 an Case Management Stolberg ab", "7f3q9 an Stolberg übergeben". */
export function readHandOver(said: Utterance): Command | undefined {
  const { text, words, isQuestion, endsAsQuestion } = said;
  if (isQuestion || endsAsQuestion || said.isCut || words.length > 14) return undefined;
  // "EWE zur Übergabe" records the consent to it.
  if (hasAny(words, "consent")) return undefined;
  const gives = words.some((word) => isGiving(word.folded)) || givesInEnglish.test(text);
  const givesAway = hasAny(words, "show") && words.some(({ folded }) => folded === "ab");
  if (!gives && !(givesAway && said.id)) return undefined;
  if (!said.id && !words.some((word) => isAny(word, "case") || word.folded === "fallubergabe")) {
    // "Übergabe an Case Management Stolberg": which case is asked back.
    if (!/^(?:ubergabe|handover)$/.test(words[0]?.folded ?? "") || !said.words.some(isTowards))
      return undefined;
  }
  return { kind: "hand-over", caseId: caseOf(said), to: receiverIn(text, said) };
}

function isGiving(folded: string): boolean {
  return /^(?:ubergabe|fallubergabe|ubergib|ubergebe|ubergeben|ubergebt|abgeben)$/.test(folded);
}

/** "hand over K-7F3Q9 to …", "hand K-7F3Q9 over to …", "transfer K-7F3Q9 to …" */
const givesInEnglish =
  /(?<!\p{L})(?:handover|hand(?:ing|ed)? over|hand (?:\S+ ){1,3}over|transfer (?:\S+ ){1,3}to)(?!\p{L})/iu;

function isTowards({ folded }: Word): boolean {
  return folded === "an" || folded === "to";
}

function receiverIn(text: string, { words, id }: Utterance): string {
  const towards = words.find(isTowards);
  if (!towards) return "";
  let rest = text.slice(towards.end);
  if (id && id.start >= towards.end) {
    rest = `${text.slice(towards.end, id.start)} ${text.slice(id.end)}`;
  }
  return trimmed(
    rest
      .replace(/\s(?:ü|ue)bergeben[.!]*\s*$/i, "")
      .replace(/\s(?:abgeben|ab)[.!]*\s*$/i, "")
      .replace(/\s(?:zu|für|fall|mit)\s*$/i, ""),
  );
}
