import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { Browser } from "playwright-core";
import { conferenceRecord } from "../../casework/conference/conference.js";
import { type Bot, startBot } from "../front-door/bot.js";
import { type Planned, plannedConference } from "../front-door/planned-conference.js";
import { folderForPictures } from "./pictures.js";
import { openBrowser } from "./playground.js";
import { violationsOf } from "./tab-page.js";
import { teamsAround } from "./teams-around-tab.js";

const person = "00000000-0000-4000-8000-000000000001";

let bot: Bot;
let browser: Browser;
let planned: Planned;

beforeAll(async () => {
  bot = await startBot({ KIM_SEND_DELAY_SECONDS: "3600" });
  browser = await openBrowser();
  planned = await plannedConference(bot, bot.wire.person("Case Management Eschweiler", { id: person }));
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await bot?.close();
});

describe("in a frame of Teams the tab", () => {
  test("opens the case or the conference that a link names, and for others the first area", async () => {
    const links = [
      [`case/${planned.caseId}`, "Fälle", planned.caseId],
      [`conference/${planned.conferenceId}`, "Konferenzen", "Wer kommt"],
      ["case/K-00000", "Fälle", "gibt es nicht"],
      ["nowhere/1", "Mein Tag", "Zum Beispiel"],
    ] as const;
    for (const [subPageId, area, words] of links) {
      const teams = await teamsAround(browser, bot.url, { person, subPageId });
      await teams.tab.locator("h1", { hasText: area }).waitFor();
      await teams.tab.locator(".work", { hasText: words }).waitFor();
      await teams.close();
    }
  }, 60_000);

  test("changes its theme with Teams, while it is open", async () => {
    const teams = await teamsAround(browser, bot.url, { person });
    const main = teams.tab.locator("html");
    const background = () => main.evaluate((html) => getComputedStyle(html).backgroundColor);
    await teams.tab.locator("h1").waitFor();
    const light = await background();
    for (const theme of ["dark", "contrast"] as const) {
      await teams.changeTheme(theme);
      await teams.tab.locator(`html[data-theme="${theme}"]`).waitFor();
      expect(await background()).not.toBe(light);
    }
    await teams.close();
  }, 60_000);

  test("asks for a new token when its own has run out, and says so where there is none", async () => {
    const renewed = await teamsAround(browser, bot.url, { person, tokens: ["good", "old", "good"] });
    await renewed.tab.locator(".day .entry").first().waitFor();
    expect(await renewed.tokensGiven()).toBe(3);
    await renewed.close();

    const over = await teamsAround(browser, bot.url, { person, tokens: ["good", "good", "old"] });
    await over.tab.locator(".day .entry").first().waitFor();
    await over.tab.locator("#ask input").fill("meine Fälle");
    await over.tab.locator("#ask input").press("Enter");
    await over.tab.getByRole("alert").filter({ hasText: "Anmeldung ist abgelaufen" }).waitFor();
    expect(await over.tab.locator("#ask input").inputValue()).toBe("meine Fälle");
    await over.close();
  }, 60_000);

  test("stands beside a meeting at 280 pixels: agenda, how many come, the way to the minutes", async () => {
    const now = bot.ledger.clock();
    await bot.peek(async (unit) => {
      const conference = await unit.read(conferenceRecord, planned.conferenceId);
      const [start, end] = [now - 60_000, now + 3_600_000].map((at) => new Date(at).toISOString());
      if (conference && start && end)
        await unit.write(conferenceRecord, conference.id, { ...conference, start, end });
      await bot.ledger.store.commit(unit.batch());
    });
    const teams = await teamsAround(browser, bot.url, {
      person,
      width: 280,
      meetingChat: "19:meeting_x@thread.v2",
    });
    await teams.tab.locator(".sitting", { hasText: planned.caseId }).waitFor();
    const page = teams.tab.locator(".page");
    expect(await page.textContent()).toContain("0 von 2 haben zugesagt.");
    // Screens are shared: nothing of the case but its number.
    expect(await page.textContent()).not.toMatch(/Eschweiler|Pers\.|Jugendamt|Jobcenter/);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(Math.max(0, over)).toBe(0);
    await teams.tab.getByRole("checkbox").first().check();
    await teams.page.screenshot({ path: join(await folderForPictures(), "tab-meeting.png") });
    const [frame] = teams.page.frames().slice(1);
    expect(frame && (await violationsOf(frame))).toEqual([]);
    await teams.tab.getByRole("link", { name: "Protokoll im Einzelchat schreiben" }).click();
    expect((await teams.followed()).join()).toContain(encodeURIComponent(`Protokoll zu ${planned.caseId}`));
    await teams.close();
  }, 60_000);
});
