/** Reading Adaptive Cards as a person and a client do: what stands there, and what a button sends. */

export type Json = Readonly<Record<string, unknown>>;

/** All text that a person sees on a card, one line per piece, in order; titles of buttons and choices included. */
export function visibleText(card: unknown): string {
  const lines: string[] = [];
  const say = (value: unknown) => {
    if (typeof value === "string" && value !== "") lines.push(value);
  };
  const walk = (node: unknown, within: string): void => {
    if (Array.isArray(node)) {
      for (const item of node) walk(item, within);
      return;
    }
    if (!isObject(node) || node.isVisible === false) return;
    say(node.label);
    say(node.title);
    say(node.text);
    // Of a choice the person sees the title alone, of a fact both; what stands in a text field is seen too.
    if (within === "facts" || node.type === "Input.Text") say(node.value);
    for (const [name, value] of Object.entries(node)) {
      if (name !== "data" && name !== "fallback" && name !== "msteams" && name !== "refresh")
        walk(value, name);
    }
  };
  walk(card, "");
  return lines.join("\n");
}

/** A button and the inputs that a client sends with it. */
export type Button = {
  readonly type: string;
  readonly title: string;
  readonly verb?: string;
  readonly data: Json;
  readonly inputs: readonly Json[];
  readonly fallback?: Json;
};

/** Every `Action.Execute` and `Action.Submit` of a card: below it, in action sets, on containers, in show-cards. */
export function buttonsOf(card: unknown): readonly Button[] {
  const buttons: Button[] = [];
  /** `inputs`: those of the cards around. A show-card's button sends its own and those, not its siblings'. */
  const visit = (node: unknown, inputs: readonly Json[]): void => {
    if (Array.isArray(node)) {
      for (const item of node) visit(item, inputs);
      return;
    }
    if (!isObject(node)) return;
    if (node.type === "AdaptiveCard") {
      const all = [...inputs, ...inputsOf(node)];
      for (const [name, value] of Object.entries(node)) if (name !== "refresh") visit(value, all);
      return;
    }
    if (node.type === "Action.Execute" || node.type === "Action.Submit") {
      const fallback = isObject(node.fallback) ? { fallback: node.fallback } : {};
      buttons.push({
        type: node.type,
        title: typeof node.title === "string" ? node.title : "",
        ...(typeof node.verb === "string" ? { verb: node.verb } : {}),
        data: isObject(node.data) ? node.data : {},
        inputs: node.associatedInputs === "none" ? [] : inputs,
        ...fallback,
      });
      return;
    }
    for (const value of Object.values(node)) if (typeof value === "object") visit(value, inputs);
  };
  visit(card, []);
  return buttons;
}

/** The inputs of a card without those of its show-cards. */
export function inputsOf(card: Json): readonly Json[] {
  const inputs: Json[] = [];
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) {
      for (const item of node) visit(item);
      return;
    }
    if (!isObject(node) || node.type === "Action.ShowCard" || node.type === "Action.ToggleVisibility") return;
    if (typeof node.type === "string" && node.type.startsWith("Input.")) inputs.push(node);
    else for (const value of Object.values(node)) visit(value);
  };
  visit(card);
  return inputs;
}

/**
 * What a client adds to the button's data: each input under its id, as text, with the value that was typed or,
 * if nothing was, the one the card came with. An empty input is left out, also one that was emptied: so does the
 * Playground.
 * @throws where a client would not send: something required is missing, or no such input or choice is there
 */
export function filledIn(button: Button, typed: Readonly<Record<string, string>>): Record<string, string> {
  const filled: Record<string, string> = {};
  for (const input of button.inputs) {
    const id = String(input.id);
    const value = typed[id] ?? initialValue(input);
    if (input.isRequired === true && (value === undefined || value === "")) {
      throw new Error(`Teams would not send this: "${input.label ?? id}" is required. Give inputs.${id}.`);
    }
    if (value !== undefined && value !== "") filled[id] = value;
  }
  for (const [id, value] of Object.entries(typed)) {
    const input = button.inputs.find((candidate) => candidate.id === id);
    if (input === undefined) {
      const known = button.inputs.map((candidate) => candidate.id).join(", ");
      throw new Error(`The card has no input "${id}" for the button "${button.title}". It has: ${known}`);
    }
    checkChoice(input, value);
  }
  return filled;
}

function initialValue(input: Json): string | undefined {
  if (input.value !== undefined && input.value !== null) return String(input.value);
  if (input.type === "Input.Toggle") return String(input.valueOff ?? "false");
  return undefined;
}

function checkChoice(input: Json, value: string): void {
  if (input.type !== "Input.ChoiceSet" || !Array.isArray(input.choices) || value === "") return;
  const offered = input.choices.map((choice: unknown) => (isObject(choice) ? String(choice.value) : ""));
  const chosen = input.isMultiSelect === true ? value.split(",") : [value];
  for (const choice of chosen) {
    if (!offered.includes(choice)) {
      throw new Error(`"${input.id}" offers no choice "${choice}". It offers: ${offered.join(", ")}`);
    }
  }
}

export function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
