import { ConfigurationBotFrameworkAuthentication } from "botbuilder-core/lib/configurationBotFrameworkAuthentication.js";
import { ConfigurationServiceClientCredentialFactory } from "botbuilder-core/lib/configurationServiceClientCredentialFactory.js";
import type {
  AuthenticateRequestResult,
  ClaimsIdentity,
  ConnectorClient,
  ConnectorFactory,
  UserTokenClient,
} from "botframework-connector";
import { AuthenticationConstants } from "botframework-connector/lib/auth/authenticationConstants.js";
import type { Activity } from "botframework-schema";
import type { ParsedActivity } from "./activity.js";

/** The bot's registration. Client secrets and managed identities; both belong to one tenant. */
export type Credentials =
  | {
      readonly appType: "SingleTenant";
      readonly appId: string;
      readonly password: string;
      readonly tenantId: string;
    }
  | { readonly appType: "UserAssignedMSI"; readonly appId: string; readonly tenantId: string };

export type Authentication = {
  /** botbuilder's side of it, to be given to its adapter. */
  readonly framework: ConfigurationBotFrameworkAuthentication;
  /** Checks the token of a request against the activity in it. Never rejects, never takes longer than 5 s. */
  authenticate(activity: ParsedActivity, authorization: string): Promise<Verdict>;
  /** The token for calls to the channel; none in demo mode. */
  token(fresh: boolean): Promise<string | undefined>;
};

export type Verdict =
  | { readonly ok: true; readonly identity: AuthenticateRequestResult }
  | { readonly ok: false; readonly status: 401 | 403; readonly reason: string };

/** Where keys and tokens come from, if not from the public cloud. For tests. */
export type AuthenticationSources = {
  readonly openIdMetadataUrl?: string;
  readonly token?: (fresh: boolean) => Promise<string>;
};

/** Keys are fetched from the network without a deadline by botframework-connector. */
const deadlineMs = 5_000;

/**
 * `null` is demo mode, in which nobody is authenticated.
 * @throws if the credentials can't work; the message says which setting to mend
 */
export function createAuthentication(
  credentials: Credentials | null,
  sources: AuthenticationSources = {},
): Authentication {
  if (credentials !== null) check(credentials);
  const settings = credentials === null ? {} : botFrameworkSettings(credentials);
  const factory = new ConfigurationServiceClientCredentialFactory(settings);
  const framework = new SharedClients({ ...settings, ...publicCloud(sources) }, factory);

  const audience = AuthenticationConstants.ToChannelFromBotOAuthScope;
  const login = AuthenticationConstants.ToChannelFromBotLoginUrl;
  const appCredentials =
    credentials === null ? undefined : factory.createCredentials(credentials.appId, audience, login, true);
  // If this fails, it does so where the token is asked for.
  appCredentials?.catch(() => undefined);

  return {
    framework,
    authenticate: async (activity, authorization) => {
      // Other channels are validated by other keys, and Web Chat lets the sender choose the user id: a token
      // from there says nothing about who the person is.
      if (credentials !== null && activity.channelId !== "msteams") {
        return { ok: false, status: 403, reason: "the channel is not msteams" };
      }
      let identity: AuthenticateRequestResult;
      try {
        // The framework's type has every member that any channel may send; it reads two of them.
        const result = framework.authenticateRequest(activity as unknown as Activity, authorization);
        identity = await within(deadlineMs, result);
      } catch (error) {
        return { ok: false, status: 401, reason: error instanceof Error ? error.message : "unknown" };
      }
      if (credentials !== null && !isOfTenant(activity, credentials.tenantId)) {
        return { ok: false, status: 403, reason: "not from our tenant" };
      }
      return { ok: true, identity };
    },
    token: async (fresh) => {
      if (credentials === null) return undefined;
      if (sources.token !== undefined) return sources.token(fresh);
      const source = await appCredentials;
      return source !== undefined && "getToken" in source
        ? (source as { getToken(fresh: boolean): Promise<string> }).getToken(fresh)
        : undefined;
    },
  };
}

