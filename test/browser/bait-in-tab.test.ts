import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { Browser } from "playwright-core";
import { BAIT, baitDirectory } from "../front-door/bait.js";
import { type Bot, startBot } from "../front-door/bot.js";
import { plannedConference } from "../front-door/planned-conference.js";
import { openBrowser } from "./playground.js";
import { openTab } from "./tab-page.js";

const who = "Case Management Eschweiler";

let bot: Bot;
let browser: Browser;
let caseId: string;

beforeAll(async () => {
  bot = await startBot();
  browser = await openBrowser();
  await baitDirectory(bot);
  const person = bot.wire.person(who, { id: "00000000-0000-4000-8000-000000000001" });
  ({ caseId } = await plannedConference(bot, person));
  await person.says(`Notiz zu ${caseId}: ${BAIT}`);
  await person.says(`Maßnahme zu ${caseId}: ${BAIT} bis 12.03.2031`);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await bot?.close();
});

test("bait in names and free text is words in the tab, on its pages, in cards and beside their boxes", async () => {
  const look = { width: 1280, theme: "default", lang: "de" } as const;
  const { page, say, open, close } = await openTab(browser, bot.url, who, look);
  const alive = page.locator('a[href*="boese"], a[href^="javascript"], img[src*="boese"], code');
  const bold = page.locator("strong, b").filter({ hasText: /^fett$/ });
  const expectWords = async (where: string) => {
    const text = await page.locator("body").textContent();
    expect([where, text?.includes("boese")]).toEqual([where, true]);
    expect([where, await alive.count(), await bold.count()]).toEqual([where, 0, 0]);
  };

  for (const text of [caseId, `Verlauf ${caseId}`, `wer kommt ${caseId}`, "Jugendamt Eschweiler"]) {
    await say(text);
    await expectWords(text);
  }
  // Here the names stand beside boxes to tick.
  await say(`Protokoll zu ${caseId}`);
  await expectWords("minutes");

  await open("Fälle");
  await page.locator(".line", { hasText: caseId }).click();
  await page.locator("ol.notes", { hasText: "boese" }).waitFor();
  await expectWords("notes");
  await open("Zuständigkeit");
  await page.locator(".page fluent-text-input input").fill("jugendamt eschweiler");
  await page.locator(".office", { hasText: "boese" }).first().waitFor();
  await expectWords("offices");
  await close();
}, 120_000);
