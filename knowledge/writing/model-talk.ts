import { plain } from "../german/spelling.js";

/**
 * Text that speaks to a language model: orders to forget its task, played roles, faked turns of a conversation, tool
 * calls, hidden or encoded text. Wide on purpose: a passage wrongly suspected is still searched and quoted word by
 * word, it is only not given to a model.
 */
export function addressesModel(text: string): boolean {
  if (HIDDEN.test(text) || MIXED.test(text) || MARKERS.test(text) || ENCODED.test(text) || hasBlob(text))
    return true;
  const folded = plain(text.normalize("NFKC")).toLowerCase().replace(/\s+/g, " ");
  if (PATTERNS.some((pattern) => pattern.test(folded))) return true;
  // "i g n o r i e r e", "ig-no-re": without what was put between the letters.
  return SPACED.test(folded.replace(/[^\p{L}]+/gu, ""));
}

/** Characters that nobody sees: tags, zero width, direction overrides. */
const HIDDEN = /[\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\u{e0000}-\u{e007f}]/u;

/** Letters of another script inside of a word that looks Latin. */
const MIXED =
  /\p{Script=Latin}[\p{Script=Cyrillic}\p{Script=Greek}]|[\p{Script=Cyrillic}\p{Script=Greek}]\p{Script=Latin}/u;

