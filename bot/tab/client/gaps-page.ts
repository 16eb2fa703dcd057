import { html } from "lit";
import type { Texts } from "../../texts/de.js";
import type { GapsView } from "../views/view-models.js";

/** What was not found, by topic: bars to look at, and every number in a table. Length tells, never colour alone. */
export function gapsPage(texts: Texts["tab"], gaps: GapsView | undefined) {
  const words = texts.figures;
  if (!gaps) return html`<p>${texts.loading}</p>`;
  const { rows, columns, cells, rowSums } = gaps.table;
  if (rows.length === 0) return html`<p>${words.none}</p>`;
  const most = Math.max(1, ...rowSums);
  return html`
    <p>${gaps.agency} · ${words.explained}</p>
    <div class="picture" aria-hidden="true">
      ${rows.map((row, i) => {
        const sum = rowSums[i] ?? 0;
        return html`
          <div class="row">
            <span class="name">${row}</span>
            <span class="bar">
              <svg viewBox="0 0 100 20" preserveAspectRatio="none" focusable="false">
                <rect class="own" width=${Math.max(1, (sum / most) * 100)} height="20"></rect>
              </svg>
              <b>${sum === 0 ? words.small : sum}</b>
            </span>
          </div>`;
      })}
    </div>
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
