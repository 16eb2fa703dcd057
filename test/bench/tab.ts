import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { serve } from "../../bot/main.js";
import { openBrowser } from "../browser/playground.js";
import { openTab } from "../browser/tab-page.js";
import { root } from "../house/source-files.js";

export type TabBench = {
  /** From the request to the first area standing on the screen, with the processor slowed down four times. */
  readonly firstViewMs: readonly number[];
  /** From a letter typed to the offices on the screen, as fast as the machine is. */
  readonly searchMs: number;
  readonly files: readonly { readonly file: string; readonly kB: number; readonly gzipKb: number }[];
};

const WHO = "Case Management Eschweiler";

/** The tab in Chromium on loopback. */
export async function benchTab(): Promise<TabBench> {
  const dataDir = await mkdtemp(join(tmpdir(), "kim-bench-tab-"));
  const bot = await serve({ DATA_DIR: dataDir, PORT: "0" }, () => {});
  const browser = await openBrowser();
  try {
    const tab = await openTab(browser, bot.url, WHO, { width: 1280, theme: "default", lang: "de" });
    const { page } = tab;
    const devtools = await page.context().newCDPSession(page);
    await devtools.send("Emulation.setCPUThrottlingRate", { rate: 4 });
    await devtools.send("Network.setCacheDisabled", { cacheDisabled: true });
    const firstViewMs: number[] = [];
    for (let i = 0; i < 5; i++) {
      await page.reload({ waitUntil: "commit" });
      await page.locator("h1").waitFor();
      firstViewMs.push(Math.round(await page.evaluate(() => performance.now())));
    }
    await devtools.send("Emulation.setCPUThrottlingRate", { rate: 1 });
    await tab.open("Zuständigkeit");
    const field = page.locator(".page fluent-text-input input");
    await field.fill("wohngeld eschweile");
    await page.locator(".office").first().waitFor();
    const searchMs = await page.evaluate(async () => {
      const input = document.querySelector(".page fluent-text-input")?.shadowRoot?.querySelector("input");
      const list = document.querySelector(".page .lines");
      if (!input || !list) throw new Error("the search is not there");
      const started = performance.now();
      const shown = new Promise<number>((resolve) => {
        new MutationObserver(() => resolve(performance.now() - started)).observe(list, {
          childList: true,
          subtree: true,
          characterData: true,
        });
      });
      input.value = "jugendamt baesweiler";
      input.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
      return shown;
    });
    await tab.close();
    return { firstViewMs, searchMs, files: await sizes() };
  } finally {
    await browser.close();
    await bot.close();
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function sizes() {
  const folder = join(root, "dist", "tab");
  const names = (await readdir(folder)).sort();
  return Promise.all(
    names.map(async (file) => {
      const bytes = await readFile(join(folder, file));
      const kB = (size: number) => Math.round(size / 100) / 10;
      return { file, kB: kB(bytes.length), gzipKb: kB(gzipSync(bytes, { level: 9 }).length) };
    }),
  );
}
