import { html, nothing } from "lit";
import type { Texts } from "../../texts/de.js";
import type { MeetingView } from "../views/view-models.js";

/** Beside a running meeting, 280 pixels wide: what it goes through, who comes, and the way to its minutes. */
export function meetingPage(
  texts: Texts["tab"],
  meeting: MeetingView | undefined,
  openLink: (url: string) => void,
) {
  if (!meeting) return html`<p>${texts.loading}</p>`;
  const words = texts.meeting;
  const { conference, agenda, chatUrl } = meeting;
  const link = (title: string, url: string, style: "main" | "plain") => html`
    <a class="link-button ${style}" href=${url} @click=${(event: Event) => {
      event.preventDefault();
      openLink(url);
    }}>${title}</a>`;
  return html`
    ${
      conference
        ? html`
          <div class="sitting">
            <h2>${conference.publicId}</h2>
            <p>${conference.when}</p>
            <p>${conference.coming}</p>
            ${link(words.coming, conference.comingUrl, "plain")}
          </div>`
        : nothing
    }
    <h2 id="agenda">${words.agenda}</h2>
    <ol class="agenda" aria-labelledby="agenda">
      ${agenda.map((point) => html`<li><label><input type="checkbox"><span>${point}</span></label></li>`)}
    </ol>
    ${link(conference ? words.minutes : words.chat, chatUrl, "main")}
    <p class="stand">${words.privacy}</p>
  `;
}
