// Writes docs/karten.html: every kind of card as the product builds it, drawn by Microsoft's own renderer.
//     npm run gallery
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";
import { caseIdIn, startBot } from "../front-door/bot.js";
import { addresses } from "../front-door/planned-conference.js";
import { root } from "../house/source-files.js";
import type { Json } from "../wire/card.js";
import type { Person, Turn } from "../wire/person.js";
import { openBrowser } from "./playground.js";
import { violationsOf } from "./tab-page.js";

type Shown = { readonly caption: string; readonly card: Json };

/** One case manager's way through the jobs; each step that shows a card is a picture. */
async function collect(person: Person): Promise<readonly Shown[]> {
  const shown: Shown[] = [];
  const see = (caption: string, turn: Turn): Turn => {
    if (turn.card) shown.push({ caption, card: turn.card });
    return turn;
  };
  see("Begrüßung", await person.says("Hallo"));
  see("Zuständigkeit", await person.says("wer ist in Baesweiler fürs Jugendamt zuständig?"));
  see("Rückfrage", await person.says("Grundsicherung in Eschweiler"));
  see("Gefahr", await person.says("Kind wird geschlagen, Eschweiler"));
  const form = see(
    "Neuer Fall",
    await person.says("Neuer Fall: Familie 5 Pers. Eschweiler, Kita + Wohngeld"),
  );
  const id = caseIdIn(see("Fall", await person.presses(form, "Anlegen")).text);
  see("Bearbeiten", await person.presses(person.lastCard(), "Bearbeiten"));
  see("Notiz", await person.says(`Notiz zu ${id}: Unterlagen für die Kita sind da`));
  see("Maßnahme", await person.says(`Maßnahme zu ${id}: Kita-Navigator ausfüllen bis morgen`));
  see("Ansprechpartner", await person.says(`Ansprechpartner zu ${id}`));
  see("Einwilligung erfassen", await person.says(`EWE Wohngeld ${id} schriftl. heute, beide Richtungen`));
  const consents = await person.says(`FaKo für ${id} mit Jobcenter und Jugendamt nächste Woche`);
  see("Fallkonferenz: Einwilligung", consents);
  const dates = see(
    "Fallkonferenz: Termine",
    await person.presses(consents, "Speichern", { informed: "true" }),
  );
  const planned = see(
    "Fallkonferenz steht",
    await person.presses(dates, "Anlegen", addresses(dates.card ?? {})),
  );
  see("Verschieben", await person.presses(planned, "Verschieben"));
  see("Teilnehmende", await person.presses(planned, "Teilnehmende"));
  see("Wer kommt", await person.says(`wer kommt zur FaKo ${id}`));
  const minutes = see("Protokoll schreiben", await person.says(`Protokoll zu ${id}`));
  const saved = await person.presses(minutes, "Speichern", {
    free_decision_0: "Das Jobcenter prüft den Antrag.",
    free_measure_0: "Antrag auf Kinderzuschlag vorbereiten",
  });
  see("Protokoll", saved);
  see("Protokoll senden", await person.presses(saved, "An Teilnehmende senden"));
  see("Einwilligungen", await person.says(`Einwilligungen zu ${id}`));
  see("Was ansteht", await person.says("was steht in den nächsten 14 Tagen an"));
  see("Meine Fälle", await person.says("meine Fälle"));
  see("Verlauf", await person.says(`Verlauf ${id}`));
  see("Vertretung", await person.says("Vertretung bis 15.08. durch CM Stolberg"));
  see("Übergabe", await person.says(`Übergabe ${id} an CM Stolberg`));
  see("Abschließen", await person.says(`${id} abschließen`));
  see("Datenbank KIM", await person.says(`übertragung ${id}`));
  see("Unterlagen", await person.says("Welche Phasen hat das Case Management?"));
  const unanswered = await person.says("Wie lange dauert ein Wohnberechtigungsschein in Eschweiler?");
  see("Fachstelle fragen", await person.presses(unanswered, "Fachstelle fragen"));
  see("Nicht verstanden", await person.says("xyzzy"));
  return shown;
}

const bot = await startBot({ KIM_LOCALE: "de", KIM_SEND_DELAY_SECONDS: "60" });
const browser = await openBrowser();
try {
  const cards = await collect(
    bot.wire.person("Case Management Eschweiler", { id: "00000000-0000-4000-8000-000000000001" }),
  );
  const bundle = await build({
    stdin: {
      contents:
        'import { renderCard } from "./bot/tab/client/render-card.ts"; window.renderCard = (card) => renderCard(card, () => {});',
      resolveDir: root,
      loader: "ts",
    },
    bundle: true,
    write: false,
    format: "iife",
  });
  const page = await browser.newPage();
  await page.setContent("<main></main>");
  await page.addScriptTag({ content: bundle.outputFiles[0]?.text ?? "" });
  const drawn = await page.evaluate((all) => {
    const { renderCard } = window as unknown as { renderCard: (card: unknown) => HTMLElement };
    return all.map(({ caption, card }) => {
      const element = renderCard(card);
      // What stands in a field is no part of its HTML until it is written there.
      for (const field of element.querySelectorAll("input"))
        field.checked ? field.setAttribute("checked", "") : field.setAttribute("value", field.value);
      for (const field of element.querySelectorAll("textarea")) field.textContent = field.value;
      for (const option of element.querySelectorAll("option"))
        option.toggleAttribute("selected", option.selected);
      return { caption, html: element.outerHTML };
    });
  }, cards);
  const css = await readFile(join(root, "bot", "tab", "client", "tab.css"), "utf8");
  const pictures = drawn.map(
    ({ caption, html }) => `<figure><figcaption>${caption}</figcaption>${html}</figure>`,
  );
  const html = `<!doctype html>
<html lang="de"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Karten von KIM-Assistent</title>
<style>${css}
main { display: block; max-width: none; padding: 1rem; columns: 24rem; column-gap: 1.5rem; }
h1 { column-span: all; }
figure { break-inside: avoid; margin: 0 0 1.5rem; border: 1px solid var(--kim-line); border-radius: 6px; overflow: hidden; }
figcaption { padding: 0.5rem 0.75rem; font-weight: 600; border-bottom: 1px solid var(--kim-line); }
</style></head><body><main><h1>Karten von KIM-Assistent</h1>
${pictures.join("\n")}
</main></body></html>
`;
  await writeFile(join(root, "docs", "karten.html"), html);
  await page.setContent(html);
  const violations = await violationsOf(page);
  if (violations.length > 0) throw new Error(`axe: ${violations.join("\n")}`);
  process.stdout.write(`docs/karten.html: ${drawn.length} Karten\n`);
} finally {
  await browser.close();
  await bot.close();
}
