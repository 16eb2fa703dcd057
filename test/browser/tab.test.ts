import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { Browser } from "playwright-core";
import { readFeedback } from "../../knowledge/documents/feedback.js";
import { type Bot, startBot } from "../front-door/bot.js";
import { every, pairwise } from "./looks.js";
import { folderForPictures } from "./pictures.js";
import { openBrowser } from "./playground.js";
import { openTab, type TabLook, violationsOf } from "./tab-page.js";

const who = "Case Management Eschweiler";

let folder: string;
let bot: Bot;
let browser: Browser;

beforeAll(async () => {
  folder = await folderForPictures();
  // As people have it: an invitation waits a minute.
  bot = await startBot({ KIM_SEND_DELAY_SECONDS: "60" });
  browser = await openBrowser();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await bot?.close();
});

describe("in the tab a case manager", () => {
  test("says what an answer from the documents was worth, of the newest alone", async () => {
    const tab = await openTab(browser, bot.url, who, { width: 360, theme: "default", lang: "de" });
    const { page } = tab;
    await tab.say("Welche Phasen hat das Case Management?");
    await tab.say("Welche Phasen hat das Case Management?");
    const helpful = page.getByRole("group", { name: "War diese Antwort hilfreich?" });
    expect(await helpful.count()).toBe(1);
    expect(await violationsOf(page)).toEqual([]);
    await helpful.getByRole("button", { name: "Hilfreich", exact: true }).click();
    await page.getByText("Danke für Ihre Rückmeldung.").waitFor();
    expect(await helpful.count()).toBe(0);
    expect(await violationsOf(page)).toEqual([]);
    const [last] = await bot.peek((unit) => readFeedback(unit, 1));
    expect(last).toMatchObject({
      reaction: "like",
      about: { question: "Welche Phasen hat das Case Management?" },
    });
    await page.screenshot({ path: join(folder, "tab-worth.png") });
    expect(tab.faults()).toEqual([]);
    await tab.close();
  }, 60_000);

  test("finds an office while typing, opens a case, calls a conference and asks the documents", async () => {
    const tab = await openTab(browser, bot.url, who, { width: 1280, theme: "default", lang: "de" });
    const { page } = tab;
    const shot = (name: string) => page.screenshot({ path: join(folder, `${name}.png`) });

    await tab.open("Zuständigkeit");
    await page.locator(".page fluent-text-input input").fill("jugendamt baesweiler");
    await page.locator(".office", { hasText: "A 51" }).waitFor();
    await shot("tab-offices");

    await tab.open("Fälle");
    await tab.say("Neuer Fall: Familie 5 Pers. Eschweiler, Bürgergeld, Kita + Wohnung");
    const created = await tab.press("Anlegen");
    const id = /K-[0-9A-HJKMNP-TV-Z]{5}/.exec(created)?.[0] ?? "";
    expect(created).toContain("ist angelegt");
    await page.locator(".line", { hasText: id }).click();
    await page.locator("ol.notes").waitFor();
    await shot("tab-cases");

    expect(await tab.say(`Maßnahme zu ${id}: Kita-Navigator ausfüllen bis morgen`)).toContain(
      "Kita-Navigator",
    );
    await tab.open("Mein Tag");
    await page.locator(".day", { hasText: "Kita-Navigator" }).waitFor();
    await shot("tab-day");

    await tab.say(`FaKo für ${id} mit Jobcenter und Jugendamt nächste Woche`);
    await page.locator(".work").getByText("Ja, die Einwilligung liegt so vor").first().click();
    expect(await tab.press("Speichern")).toContain("Drei Termine");
    expect(await tab.press("Anlegen")).toContain("Fallkonferenz steht");
    await tab.open("Konferenzen");
    await page.locator(".conference", { hasText: id }).waitFor();
    await shot("tab-conferences");
    await page.locator(".conference fluent-button").first().click();
    // The card of the conference has a button "Wer kommt": only the board itself counts.
    await page.locator(".work .entry", { hasText: "haben zugesagt" }).first().waitFor();

    for (const note of [1, 2, 3, 4, 5]) {
      const form = await tab.say(`Neuer Fall: ${note} Pers. Alsdorf, Wohngeld`);
      expect(form).toContain("Anlegen");
      const other = /K-[0-9A-HJKMNP-TV-Z]{5}/.exec(await tab.press("Anlegen"))?.[0];
      await tab.say(`kein Angebot gefunden für Wohngeld in Alsdorf zu ${other}`);
    }
    expect(await tab.say("Welche Phasen hat das Case Management?")).toContain("Aus den Unterlagen");
    expect(tab.faults()).toEqual([]);
    await tab.close();
  }, 120_000);

  test("goes through all areas by keyboard alone", async () => {
    const tab = await openTab(browser, bot.url, who, { width: 1280, theme: "default", lang: "de" });
    const { page } = tab;
    await page.locator("nav button").first().focus();
    for (const area of ["Fälle", "Konferenzen", "Zuständigkeit"]) {
      await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
      await page.locator("h1", { hasText: area }).waitFor();
    }
    await page.keyboard.press("Tab");
    await page.keyboard.type("wohngeld stolberg");
    await page.locator(".office").first().waitFor();
    await tab.close();
  }, 60_000);

  test("sees in the open tab what is written in another window", async () => {
    const look: TabLook = { width: 1280, theme: "default", lang: "de" };
    const one = await openTab(browser, bot.url, who, look);
    const other = await openTab(browser, bot.url, who, look);
    await one.open("Fälle");
    const created = await one.say("Neuer Fall: 2 Pers. Alsdorf, Wohngeld").then(() => one.press("Anlegen"));
    const id = /K-[0-9A-HJKMNP-TV-Z]{5}/.exec(created)?.[0] ?? "";
    await one.page.locator(".line", { hasText: id }).click();
    await one.page.locator("ol.notes").waitFor();
    await other.say(`Notiz zu ${id}: Antrag ist unterwegs`);
    await one.page.locator("ol.notes", { hasText: "Antrag ist unterwegs" }).waitFor();
    await one.close();
    await other.close();
  }, 60_000);
});

