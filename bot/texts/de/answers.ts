import type { ModelFailure } from "../../../knowledge/models/model-failed.js";

/** Answers that a language model words, and what is said where it does not. */
export const answers = {
  title: "Aus den Unterlagen zusammengefasst",
  wordedBy: (model: string) =>
    `Formuliert vom Sprachmodell ${model}, jeder Satz an den Unterlagen geprüft. Maßgeblich ist die Quelle.`,
  usageName: "Nur für den Dienstgebrauch",
  usage:
    "Von einem Sprachmodell aus den Unterlagen Ihrer Organisation formuliert. Vor dem Weitergeben bitte die Quelle lesen.",
  away: {
    unreachable: "Das Sprachmodell ist gerade nicht erreichbar.",
    throttled: "Das Sprachmodell ist gerade ausgelastet.",
    refused: "Das Sprachmodell nimmt die Anfrage nicht an; Ihre Administration kann das beheben.",
    "too-slow": "Das Sprachmodell hat nicht rechtzeitig geantwortet.",
    garbage: "Das Sprachmodell hat nichts Brauchbares geliefert.",
  } satisfies Record<ModelFailure, string>,
  instead: "Statt einer Zusammenfassung stehen hier die Sätze aus den Unterlagen.",
  later:
    "Statt einer Zusammenfassung stehen hier die Sätze aus den Unterlagen. Kommt in der nächsten Minute noch eine geprüfte Zusammenfassung, nimmt sie den Platz dieser Nachricht ein.",
  withheld:
    "Ihre Frage nennt einen Fall oder eine Gesundheitsangabe. Sie ging deshalb an kein Sprachmodell; hier stehen die Sätze aus den Unterlagen.",
};
