import { html, svg } from "lit";
import type { Texts } from "../../texts/de.js";
import type { GapsView } from "../views/view-models.js";

const WIDTH = 600;
const NAMES = 220;
const ROW = 28;

/** What was not found, by topic: bars to look at, and every number in a table. Length tells, never colour alone. */
export function gapsPage(texts: Texts["tab"], gaps: GapsView | undefined) {
  const words = texts.figures;
  if (!gaps) return html`<p>${texts.loading}</p>`;
  const { rows, columns, cells, rowSums } = gaps.table;
  if (rows.length === 0) return html`<p>${words.none}</p>`;
  const most = Math.max(1, ...rowSums);
  return html`
    <p>${gaps.agency} · ${words.explained}</p>
    <svg class="picture" viewBox="0 0 ${WIDTH} ${ROW * rows.length + 4}" aria-hidden="true" focusable="false">
      ${rows.map((row, i) => {
        const sum = rowSums[i] ?? 0;
        const length = Math.round((sum / most) * (WIDTH - NAMES - 60));
        return svg`
          <text class="name" x="0" y=${i * ROW + 18}>${row.length > 30 ? `${row.slice(0, 29)}…` : row}</text>
          <rect class="own" x=${NAMES} y=${i * ROW + 4} width=${Math.max(2, length)} height="18" rx="3"></rect>
          <text x=${NAMES + length + 8} y=${i * ROW + 18}>${sum === 0 ? words.small : sum}</text>`;
      })}
    </svg>
    <div class="scroll" tabindex="0" role="region" aria-label=${words.table}>
      <table class="figures">
        <caption>${words.table}</caption>
        <thead>
          <tr><th scope="col">${words.topic}</th>${columns.map((column) => html`<th scope="col">${column}</th>`)}<th scope="col">${words.sum}</th></tr>
        </thead>
        <tbody>
          ${rows.map(
            (row, i) => html`
              <tr>
                <th scope="row">${row}</th>
                ${(cells[i] ?? []).map((cell) => html`<td>${cell === "small" ? words.small : cell}</td>`)}
                <td>${rowSums[i]}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  `;
}
