import { html, nothing, type TemplateResult } from "lit";
import type { Texts } from "../../texts/de.js";
import type { MeView, PageName } from "../views/view-models.js";
import type { Failure } from "./bot-client.js";
import { signOut } from "./demo-sign-in.js";

export type Frame = {
  readonly me: MeView;
  readonly page: PageName;
  readonly failed: Failure | undefined;
  readonly body: TemplateResult;
  /** What is asked, and what the bot answers. */
  readonly work: TemplateResult;
  readonly open: (page: PageName) => void;
};

/** What stands around each area: who is there, the areas, and the link to the accessibility statement. */
export function frame(texts: Texts["tab"], { me, page, failed, body, work, open }: Frame) {
  return html`
    <button type="button" class="skip" @click=${toContent}>${texts.skip}</button>
    ${me.demo ? demoBanner(texts, me.name) : nothing}
    <nav aria-label=${texts.navigation}>
      ${me.pages.map(
        (name) => html`<button type="button" class="area" aria-current=${name === page ? "page" : "false"}
          @click=${() => open(name)}>${texts.pages[name]}</button>`,
      )}
    </nav>
    <main>
      <section class="page" aria-labelledby="title">
        <h1 id="title" tabindex="-1">${texts.pages[page]}</h1>
        ${failure(texts, failed)}
        ${body}
      </section>
      ${work}
    </main>
    <footer><a href="/barrierefreiheit" target="_blank" rel="noopener">${texts.accessibility}</a></footer>
  `;
}

export function demoBanner(texts: Texts["tab"], name: string) {
  return html`<aside class="demo" aria-label=${texts.demoLabel}><span>${texts.demoBanner}</span>
    <button type="button" class="link" @click=${signOut}>${name} · ${texts.demoLogin.out}</button></aside>`;
}

export function failure(texts: Texts["tab"], failed: Failure | undefined) {
  return failed ? html`<p class="failure" role="alert">${texts.errors[failed]}</p>` : nothing;
}

function toContent(): void {
  document.querySelector<HTMLElement>("#title")?.focus();
}
