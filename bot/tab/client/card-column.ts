import { html, LitElement, nothing } from "lit";
import { unsafeHTML } from "lit/directives/unsafe-html.js";
import type { Texts } from "../../texts/de.js";
import type { Asked, BotClient, Failure, Reaction, ShownReply } from "./bot-client.js";

type Entry = {
  readonly key: number;
  readonly reply: ShownReply;
  readonly drawn: HTMLElement | undefined;
  readonly said: string;
  /** What a screen reader calls it when the focus comes to it. */
  readonly name: string;
};

const MOST_ENTRIES = 12;
const LONGEST_NAME = 120;

/**
 * Answers of the bot, the newest first. A button's answer stands where its card stood. `asked` is dispatched after
 * each turn, so that lists beside it can be read anew.
 */
export class CardColumn extends LitElement {
  static override properties = {
    texts: { attribute: false },
    client: { attribute: false },
    examples: { attribute: false },
    beside: { attribute: false },
    working: { state: true },
    failed: { state: true },
    rated: { state: true },
    entries: { state: true },
  };
  declare texts: Texts["tab"];
  declare client: BotClient;
  /** Sentences to begin with, shown while nothing has been asked. */
  declare examples: readonly string[];
  /** Where new answers go, if not here. */
  declare beside: (() => CardColumn | null) | undefined;
  /** The entry whose button was pressed, 0 for a question from elsewhere. */
  declare working: number | undefined;
  declare failed: { readonly why: Failure; readonly at: number } | undefined;
  /** The entries that were rated. */
  declare rated: readonly number[];
  declare entries: readonly Entry[];
  #key = 0;

  constructor() {
    super();
    this.entries = [];
    this.rated = [];
    this.examples = [];
  }

  override createRenderRoot() {
    return this;
  }

  /** Asks the bot and shows what it says. @returns whether it answered */
  async ask(asked: Asked, pressed = 0): Promise<boolean> {
    if (this.working !== undefined) return false;
    this.working = pressed;
    this.failed = undefined;
    const [answer, draw] = await Promise.all([this.client.turn(asked), drawing()]);
    this.working = undefined;
    if (!answer.ok) {
      this.failed = { why: answer.why, at: pressed };
      return false;
    }
    const { replies } = answer.value;
    const at = this.entries.findIndex(({ key }) => key === pressed);
    const inPlace = at < 0 ? undefined : replies.find(({ place, card }) => place === "pressed" && card);
    const rest = replies.filter((reply) => reply !== inPlace);
    if (inPlace) {
      const entry = this.#entryOf(inPlace, draw);
      this.entries = this.entries.map((one, i) => (i === at ? entry : one));
      if (rest.length === 0) await this.#goTo(entry);
    }
    if (rest.length > 0) await (this.beside?.() ?? this).#take(rest, draw);
    this.dispatchEvent(new CustomEvent("asked", { bubbles: true }));
    return true;
  }

