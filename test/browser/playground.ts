import { type Browser, chromium, type Locator, type Page, type WebSocket } from "playwright-core";

/**
 * A person before the Microsoft 365 Agents Playground, in Chromium: reads and types what is on the screen.
 *
 *     const browser = await openBrowser();
 *     const playground = await openPlayground(browser, "http://localhost:56150");
 *     await playground.say("Neuer Fall: Familie, 5 Personen, Eschweiler, Kita");
 *     await playground.fill("Personen im Haushalt", 5);
 *     const answer = await playground.press("Anlegen");
 *     await playground.screenshot("docs/screenshots/case.png");
 *
 * Nothing here sleeps: the Playground says over its own WebSocket when the bot has answered an activity, and
 * every step waits for that and for the screen to stand still.
 */
export type Playground = {
  /** Types a message and sends it. In a group or channel the bot is mentioned. Settles with the bot's last message. */
  say(text: string): Promise<string>;
  /** Presses a button on the last card that has it. Settles with the text of that card, or of what came after it. */
  press(title: string): Promise<string>;
  /** Presses a button that shows more of its card, on the last card that has it. */
  open(title: string): Promise<void>;
  /**
   * Fills the input with this label on the last card that has it: text, number, date (`YYYY-MM-DD`), the title of a
   * choice, several titles for a multiple choice, true or false for a toggle.
   */
  fill(label: string, value: string | number | boolean | readonly string[]): Promise<void>;
  /** Thumbs up or down under the bot's last message, with a comment. */
  rate(thumb: "Like" | "Dislike", comment: string): Promise<void>;
  /** Opens another conversation (the bot is installed there at the first time) by its name in the list on the left: "Personal Chat", the group's or channel's name. */
  openChat(name: string): Promise<void>;
  /** What the bot has said in this conversation, oldest first; a card is the text on it. */
  messages(): Promise<readonly string[]>;
  /** The last card of the conversation. */
  card(): Locator;
  /** The page as the person sees it, scrolled to the end of the conversation. */
  screenshot(path: string): Promise<void>;
  readonly page: Page;
  close(): Promise<void>;
};

const patienceMs = 30_000;

/** What the conversation has on the screen, as selectors. The Playground uses no frames and no shadow roots. */
const botMessage = ".fai-OutputCard";
const adaptiveCard = ".ac-adaptiveCard";
const personalChat = "Personal Chat";
const channelPost = ".fui-Card";
const messageBox = "[role=textbox][data-lexical-editor=true]";

/** Debian's Chromium, without anything that needs a screen or the internet. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.CHROMIUM_PATH || "/usr/bin/chromium",
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}

/** Opens the page and waits until the bot has answered its installation, which each opening brings anew. */
export async function openPlayground(
  browser: Browser,
  url: string,
  { width = 1280, height = 900 }: { readonly width?: number; readonly height?: number } = {},
): Promise<Playground> {
  const page = await browser.newPage({ viewport: { width, height } });
  page.setDefaultTimeout(patienceMs);
  page.setDefaultNavigationTimeout(3 * patienceMs);
  const answers = watchAnswers(page);
  // Fonts and decorations come from the internet; the page is whole without them.
  await page.route(
    ({ hostname }) => hostname !== "localhost" && hostname !== "127.0.0.1",
    (route) => route.abort(),
  );
  const installed = answers.next("conversationUpdate");
  await page.goto(url, { waitUntil: "domcontentloaded" });
  await page.locator(messageBox).waitFor();
  await installed.came;
  // The Playground's log is for whoever builds a bot; without it the conversation has the room it has in Teams.
  await page.getByTitle("Hide log panel").click();
  await standsStill(page);

  let chat = personalChat;
  const opened = new Set([personalChat]);
  const isChannel = () => page.getByRole("button", { name: "Post", exact: true }).isVisible();
  /** In a channel a post and the answers to it are one card, the newest on top, below the one for a new post. */
  const messages = async () =>
    (await isChannel())
      ? (await page.locator(channelPost).allInnerTexts()).slice(1).reverse()
      : page.locator(botMessage).allInnerTexts();
  const lastMessage = async () => (await messages()).at(-1) ?? "";
  /** Does something that sends an activity, and waits for what comes of it. */
  const answered = async (activity: string, act: () => Promise<void>): Promise<void> => {
    const answer = answers.next(activity);
    await act().catch((error: unknown) => {
      answer.cancel();
      throw error;
    });
    await answer.came;
    await standsStill(page);
  };

  return {
    page,
    say: async (text) => {
      const send = (await isChannel()) ? "Post" : "Send Message";
      await answered("message", async () => {
        await page.locator(messageBox).first().click();
        if (chat !== personalChat) await mentionBot(page);
        await page.keyboard.insertText(text);
        await page.getByRole("button", { name: send, exact: true }).click();
      });
      return lastMessage();
    },
    press: async (title) => {
      const before = (await messages()).length;
      const index = await lastCardWith(page, title);
      if (index < 0) throw new Error(`No card has a button "${title}".`);
      const card = page.locator(adaptiveCard).nth(index);
      const button = card.getByRole("button", { name: title, exact: true }).last();
      await answered("message|invoke", () => button.click());
      const after = await messages();
      if (after.length > before) return after.at(-1) ?? "";
      const [text = ""] = await card.allInnerTexts();
      return text;
    },
    open: async (title) => {
      const card = page.locator(adaptiveCard).nth(await lastCardWith(page, title));
      await card.getByRole("button", { name: title, exact: true }).last().click();
      await standsStill(page);
    },
    fill: async (label, value) => {
      await fillField(
        page,
        page
          .locator(`${adaptiveCard} label`)
          .filter({ hasText: exactly(label) })
          .last(),
        value,
      );
    },
    rate: async (thumb, comment) => {
      await page.getByRole("button", { name: thumb, exact: true }).last().click();
      const dialog = page.getByRole("dialog");
      await dialog.getByRole("textbox").fill(comment);
      await answered("invoke", () => dialog.getByRole("button", { name: "Submit" }).click());
      await dialog.getByRole("button", { name: "Close" }).click();
    },
    openChat: async (name) => {
      const chatInList = page.getByRole("treeitem", { name: new RegExp(`(?:^| - )${escaped(name)}$`) });
      if (opened.has(name)) {
        await chatInList.click();
        await standsStill(page);
      } else await answered("conversationUpdate", () => chatInList.click());
      opened.add(name);
      chat = name;
    },
    messages,
    card: () => page.locator(adaptiveCard).last(),
    screenshot: async (path) => {
      const post = await isChannel();
      await page
        .locator(post ? channelPost : botMessage)
        .nth(post ? 1 : -1)
        .scrollIntoViewIfNeeded();
      await page.screenshot({ path });
    },
    close: () => page.close(),
  };
}

