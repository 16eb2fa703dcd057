import type { Conference } from "../../casework/conference/conference.js";
import type { Content, Form, Minutes } from "../../casework/minutes/minutes.js";
import { de } from "../texts/de.js";
import { readableDay, readableSpan } from "../texts/format.js";
import type { WordBlock, WordDocument } from "./word-document.js";

/** The minutes as a document for offices: German, functions only, under the case id and nothing else of the case. */
export function minutesDocument(
  conference: Conference,
  minutes: Minutes,
  { decisions, measures, dissent, review }: Content,
  form: Form,
): WordDocument {
  const words = de.minutes.document;
  const { timeZone, start, end, participants } = conference;
  const nameOf = (id: string) => participants.find((one) => one.id === id)?.name ?? "";
  const present = minutes.present.map(nameOf).filter((name) => name !== "");
  const section = (title: string, ...blocks: readonly (WordBlock | undefined)[]): readonly WordBlock[] => [
    { kind: "heading", text: title },
    ...blocks.filter((block) => block !== undefined),
  ];
  return {
    title: words.title(conference.caseId ?? conference.id, form),
    language: "de-DE",
    blocks: [
      { kind: "text", text: readableSpan("de", timeZone, start, end) },
      { kind: "text", text: words.purpose },
      ...(form === "whole" ? section(words.present, { kind: "list", lines: present }) : []),
      ...section(
        words.decisions,
        decisions.length === 0
          ? { kind: "text", text: words.none }
          : {
              kind: "list",
              lines: decisions.map(({ text, office }) =>
                nameOf(office) ? `${text} (${nameOf(office)})` : text,
              ),
            },
      ),
      ...section(
        words.measures,
        measures.length === 0
          ? { kind: "text", text: words.none }
          : {
              kind: "table",
              rows: [
                words.columns,
                ...measures.map(({ what, responsible, due }) => [
                  what,
                  responsible,
                  due ? readableDay("de", due) : words.noDue,
                ]),
              ],
            },
      ),
      ...(dissent === "" ? [] : section(words.dissent, { kind: "text", text: dissent })),
      ...(review ? section(words.review, { kind: "text", text: readableDay("de", review) }) : []),
    ],
  };
}