  async #rate(entry: Entry, reaction: Reaction): Promise<void> {
    if (this.working !== undefined) return;
    this.working = entry.key;
    const answer = await this.client.turn({ reaction });
    this.working = undefined;
    this.failed = answer.ok ? undefined : { why: answer.why, at: entry.key };
    if (!answer.ok) return;
    this.rated = [...this.rated, entry.key];
    // Its buttons are gone.
    await this.#goTo(entry);
  }

  async #take(replies: readonly ShownReply[], draw: Awaited<ReturnType<typeof drawing>>): Promise<void> {
    const fresh = replies.map((reply) => this.#entryOf(reply, draw));
    this.entries = [...fresh, ...this.entries].slice(0, MOST_ENTRIES);
    await this.#goTo(fresh[0]);
  }

  /** Shows one answer alone, without moving the focus to it: what an area consists of. */
  async show(asked: Asked): Promise<void> {
    const [answer, draw] = await Promise.all([this.client.turn(asked), drawing()]);
    this.failed = answer.ok ? undefined : { why: answer.why, at: 0 };
    if (answer.ok) this.entries = answer.value.replies.map((reply) => this.#entryOf(reply, draw));
  }

  #entryOf(reply: ShownReply, draw: Awaited<ReturnType<typeof drawing>>): Entry {
    const key = ++this.#key;
    const drawn = reply.card ? draw.card(reply.card, (button) => void this.ask(button, key)) : undefined;
    const said = reply.text ? draw.text(reply.text) : "";
    return { key, reply, drawn, said, name: `${this.texts.answer}: ${nameOf(reply, drawn)}` };
  }

  /** Whoever works by keyboard or ear goes on where the answer stands. */
  async #goTo(entry: Entry | undefined): Promise<void> {
    await this.updateComplete;
    const shown = this.querySelector<HTMLElement>(`[data-key="${entry?.key}"]`);
    shown?.focus({ preventScroll: true });
    shown?.scrollIntoView({ block: "nearest" });
  }

  override render() {
    const { texts } = this;
    // The bot knows the last answer from the documents, so that is the one which can be rated.
    const newest = this.entries.find(({ reply }) => reply.feedback);
    const nothingYet = this.entries.length === 0 && this.working === undefined && !this.failed;
    return html`
      ${this.#state(0)}
      ${nothingYet && this.examples.length > 0 ? this.#beginnings() : nothing}
      ${this.entries.map((entry) => {
        const { key, drawn, said, name } = entry;
        return html`
          <article class="entry" data-key=${key} tabindex="-1" aria-label=${name}>
            ${said ? html`<div class="said">${unsafeHTML(said)}</div>` : nothing}
            ${drawn ?? nothing}
            ${entry === newest ? this.#worth(entry) : nothing}
            ${this.#state(key)}
          </article>`;
      })}
      <p class="for-ears" role="status">${this.working === undefined ? nothing : texts.working}</p>
    `;
  }

  /** Said where the press was: on a long form the top is out of sight. */
  #state(key: number) {
    const { texts, failed } = this;
    if (failed?.at === key) return html`<p class="failure" role="alert">${texts.errors[failed.why]}</p>`;
    if (this.working !== key) return nothing;
    return html`<p class="working" aria-hidden="true"><fluent-spinner size="tiny"></fluent-spinner> ${texts.working}</p>`;
  }

  #worth(entry: Entry) {
    const { worth } = this.texts;
    const rated = this.rated.includes(entry.key);
    const button = (reaction: Reaction) =>
      html`<button type="button" class="example" @click=${() => void this.#rate(entry, reaction)}>${worth[reaction]}</button>`;
    return html`
      <div class="worth">
        ${rated ? nothing : html`<div role="group" aria-label=${worth.ask}>${button("like")} ${button("dislike")}</div>`}
        <p role="status">${rated ? worth.thanks : nothing}</p>
      </div>
    `;
  }

  #beginnings() {
    return html`
      <section class="beginnings" aria-labelledby="beginnings">
        <h2 id="beginnings">${this.texts.ask.examplesTitle}</h2>
        <ul>
          ${this.examples.map(
            (text) =>
              html`<li><button type="button" class="example" @click=${() => void this.ask({ text })}>${text}</button></li>`,
          )}
        </ul>
      </section>
    `;
  }
}

/** Its heading, and what has just been done, which stands above it. */
function nameOf({ text }: ShownReply, drawn: HTMLElement | undefined): string {
  const first = drawn?.querySelector(".ac-textBlock")?.textContent;
  const heading = drawn?.querySelector('[role="heading"]')?.textContent;
  const said = [...new Set([first, heading])].filter((part) => part).join(". ");
  return (text ?? said).slice(0, LONGEST_NAME);
}

/** The renderer is large and comes only when the first card does. */
async function drawing() {
  const { renderCard, renderText } = await import("./render-card.js");
  return { card: renderCard, text: renderText };
}

customElements.define("kim-cards", CardColumn);
