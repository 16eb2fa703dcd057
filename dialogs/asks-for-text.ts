/**
 * Does a question ask what something is, rather than who does it? "Was ist eine Fiktionsbescheinigung?" is for
 * the documents; "wo Fiktionsbescheinigung verlängern" and "wer macht Wohngeld" are for the directory.
 */
export function asksForText(question: string): boolean {
  const text = question.trim().toLowerCase();
  return ASKS_TEXT.test(text) && !ASKS_OFFICE.test(text);
}

const ASKS_TEXT =
  /^(was (ist|sind|bedeutet|heißt|heisst|regelt|versteht|gehört|gilt|darf|muss|kostet|passiert|steht)|wann (war|wurde|ist|muss|darf|wird)|wie (lange|viel|viele|oft|hoch|läuft|laeuft|funktioniert|geht|wird|kann|sieht)|warum|wieso|weshalb|welche[rsnm]? |wer (muss|darf|kann|nimmt|hat|bekommt|gehört)|ab wann|bis wann|müssen|muessen|darf |dürfen|duerfen|muss |kann |gibt es|what (is|are|does)|how (long|much|many|does)|when |why )/;

const ASKS_OFFICE =
  /(zuständig|zustaendig|ansprechpartner|ansprechperson|an wen|bei wem|wohin|wo (kann|muss|soll|beantrag|stell|meld|bekomm|gibt)|welche[sr]? (amt|stelle|behörde|behoerde|jobcenter|jugendamt|büro)|telefonnummer|öffnungszeit|adresse)/;

/** "Wer ist zuständig?", as the app package offers it in group chats: it names neither a topic nor a place. */
export function namesNothing(question: string): boolean {
  return /^(?:(?:und|also) )?(?:wer ist(?: denn| hier)? zuständig|zuständigkeit|stelle suchen|who is responsible|find an office)[\s?!.]*$/i.test(
    question.trim(),
  );
}
