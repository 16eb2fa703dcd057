import type { Card } from "../../dialogs/reply.js";

/** One element of a card's body. */
export type Element = { readonly type: string; readonly [key: string]: unknown };
export type Action = { readonly type: string; readonly title: string; readonly [key: string]: unknown };

const SCHEMA = "http://adaptivecards.io/schemas/adaptive-card.json";

/** Teams shows at most six actions on a card. */
const MOST_ACTIONS = 6;

export function card(body: readonly (Element | undefined)[], actions: readonly Action[] = []): Card {
  return {
    type: "AdaptiveCard",
    $schema: SCHEMA,
    version: "1.5",
    body: present(body),
    ...(actions.length === 0 ? {} : { actions: actions.slice(0, MOST_ACTIONS) }),
  };
}

/**
 * Teams presses this button by itself when one of these people looks at the card, so that they see how things stand
 * now (Microsoft Learn, "Universal Actions: up to date views"). `accounts` are ids of the channel, at most 60.
 */
export function kept(made: Card, refresh: Action, accounts: readonly string[]): Card {
  if (accounts.length === 0) return made;
  const { fallback: _old, style: _style, ...action } = refresh;
  return { ...made, refresh: { action, userIds: accounts.slice(0, MOST_REFRESHED) } };
}

/** More than this Teams does not refresh. */
const MOST_REFRESHED = 60;

export function present(elements: readonly (Element | undefined)[]): Element[] {
  return elements.filter((element) => element !== undefined);
}

/** The head of every card: what it is, and in small what it is about. */
export function header(title: string, subtitle?: string): Element {
  return {
    type: "Container",
    items: present([
      { type: "TextBlock", text: title, weight: "Bolder", size: "Medium", wrap: true, style: "heading" },
      subtitle
        ? { type: "TextBlock", text: subtitle, isSubtle: true, spacing: "None", wrap: true }
        : undefined,
    ]),
  };
}

export function paragraph(text: string, look: Record<string, unknown> = {}): Element {
  return { type: "TextBlock", text, wrap: true, ...look };
}

/** The head of a part of a card, and a heading for whoever hears it. */
export function strong(text: string): Element {
  return paragraph(text, { weight: "Bolder", size: "Default", style: "heading" });
}

export function small(text: string): Element {
  return paragraph(text, { isSubtle: true, size: "Small", spacing: "Small" });
}

export function facts(rows: readonly (readonly [string, string])[]): Element | undefined {
  if (rows.length === 0) return undefined;
  return { type: "FactSet", facts: rows.map(([title, value]) => ({ title, value })) };
}

export function list(lines: readonly string[]): Element | undefined {
  if (lines.length === 0) return undefined;
  return paragraph(lines.map((line) => `- ${line}`).join("\n"));
}

/** Said with a word and a sign, never by colour alone. */
export function notice(kind: "good" | "attention" | "warning" | "emphasis", text: string): Element {
  return { type: "Container", style: kind, bleed: false, items: [paragraph(text)] };
}

export function section(items: readonly (Element | undefined)[], separator = true): Element {
  return { type: "Container", separator, spacing: "Medium", items: present(items) };
}

type InputBase = {
  readonly id: string;
  readonly label: string;
  readonly value?: string | undefined;
  readonly required?: string | undefined;
};

function inputOf(type: string, input: InputBase, more: Record<string, unknown>): Element {
  return {
    type,
    id: input.id,
    label: input.label,
    ...(input.value === undefined ? {} : { value: input.value }),
    ...(input.required === undefined ? {} : { isRequired: true, errorMessage: input.required }),
    ...more,
  };
}

export function textInput(
  input: InputBase & { multiline?: boolean; placeholder?: string; maxLength?: number },
): Element {
  return inputOf("Input.Text", input, {
    maxLength: input.maxLength ?? 2000,
    ...(input.multiline ? { isMultiline: true } : {}),
    ...(input.placeholder ? { placeholder: input.placeholder } : {}),
  });
}

