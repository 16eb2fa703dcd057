/**
 * What kind of thing a question asks for. A question may be of several kinds ("Wo finde ich …, und was kostet es?");
 * the model gets each as 0 or 1. Order and number belong to the trained weights: retrain after a change.
 */
const kinds = {
  meaning: /^"?was (?:ist|sind|bedeutet|versteht|heißt|beinhaltet|umfasst)/i,
  difference: /unterschied|unterscheide/i,
  which: /^"?(?:(?:in|an|mit|für|bei|zu|auf|von|nach|unter|aus|durch|über|seit|ab|bis) )?welche/i,
  where: /^"?(?:wo\b|woher|wohin|bei wem|an wen)/i,
  who: /^"?(?:wer|wem|wen|für wen|an wen|bei wem)\b/i,
  when: /^"?(?:wann|ab wann|bis wann|seit wann|zu welche[rn]? zeit|um wie viel uhr|an welchen? tag)/i,
  howMuch: /wie viele?\b|wieviel|wie hoch|was kostet|wie teuer|kosten\b/i,
  howLong: /wie lange|wie oft|dauer/i,
  how: /^"?wie\b/i,
  why: /^"?(?:warum|wieso|weshalb|wozu|aus welch)/i,
  yesNo:
    /^"?(?:ist|sind|kann|können|gibt|darf|dürfen|muss|müssen|hat|haben|bietet|bieten|werden|wird|bekomm|erhalt|brauch|soll|übernimmt|gelten|besteht)/i,
  what: /^"?was\b/i,
  age: /alter|wie alt|ab wie viel jahren/i,
  papers: /unterlagen|dokumente|papiere|nachweis/i,
  conditions: /voraussetzung|anforderung|bedingung|qualifikation|erforderlich|notwendig|benötig|brauch/i,
  costs: /kost|preis|gebühr|teuer|bezahl|finanz/i,
  contact: /kontakt|wenden|telefon|adresse|erreich|ansprech|anruf/i,
  nearby: /in meiner nähe|in der nähe/i,
  inGermany: /in deutschland/i,
  personal: /\b(?:ich|mein|meine|meiner|meinem|meinen|mir|mich)\b/i,
  find: /finde/i,
  help: /hilf|unterstütz|berat|wenden/i,
  offer: /angebot|bietet|bieten|leistung|kurs/i,
} as const;

export type QuestionKind = keyof typeof kinds;
export const questionKinds = Object.keys(kinds) as QuestionKind[];

export const kindsOf = (question: string): ReadonlySet<QuestionKind> =>
  new Set(questionKinds.filter((kind) => kinds[kind].test(question.trim())));