type Answers = {
  /** The next activity of one of these types that the bot answers. Rejects if it does so with an error, or not at all. */
  next(activities: string): { readonly came: Promise<void>; cancel(): void };
};

/** Listens to what the Playground tells its page of the bot's answers. */
function watchAnswers(page: Page): Answers {
  const waiting = new Set<{ readonly activities: RegExp; readonly done: (status: number) => void }>();
  page.on("websocket", (socket: WebSocket) => {
    socket.on("framereceived", ({ payload }) => {
      const answer = readAnswer(payload.toString());
      if (answer === undefined) return;
      for (const waiter of waiting) {
        if (!waiter.activities.test(answer.activity)) continue;
        waiting.delete(waiter);
        return waiter.done(answer.status);
      }
    });
  });
  return {
    next: (activities) => {
      let cancel = () => {};
      const came = new Promise<void>((answered, failed) => {
        const done = (status: number) => {
          clearTimeout(timer);
          if (status < 300) answered();
          else failed(new Error(`The bot answered a ${activities} with ${status}.`));
        };
        const waiter = { activities: new RegExp(`^(?:${activities})$`), done };
        const timer = setTimeout(() => {
          waiting.delete(waiter);
          failed(new Error(`The bot did not answer a ${activities} within ${patienceMs} ms.`));
        }, patienceMs);
        cancel = () => {
          waiting.delete(waiter);
          clearTimeout(timer);
        };
        waiting.add(waiter);
      });
      return { came, cancel };
    },
  };
}

type LogFrame = {
  readonly log?: {
    readonly to?: string;
    readonly activityName?: string;
    readonly response?: { readonly statusCode?: number };
  };
};

/** The entry of the Playground's log panel about an activity that the bot has answered. */
function readAnswer(frame: string): { readonly activity: string; readonly status: number } | undefined {
  try {
    const { log } = JSON.parse(frame) as LogFrame;
    const status = log?.response?.statusCode;
    if (log?.to !== "User Application" || status === undefined) return undefined;
    return { activity: log.activityName ?? "", status };
  } catch {
    return undefined;
  }
}

/** Settles when nothing on the page has changed for a moment, at most after five seconds. */
async function standsStill(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((still) => {
        const end = () => {
          observer.disconnect();
          clearTimeout(quiet);
          clearTimeout(last);
          still();
        };
        let quiet = setTimeout(end, 250);
        const last = setTimeout(end, 5_000);
        const observer = new MutationObserver(() => {
          clearTimeout(quiet);
          quiet = setTimeout(end, 250);
        });
        observer.observe(document.body, { subtree: true, childList: true, characterData: true });
      }),
  );
}

function lastCardWith(page: Page, title: string): Promise<number> {
  return page
    .locator(adaptiveCard)
    .evaluateAll(
      (cards, wanted) =>
        cards.findLastIndex((card) =>
          [...card.querySelectorAll("button")].some((button) => button.textContent?.trim() === wanted),
        ),
      title,
    );
}

/** `for` of an input's label names the input, or the group of its choices. */
async function fillField(
  page: Page,
  label: Locator,
  value: string | number | boolean | readonly string[],
): Promise<void> {
  const field = page.locator(`[id="${await label.getAttribute("for")}"]`);
  const kind = await field.evaluate((element) =>
    element.closest(".fui-DatePicker") !== null
      ? "date"
      : (element.getAttribute("role") ?? element.getAttribute("type") ?? element.tagName),
  );
  if (typeof value === "boolean") return field.setChecked(value);
  if (typeof value === "object" || kind === "DIV") {
    const chosen = typeof value === "object" ? value : [String(value)];
    for (const title of chosen)
      await field.locator(`input[aria-label="${title.replaceAll('"', '\\"')}"]`).check();
    return;
  }
  if (kind === "combobox") {
    await field.click();
    await page.getByRole("option", { name: String(value), exact: true }).click();
    return;
  }
  await field.fill(String(value));
  // The date is taken over with Enter; the calendar, which hides the rest of the page, closes with Escape.
  if (kind === "date") await field.press("Enter");
  if (kind === "date") await page.keyboard.press("Escape");
}

/** The bot is the one member of a chat that the Playground draws with a picture and not with initials. */
async function mentionBot(page: Page): Promise<void> {
  await page.keyboard.type("@");
  const bot = page
    .locator("#typeahead-menu [role=menuitem]")
    .filter({ has: page.locator(".fui-Avatar svg") });
  await bot.first().click();
  await page.keyboard.type(" ");
}

function exactly(text: string): RegExp {
  return new RegExp(`^\\s*${escaped(text)}\\s*\\*?\\s*$`);
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
