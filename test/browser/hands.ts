import type { Locator, Page } from "playwright-core";

/** What a hand can do to what is on the screen. */
export type Hand = {
  readonly press: (target: Locator) => Promise<void>;
  readonly type: (field: Locator, text: string) => Promise<void>;
  readonly tick: (box: Locator, ticked: boolean) => Promise<void>;
  readonly choose: (list: Locator, title: string) => Promise<void>;
  /** `day` as 2027-03-01. */
  readonly setDay: (field: Locator, day: string) => Promise<void>;
};

export function mouse(page: Page): Hand {
  return {
    press: (target) => target.click(),
    type: async (field, text) => {
      await field.click();
      await page.keyboard.press("Control+A");
      await page.keyboard.insertText(text);
    },
    tick: async (box, ticked) => box.setChecked(ticked),
    choose: async (list, title) => {
      await list.selectOption({ label: title });
    },
    setDay: (field, day) => field.fill(day),
  };
}

/** More stops than any view has: the Tab key goes round in circles, or somewhere there is a trap. */
const MOST_STOPS = 250;

/** Nothing but keys, from wherever the focus is. Rejects where the focus cannot be seen or does not get there. */
export function keyboard(page: Page): Hand {
  const goTo = async (target: Locator): Promise<void> => {
    const element = await target.elementHandle();
    if (!element) throw new Error(`Not on the screen: ${target}`);
    const path: string[] = [];
    for (let stop = 0; stop < MOST_STOPS; stop++) {
      const at = await element.evaluate(focusAndTarget);
      if (at.reached && stop > 0 && !at.visible) throw new Error(`The focus cannot be seen on ${at.name}`);
      if (at.reached) return;
      path.push(at.name);
      await page.keyboard.press(at.behind ? "Shift+Tab" : "Tab");
    }
    throw new Error(`The Tab key does not reach ${target}: ${path.slice(-40).join(" → ")}`);
  };
  return {
    press: async (target) => {
      await goTo(target);
      await page.keyboard.press("Enter");
    },
    type: async (field, text) => {
      await goTo(field);
      await page.keyboard.press("Control+A");
      await page.keyboard.insertText(text);
    },
    tick: async (box, ticked) => {
      await goTo(box);
      if ((await box.isChecked()) !== ticked) await page.keyboard.press("Space");
    },
    choose: async (list, title) => {
      await goTo(list);
      await page.keyboard.press("Home");
      const chosen = () =>
        list.evaluate((one) => (one as HTMLSelectElement).selectedOptions[0]?.textContent ?? "");
      for (let step = 0; (await chosen()) !== title; step++) {
        if (step > 50) throw new Error(`No choice "${title}"`);
        await page.keyboard.press("ArrowDown");
      }
    },
    setDay: async (field, day) => {
      await goTo(field);
      const [year = "", month = "", date = ""] = day.split("-");
      // The browser shows the parts of a date in the order of its own language.
      for (const parts of [
        [date, month, year],
        [month, date, year],
      ]) {
        await page.keyboard.type(parts.join(""));
        if ((await field.inputValue()) === day) return;
        for (const _ of parts) await page.keyboard.press("ArrowLeft");
      }
      throw new Error(`The day ${day} became ${await field.inputValue()}`);
    },
  };
}

/** Runs in the page: whether the focus is there, whether one sees it, and on which side of the target it is. */
function focusAndTarget(target: Element) {
  let active = document.activeElement ?? document.body;
  while (active.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  const host =
    active.getRootNode() instanceof ShadowRoot ? (active.getRootNode() as ShadowRoot).host : active;
  const { outlineStyle, outlineWidth } = getComputedStyle(active);
  const outlined = outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 1;
  const targetHost =
    target.getRootNode() instanceof ShadowRoot ? (target.getRootNode() as ShadowRoot).host : target;
  const place = host.compareDocumentPosition(targetHost);
  return {
    reached: active === target || host === target,
    // Fluent's own elements draw their mark inside of themselves.
    visible: outlined || host.localName.startsWith("fluent-"),
    behind: (place & Node.DOCUMENT_POSITION_PRECEDING) !== 0,
    name: `${host.localName} ${host.getAttribute("aria-label") ?? host.textContent?.trim().slice(0, 30) ?? ""}`,
  };
}