/** Marks of chat templates and faked turns. */
const MARKERS =
  /<\|[^|>]{1,40}\|>|\[\/?INST\]|<<\/?SYS>>|<\/?(?:system|assistant|user|instructions?|prompt|s[aä]tze|frage)\b[^>]*>|^\s*(?:#{1,4}\s*)?(?:system|assistant|assistent|developer|user|human|nutzer|ki|ai|tool|function|instruction|response)\s*(?:prompt|message|nachricht)?\s*:|<\/?[a-z]+(?:\s[^>]*)?>|(?:function|tool)_calls?|\[\d{1,3}\]|"(?:role|tool_calls?|function_call|function|arguments)"\s*:|!\[[^\]]*\]\(|^\s*(?:S[ÄA]TZE|FRAGE)\s*$|\{\{.{0,80}\}\}|<!--/im;

/** Runs of hex, of escapes, of entities. */
const ENCODED =
  /(?:[0-9a-f]{2}[\s:]?){16,}|(?:\\u[0-9a-f]{4}){4,}|(?:%[0-9a-f]{2}){6,}|(?:&#\d{2,4};){4,}|(?:[01]{8}\s?){4,}/i;

/** Long runs of base64. Long words have no digits in them, long addresses have slashes and dots. */
function hasBlob(text: string): boolean {
  return (text.match(/[A-Za-z0-9+/]{24,}={0,2}/g) ?? []).some(
    (run) => /\d/.test(run) && /[a-z]/.test(run) && /[A-Z]/.test(run),
  );
}

const FORGET =
  "(?:ignor|vergiss|vergess|missacht|uberschreib|ubergeh|umgeh|verwirf|losch|disregard|forget|overrid|bypass|neglect|skip|drop|discard|reset)";
const RULES =
  "(?:anweisung|instruktion|regel|vorgabe|befehl|auftrag|aufgabe|prompt|instruction|rule|guideline|direction|constraint|task|filter|kontext|context|obige|oben|previous|prior|above|bisherig|vorherig|vorangegangen)";

const PATTERNS: readonly RegExp[] = [
  new RegExp(`\\b${FORGET}\\p{L}*\\b.{0,60}\\b${RULES}`, "u"),
  new RegExp(
    `\\b${RULES}\\p{L}*\\b.{0,40}\\b(?:gelten? nicht|aufgehoben|ungultig|no longer|void|obsolete|null)\\b`,
    "u",
  ),
  /\b(?:neue|new|updated|geanderte|aktualisierte)\s+(?:system)?\s*-?(?:anweisung|instruktion|instruction|regel|rule|prompt)/,
  /\b(?:du bist|sie sind|you are|you're|agiere als|act as|behave as|pretend|roleplay|rollenspiel|spiel(?:e|en sie)? die rolle|tu so|stell dir vor|stellen sie sich vor|imagine you)\b.{0,60}(?:jetzt|now|ab sofort|model|modell|assist|\bki\b|\bai\b|bot|dan\b|hacker|pirat|pirate|unrestricted|uneingeschrank|frei|als ob|as if|kein|without|ohne)/,
  /\b(?:tu so, als|tun sie so, als|spiel(?:e|en sie) die rolle|play the role|rollenspiel|role ?play)\b/,
  /\b(?:translate|summari[sz]e|print|reveal|show|output|list|repeat|ubersetz\p{L}*|wiederhol\p{L}*|wiedergeben|wiedergib|zeig\p{L}*|verrat\p{L}*)\b.{0,60}\b(?:instructions?|prompt|anweisung(?:en)?|documents you|hidden)\b/u,
  /\b(?:anweisungen|instructions?)\b.{0,40}\b(?:wiedergeben|ausgeben|verraten|zeigen|chatbots?)\b/,
  /\b(?:auskunft|antwort|satze?|answer|reply)\b.{0,40}\b(?:mit dem satz|mit folgendem satz|zu beginnen|schreibe|begin with|start with)\b/,
  /\b(?:schreib\p{L}*|andere|write|change)\b.{0,40}\b(?:frage der person|question of the user|in der antwort|in your answer)\b/u,
  /\b(?:jailbreak|dan mode|do anything now|developer mode|entwicklermodus|debug ?mode|debug-?modus|god mode|system ?prompt|systemnachricht|system message|hidden prompt|prompt injection)\b/,
  /\b(?:antwort(?:e|en sie)|schreib(?:e|en sie)?|gib|geben sie|sag(?:e|en sie)?|nenn(?:e|en sie)?|wiederhol(?:e|en sie)|beginn(?:e|en sie)|ende|beende|fug(?:e|en sie)|hang(?:e|en sie)|ubersetz(?:e|en sie)|respond|reply|answer|output|print|say|repeat|begin|start|end|append|write|translate|include|insert|render|display|show)\b.{0,50}\b(?:nur|ausschliesslich|wortlich|genau|stattdessen|folgende[srmn]?|mit den worten|jede antwort|jeder antwort|deine antwort|ihre antwort|ein bild|einen link|only|exactly|verbatim|instead|the following|the words?|every answer|each answer|your answer|your reply|your response|an image|a link|markdown)\b/,
  /\b(?:ki|ai|llm|sprachmodell|language model|chat ?bot|chatgpt|gpt|assistent(?:in|en)?|assistant|modell|model)\b.{0,60}\b(?:muss|gilt|kunftig|soll|darf|must|should|shall|has to|please|bitte|anweisung|instruct|befolg|follow|obey|gehorch)\b/,
  /\b(?:anweisung|instruction|hinweis|nachricht|note|message|befehl|order)\w*\s+(?:an|fur|for|to)\s+(?:die |den |das |the |any |all )?(?:ki|ai|llm|bot|modell|model|sprachmodell|language model|assist)/,
  /\b(?:befolg|follow|obey|gehorch|execut|fuhre?)\p{L}*\b.{0,40}\b(?:anweisung|instruction|befehl|command|code|aus)\b/u,
  /\b(?:call|invoke|use|run|ruf(?:e)?|nutz(?:e)?|verwend(?:e)?|aufruf(?:en)?)\b.{0,30}\b(?:tool|function|funktion|werkzeug|api|plugin|shell|curl|webhook)\b/,
  /\b(?:decode|dekodier|entschlussel|rot13|base64|rückwärts|ruckwarts|backwards|reversed?|leetspeak|morse)\p{L}*\b/u,
];

const SPACED =
  /ignorier(?:e|en)(?:sie)?(?:alle|die)?(?:bisherigen|vorherigen|obigen)?(?:anweisungen|regeln)|ignore(?:all|the|any)?(?:previous|prior|above)?(?:instructions|rules)|vergiss(?:alle|die)?(?:bisherigen|vorherigen)?(?:anweisungen|regeln)/;
