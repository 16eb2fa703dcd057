import type { Browser, FrameLocator, Page } from "playwright-core";

const PUBLIC_URL = "https://kim.example.org";

export type TeamsAround = {
  readonly page: Page;
  readonly tab: FrameLocator;
  readonly changeTheme: (theme: "default" | "dark" | "contrast") => Promise<void>;
  /** Links of Teams that the tab asked to follow. */
  readonly followed: () => Promise<readonly string[]>;
  /** How often Teams was asked for a token. */
  readonly tokensGiven: () => Promise<number>;
  readonly close: () => Promise<void>;
};

export type TeamsOptions = {
  readonly person: string;
  readonly width?: number;
  readonly subPageId?: string;
  readonly meetingChat?: string;
  /** What the tab is given as tokens, one after the other, the last again and again. Only "good" is accepted. */
  readonly tokens?: readonly string[];
};

/**
 * The tab in a frame of Teams, as far as the tab sees it: the messages of @microsoft/teams-js and their answers. The bot
 * is in demo mode: on the way a good token becomes the person, any other stays what it is and is refused.
 */
export async function teamsAround(
  browser: Browser,
  botUrl: string,
  { person, width = 1280, subPageId = "", meetingChat, tokens = ["good"] }: TeamsOptions,
): Promise<TeamsAround> {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    timezoneId: "Europe/Berlin",
  });
  const page = await context.newPage();
  const known = {
    theme: "default",
    locale: "de-de",
    subEntityId: subPageId,
    frameContext: meetingChat === undefined ? "content" : "sidePanel",
    ...(meetingChat === undefined ? {} : { chatId: meetingChat }),
  };
  await page.route("https://teams.microsoft.com/**", (route) =>
    route.fulfill({ contentType: "text/html", body: hostPage(known, tokens) }),
  );
  // As behind a reverse proxy: a page of the internet may not look into this machine.
  await page.route(`${PUBLIC_URL}/**`, async (route) => {
    const { origin: _origin, referer: _referer, ...headers } = route.request().headers();
    const { pathname, search } = new URL(route.request().url());
    const authorization = headers.authorization === "Bearer good" ? `Demo ${person}` : headers.authorization;
    const response = await route.fetch({
      url: `${botUrl}${pathname}${search}`,
      headers: { ...headers, ...(authorization ? { authorization } : {}) },
    });
    return route.fulfill({ response });
  });
  await page.goto("https://teams.microsoft.com/tab");
  return {
    page,
    tab: page.frameLocator("iframe"),
    changeTheme: (theme) =>
      page.evaluate((name) => (window as unknown as Host).tell("themeChange", [name]), theme),
    followed: () => page.evaluate(() => (window as unknown as Host).followed),
    tokensGiven: () => page.evaluate(() => (window as unknown as Host).given),
    close: async () => {
      await page.unrouteAll({ behavior: "ignoreErrors" });
      await context.close();
    },
  };
}

type Host = {
  readonly tell: (func: string, args: readonly unknown[]) => void;
  readonly followed: readonly string[];
  readonly given: number;
};

function hostPage(known: object, tokens: readonly string[]): string {
  return `<!doctype html><html lang="de"><title>Teams</title>
<style>html, body, iframe { margin: 0; border: 0; width: 100%; height: 100%; display: block; }</style>
<iframe title="KIM" src="${PUBLIC_URL}/tab/"></iframe>
<script>
const tokens = ${JSON.stringify(tokens)};
const frame = document.querySelector("iframe");
window.given = 0;
window.followed = [];
window.tell = (func, args) => frame.contentWindow.postMessage({ func, args }, "*");
const supports = { app: {}, pages: {}, appInstallDialog: {} };
const answers = {
  initialize: () => ["content", "web", JSON.stringify({ apiVersion: 4, isLegacyTeams: false, supports }), "2.58.0"],
  getContext: () => [${JSON.stringify(known)}],
  "authentication.getAuthToken": () => [true, tokens[Math.min(window.given++, tokens.length - 1)]],
  executeDeepLink: ([url]) => { window.followed.push(url); return [true]; },
  "app.openLink": ([url]) => { window.followed.push(url); return [true]; },
};
addEventListener("message", ({ data, source }) => {
  const answer = answers[data.func];
  if (answer) source.postMessage({ id: data.id, uuid: data.uuid, uuidAsString: data.uuidAsString, args: answer(data.args ?? []) }, "*");
});
</script></html>`;
}
