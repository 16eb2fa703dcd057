import type { Settings } from "../dialogs/turn.js";
import type { Config } from "./config.js";

/** What the flows know of the configuration. `listening`: where the server answers, once it does. */
export function settingsOf(
  config: Config,
  found: Pick<Settings, "consentTexts" | "mail" | "calendars"> & {
    readonly listening: () => string | undefined;
  },
): Settings {
  const { listening, ...rest } = found;
  return {
    ...rest,
    publicUrl: () => config.publicUrl?.replace(/\/$/, "") ?? (config.demo ? listening() : undefined),
    ...(config.directoryKeeper ? { directoryKeeper: config.directoryKeeper } : {}),
    ...(config.knowledgeKeeper ? { knowledgeKeeper: config.knowledgeKeeper } : {}),
    demo: config.demo,
    botId: `28:${config.credentials?.appId ?? "kim-assistent"}`,
    staleAfterDays: config.staleAfterDays,
    channel: config.graph ? "graph" : "mail",
    sendDelayMs: config.sendDelaySeconds * 1000,
    conferenceHours: config.conferenceHours,
    mailDomain: config.mailFrom.slice(config.mailFrom.indexOf("@") + 1),
  };
}
