import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Browser, Frame, Locator, Page } from "playwright-core";

export type TabLook = {
  readonly width: number;
  readonly theme: "default" | "dark" | "contrast";
  readonly lang: "de" | "en";
};

/** A person before the tab, in a browser of their own. Waits for what appears, never for time. */
export async function openTab(browser: Browser, url: string, who: string, look: TabLook) {
  const context = await browser.newContext({
    viewport: { width: look.width, height: look.width < 500 ? 780 : 960 },
    locale: look.lang === "de" ? "de-DE" : "en-GB",
    timezoneId: "Europe/Berlin",
  });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") faults.push(message.text());
  });
  await page.goto(`${url}/tab/?theme=${look.theme}&lang=${look.lang}`);
  await page.locator("#person").selectOption({ label: who });
  await page.locator("button.primary").click();
  await page.locator("nav").waitFor();
  return {
    page,
    /** What the browser complained of since the page was opened. */
    faults: (): readonly string[] => faults,
    open: async (area: string): Promise<void> => {
      await page.locator("nav button", { hasText: area }).click();
      await page.locator("h1", { hasText: area }).waitFor();
    },
    /** Types into the field at the top of the answers and waits for the answer. */
    say: async (text: string): Promise<string> => {
      const before = await newest(page);
      await page.locator("#ask input").fill(text);
      await page.keyboard.press("Enter");
      return answered(page, before);
    },
    press: async (title: string): Promise<string> => {
      const before = await newest(page);
      await page.locator(".work .ac-pushButton", { hasText: title }).first().click();
      return answered(page, before);
    },
    fill: (label: string): Locator => page.locator(".work").getByLabel(label, { exact: false }).first(),
    close: () => context.close(),
  };
}

export type OpenTab = Awaited<ReturnType<typeof openTab>>;

/** Keys rise with each answer, so a replaced card has a new one too. */
async function newest(page: Page): Promise<number> {
  const keys = await page
    .locator(".work .entry")
    .evaluateAll((all) => all.map((one) => Number(one.getAttribute("data-key"))));
  return Math.max(0, ...keys);
}

async function answered(page: Page, before: number): Promise<string> {
  await page.waitForFunction(
    (key) =>
      [...document.querySelectorAll(".work .entry")].some(
        (one) => Number(one.getAttribute("data-key")) > key,
      ) || document.querySelector(".work .failure") !== null,
    before,
  );
  return (await page.locator(".work kim-cards").textContent()) ?? "";
}

let axe: string | undefined;

/** What axe finds wrong with the page as it stands: rule and place, one line each. */
export async function violationsOf(page: Page | Frame): Promise<readonly string[]> {
  axe ??= await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { axe: tool } = window as unknown as {
      axe: {
        run: () => Promise<{
          violations: { id: string; nodes: { html: string; failureSummary: string }[] }[];
        }>;
      };
    };
    const { violations } = await tool.run();
    return violations.flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.html.slice(0, 160)} ${node.failureSummary.slice(0, 160)}`),
    );
  });
}
