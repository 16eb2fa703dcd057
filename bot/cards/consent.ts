import { dataCategories, directions, purposes } from "../../casework/consent/consent.js";
import type { ConsentText } from "../../casework/consent/consent-text.js";
import type { Reply } from "../../dialogs/reply.js";
import type { Texts } from "../texts/de.js";
import { readAloud } from "./consent-texts.js";
import {
  type Choice,
  card,
  choiceInput,
  columns,
  dateInput,
  type Element,
  header,
  literal,
  notice,
  present,
  press,
  revealed,
  small,
  textInput,
  toggleInput,
} from "./elements.js";

/** `plain`: KIM itself or the whole round, which is agreed to or not. */
export type GridRow = {
  readonly id: string;
  readonly name: string;
  readonly kind: "office" | "immigration" | "plain";
};

export type ConsentGrid = {
  readonly rows: readonly GridRow[];
  /** What each input holds; nothing in here grants before the tick at the end. */
  readonly values: Readonly<Record<string, string>>;
  /** What is wrong, by the id of the input. */
  readonly errors: Readonly<Record<string, string>>;
  /** An office hears and speaks at a conference, or it is not there. */
  readonly forConference: boolean;
  readonly languages: readonly string[];
  readonly modules: readonly ConsentText[];
};

export type ConsentView = {
  readonly title: string;
  readonly nonce: string;
  readonly grid: ConsentGrid;
  readonly hints: readonly string[];
  readonly step?: number;
};

/** The one card for consents: recipients and what each may hear, who gave it and how, and the tick that grants. */
export function consentCard(texts: Texts, view: ConsentView, place: Reply["place"] = "new"): Reply {
  const words = texts.consent;
  const { forConference, errors } = view.grid;
  return {
    place,
    summary: texts.summary,
    card: card(
      [
        header(view.title, forConference ? words.conferenceSubtitle : words.subtitle),
        ...view.hints.map((hint) => small(hint)),
        Object.keys(errors).length > 0 ? notice("attention", texts.cases.invalid) : undefined,
        ...consentGrid(texts, view.grid),
        forConference ? small(words.goesOn) : undefined,
        forConference ? small(texts.planning.anonymousWhy) : undefined,
      ],
      [
        press(texts.cases.save, forConference ? "conference.consent" : "consent.save", {
          nonce: view.nonce,
          style: "positive",
          ...(view.step === undefined ? {} : { data: { step: String(view.step) } }),
        }),
        ...(forConference
          ? [
              press(texts.planning.goAnonymous, "conference.anonymous", {
                nonce: view.nonce,
                inputs: false,
                data: { step: String(view.step) },
              }),
            ]
          : []),
        press(texts.cases.discard, "draft.discard", { nonce: view.nonce, inputs: false }),
      ],
    ),
  };
}

/** The grid by itself, for whatever card records a consent along with something else. */
export function consentGrid(texts: Texts, grid: ConsentGrid): readonly Element[] {
  const words = texts.consent;
  const { values, errors } = grid;
  const value = (id: string) => values[id] ?? "";
  const wrong = (id: string) => (errors[id] ? notice("attention", errors[id]) : undefined);
  return present([
    ...grid.rows.map((row) => gridRow(texts, grid, row)),
    columns(
      choiceInput({ id: "giver", label: words.giver, value: value("giver"), choices: giverChoices(texts) }),
      choiceInput({
        id: "form",
        label: words.form,
        value: value("form"),
        choices: choicesOf(texts.labels.form),
      }),
    ),
    dateInput({ id: "until", label: words.until, value: value("until") }),
    wrong("until"),
    ...revealed(
      words.more,
      "consent-more",
      moreLine(texts, grid),
      [
        choiceInput({
          id: "purpose",
          label: words.purpose,
          value: value("purpose"),
          choices: purposes.map((id) => ({ title: words.purposes[id], value: id })),
        }),
        dateInput({ id: "from", label: words.from, value: value("from") }),
        choiceInput({
          id: "language",
          label: words.language,
          value: value("language"),
          choices: grid.languages.map((language) => ({ title: language, value: language })),
        }),
        textInput({
          id: "free_evidence",
          label: words.evidence,
          value: value("free_evidence"),
          placeholder: evidenceOf(texts, value("form")),
          maxLength: 100,
        }),
        toggleInput({
          id: "released",
          label: "§ 203 StGB",
          title: words.released,
          value: value("released"),
        }),
        toggleInput({
          id: "entrusted",
          label: "§ 65 SGB VIII",
          title: words.entrusted,
          value: value("entrusted"),
        }),
      ],
      errors.from !== undefined,
    ),
    wrong("from"),
    ...readAloud(texts, grid.modules, value("text")),
    toggleInput({
      id: "informed",
      label: words.tick,
      title: words.informed,
      value: value("informed"),
    }),
    wrong("informed"),
  ]);
}

