import type { AddressInfo } from "node:net";
import { createServer, type Request, type Response } from "restify";
import type { FrontDoor } from "../../bot/turn/front-door.js";
import type { HttpRoute, RefusedTokens } from "../../bot/turn/http-route.js";
import type { IncomingEvent, Locale } from "../../dialogs/event.js";
import type { Reply } from "../../dialogs/reply.js";
import { type AuthenticationSources, type Credentials, createAuthentication } from "./authentication.js";
import { createConnector } from "./connector.js";
import { drain, listen, onlyThisMachine } from "./listening.js";
import { toMessage } from "./message.js";
import { messagesEndpoint } from "./messages-endpoint.js";
import { addPages, respond } from "./pages.js";
import { parseReference } from "./reference.js";
import { secureHeaders } from "./secure-headers.js";
import type { ServerLog } from "./server-log.js";
import { TeamsAdapter } from "./teams-adapter.js";
import { isLoopback, type ServiceUrlPolicy, trustedServiceUrl, trustLoopback, trustTeams } from "./trust.js";

export type TeamsServerOptions = {
  /** 0 takes a free one. */
  readonly port: number;
  readonly host: string;
  /** `null` is demo mode: nobody is authenticated, so only this machine is let in and answered. */
  readonly credentials: Credentials | null;
  readonly handle: FrontDoor;
  /** Default: every token is looked at. */
  readonly tokens?: RefusedTokens;
  /** What to say when `handle` rejects. */
  readonly failure: (event: IncomingEvent | undefined) => Reply;
  readonly routes: readonly HttpRoute[];
  readonly log: ServerLog;
  /** People reach it over TLS only: browsers are told to keep to that. */
  readonly https?: boolean;
  /** Of an activity. Default 256 KiB. */
  readonly maxBodyBytes?: number;
  /** Until a request has come in whole. Default 15 s. */
  readonly patienceMs?: number;
  /** Speaks this language to everybody. The Agents Playground reports en-US whoever sits before it. */
  readonly locale?: Locale;
  /** Where answers may go. Default: this machine in demo mode, else the Teams cloud. */
  readonly trustServiceUrl?: ServiceUrlPolicy;
  /** For tests: other sources of keys and tokens than Microsoft's. */
  readonly authenticationSources?: AuthenticationSources;
};

export type TeamsServer = {
  readonly url: string;
  readonly port: number;
  /** Takes no more requests, lets those under way end, and closes. After ten seconds it stops waiting. */
  close(): Promise<void>;
  /**
   * Sends without being asked, to where the `reference` of an earlier event points.
   * @returns the ids of the new activities, in order
   * @throws DeliveryError; replies before the failed one were sent
   */
  send(reference: string, replies: readonly Reply[]): Promise<readonly string[]>;
  /** Replaces an earlier message. @throws DeliveryError */
  update(reference: string, activityId: string, reply: Reply): Promise<void>;
};

/**
 * The bot's HTTP server: `POST /api/messages` for Teams, and the given pages.
 * @throws if it can't listen, or if demo mode would be reachable from elsewhere
 */
export async function startTeamsServer(options: TeamsServerOptions): Promise<TeamsServer> {
  const { credentials, log } = options;
  const demo = credentials === null;
  if (demo && !isLoopback(options.host)) {
    throw new Error(
      `Without MicrosoftAppId nobody is authenticated, so the bot listens on this machine only. Set HOST to 127.0.0.1 (it is "${options.host}"), or set MicrosoftAppId, MicrosoftAppPassword and MicrosoftAppTenantId.`,
    );
  }
  const trust = options.trustServiceUrl ?? (demo ? trustLoopback : trustTeams);
  const authentication = createAuthentication(credentials, options.authenticationSources);
  const connector = createConnector({ token: authentication.token });
  const adapter = new TeamsAdapter(authentication, connector, credentials?.appId ?? "");

  const server = createServer({ name: "" });
  server.pre(secureHeaders(options.https ?? false));
  if (demo) server.pre(onlyThisMachine(log));
  const receive = messagesEndpoint({ ...options, demo, trust, authentication, adapter });
  server.post("/api/messages", async (request: Request, response: Response) => {
    respond(response, await receive(request));
  });
  addPages(server, options.routes, log);
  await listen(server, options.port, options.host, options.patienceMs);

  const { port } = server.address() as AddressInfo;
  const conversation = (reference: string) => {
    const parsed = parseReference(reference);
    if (trustedServiceUrl(trust, parsed.serviceUrl) === undefined) {
      throw new Error("The reference points to a service URL that is not trusted.");
    }
    return parsed;
  };
  return {
    url: `http://${options.host.includes(":") ? `[${options.host}]` : options.host}:${port}`,
    port,
    close: async () => {
      await drain(server);
      connector.close();
    },
    send: async (reference, replies) => {
      const ids: string[] = [];
      await adapter.begin(conversation(reference), async (channel) => {
        for (const reply of replies) ids.push(await channel.send(toMessage(reply)));
      });
      return ids;
    },
    update: async (reference, activityId, reply) =>
      adapter.begin(conversation(reference), (channel) => channel.update(activityId, toMessage(reply))),
  };
}
