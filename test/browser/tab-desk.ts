import type { Locator, Page } from "playwright-core";
import { de } from "../../bot/texts/de.js";
import { en } from "../../bot/texts/en.js";
import type { Bot } from "../front-door/bot.js";
import type { Desk, Value } from "./desk.js";
import { type Hand, keyboard, mouse } from "./hands.js";
import type { OpenTab, TabLook } from "./tab-page.js";

/** Where the newest answer of the bot stands: the agenda has a column of its own. */
const ENTRIES = ".entry";

export type TabDeskOptions = {
  readonly bot: Bot;
  readonly tab: OpenTab;
  readonly look: TabLook;
  readonly personId: string;
  readonly by: "mouse" | "keyboard";
  /** Told after each step, while the answer stands there. */
  readonly seen: (page: Page) => Promise<void>;
};

/** A case manager before the tab, with a hand on the mouse or on the keyboard. */
export function tabDesk({ bot, tab, look, personId, by, seen }: TabDeskOptions): Desk {
  const { page } = tab;
  const texts = look.lang === "en" ? en : de;
  const hand: Hand = by === "mouse" ? mouse(page) : keyboard(page);
  /** On the newest answer that has it; before anything was asked, in the open area. */
  const holder = async (inside: (root: Page | Locator) => Locator): Promise<Locator> => {
    for (const part of [".work", ".page"]) {
      const entries = page.locator(`${part} ${ENTRIES}`).filter({ has: inside(page) });
      if ((await entries.count()) > 0) return inside(entries.first()).first();
    }
    throw new Error(`Nothing on the screen has it: ${inside(page)}`);
  };
  const answered = async (act: () => Promise<void>): Promise<string> => {
    const before = await newest(page);
    await act();
    const entry = await newer(page, before);
    await seen(page);
    return entry;
  };
  const goes = async (area: string): Promise<void> => {
    await hand.press(page.locator("nav button", { hasText: area }));
    await page.locator("h1", { hasText: area }).waitFor();
  };
  const button = (title: string) => holder((root) => root.locator(`button[aria-label="${title}"]`));
  return {
    bot,
    texts,
    person: bot.wire.person("Case Management Eschweiler", { id: personId }),
    says: (text) =>
      answered(async () => {
        await hand.type(page.locator("#ask input"), text);
        await page.keyboard.press("Enter");
      }),
    presses: (title) => answered(async () => hand.press(await button(title))),
    opens: async (title) => {
      await hand.press(await button(title));
      await seen(page);
    },
    fills: async (label, value) => {
      const field = await holder((root) => fieldIn(root, label));
      await fill(hand, field, value);
    },
    showsCase: async (id) => {
      await goes(texts.tab.pages.cases);
      const line = page.locator(".line", { hasText: id });
      await line.waitFor();
      const text = await answered(() => hand.press(line));
      await page.locator("ol.notes").waitFor();
      return text;
    },
    showsDay: async () => {
      await goes(texts.tab.pages.cases);
      await goes(texts.tab.pages.day);
      const day = page.locator(`.day ${ENTRIES}`).first();
      await day.waitFor();
      await seen(page);
      return (await day.textContent()) ?? "";
    },
    showsConference: async (caseId) => {
      await goes(texts.tab.pages.conferences);
      const conference = page.locator(".conference", { hasText: caseId });
      return answered(() => hand.press(conference.locator("fluent-button")));
    },
  };
}

/** An input by its label; of choices the group. */
function fieldIn(root: Page | Locator, label: string): Locator {
  return root
    .locator("label.ac-richTextBlock")
    .filter({ hasText: exactly(label) })
    .locator("xpath=following-sibling::div[1]")
    .locator("[role=group], [role=radiogroup], input, select, textarea");
}

/** Required fields have a star behind their name. */
function exactly(label: string): RegExp {
  return new RegExp(`^${label.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}\\s*\\*?$`);
}

async function fill(hand: Hand, field: Locator, value: Value): Promise<void> {
  const kind = await field.evaluate((one) =>
    one instanceof HTMLInputElement ? one.type : (one.getAttribute("role") ?? one.tagName.toLowerCase()),
  );
  if (typeof value === "boolean") return hand.tick(field, value);
  if (kind === "group" || kind === "radiogroup") {
    for (const title of [value].flat()) await hand.tick(field.locator(`input[aria-label="${title}"]`), true);
    return;
  }
  if (kind === "select") return hand.choose(field, String(value));
  if (kind === "date") return hand.setDay(field, String(value));
  return hand.type(field, String(value));
}

/** Keys rise with each answer, so a replaced card has a new one too. */
async function newest(page: Page): Promise<ReadonlyMap<string, number>> {
  const found = new Map<string, number>();
  for (const part of [".work", ".page"]) {
    const keys = await page
      .locator(`${part} ${ENTRIES}`)
      .evaluateAll((all) => all.map((one) => Number(one.getAttribute("data-key"))));
    found.set(part, Math.max(0, ...keys));
  }
  return found;
}

/** The answer that has come since, once it has the focus: whoever works without a mouse goes on there. */
async function newer(page: Page, before: ReadonlyMap<string, number>): Promise<string> {
  const found = await page.waitForFunction((known) => {
    if (document.querySelector(".failure")) return document.querySelector(".failure")?.textContent;
    const entry = document.activeElement;
    if (!(entry instanceof HTMLElement) || !entry.classList.contains("entry")) return undefined;
    const part = entry.closest(".work") ? ".work" : ".page";
    return Number(entry.dataset.key) > (known[part] ?? 0) ? entry.textContent : undefined;
  }, Object.fromEntries(before));
  return (await found.jsonValue()) ?? "";
}
