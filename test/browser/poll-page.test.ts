import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { type Bot, startBot } from "../front-door/bot.js";
import { runningPoll } from "../front-door/runs-poll.js";
import { folderForPictures } from "./pictures.js";
import { openBrowser } from "./playground.js";
import { violationsOf } from "./tab-page.js";

let folder: string;
let bot: Bot;
let browser: Browser;
const contexts: BrowserContext[] = [];

beforeAll(async () => {
  folder = await folderForPictures();
  bot = await startBot();
  browser = await openBrowser();
}, 120_000);
afterAll(async () => {
  for (const context of contexts) await context.close();
  await browser?.close();
  await bot?.close();
});

const desktop = { viewport: { width: 1280, height: 1000 }, javaScriptEnabled: true };
/** What WCAG 1.4.10 asks for: 320 px wide, no scrolling to the side. */
const narrow = { viewport: { width: 320, height: 720 }, javaScriptEnabled: true };

async function openPage(link: string, options: BrowserContextOptions): Promise<Page> {
  const context = await browser.newContext({ ...options, locale: "de-DE" });
  contexts.push(context);
  const page = await context.newPage();
  await page.goto(link);
  return page;
}

async function oneLink(): Promise<string> {
  return Object.values((await runningPoll(bot)).links)[0] ?? "";
}

async function choose(page: Page, answers: readonly string[]): Promise<void> {
  for (const [date, answer] of answers.entries()) {
    await page.locator("fieldset").nth(date).getByLabel(answer, { exact: true }).check();
  }
}

const sends = (page: Page) => page.getByRole("button", { name: /Antwort (?:senden|ändern)/ });
const status = (page: Page) => page.getByRole("status").textContent();
const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

describe.each([
  ["wide", desktop],
  ["narrow", narrow],
])("the poll page, %s", (look, options) => {
  test("has no violation in any of its states, and nothing is wider than the window", async () => {
    const link = await oneLink();
    const page = await openPage(link, options);
    const check = async (state: string) => {
      expect({ state, found: await violationsOf(page), over: await overflow(page) }).toEqual({
        state,
        found: [],
        over: 0,
      });
      await page.screenshot({ path: join(folder, `poll-${state}-${look}.png`), fullPage: true });
    };
    await check("form");
    // A browser stops an incomplete form by itself; a client that does not is told on the page.
    await page.locator("form").evaluate((form: HTMLFormElement) => {
      form.noValidate = true;
    });
    await sends(page).click();
    expect(await page.getByRole("alert").textContent()).toContain("Es fehlt noch etwas");
    await check("incomplete");
    await choose(page, ["Passt", "Nur wenn nötig", "Passt nicht"]);
    await sends(page).click();
    expect(await status(page)).toContain("gespeichert");
    await check("saved");
    await page.goto(`${link}x`);
    expect(await page.locator("h1").textContent()).toBe("Dieser Link gilt nicht");
    await check("unknown");
  });
});

test("the poll page works without JavaScript, and its answer can be changed", async () => {
  const link = await oneLink();
  const page = await openPage(link, { ...narrow, javaScriptEnabled: false });
  await choose(page, ["Passt", "Passt", "Passt nicht"]);
  await sends(page).click();
  expect(await status(page)).toContain("gespeichert");
  await page.goto(link);
  expect(await status(page)).toContain("schon geantwortet");
  expect(await page.locator("#date-2-no").isChecked()).toBe(true);
  await choose(page, ["Passt nicht"]);
  await sends(page).click();
  await page.goto(link);
  expect(await page.locator("#date-0-no").isChecked()).toBe(true);
});

test("the poll page works by keyboard alone, and the focus can be seen", async () => {
  const page = await openPage(await oneLink(), desktop);
  const focused = () => page.evaluate(() => document.activeElement?.id ?? "");
  for (const date of [0, 1, 2]) {
    await page.keyboard.press("Tab");
    expect(await focused()).toBe(`date-${date}-yes`);
    if (date === 0) await page.keyboard.press("Space");
    else await page.keyboard.press("ArrowDown");
  }
  const outline = await page.evaluate(
    () => getComputedStyle(document.activeElement ?? document.body).outlineWidth,
  );
  expect(Number.parseInt(outline, 10)).toBeGreaterThanOrEqual(2);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  expect(await status(page)).toContain("gespeichert");
  expect(await page.locator("#date-0-yes").isChecked()).toBe(true);
  expect(await page.locator("#date-1-maybe").isChecked()).toBe(true);
});
