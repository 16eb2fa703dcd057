import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { Browser, Page } from "playwright-core";
import { type Bot, startBot } from "../front-door/bot.js";
import { jobs } from "./jobs.js";
import { every, pairwise } from "./looks.js";
import { openBrowser } from "./playground.js";
import { tabDesk } from "./tab-desk.js";
import { openTab, type TabLook, violationsOf } from "./tab-page.js";

const eschweiler = { id: "00000000-0000-4000-8000-000000000001", name: "Case Management Eschweiler" };

/** Each job once, by keyboard alone on a desk and by mouse on a phone; all jobs in every look with KIM_LONG=1. */
const rounds: readonly { readonly round: string; readonly lookOf: (job: number) => TabLook }[] = process.env
  .KIM_LONG
  ? every.map((look) => ({ round: `${look.width} px, ${look.theme}, ${look.lang}`, lookOf: () => look }))
  : [{ round: "pairwise", lookOf: (job) => pairwise[job % pairwise.length] as TabLook }];

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
}, 60_000);
afterAll(() => browser?.close());

describe.each(rounds)("in the tab, $round, a case manager", ({ lookOf }) => {
  let bot: Bot;
  beforeAll(async () => {
    bot = await startBot({ KIM_SEND_DELAY_SECONDS: "3600" });
  }, 60_000);
  afterAll(() => bot?.close());

  test.each(Object.entries(jobs).map(([name, job], i) => ({ name, job, look: lookOf(i) })))(
    "$name ($look.width px, $look.theme, $look.lang)",
    async ({ job, look }) => {
      const tab = await openTab(browser, bot.url, eschweiler.name, look);
      const by = look.width > 500 ? "keyboard" : "mouse";
      const found: string[] = [];
      const seen = async (page: Page) => {
        found.push(...(await violationsOf(page)), ...(await cutOff(page)));
      };
      try {
        await job(tabDesk({ bot, tab, look, personId: eschweiler.id, by, seen }));
      } finally {
        await tab.close();
      }
      expect(found).toEqual([]);
      expect(tab.faults()).toEqual([]);
    },
    120_000,
  );
});

/** Nothing is wider than the window. */
async function cutOff(page: Page): Promise<readonly string[]> {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  return over > 0 ? [`${over} px wider than the window`] : [];
}