/** Every tenant that the activity names is ours, and it names one. */
function isOfTenant(activity: ParsedActivity, tenantId: string): boolean {
  const named = [activity.conversation.tenantId, activity.channelData?.tenant?.id].filter((id) => !!id);
  return named.length > 0 && named.every((id) => id?.toLowerCase() === tenantId.toLowerCase());
}

function check(credentials: Credentials): void {
  const missing = (name: string) =>
    new Error(`${name} is missing. Set it, or leave MicrosoftAppId empty for demo mode.`);
  // botbuilder takes an unknown type for MultiTenant without a word.
  if (credentials.appType !== "SingleTenant" && credentials.appType !== "UserAssignedMSI") {
    throw new Error("MicrosoftAppType must be SingleTenant or UserAssignedMSI.");
  }
  if (credentials.appId.trim() === "") throw missing("MicrosoftAppId");
  if (credentials.tenantId.trim() === "") throw missing("MicrosoftAppTenantId");
  if (credentials.appType === "SingleTenant" && credentials.password.trim() === "") {
    throw missing("MicrosoftAppPassword");
  }
}

function botFrameworkSettings(credentials: Credentials) {
  return {
    MicrosoftAppType: credentials.appType,
    MicrosoftAppId: credentials.appId,
    MicrosoftAppTenantId: credentials.tenantId,
    ...(credentials.appType === "SingleTenant" ? { MicrosoftAppPassword: credentials.password } : {}),
  };
}

/** botbuilder knows "everything as in the public cloud" or "all of it given", nothing in between. */
function publicCloud({ openIdMetadataUrl }: AuthenticationSources) {
  if (openIdMetadataUrl === undefined) return {};
  return {
    ToChannelFromBotLoginUrl: AuthenticationConstants.ToChannelFromBotLoginUrl,
    ToChannelFromBotOAuthScope: AuthenticationConstants.ToChannelFromBotOAuthScope,
    ToBotFromChannelTokenIssuer: AuthenticationConstants.ToBotFromChannelTokenIssuer,
    ToBotFromEmulatorOpenIdMetadataUrl: openIdMetadataUrl,
    ToBotFromChannelOpenIdMetadataUrl: openIdMetadataUrl,
  };
}

function within<T>(ms: number, promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("the signing keys did not arrive in time")), ms);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/**
 * botbuilder makes two service clients anew in each turn, which costs more than the rest of it together.
 * Ours are made once: the token client for the only app there is, the connector client once a service URL.
 */
class SharedClients extends ConfigurationBotFrameworkAuthentication {
  readonly #connectors = new Map<string, Promise<ConnectorClient>>();
  #tokenClient: Promise<UserTokenClient> | undefined;

  override async authenticateRequest(activity: Activity, header: string): Promise<AuthenticateRequestResult> {
    const result = await super.authenticateRequest(activity, header);
    const { connectorFactory } = result;
    if (connectorFactory !== undefined) result.connectorFactory = this.#shared(connectorFactory);
    return result;
  }

  override createConnectorFactory(identity: ClaimsIdentity): ConnectorFactory {
    return this.#shared(super.createConnectorFactory(identity));
  }

  override createUserTokenClient(identity: ClaimsIdentity): Promise<UserTokenClient> {
    this.#tokenClient ??= super.createUserTokenClient(identity);
    return this.#tokenClient;
  }

  #shared(factory: ConnectorFactory): ConnectorFactory {
    return {
      create: (serviceUrl: string, audience: string) => {
        const known = this.#connectors.get(serviceUrl);
        if (known !== undefined) return known;
        const made = factory.create(serviceUrl, audience);
        // Trusted service URLs are few; a bound all the same.
        if (this.#connectors.size >= 100) this.#connectors.clear();
        this.#connectors.set(serviceUrl, made);
        return made;
      },
    };
  }
}
