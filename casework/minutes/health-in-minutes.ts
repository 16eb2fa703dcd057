import { detectPersonalData } from "../privacy/detect.js";
import { type Content, textsOf } from "./minutes.js";

/** Whether a content tells anything of somebody's health (Art. 9 DSGVO), as far as the detector knows. */
export function holdsHealth(content: Content): boolean {
  return textsOf(content).some(tellsHealth);
}

/** The content without every sentence that tells of health: what the Ausländerbehörde may get at most. */
export function withoutHealth(content: Content): Content {
  return {
    ...content,
    decisions: content.decisions
      .map((decision) => ({ ...decision, text: sentencesWithout(decision.text) }))
      .filter(({ text }) => text !== ""),
    measures: content.measures
      .map((measure) => ({ ...measure, what: sentencesWithout(measure.what) }))
      .filter(({ what }) => what !== ""),
    dissent: sentencesWithout(content.dissent),
  };
}

function sentencesWithout(text: string): string {
  const sentences = text.split(/(?<=[.!?;])\s+|\n+/);
  return sentences
    .filter((sentence) => !tellsHealth(sentence))
    .join(" ")
    .trim();
}

function tellsHealth(text: string): boolean {
  return detectPersonalData(text).findings.some(({ kind }) => kind === "health");
}