describe("axe finds nothing, and nothing is wider than the window", () => {
  test.each(process.env.KIM_LONG ? every : pairwise)(
    "at $width px, $theme, $lang",
    async (look) => {
      const tab = await openTab(browser, bot.url, who, look);
      const { page } = tab;
      const areas =
        look.lang === "de"
          ? ["Mein Tag", "Fälle", "Konferenzen", "Zuständigkeit"]
          : ["My day", "Cases", "Conferences", "Responsibility"];
      await tab.say("Neuer Fall: Familie 5 Pers. Eschweiler, Kita");
      for (const area of areas) {
        await tab.open(area);
        if (area === areas[3]) {
          await page.locator(".page fluent-text-input input").fill("jugendamt baesweiler");
          await page.locator(".office").first().waitFor();
        }
        expect({ area, found: await violationsOf(page) }).toEqual({ area, found: [] });
        const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect({ area, over: Math.max(0, over) }).toEqual({ area, over: 0 });
      }
      if (look.width === 360) await page.screenshot({ path: join(folder, `tab-phone-${look.theme}.png`) });
      await tab.close();
    },
    90_000,
  );
});

describe("the tab", () => {
  test("can be used at 400 % zoom: 320 pixels wide, nothing beside the window, nothing cut off", async () => {
    const tab = await openTab(browser, bot.url, who, { width: 320, theme: "default", lang: "de" });
    await tab.page.setViewportSize({ width: 320, height: 256 });
    await tab.say("Neuer Fall: Familie 5 Pers. Eschweiler, Kita");
    for (const area of ["Mein Tag", "Fälle", "Konferenzen", "Zuständigkeit"]) {
      await tab.open(area);
      const over = await tab.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect({ area, over: Math.max(0, over) }).toEqual({ area, over: 0 });
    }
    expect(await tab.press("Anlegen")).toContain("ist angelegt");
    await tab.close();
  }, 60_000);

  test("shows a coordinator the figures as bars and as a table that axe accepts, wide and narrow", async () => {
    for (const width of [1280, 360]) {
      const tab = await openTab(browser, bot.url, "Koordination KIM", {
        width,
        theme: "default",
        lang: "de",
      });
      await tab.open("Zahlen");
      expect(await violationsOf(tab.page)).toEqual([]);
      if (width === 1280) await tab.page.screenshot({ path: join(folder, "tab-figures.png") });
      await tab.close();
    }
  }, 60_000);

  test("holds in forced colours, and its pages outside pass axe too", async () => {
    const tab = await openTab(browser, bot.url, who, { width: 1280, theme: "default", lang: "de" });
    await tab.page.emulateMedia({ forcedColors: "active" });
    await tab.open("Fälle");
    expect(await violationsOf(tab.page)).toEqual([]);
    for (const path of ["/", "/datenschutz", "/nutzung", "/barrierefreiheit"]) {
      await tab.page.goto(`${bot.url}${path}`);
      expect({ path, found: await violationsOf(tab.page) }).toEqual({ path, found: [] });
    }
    await tab.close();
  }, 60_000);
});
