import { html, nothing } from "lit";
import type { Texts } from "../../texts/de.js";
import type { CaseLine, CaseNotes, ConferenceLine, OfficesView } from "../views/view-models.js";
import type { PressedButton } from "./bot-client.js";
import { conferencePicture } from "./conference-picture.js";

export type Do = { readonly press: (button: PressedButton) => void };

export function casesPage(
  texts: Texts["tab"],
  cases: readonly CaseLine[],
  open: string | undefined,
  notes: CaseNotes | undefined,
  act: Do & { readonly open: (id: string) => void },
) {
  const words = texts.cases;
  return html`
    <fluent-button appearance="primary" @click=${() => act.press({ action: "case.new" })}>${words.create}</fluent-button>
    ${cases.length === 0 ? html`<p>${words.none}</p>` : nothing}
    <ul class="lines" aria-label=${words.list}>
      ${cases.map(
        (one) => html`
          <li>
            <button class="line" type="button" aria-current=${one.id === open ? "true" : "false"} @click=${() => act.open(one.id)}>
              <strong>${one.label}</strong>
              <span>${one.phase}${one.urgent ? ` · ${words.urgent}` : ""}</span>
            </button>
          </li>`,
      )}
    </ul>
    ${
      notes
        ? html`
          <section aria-labelledby="notes">
            <h2 id="notes">${words.notesOf(notes.id)}</h2>
            ${notes.notes.length === 0 ? html`<p>${words.noNotes}</p>` : nothing}
            <ol class="notes">
              ${notes.notes.map((note) => html`<li><small>${note.when}</small><p>${note.text}</p></li>`)}
            </ol>
          </section>`
        : nothing
    }
  `;
}

export function conferencesPage(texts: Texts["tab"], conferences: readonly ConferenceLine[], act: Do) {
  const words = texts.conferences;
  if (conferences.length === 0) return html`<p>${words.none}</p>`;
  return html`
    <ul class="lines">
      ${conferences.map(
        (one) => html`
          <li class="conference">
            <h2>${one.when}</h2>
            <p>${one.label}</p>
            ${conferencePicture(texts, one)}
            <fluent-button aria-label="${words.open} ${one.publicId}" @click=${() =>
              act.press({
                action: "attendance.board",
                fields: { conference: one.id },
              })}>${words.open}</fluent-button>
          </li>`,
      )}
    </ul>
  `;
}

export function officesPage(
  texts: Texts["tab"],
  found: OfficesView | undefined,
  act: Do & { readonly search: (question: string) => void },
) {
  const words = texts.offices;
  return html`
    <fluent-text-input class="wide" placeholder=${words.hint} maxlength="300"
      @input=${(event: Event) => act.search((event.target as HTMLInputElement).value)}>${words.label}</fluent-text-input>
    <div role="status">${found ? html`<p>${found.message || words.found(found.offices.length)}</p>` : nothing}</div>
    <ul class="lines" aria-label=${words.results}>
      ${(found?.offices ?? []).map(
        (one) => html`
          <li class="office">
            <h2>${one.name}</h2>
            <p>${one.about}</p>
            <p>${one.why}</p>
            <p>${one.contact}</p>
            <p class="stand">${one.checked}${one.stale ? html` <fluent-badge color="warning">${words.stale}</fluent-badge>` : nothing}</p>
            <fluent-button aria-label="${words.open}: ${one.name}" @click=${() =>
              act.press({
                action: "directory.office",
                fields: { office: one.id, topic: one.topic, place: one.place },
              })}>${words.open}</fluent-button>
          </li>`,
      )}
    </ul>
  `;
}
