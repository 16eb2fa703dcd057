import {
  type Action,
  AdaptiveCard,
  ExecuteAction,
  GlobalSettings,
  HostConfig,
  OpenUrlAction,
  SubmitAction,
} from "adaptivecards";
import MarkdownIt from "markdown-it";
import type { PressedButton } from "./bot-client.js";
import { mendCard } from "./mend-card.js";

const markdown = new MarkdownIt({ html: false, linkify: false, breaks: true });
AdaptiveCard.onProcessMarkdown = (text, result) => {
  // A paragraph in a heading or a label would be read as one.
  result.outputHtml = markdown.render(text).replace(/^<p>((?:(?!<\/p>).)*)<\/p>\s*$/su, "$1");
  result.didProcess = true;
};

// What stands beside a box to tick are names and words of people; the bot writes no Markdown there.
GlobalSettings.useMarkdownInRadioButtonAndCheckbox = false;

/** Colours and sizes come from the page's theme; here stands only what cards know by name. */
const colour = (name: string) => ({ default: `var(--kim-${name})`, subtle: "var(--kim-subtle)" });
const colours = {
  default: colour("text"),
  dark: colour("text"),
  light: colour("text"),
  accent: colour("accent"),
  good: colour("good"),
  warning: colour("warning"),
  attention: colour("attention"),
};
const style = (background: string) => ({ backgroundColor: `var(${background})`, foregroundColors: colours });

const hostConfig = new HostConfig({
  fontFamily: "inherit",
  fontSizes: { small: 13, default: 15, medium: 17, large: 20, extraLarge: 24 },
  spacing: { small: 4, default: 8, medium: 16, large: 24, extraLarge: 32, padding: 12 },
  separator: { lineThickness: 1, lineColor: "var(--kim-line)" },
  containerStyles: {
    default: style("--kim-card"),
    emphasis: style("--kim-emphasis"),
    good: style("--kim-good-area"),
    attention: style("--kim-attention-area"),
    warning: style("--kim-warning-area"),
    accent: style("--kim-emphasis"),
  },
  inputs: {
    label: {
      requiredInputs: { weight: "bolder", suffix: " *", suffixColor: "attention" },
      optionalInputs: { weight: "bolder" },
    },
    errorMessage: { color: "attention", weight: "bolder" },
  },
  actions: {
    maxActions: 6,
    spacing: "default",
    // The style sheet's gap keeps them apart; the renderer's spacers would indent whatever wraps.
    buttonSpacing: 0,
    actionsOrientation: "horizontal",
    actionAlignment: "left",
  },
  textBlock: { headingLevel: 2 },
  factSet: { title: { weight: "bolder", wrap: true, maxWidth: 220 }, spacing: 8 },
  supportsInteractivity: true,
});

let drawn = 0;

/** Draws a card with Microsoft's own renderer. `press` gets a button's action with the card's inputs. */
export function renderCard(
  json: Record<string, unknown>,
  press: (button: PressedButton) => void,
): HTMLElement {
  const card = new AdaptiveCard();
  card.hostConfig = hostConfig;
  card.parse(json);
  card.onExecuteAction = (action: Action) => {
    if (action instanceof OpenUrlAction && action.url) window.open(action.url, "_blank", "noopener");
    if (action instanceof SubmitAction || action instanceof ExecuteAction) press(buttonOf(action.data));
  };
  const element = card.render() ?? document.createElement("div");
  drawn += 1;
  element.id = `card${drawn}`;
  return mendCard(element, drawn);
}

/** What the server wants to know of a press, all of it text. */
function buttonOf(data: object | undefined): PressedButton {
  const { kim, ...inputs } = (data ?? {}) as { kim?: { action?: string; nonce?: string } };
  const fields = Object.fromEntries(
    Object.entries(inputs)
      .filter(([, value]) => value !== undefined && value !== null)
      .map(([id, value]) => [id, String(value)]),
  );
  return { action: kim?.action ?? "", ...(kim?.nonce ? { nonce: kim.nonce } : {}), fields };
}

/** Markdown of the bot's own texts; HTML in it stays text. */
export function renderText(text: string): string {
  return markdown.render(text);
}
