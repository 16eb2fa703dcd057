import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { Browser, Page } from "playwright-core";
import { noteStream } from "../../casework/case/case.js";
import { type Bot, caseIdIn, startBot } from "../front-door/bot.js";
import type { Person } from "../wire/person.js";
import { openBrowser } from "./playground.js";
import { openTab, type TabLook } from "./tab-page.js";

const who = "Case Management Eschweiler";
const look: TabLook = { width: 1280, theme: "default", lang: "de" };

let bot: Bot;
let browser: Browser;
let person: Person;
let caseId: string;

beforeAll(async () => {
  bot = await startBot();
  browser = await openBrowser();
  person = bot.wire.person(who, { id: "00000000-0000-4000-8000-000000000001" });
  const form = await person.says("Neuer Fall: 2 Pers. Alsdorf, Wohngeld");
  caseId = caseIdIn((await person.presses(form, "Anlegen")).text);
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await bot?.close();
});

const failure = (page: Page) => page.getByRole("alert").filter({ hasText: "Ihre Eingabe steht noch da" });
const notes = () => bot.peek((unit) => unit.readStream(noteStream, caseId, { limit: 100 }));
const notesWith = async (text: string) =>
  (await notes()).filter(({ entry }) => entry.text.includes(text)).length;

describe("while the bot is away the tab", () => {
  test("keeps what was typed, says so in plain words, and goes on when it is back", async () => {
    const { page, close, say, press } = await openTab(browser, bot.url, who, look);
    const field = page.locator("#ask input");
    await page.context().setOffline(true);
    await field.fill(`Notiz zu ${caseId}: Rückruf vereinbart`);
    await field.press("Enter");
    await failure(page).waitFor();
    expect(await field.inputValue()).toBe(`Notiz zu ${caseId}: Rückruf vereinbart`);
    await page.context().setOffline(false);
    await field.press("Enter");
    await page.locator(".work .entry", { hasText: "Notiz gespeichert" }).waitFor();
    expect(await failure(page).count()).toBe(0);
    expect(await field.inputValue()).toBe("");

    // A form fails where it stands, and stays filled.
    await say(caseId);
    await press("Notiz");
    const note = page.getByRole("textbox", { name: /^Notiz/ }).first();
    await note.fill("Bescheid ist angekommen");
    await page.context().setOffline(true);
    await page.locator(".work .ac-pushButton", { hasText: "Speichern" }).first().click();
    await page.locator(".entry").filter({ has: note }).getByRole("alert").waitFor();
    expect(await note.inputValue()).toBe("Bescheid ist angekommen");
    await page.context().setOffline(false);
    expect(await press("Speichern")).toContain("Notiz gespeichert");
    await close();
  }, 60_000);

  test("does once what was done although the answer was lost, however often it is sent again", async () => {
    const { page, close } = await openTab(browser, bot.url, who, look);
    let lose = true;
    await page.route("**/tab/api/turn", async (route) => {
      if (!lose) return route.continue();
      await route.fetch();
      return route.abort();
    });
    const field = page.locator("#ask input");
    await field.fill(`Notiz zu ${caseId}: Wohngeldantrag abgegeben`);
    await field.press("Enter");
    await failure(page).waitFor();
    expect(await notesWith("Wohngeldantrag")).toBe(1);
    lose = false;
    await field.press("Enter");
    await page.locator(".work .entry", { hasText: "Notiz gespeichert" }).waitFor();
    expect(await notesWith("Wohngeldantrag")).toBe(1);
    await close();
  }, 60_000);

  test("searches on when it is back, and what stands in the field is still there", async () => {
    const { page, close, open } = await openTab(browser, bot.url, who, look);
    await open("Zuständigkeit");
    const field = page.locator(".page fluent-text-input input");
    await page.context().setOffline(true);
    await field.pressSequentially("jugendamt");
    await page.locator(".page .failure").waitFor();
    await page.context().setOffline(false);
    await field.pressSequentially(" baesweiler");
    await page.locator(".office", { hasText: "A 51" }).waitFor();
    expect(await page.locator(".page .failure").count()).toBe(0);
    await close();
  }, 60_000);
});

test("what is written in the chat stands in the open tab", async () => {
  const { page, close, open } = await openTab(browser, bot.url, who, look);
  await open("Fälle");
  await page.locator(".line", { hasText: caseId }).click();
  await page.locator("ol.notes").waitFor();
  await person.says(`Notiz zu ${caseId}: Im Chat geschrieben`);
  await page.locator("ol.notes", { hasText: "Im Chat geschrieben" }).waitFor();
  await close();
}, 60_000);
