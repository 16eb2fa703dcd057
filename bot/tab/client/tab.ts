import "@fluentui/web-components/button.js";
import "@fluentui/web-components/badge.js";
import "@fluentui/web-components/spinner.js";
import "@fluentui/web-components/text-input.js";
import { html, LitElement } from "lit";
import { tab as german } from "../../texts/de/tab.js";
import type { Texts } from "../../texts/de.js";
import { tab as english } from "../../texts/en/tab.js";
import type {
  CaseLine,
  CaseNotes,
  ConferenceLine,
  GapsView,
  MeetingView,
  MeView,
  OfficesView,
  PageName,
} from "../views/view-models.js";
import { type Answer, type Asked, type BotClient, botClient, type Failure } from "./bot-client.js";
import "./card-column.js";
import type { CardColumn } from "./card-column.js";
import { demoPerson, demoSignIn, type Person, peopleToChoose } from "./demo-sign-in.js";
import { failure, frame } from "./frame.js";
import { gapsPage } from "./gaps-page.js";
import { findHost, type Host } from "./host.js";
import { meetingPage } from "./meeting-page.js";
import { casesPage, conferencesPage, officesPage } from "./pages.js";
import { applyTheme } from "./theme.js";

/** What was written in the chat shows here after at most this long. */
const LOOK_AGAIN_MS = 3_000;
/** How many of the example sentences are for everybody; the others are case work. */
const EXAMPLES_FOR_ALL = 2;

/** The whole page: who is there, which area is open, and the bot's answers beside it. */
class KimTab extends LitElement {
  static override properties = Object.fromEntries(
    [
      ...["me", "page", "failed", "cases", "openCase", "notes"],
      ...["conferences", "meeting", "gaps", "offices", "people"],
    ].map((name) => [name, { state: true }]),
  );
  declare me: MeView | undefined;
  declare page: PageName;
  declare failed: Failure | undefined;
  declare cases: readonly CaseLine[];
  declare openCase: string | undefined;
  declare notes: CaseNotes | undefined;
  declare conferences: readonly ConferenceLine[];
  declare meeting: MeetingView | undefined;
  declare gaps: GapsView | undefined;
  declare offices: OfficesView | undefined;
  declare people: readonly Person[] | undefined;

  #host!: Host;
  #client!: BotClient;
  #texts: Texts["tab"] = german;
  #searched = 0;

  constructor() {
    super();
    this.page = "offices";
    this.cases = [];
    this.conferences = [];
  }

  override createRenderRoot() {
    return this;
  }

  override async connectedCallback() {
    super.connectedCallback();
    this.#host = await findHost();
    this.#texts = this.#host.locale === "en" ? english : german;
    document.documentElement.lang = this.#host.locale;
    applyTheme(this.#host.theme);
    this.#host.onTheme(applyTheme);
    await this.#enter();
    this.#host.ready();
    setInterval(() => void this.#lookAgain(), LOOK_AGAIN_MS);
  }

  async #enter(): Promise<void> {
    // In a frame of Teams a browser may refuse what it stores for us, and nothing of it is needed there.
    const person = this.#host.inTeams ? undefined : demoPerson();
    if (!this.#host.inTeams && person === undefined) {
      document.title = `${this.#texts.demoLogin.title} – KIM-Assistent`;
      this.people = await peopleToChoose();
      return;
    }
    this.#client = botClient(this.#host, person);
    const me = await this.#get<MeView>("me");
    if (!me) return;
    this.me = me;
    await this.#goTo(me, this.#host.target);
    this.#host.onTarget((target) => void this.#goTo(me, target));
  }

  /** Where a link leads; without one, and with one that leads nowhere, the first area. */
  async #goTo({ pages }: MeView, target: string): Promise<void> {
    const [area = "", id] = target.split("/");
    const wanted = area === "case" ? "cases" : area === "conference" ? "conferences" : area;
    const page = pages.find((one) => one === wanted);
    await this.#openPage(page ?? pages[0] ?? "offices");
    if (!id || !page) return;
    if (area === "case") this.#open(id);
    else void this.#ask({ action: "attendance.board", fields: { conference: id } });
  }

