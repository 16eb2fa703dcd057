import { html, nothing, svg } from "lit";
import type { Texts } from "../../texts/de.js";
import type { BusyRow, ConferenceLine } from "../views/view-models.js";

const FROM = 8 * 60;
const TO = 18 * 60;
const WIDTH = 600;
const NAMES = 190;
const ROW = 30;

/** Who sits in which of our conferences that day: as a picture, and as the same in words for whoever can't see it. */
export function conferencePicture(texts: Texts["tab"], { rows, from, to }: ConferenceLine) {
  const words = texts.conferences;
  const height = ROW * rows.length + 24;
  const hours = [9, 11, 13, 15, 17];
  return html`
    <svg class="picture" viewBox="0 0 ${WIDTH} ${height}" aria-hidden="true" focusable="false">
      ${hours.map((hour) => svg`<text class="hour" x=${x(hour * 60)} y="14" text-anchor="middle">${hour}</text>`)}
      <rect class="slot" x=${x(from)} y="20" width=${x(to) - x(from)} height=${height - 22}></rect>
      ${rows.map(
        (row, i) => svg`
          <text class="name" x="0" y=${24 + i * ROW + 18}>${shortened(row.name)}</text>
          <line class="line" x1=${NAMES} x2=${WIDTH} y1=${24 + i * ROW + 26} y2=${24 + i * ROW + 26}></line>
          ${row.busy.map(
            (span) =>
              svg`<rect class=${span.own ? "own" : "other"} x=${x(span.from)} y=${24 + i * ROW + 3} width=${Math.max(2, x(span.to) - x(span.from))} height="20" rx="3"></rect>`,
          )}`,
      )}
    </svg>
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

function x(minute: number): number {
  const within = Math.min(TO, Math.max(FROM, minute));
  return Math.round(NAMES + ((within - FROM) / (TO - FROM)) * (WIDTH - NAMES));
}

function clock(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
}

function shortened(name: string): string {
  return name.length > 26 ? `${name.slice(0, 25)}…` : name;
}
