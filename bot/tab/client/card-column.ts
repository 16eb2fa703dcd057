import { html, LitElement, nothing } from "lit";
import { unsafeHTML } from "lit/directives/unsafe-html.js";
import type { Texts } from "../../texts/de.js";
import type { Asked, BotClient, Failure, ShownReply } from "./bot-client.js";

type Entry = {
  readonly key: number;
  readonly reply: ShownReply;
  readonly drawn: HTMLElement | undefined;
  readonly said: string;
};

const MOST_ENTRIES = 12;

/**
 * Answers of the bot, the newest first. A button's answer stands where its card stood. `asked` is dispatched after
 * each turn, so that lists beside it can be read anew.
 */
export class CardColumn extends LitElement {
  static override properties = {
    texts: { attribute: false },
    client: { attribute: false },
    working: { state: true },
    failed: { state: true },
    entries: { state: true },
  };
  declare texts: Texts["tab"];
  declare client: BotClient;
  declare working: boolean;
  declare failed: Failure | undefined;
  declare entries: readonly Entry[];
  #key = 0;

  constructor() {
    super();
    this.entries = [];
    this.working = false;
  }

  override createRenderRoot() {
    return this;
  }

  /** Asks the bot and shows what it says. @returns whether it answered */
  async ask(asked: Asked, pressed?: number): Promise<boolean> {
    if (this.working) return false;
    this.working = true;
    this.failed = undefined;
    const [answer, draw] = await Promise.all([this.client.turn(asked), drawing()]);
    this.working = false;
    if (!answer.ok) {
      this.failed = answer.why;
      return false;
    }
    const fresh = answer.value.replies.map((reply) => this.#entryOf(reply, draw));
    const inPlace = fresh.find(({ reply }) => reply.place === "pressed" && reply.card);
    const at = pressed === undefined ? -1 : this.entries.findIndex(({ key }) => key === pressed);
    const rest = fresh.filter((one) => one !== inPlace || at < 0);
    const kept = this.entries.map((one, i) => (i === at && inPlace ? inPlace : one));
    this.entries = [...rest, ...kept].slice(0, MOST_ENTRIES);
    await this.updateComplete;
    this.#show((rest[0] ?? inPlace)?.key);
    this.dispatchEvent(new CustomEvent("asked", { bubbles: true }));
    return true;
  }

  /** Shows one answer alone, without moving the focus to it: what an area consists of. */
  async show(asked: Asked): Promise<void> {
    const [answer, draw] = await Promise.all([this.client.turn(asked), drawing()]);
    this.failed = answer.ok ? undefined : answer.why;
    if (answer.ok) this.entries = answer.value.replies.map((reply) => this.#entryOf(reply, draw));
  }

  #entryOf(reply: ShownReply, draw: Awaited<ReturnType<typeof drawing>>): Entry {
    const key = ++this.#key;
    const drawn = reply.card ? draw.card(reply.card, (button) => void this.ask(button, key)) : undefined;
    return { key, reply, drawn, said: reply.text ? draw.text(reply.text) : "" };
  }

  /** Whoever works by keyboard or ear goes on where the answer stands. */
  #show(key: number | undefined): void {
    const entry = this.querySelector<HTMLElement>(`[data-key="${key}"]`);
    entry?.focus({ preventScroll: true });
    entry?.scrollIntoView({ block: "nearest" });
  }

  override render() {
    const { texts } = this;
    return html`
      <div class="status" role="status">
        ${this.working ? html`<fluent-spinner size="tiny"></fluent-spinner> ${texts.working}` : nothing}
      </div>
      ${this.failed ? html`<p class="failure" role="alert">${texts.errors[this.failed]}</p>` : nothing}
      ${this.entries.map(
        ({ key, drawn, said }) => html`
          <article class="entry" data-key=${key} tabindex="-1">
            ${said ? html`<div class="said">${unsafeHTML(said)}</div>` : nothing}
            ${drawn ?? nothing}
          </article>`,
      )}
    `;
  }
}

/** The renderer is large and comes only when the first card does. */
async function drawing() {
  const { renderCard, renderText } = await import("./render-card.js");
  return { card: renderCard, text: renderText };
}

customElements.define("kim-cards", CardColumn);
