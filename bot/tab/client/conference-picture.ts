import { html, nothing, svg } from "lit";
import type { Texts } from "../../texts/de.js";
import type { BusyRow, ConferenceLine } from "../views/view-models.js";

const FROM = 8 * 60;
const TO = 18 * 60;
const HOURS = [9, 11, 13, 15, 17];

/** Who sits in which of our conferences that day: as a picture, and as the same in words for whoever can't see it. */
export function conferencePicture(texts: Texts["tab"], { rows, from, to }: ConferenceLine) {
  const words = texts.conferences;
  return html`
    <div class="picture" aria-hidden="true">
      <div class="row">
        <span></span>
        <span class="hours">${HOURS.map((hour) => html`<i style="left: ${x(hour * 60)}%">${hour}</i>`)}</span>
      </div>
      ${rows.map(
        (row) => html`
          <div class="row">
            <span class="name">${row.name}</span>
            <svg viewBox="0 0 100 20" preserveAspectRatio="none" focusable="false">
              <rect class="slot" x=${x(from)} y="0" width=${x(to) - x(from)} height="20"></rect>
              ${row.busy.map(
                (span) =>
                  svg`<rect class=${span.own ? "own" : "other"} x=${x(span.from)} y="2" width=${Math.max(0.5, x(span.to) - x(span.from))} height="16"></rect>`,
              )}
            </svg>
          </div>`,
      )}
    </div>
    <div class="for-ears"><table>
      <caption>${words.picture}</caption>
      <thead><tr><th scope="col">${words.who}</th><th scope="col">${words.taken}</th></tr></thead>
      <tbody>
        ${rows.map((row) => html`<tr><th scope="row">${row.name}</th><td>${inWords(texts, row) || nothing}</td></tr>`)}
      </tbody>
    </table></div>
  `;
}

function inWords({ conferences }: Texts["tab"], { busy }: BusyRow): string {
  if (busy.length === 0) return conferences.free;
  return busy
    .map(({ from, to, own }) => `${clock(from)}–${clock(to)} (${own ? conferences.this : conferences.other})`)
    .join(", ");
}

/** Where a minute of the day stands, in percent of the picture's width. */
function x(minute: number): number {
  const within = Math.min(TO, Math.max(FROM, minute));
  return Math.round(((within - FROM) / (TO - FROM)) * 1000) / 10;
}

function clock(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
}
