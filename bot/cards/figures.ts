import { toCsv } from "../../casework/figures/csv.js";
import type { Shown, Table } from "../../casework/figures/suppress.js";
import type { Reply } from "../../dialogs/reply.js";
import type { Texts } from "../texts/de.js";
import {
  type Choice,
  card,
  choiceInput,
  facts,
  header,
  literal,
  notice,
  paragraph,
  press,
  section,
  small,
  strong,
  textInput,
} from "./elements.js";

/** Asks what was not found, where the sentence did not say it. */
export function gapFormCard(
  texts: Texts,
  view: {
    readonly label: string;
    readonly nonce: string;
    readonly topics: readonly Choice[];
    readonly places: readonly Choice[];
    readonly place: string;
    readonly missing: boolean;
  },
): Reply {
  const words = texts.protection.figures;
  const required = words.required;
  return {
    place: "new",
    summary: texts.summary,
    card: card(
      [
        header(words.formTitle, view.label),
        view.missing ? notice("attention", required) : undefined,
        choiceInput({ id: "topics", label: words.topic, choices: view.topics, required }),
        choiceInput({
          id: "place",
          label: texts.cases.fields.place,
          choices: view.places,
          value: view.place,
          required,
        }),
      ],
      [
        press(texts.cases.save, "gap.save", { nonce: view.nonce, style: "positive" }),
        press(texts.cases.discard, "draft.discard", { nonce: view.nonce, inputs: false }),
      ],
    ),
  };
}

/** Teams refuses large messages; the CSV is whole. */
const MOST_TOPICS = 20;

/** The list as a card: a topic each, with the municipalities where nothing was found. */
export function gapsCard(texts: Texts, agency: string, table: Table): Reply {
  const words = texts.protection.figures;
  const shown = table.rows.slice(0, MOST_TOPICS);
  return {
    place: "new",
    summary: texts.summary,
    card: card(
      [
        header(words.title, literal(agency)),
        table.rows.length === 0 ? paragraph(words.empty) : small(words.rule),
        ...shown.map((topic, i) =>
          section([
            strong(`${topic} · ${words.atLeast(table.rowSums[i] ?? 0)}`),
            facts(
              table.columns.flatMap((place, k) => {
                const cell = table.cells[i]?.[k] ?? 0;
                return cell === 0 ? [] : [[place, said(texts, cell)] as const];
              }),
            ),
          ]),
        ),
        table.rows.length > shown.length ? small(words.more(table.rows.length - shown.length)) : undefined,
      ],
      table.rows.length === 0 ? [] : [press("CSV", "figures.csv")],
    ),
  };
}

export function gapsCsvCard(texts: Texts, table: Table): Reply {
  const words = texts.protection.figures;
  const csv = gapsCsv(texts, table);
  return {
    place: "new",
    summary: texts.summary,
    card: card([
      header(words.title),
      textInput({
        id: "free_csv",
        label: words.copyCsv,
        value: csv,
        multiline: true,
        maxLength: csv.length,
      }),
    ]),
  };
}

export function gapsCsv(texts: Texts, table: Table): string {
  const words = texts.protection.figures;
  return toCsv([
    [words.topic, ...table.columns, words.sum],
    ...table.rows.map((topic, i) => [
      topic,
      ...(table.cells[i] ?? []).map((cell) => (cell === "small" ? said(texts, cell) : cell)),
      table.rowSums[i] ?? 0,
    ]),
    [words.sum, ...table.columnSums, table.sum],
  ]);
}

function said(texts: Texts, cell: Shown): string {
  return cell === "small" ? texts.protection.figures.small : String(cell);
}
