import type { Texts } from "../de.js";

export const answers: Texts["answers"] = {
  title: "Summarised from the documents",
  wordedBy: (model) =>
    `Worded by the language model ${model}, every sentence checked against the documents. The source is what counts.`,
  usageName: "For official use only",
  usage:
    "Worded by a language model from your organisation's documents. Please read the source before you pass it on.",
  away: {
    unreachable: "The language model cannot be reached right now.",
    throttled: "The language model is busy right now.",
    refused: "The language model does not take the request; your administrators can mend that.",
    "too-slow": "The language model did not answer in time.",
    garbage: "The language model gave nothing usable.",
  },
  instead: "Instead of a summary, here are the sentences of the documents.",
  later:
    "Instead of a summary, here are the sentences of the documents. If a checked summary still comes within the next minute, it takes the place of this message.",
  withheld:
    "Your question names a case or somebody's health. So it went to no language model; here are the sentences of the documents.",
};
