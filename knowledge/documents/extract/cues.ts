import type { QuestionKind } from "./question-kinds.js";

/** Marks of a line that make it fit some kinds of question: a street for "where", an amount for "how much". */
const cues = {
  digit: /\d/,
  money: /€|\beuro\b|kostenlos|kostenfrei|gebühr|\bkosten\b|kostet|preis|ermäßig|gratis|unentgelt/i,
  time: /\b\d{1,2}[:.]\d{2}\b|\buhr\b/i,
  date: /\b\d{1,2}\.\s?(?:\d{1,2}\.|januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember)|\b(?:19|20)\d\d\b/i,
  weekday: /montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|\b(?:mo|di|mi|do|fr|sa)\b\.?[\s-]/i,
  phone: /(?:tel|telefon|fax|mobil)|\b0\d{2,5}[\s/-]?\d{3,}/i,
  mail: /\S+@\S+/,
  link: /www\.|https?:|\.de\b/i,
  street: /(?:str\.|straße|strasse|platz|weg|allee|gasse|ring)\s?\d+|\b\d{5}\s+\p{Lu}/iu,
  duration:
    /\b(?:\d+|ein|zwei|drei|vier|sechs|acht|zwölf|mehrere|wenige)\s?(?:bis\s\d+\s)?(?:stunden?|tage?n?|wochen?|monate?n?|jahre?n?|minuten)\b|dauer|lang\b/i,
  age: /\b\d+\s?(?:bis|-|–)?\s?\d*\s?(?:jahre?n?|lebensjahr)|alter\b|lebensjahr|volljährig/i,
  papers:
    /unterlagen|dokument|ausweis|reisepass|bescheinigung|nachweis|urkunde|zeugnis|formular|antrag|vertrag/i,
  must: /\b(?:müssen|muss|musst|brauchen|brauchst|benötig|erforderlich|notwendig|voraussetzung|pflicht|verpflichtet|nur wenn)/i,
  can: /\b(?:können|kann|kannst|dürfen|darf|möglich|möglichkeit|berechtigt|anspruch)/i,
  reason: /\b(?:weil|da|denn|damit|deshalb|daher|um|grund|gründe|wegen|sonst)\b/i,
  definition: /\b(?:ist|sind|bedeutet|heißt|nennt|bezeichnet|versteht|besteht|umfasst|handelt)\b/i,
  office:
    /\b(?:amt|jobcenter|agentur|behörde|beratungsstelle|verein|e\.\s?v\.|caritas|diakonie|drk|awo|landratsamt|rathaus|stadt|gemeinde|schule|klinik|krankenhaus|zentrum|büro|stelle|kasse|bamf|bundesamt|gericht)|amt\b|behörde\b|stelle\b|zentrum\b/i,
  contact: /kontakt|wenden|ansprechpartner|anmeld|erreich|termin|sprechstunde|öffnungszeit|melden sie/i,
  offer: /bieten|bietet|angebot|angebote|unterstütz|hilft|helfen|berät|beraten|beratung/i,
  people:
    /für wen|wer |alle |personen|menschen|kinder|jugendliche|frauen|männer|familien|geflüchtete|eltern|schüler|zielgruppe/i,
  negation: /\b(?:nicht|kein|keine|keinen|verboten|ohne)\b/i,
} as const;

type Cue = keyof typeof cues;

/** How much each cue counts for each kind of question. */
const wants: Partial<Record<QuestionKind, Partial<Record<Cue, number>>>> = {
  where: { street: 1, office: 0.7, link: 0.5, contact: 0.7, mail: 0.5, phone: 0.5 },
  contact: { street: 1, office: 0.7, link: 0.5, contact: 0.7, mail: 0.5, phone: 0.5 },
  when: { time: 1, date: 1, weekday: 1, duration: 0.5 },
  howMuch: { digit: 1 },
  costs: { money: 1.5 },
  howLong: { duration: 1.5, digit: 0.5 },
  who: { people: 1, office: 0.7 },
  why: { reason: 1 },
  meaning: { definition: 1 },
  papers: { papers: 1.5 },
  conditions: { must: 1, papers: 0.5 },
  age: { age: 1.5 },
  yesNo: { can: 0.5, must: 0.5, negation: 0.3 },
  help: { offer: 1, office: 0.4 },
  offer: { offer: 1, office: 0.4 },
};

/** How well a line looks like what the question wants, by its marks alone. */
export const wanted = (kinds: ReadonlySet<QuestionKind>, line: string): number => {
  const counts = new Map<Cue, number>();
  for (const kind of kinds) {
    // Several kinds may want the same mark; it counts once, at its highest.
    for (const [cue, weight] of Object.entries(wants[kind] ?? {}) as [Cue, number][]) {
      counts.set(cue, Math.max(counts.get(cue) ?? 0, weight));
    }
  }
  let sum = 0;
  for (const [cue, weight] of counts) if (cues[cue].test(line)) sum += weight;
  return sum;
};
