import type { Minutes } from "../casework/minutes/minutes.js";
import { MOST_ROWS } from "./minutes-fields.js";

/**
 * What was typed, together with what somebody else has written into the same minutes since the form was opened: each
 * line once, so that nobody's words are lost and no measure reaches the case twice. To be looked at before it is saved.
 */
export function withOthersLines(typed: Minutes, stored: Minutes): Minutes {
  const inCase = stored.measures.filter(({ id }) => id !== undefined);
  const open = [...stored.measures, ...typed.measures].filter(({ id }) => id === undefined);
  const fresh = open.filter((one) => !inCase.some((known) => sameLine(known, one)));
  const dissent = [...new Set([stored.dissent, typed.dissent])].filter((text) => text !== "");
  return {
    ...typed,
    decisions: inRows(eachOnce([...stored.decisions, ...typed.decisions]), (surplus) => ({
      text: surplus.map(({ text }) => text).join("\n"),
      office: "",
    })),
    measures: [
      ...inCase,
      ...inRows(eachOnce(fresh), (surplus) => ({
        what: surplus.map(({ what }) => what).join("; "),
        office: "",
        responsible: "",
      })),
    ],
    dissent: dissent.join("\n"),
  };
}

function eachOnce<T extends object>(lines: readonly T[]): readonly T[] {
  return lines.filter((line, i) => lines.findIndex((other) => sameLine(other, line)) === i);
}

/** The same words for the same office and day, whether they stand in the case already or not. */
function sameLine(a: object, b: object): boolean {
  return wordsOf(a) === wordsOf(b);
}

function wordsOf(line: object): string {
  const { text, what, office, due } = line as {
    readonly text?: string;
    readonly what?: string;
    readonly office?: string;
    readonly due?: string;
  };
  return JSON.stringify([text, what, office, due]);
}

/** A form has so many lines; what finds no room stands together in the last one. */
function inRows<T>(lines: readonly T[], together: (surplus: readonly T[]) => T): T[] {
  if (lines.length <= MOST_ROWS) return [...lines];
  return [...lines.slice(0, MOST_ROWS - 1), together(lines.slice(MOST_ROWS - 1))];
}
