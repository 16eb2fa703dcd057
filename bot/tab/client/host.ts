/** Teams around the page, or a plain browser in demo mode: theme, language, where a link leads to, and the token. */
export type Theme = "default" | "dark" | "contrast";

export type Host = {
  readonly inTeams: boolean;
  readonly theme: Theme;
  readonly locale: "de" | "en";
  /** Where a deep link leads to: `case/K-7F3Q9`, `conference/K-7F3Q9.1`, `conferences` … */
  readonly target: string;
  /** Told of a link that is followed while the page is open. */
  readonly onTarget: (listener: (target: string) => void) => void;
  /** Id of the chat of the meeting beside which the page stands, "" if unknown; undefined in a tab of its own. */
  readonly meetingChat: string | undefined;
  /** Follows a link of Teams. */
  readonly openLink: (url: string) => void;
  readonly onTheme: (listener: (theme: Theme) => void) => void;
  /** A fresh SSO token; Teams keeps it and renews it by itself. */
  readonly token: () => Promise<string>;
  readonly ready: () => void;
};

/** A page outside Teams hears nothing; we do not wait for it. */
const TEAMS_MS = 1_500;

export async function findHost(): Promise<Host> {
  return window.parent === window ? browserHost() : ((await teamsHost()) ?? browserHost());
}

async function teamsHost(): Promise<Host | undefined> {
  const { app, authentication, FrameContexts } = await import("@microsoft/teams-js");
  try {
    await withinTime(app.initialize());
    const context = await withinTime(app.getContext());
    return {
      inTeams: true,
      theme: themeOf(context.app.theme),
      locale: context.app.locale.startsWith("de") ? "de" : "en",
      target: context.page.subPageId ?? "",
      // Teams opens the page anew for each link.
      onTarget: () => {},
      meetingChat:
        context.page.frameContext === FrameContexts.sidePanel ? (context.chat?.id ?? "") : undefined,
      openLink: (url) => void app.openLink(url),
      onTheme: (listener) => app.registerOnThemeChangeHandler((theme) => listener(themeOf(theme))),
      token: () => authentication.getAuthToken(),
      ready: () => app.notifySuccess(),
    };
  } catch {
    return undefined;
  }
}

function browserHost(): Host {
  const asked = new URLSearchParams(location.search);
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const byBrowser = (): Theme => (dark.matches ? "dark" : "default");
  const wanted = asked.get("theme");
  return {
    inTeams: false,
    theme: wanted ? themeOf(wanted) : byBrowser(),
    locale: (asked.get("lang") ?? navigator.language).startsWith("en") ? "en" : "de",
    target: linked(),
    onTarget: (listener) => addEventListener("hashchange", () => listener(linked())),
    meetingChat: asked.has("meeting") ? (asked.get("meeting") ?? "") : undefined,
    openLink: (url) => void window.open(url, "_blank", "noopener"),
    onTheme: (listener) => {
      if (!wanted) dark.addEventListener("change", () => listener(byBrowser()));
    },
    token: () => Promise.reject(new Error("outside Teams there is no token")),
    ready: () => {},
  };
}

function linked(): string {
  return location.hash.slice(1);
}

function themeOf(name: string): Theme {
  return name === "dark" || name === "contrast" ? name : "default";
}

function withinTime<T>(work: Promise<T>): Promise<T> {
  return Promise.race([
    work,
    new Promise<never>((_, reject) => setTimeout(() => reject(new Error("Teams does not answer")), TEAMS_MS)),
  ]);
}