  async #get<T>(path: string, query?: Readonly<Record<string, string>>): Promise<T | undefined> {
    const answer: Answer<T> = await this.#client.get<T>(path, query);
    this.failed = answer.ok ? undefined : answer.why;
    return answer.ok ? answer.value : undefined;
  }

  async #openPage(page: PageName): Promise<void> {
    this.page = page;
    document.title = `${this.#texts.pages[page]} – KIM-Assistent`;
    await this.updateComplete;
    await this.#refresh();
  }

  /** Reads anew what the open area shows; the agenda is a card, as in the chat. */
  async #refresh(): Promise<void> {
    if (this.page === "day") {
      await this.querySelector<CardColumn>("kim-cards.day")?.show({ action: "agenda.week" });
    }
    if (this.page === "meeting") {
      const chat = this.#host.meetingChat ?? "";
      this.meeting = (await this.#get<MeetingView>("meeting", { chat })) ?? this.meeting;
    }
    if (this.page === "figures") this.gaps = (await this.#get<GapsView>("gaps")) ?? this.gaps;
    if (this.page === "cases") this.cases = (await this.#get<readonly CaseLine[]>("cases")) ?? this.cases;
    if (this.page === "conferences") {
      this.conferences = (await this.#get<readonly ConferenceLine[]>("conferences")) ?? this.conferences;
    }
  }

  #open(id: string): void {
    this.openCase = id;
    this.notes = undefined;
    void this.#lookAgain();
    void this.#ask({ action: "case.show", fields: { caseId: id } });
  }

  async #lookAgain(): Promise<void> {
    if (this.page !== "cases" || !this.openCase || document.hidden) return;
    const query = { case: this.openCase, seen: this.notes?.seen ?? "" };
    const answer = await this.#client.get<CaseNotes | "unchanged">("notes", query);
    if (answer.ok && answer.value !== "unchanged" && query.case === this.openCase) this.notes = answer.value;
  }

  async #search(question: string): Promise<void> {
    const mine = ++this.#searched;
    if (question.trim() === "") {
      this.offices = undefined;
      return;
    }
    const found = await this.#get<OfficesView>("offices", { q: question });
    // Answers may overtake each other; only that to the last letter counts.
    if (found && mine === this.#searched) this.offices = found;
  }

  #column(): CardColumn | null {
    return this.querySelector<CardColumn>(".work kim-cards");
  }

  async #ask(asked: Asked): Promise<boolean> {
    return (await this.#column()?.ask(asked)) ?? false;
  }

  async #submit(event: Event): Promise<void> {
    event.preventDefault();
    const input = this.querySelector<HTMLInputElement & HTMLElement>("#ask");
    const text = input?.value.trim() ?? "";
    // What was typed goes away only once it has been answered.
    if (input && text !== "" && (await this.#ask({ text }))) input.value = "";
  }

  override render() {
    const texts = this.#texts;
    if (this.people) return demoSignIn(texts, this.people);
    const { me, page, failed } = this;
    if (!me) return html`<main>${failed ? failure(texts, failed) : html`<p>${texts.loading}</p>`}</main>`;
    const open = (name: PageName) => void this.#openPage(name);
    return frame(texts, { me, page, failed, open, body: this.#body(), work: this.#work(me) });
  }

  #work({ pages }: MeView) {
    const texts = this.#texts;
    const { examples } = texts.ask;
    const submit = (event: Event) => void this.#submit(event);
    // Beside a meeting nobody asks: others look at the screen, and there is little room.
    if (this.#host.meetingChat !== undefined) {
      return html`<section class="work" aria-label=${texts.answers}>
        <kim-cards .texts=${texts} .client=${this.#client}></kim-cards>
      </section>`;
    }
    return html`
      <section class="work" aria-label=${texts.answers}>
        <form @submit=${submit}>
          <fluent-text-input id="ask" class="wide" maxlength="4000" placeholder=${texts.ask.hint}>${texts.ask.label}</fluent-text-input>
          <fluent-button type="submit" appearance="primary" @click=${submit}>${texts.ask.action}</fluent-button>
        </form>
        <kim-cards .texts=${texts} .client=${this.#client}
          .examples=${pages.includes("cases") ? examples : examples.slice(0, EXAMPLES_FOR_ALL)}
          @asked=${() => void this.#refresh()}></kim-cards>
      </section>
    `;
  }

  #body() {
    const texts = this.#texts;
    const act = {
      press: (button: Asked) => void this.#ask(button),
      open: (id: string) => this.#open(id),
      search: (question: string) => void this.#search(question),
    };
    switch (this.page) {
      case "cases":
        return casesPage(texts, this.cases, this.openCase, this.notes, act);
      case "conferences":
        return conferencesPage(texts, this.conferences, act);
      case "meeting":
        return meetingPage(texts, this.meeting, (url) => this.#host.openLink(url));
      case "figures":
        return gapsPage(texts, this.gaps);
      case "offices":
        return officesPage(texts, this.offices, act);
      default:
        return html`<kim-cards class="day" .texts=${texts} .client=${this.#client} .beside=${() => this.#column()}></kim-cards>`;
    }
  }
}

customElements.define("kim-tab", KimTab);