function gridRow(texts: Texts, { values, errors, forConference }: ConsentGrid, row: GridRow): Element {
  const words = texts.consent;
  const [grant, categories, confirm] = [`consent:${row.id}`, `categories:${row.id}`, `immigration:${row.id}`];
  const wrong = (id: string) => (errors[id] ? notice("attention", errors[id]) : undefined);
  const chosen = (values[categories] ?? "").split(",");
  const offered = dataCategories.filter((id) => row.kind !== "immigration" || id !== "health");
  const choices =
    row.kind === "plain"
      ? choicesOf(words.grantPlain)
      : forConference
        ? choicesOf(words.grantForConference)
        : [...directions, "without" as const].map((id) => ({ title: words.grant[id], value: id }));
  return {
    type: "Container",
    separator: true,
    spacing: "Medium",
    items: present([
      choiceInput({
        id: grant,
        label: row.name,
        value: values[grant] || undefined,
        placeholder: words.choose,
        choices,
      }),
      wrong(grant),
      row.kind === "immigration" ? notice("warning", words.immigration(literal(row.name))) : undefined,
      row.kind === "immigration"
        ? toggleInput({
            id: confirm,
            label: words.confirmation,
            title: words.immigrationConfirm,
            value: values[confirm] ?? "false",
          })
        : undefined,
      wrong(confirm),
      ...(row.kind === "plain"
        ? []
        : revealed(
            words.changeData,
            `data-${row.id}`,
            words.data(
              offered
                .filter((id) => chosen.includes(id))
                .map((id) => words.categories[id])
                .join(" · "),
            ),
            [
              choiceInput({
                id: categories,
                label: words.dataLabel,
                value: values[categories],
                many: true,
                choices: offered.map((id) => ({ title: words.categories[id], value: id })),
              }),
              row.kind === "office" ? small(words.healthHint) : undefined,
            ],
            errors[categories] !== undefined,
          )),
      wrong(categories),
    ]),
  };
}

function giverChoices(texts: Texts): readonly Choice[] {
  return choicesOf({ ...texts.labels.giver, ...texts.consent.severalGivers });
}

function moreLine(texts: Texts, { values, languages }: ConsentGrid): string {
  const words = texts.consent;
  const purpose = purposes.find((id) => id === values.purpose) ?? "cooperation";
  const language = languages.find((one) => one === values.language) ?? words.german;
  const evidence = values.free_evidence || evidenceOf(texts, values.form);
  return words.moreLine(words.purposes[purpose], literal(language), literal(evidence));
}

function evidenceOf(texts: Texts, form: string | undefined): string {
  const { evidenceOf: kept } = texts.consent;
  return form === "oral" || form === "phone" ? kept[form] : kept.written;
}

function choicesOf(labels: Readonly<Record<string, string>>): readonly Choice[] {
  return Object.entries(labels).map(([value, title]) => ({ title, value }));
}