export function numberInput(input: InputBase & { min: number; max: number }): Element {
  const { value, ...base } = input;
  return inputOf("Input.Number", base, {
    min: input.min,
    max: input.max,
    ...(value === undefined || value === "" ? {} : { value: Number(value) }),
  });
}

export function dateInput(input: InputBase): Element {
  return inputOf("Input.Date", input, {});
}

export function toggleInput(input: Omit<InputBase, "label"> & { title: string; label: string }): Element {
  return inputOf("Input.Toggle", input, {
    title: input.title,
    value: input.value ?? "false",
    valueOn: "true",
    valueOff: "false",
    wrap: true,
  });
}

export type Choice = { readonly title: string; readonly value: string };

export function choiceInput(
  input: InputBase & { choices: readonly Choice[]; many?: boolean; expanded?: boolean; placeholder?: string },
): Element {
  return inputOf("Input.ChoiceSet", input, {
    choices: input.choices,
    wrap: true,
    ...(input.many ? { isMultiSelect: true } : {}),
    style: input.expanded || input.many ? "expanded" : "compact",
    ...(input.placeholder ? { placeholder: input.placeholder } : {}),
  });
}

/** Two inputs beside each other where there is room. */
export function columns(...items: readonly Element[]): Element {
  return {
    type: "ColumnSet",
    columns: items.map((item) => ({ type: "Column", width: "stretch", items: [item] })),
  };
}

/** A line with a button that shows more below it, for what is seldom changed; open from the start where `open` says so. */
export function revealed(
  title: string,
  id: string,
  line: string,
  items: readonly (Element | undefined)[],
  open = false,
): readonly Element[] {
  const toggle = { type: "Action.ToggleVisibility", title, tooltip: line, targetElements: [id] };
  return [
    {
      type: "ColumnSet",
      spacing: "Small",
      columns: [
        { type: "Column", width: "stretch", verticalContentAlignment: "Center", items: [small(line)] },
        { type: "Column", width: "auto", items: [{ type: "ActionSet", actions: [toggle] }] },
      ],
    },
    { type: "Container", id, isVisible: open, items: present(items) },
  ];
}

/**
 * A button that comes back to us. Action.Execute, so that Teams can replace the card; older clients fall back
 * to Action.Submit with the same data. `nonce` names the draft that the press turns into something.
 */
export function press(
  title: string,
  action: string,
  options: {
    nonce?: string;
    data?: Record<string, string>;
    style?: "positive" | "destructive";
    inputs?: boolean;
    /** What it is about, where several buttons of one card have the same title: read along with it. */
    about?: string;
  } = {},
): Action {
  const data = { kim: { action, ...(options.nonce ? { nonce: options.nonce } : {}) }, ...options.data };
  const look = {
    title,
    ...(options.style ? { style: options.style } : {}),
    ...(options.inputs === false ? { associatedInputs: "none" } : {}),
    ...(options.about ? { tooltip: options.about } : {}),
  };
  return {
    type: "Action.Execute",
    verb: action,
    data,
    ...look,
    fallback: { type: "Action.Submit", data, ...look },
  };
}

export function openUrl(title: string, url: string): Action {
  return { type: "Action.OpenUrl", title, url };
}

/** Text of people or documents, as Markdown that shows it literally. */
export function literal(text: string): string {
  return text.replace(/[\\`*_[\]<>#|~]/g, (sign) => `\\${sign}`);
}

/** Of a list of them a card holds many; longer ones together would be more than Teams takes. */
const LONGEST_LINE = 300;

/** `literal`, cut to a line of a list. Whole it stands in the export. */
export function literalLine(text: string): string {
  if (text.length <= LONGEST_LINE) return literal(text);
  return `${literal(
    text
      .slice(0, LONGEST_LINE)
      .replace(/[\ud800-\udbff]$/, "")
      .trimEnd(),
  )} …`;
}
