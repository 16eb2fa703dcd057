import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { Browser, Page } from "playwright-core";
import { type Bot, startBot } from "../front-door/bot.js";
import { plannedConference } from "../front-door/planned-conference.js";
import { openBrowser } from "./playground.js";
import { type OpenTab, openTab, type TabLook, violationsOf } from "./tab-page.js";

const who = "Case Management Eschweiler";
const areas = ["Mein Tag", "Fälle", "Konferenzen", "Zuständigkeit"] as const;
const look = (width: number): TabLook => ({ width, theme: "default", lang: "de" });

let bot: Bot;
let browser: Browser;
let caseId: string;

beforeAll(async () => {
  bot = await startBot();
  browser = await openBrowser();
  const person = bot.wire.person(who, { id: "00000000-0000-4000-8000-000000000001" });
  ({ caseId } = await plannedConference(bot, person));
  await person.says(`Maßnahme zu ${caseId}: Kita-Navigator ausfüllen bis heute`);
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await bot?.close();
});

/** Opens what is longest and widest: every area, with forms and lists of each kind. */
async function eachView(tab: OpenTab, look: (view: string) => Promise<void>): Promise<void> {
  for (const area of areas) {
    await tab.open(area);
    if (area === "Zuständigkeit") {
      await tab.page.locator(".page fluent-text-input input").fill("jugendamt baesweiler");
      await tab.page.locator(".office").first().waitFor();
    } else await tab.page.locator(".page :is(.entry, .line, .conference)").first().waitFor();
    await look(area);
  }
  for (const text of [
    "Neuer Fall: Familie 5 Pers. Eschweiler, Kita + Wohnung",
    `EWE JC ${caseId} schriftl. heute`,
    `Protokoll zu ${caseId}`,
    `verschieb die FaKo ${caseId} auf übernächste Woche`,
    `Ansprechpartner zu ${caseId}`,
    "meine Fälle",
  ]) {
    await tab.say(text);
    await look(text);
  }
}

describe("the tab", () => {
  test("loses no word at 400 % zoom and with the text spacing of WCAG 1.4.12", async () => {
    const tab = await openTab(browser, bot.url, who, look(320));
    const found: Record<string, readonly string[]> = {};
    await eachView(tab, async (view) => {
      found[view] = await cutOff(tab.page);
    });
    await tab.page.addStyleTag({
      content: `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
        p { margin-bottom: 2em !important; }`,
    });
    await eachView(tab, async (view) => {
      found[`${view}, spaced`] = await cutOff(tab.page);
    });
    expect(Object.entries(found).filter(([, cut]) => cut.length > 0)).toEqual([]);
    await tab.close();
  }, 120_000);

  test("has nothing to press that is smaller than 24 by 24 pixels", async () => {
    const tab = await openTab(browser, bot.url, who, look(360));
    const found: Record<string, readonly string[]> = {};
    await eachView(tab, async (view) => {
      found[view] = await tooSmall(tab.page);
    });
    expect(Object.entries(found).filter(([, small]) => small.length > 0)).toEqual([]);
    await tab.close();
  }, 90_000);

  test("says its name, role and state to a screen reader, in headings that skip no level", async () => {
    const tab = await openTab(browser, bot.url, who, look(1280));
    const found: Record<string, readonly string[]> = {};
    await eachView(tab, async (view) => {
      found[view] = await heardWrong(tab.page);
    });
    expect(Object.entries(found).filter(([, wrong]) => wrong.length > 0)).toEqual([]);
    await tab.close();
  }, 90_000);

  test("has a title for each area and a language, and tells what comes of a question", async () => {
    for (const [lang, titles] of [
      ["de", ["Fälle", "Konferenzen", "Zuständigkeit", "Mein Tag"]],
      ["en", ["Cases", "Conferences", "Responsibility", "My day"]],
    ] as const) {
      const { page, open, say, close } = await openTab(browser, bot.url, who, { ...look(1280), lang });
      expect(await page.evaluate(() => document.documentElement.lang)).toBe(lang);
      for (const title of titles) {
        await open(title);
        expect(await page.title()).toBe(`${title} – KIM-Assistent`);
      }
      await page.evaluate(() => {
        const heard: string[] = [];
        Object.assign(window, { heard });
        new MutationObserver(() => {
          for (const region of document.querySelectorAll('[role="status"], [role="alert"]'))
            heard.push(region.textContent?.trim() ?? "");
        }).observe(document.body, { subtree: true, childList: true, characterData: true });
      });
      await say("meine Fälle");
      const heard = await page.evaluate(() => (window as unknown as { heard: string[] }).heard);
      expect(heard).toContain(lang === "de" ? "Arbeitet …" : "Working …");
      const name = await page.evaluate(() => document.activeElement?.getAttribute("aria-label"));
      expect(name).toMatch(lang === "de" ? /^Antwort: \d+ offene/ : /^Answer: \d+ open/);
      await open(titles[2]);
      await page.locator(".page fluent-text-input input").fill("jugendamt baesweiler");
      await page.locator('.page [role="status"]', { hasText: "1 " }).waitFor();
      await close();
    }
  }, 90_000);

  test("keeps the focus in sight with forced colours, and moves nothing for whoever wants no motion", async () => {
    const tab = await openTab(browser, bot.url, who, look(1280));
    const { page } = tab;
    await page.emulateMedia({ forcedColors: "active", reducedMotion: "reduce" });
    await eachView(tab, async (view) => {
      expect({ view, found: await violationsOf(page) }).toEqual({ view, found: [] });
      expect({ view, moving: await page.evaluate(() => document.getAnimations().length) }).toEqual({
        view,
        moving: 0,
      });
    });
    await page.locator("nav button").first().focus();
    for (let stop = 0; stop < 6; stop++) {
      await page.keyboard.press("Tab");
      const outline = await page.evaluate(() => {
        const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement ?? document.body);
        return outlineStyle === "none" ? 0 : Number.parseFloat(outlineWidth);
      });
      const fluent = await page.evaluate(() => document.activeElement?.localName.startsWith("fluent-"));
      expect(fluent || outline >= 2).toBe(true);
    }
    await tab.close();
  }, 120_000);

  test("moves no button when the mouse goes down on it and the answer loses the focus", async () => {
    const { page, close, say } = await openTab(browser, bot.url, who, look(360));
    await say(`Ansprechpartner zu ${caseId}`);
    const button = page.locator(".work .ac-pushButton").last();
    // Within its answer: to see it, the page may have to scroll.
    const place = () =>
      button.evaluate((one) => {
        const [own, around] = [one, one.closest(".entry") ?? one].map((box) => box.getBoundingClientRect());
        return [own, around].map((box) => box && [box.width, box.height, box.x, box.y - (around?.y ?? 0)]);
      });
    const before = await place();
    await button.focus();
    expect(await place()).toEqual(before);
    await close();
  }, 30_000);

  test("lets the keyboard skip what comes before the content", async () => {
    const { page, close } = await openTab(browser, bot.url, who, look(1280));
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("title");
    await close();
  }, 30_000);
});

