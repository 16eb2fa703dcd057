import { fold } from "./spelling.js";
import { stem } from "./stem.js";

/**
 * Words that frame a question and say little about its topic ("Was ist der Unterschied …", "Wo finde ich … in meiner
 * Nähe?"). They are rare in documents and would weigh heavily by their rarity alone.
 */
const frames = `
unterschied unterscheiden unterscheidet finden bekommen erhalten kriegen verstehen bedeuten umfassen art möglichkeit
nähe gelten heißen nennen brauchen benötigen notwendig nötig wichtig beachten genau dauern lange machen tun passieren
geschehen viel oft hoch bestehen stehen zählen gehören geben beispiel name verschieden bestimmt speziell information
erfahren weitere befinden liegen nutzen funktionieren verwenden bezeichnen eigene jemand leute wissen erklären bieten
angeboten stellen bitte allein ganz findet bekommt bekomme erhält versteht bedeutet umfasst gilt heißt genannt braucht
benötigt dauert macht passiert geschieht besteht steht zählt gehört gegeben befindet liegt funktioniert bezeichnet
bietet gestellt finde brauche bedeutet dauert gibts gehts leute
nehmen nimmt kommt kommen gehen geht steht dürfen kostet lauten lautet regelt enthält
`;

const stems: ReadonlySet<string> = new Set(
  frames
    .trim()
    .split(/\s+/)
    .map((word) => stem(fold(word))),
);

/** True for the stem of a word that frames questions. */
export const framesQuestion = (stemmed: string): boolean => stems.has(stemmed);
