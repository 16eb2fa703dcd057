import { createRemoteJWKSet } from "jose";
import { startTeamsServer } from "../../../adapters/teams/server.js";
import { identifyBySso } from "../../../adapters/teams/sso-token.js";
import { say } from "../../../bot/cards/notices.js";
import { readConfig } from "../../../bot/config.js";
import { knowledgeInMemory } from "../../../bot/knowledge-in-memory.js";
import { everyToken } from "../../../bot/limits/refused-tokens.js";
import { settingsOf } from "../../../bot/settings.js";
import { tabApi } from "../../../bot/tab/tab-api.js";
import { textsFor } from "../../../bot/texts/texts.js";
import { frontDoor } from "../../../bot/turn/handle-event.js";
import { startTokenIssuer } from "../../adapters/teams/token-issuer.js";
import { createWire, type Wire, wireTenant } from "../../wire/person.js";
import { type TabDoor, tabWith } from "../../wire/tab.js";
import type { Bot } from "../bot.js";

const appId = "22222222-2222-4222-8222-222222222222";

export type AuthenticatedBot = {
  readonly wire: Wire;
  /** What the tab can ask for, below `/tab/api/`. */
  readonly tabPaths: readonly string[];
  /** The tab as this person sees it, with a token of Teams. */
  readonly tabOf: (person: string, tenant?: string) => TabDoor;
  readonly close: () => Promise<void>;
};

/** The bot as it is in production, on the store of one in demo mode: everybody proves who they are. */
export async function startAuthenticatedBot(bot: Bot): Promise<AuthenticatedBot> {
  const { ledger } = bot;
  const issuer = await startTokenIssuer();
  const keys = createRemoteJWKSet(new URL(issuer.metadataUrl.replace("/metadata", "/keys")));
  const knowledge = knowledgeInMemory(ledger.store, ledger.keyring, bot.dataDir).both;
  const settings = settingsOf(
    readConfig({
      MicrosoftAppType: "SingleTenant",
      MicrosoftAppId: appId,
      MicrosoftAppPassword: "not-a-secret",
      MicrosoftAppTenantId: wireTenant,
      KIM_MASTER_KEY: Buffer.alloc(32, 1).toString("base64"),
      KIM_SEND_DELAY_SECONDS: "0",
    }),
    {
      consentTexts: [],
      mail: "files",
      calendars: async (_event, sources) => sources.map(() => ({ kind: "unknown" })),
      listening: () => undefined,
    },
  );
  const handle = frontDoor({
    ledger,
    knowledge,
    settings,
    sentMarks: { add: () => {}, has: async () => false, answersTo: async () => [], flush: async () => {} },
    cards: { add: () => {}, flush: async () => {} },
    models: { cleanPassages: true },
    log: () => {},
  });
  const routes = tabApi({
    ledger,
    knowledge,
    settings,
    handle,
    identify: identifyBySso({ appId, tenantId: wireTenant, host: "kim.example.org" }, keys),
    tokens: everyToken,
    log: () => {},
  });
  const server = await startTeamsServer({
    port: 0,
    host: "127.0.0.1",
    credentials: { appType: "SingleTenant", appId, password: "not-a-secret", tenantId: wireTenant },
    handle,
    failure: () => say(textsFor("de"), textsFor("de").errors.turnFailed),
    routes,
    log: () => {},
    trustServiceUrl: (url) => url.hostname === "127.0.0.1",
    authenticationSources: { openIdMetadataUrl: issuer.metadataUrl, token: async () => "outgoing" },
  });
  const seconds = (from: number) => Math.floor(Date.now() / 1000) + from;
  const wire = await createWire({
    botUrl: server.url,
    headers: ({ serviceUrl }) => {
      const claims = { iss: "https://api.botframework.com", aud: appId, serviceurl: serviceUrl };
      return {
        authorization: `Bearer ${issuer.token({ ...claims, nbf: seconds(-60), exp: seconds(3600) })}`,
      };
    },
  });
  return {
    wire,
    tabPaths: routes.map(({ path }) => path.replace("/tab/api/", "")),
    tabOf: (oid, tid = wireTenant) => {
      const iss = `https://login.microsoftonline.com/${tid}/v2.0`;
      const claims = { aud: appId, iss, tid, oid, scp: "access_as_user", exp: seconds(3600) };
      return tabWith(server.url, `Bearer ${issuer.token(claims)}`);
    },
    close: async () => {
      await wire.close();
      await server.close();
      await issuer.close();
    },
  };
}