test("the pages around it are whole at 320 pixels and with wide spacing, and axe accepts them", async () => {
  const context = await browser.newContext({ viewport: { width: 320, height: 640 }, locale: "de-DE" });
  const page = await context.newPage();
  const slip = "/zettel/JA-Eschweiler?topic=kita";
  for (const path of ["/", "/datenschutz", "/nutzung", "/barrierefreiheit", slip, "/zettel/unbekannt"]) {
    await page.goto(`${bot.url}${path}`);
    await page.addStyleTag({
      content:
        "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }",
    });
    const found = [...(await violationsOf(page)), ...(await cutOff(page)), ...(await tooSmall(page))];
    expect({ path, found, lang: await page.locator("html").getAttribute("lang") }).toEqual({
      path,
      found: [],
      lang: "de",
    });
  }
  await context.close();
}, 60_000);

/** Text that its box cuts off, and a page that is wider than the window. */
function cutOff(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const hidden = (overflow: string) => overflow === "hidden" || overflow === "clip";
    const found: string[] = [];
    for (const element of document.querySelectorAll<HTMLElement>("body *")) {
      const { overflowX, overflowY, clipPath, display } = getComputedStyle(element);
      if (clipPath !== "none" || display === "inline" || element.closest(".for-ears, svg")) continue;
      const text = element.textContent?.trim().slice(0, 40) ?? "";
      if (hidden(overflowX) && element.scrollWidth > element.clientWidth + 1)
        found.push(`to the side: ${text}`);
      if (hidden(overflowY) && element.scrollHeight > element.clientHeight + 1) found.push(`below: ${text}`);
    }
    const over = document.documentElement.scrollWidth - window.innerWidth;
    return over > 0 ? [...found, `the page by ${over} px`] : found;
  });
}

/** WCAG 2.2, 2.5.8: links in a line of text are excepted, and a field may be pressed by its label. */
function tooSmall(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    for (const element of document.querySelectorAll<HTMLElement>(
      "button, a[href], select, textarea, input, fluent-button, fluent-text-input",
    )) {
      const field = element.closest("label") ?? element;
      const { width, height } = field.getBoundingClientRect();
      const inText = element.localName === "a" && getComputedStyle(element).display === "inline";
      const labelled = element instanceof HTMLInputElement && (element.labels?.length ?? 0) > 0;
      const unseen = width === 0 || getComputedStyle(element).clipPath !== "none";
      if (unseen || inText || (width >= 24 && height >= 24)) continue;
      const row = labelled ? element.parentElement?.getBoundingClientRect() : undefined;
      if (row && row.height >= 24 && row.width >= 24) continue;
      found.push(`${element.localName} ${element.textContent?.trim().slice(0, 30)} ${width}×${height}`);
    }
    return found;
  });
}

type AxNode = {
  readonly ignored: boolean;
  readonly role?: { readonly value: string };
  readonly name?: { readonly value: string };
  readonly properties?: readonly { readonly name: string; readonly value: { readonly value?: unknown } }[];
};

const pressed = [
  "button",
  "link",
  "checkbox",
  "radio",
  "textbox",
  "combobox",
  "spinbutton",
  "Date",
  "searchbox",
];

/** What sounds wrong in Chromium's own accessibility tree, which sees into Fluent's elements. */
async function heardWrong(page: Page): Promise<readonly string[]> {
  const devtools = await page.context().newCDPSession(page);
  const { nodes } = (await devtools.send("Accessibility.getFullAXTree")) as unknown as {
    nodes: readonly AxNode[];
  };
  await devtools.detach();
  const heard = nodes.filter(({ ignored }) => !ignored);
  const nameless = heard
    .filter(({ role, name }) => pressed.includes(role?.value ?? "") && !name?.value?.trim())
    .map(({ role }) => `nameless ${role?.value}`);
  const levels = heard
    .filter(({ role }) => role?.value === "heading")
    .map(({ properties }) => Number(properties?.find(({ name }) => name === "level")?.value.value));
  const skipped = levels.flatMap((level, i) =>
    level > (levels[i - 1] ?? 0) + 1 ? [`heading ${level} after ${levels[i - 1] ?? 0}`] : [],
  );
  const submit = heard.some(({ role, name }) => role?.value === "button" && name?.value === "Los");
  return [...nameless, ...skipped, ...(submit ? [] : ["no button Los"])];
}
