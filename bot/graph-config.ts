export type GraphConfig = {
  readonly tenantId: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly mailbox: string;
  readonly graphUrl?: string;
  readonly loginUrl?: string;
};

type GraphSettings = {
  readonly [name in
    | "GRAPH_MAILBOX"
    | "GRAPH_TENANT_ID"
    | "GRAPH_CLIENT_ID"
    | "GRAPH_CLIENT_SECRET"
    | "GRAPH_URL"
    | "GRAPH_LOGIN_URL"
    | "MicrosoftAppTenantId"
    | "MicrosoftAppId"
    | "MicrosoftAppPassword"]?: string | undefined;
};

/** A mailbox turns Graph on; what else it needs is the bot's own registration unless another is named. */
export function readGraphConfig(settings: GraphSettings, faults: string[]): GraphConfig | undefined {
  const mailbox = settings.GRAPH_MAILBOX;
  if (mailbox === undefined) return undefined;
  const tenantId = settings.GRAPH_TENANT_ID ?? settings.MicrosoftAppTenantId;
  const clientId = settings.GRAPH_CLIENT_ID ?? settings.MicrosoftAppId;
  const clientSecret = settings.GRAPH_CLIENT_SECRET ?? settings.MicrosoftAppPassword;
  const missing = [
    ...(tenantId ? [] : ["GRAPH_TENANT_ID"]),
    ...(clientId ? [] : ["GRAPH_CLIENT_ID"]),
    ...(clientSecret ? [] : ["GRAPH_CLIENT_SECRET"]),
  ];
  if (missing.length > 0) {
    faults.push(
      `GRAPH_MAILBOX ist gesetzt, es fehlt aber ${missing.join(", ")}: bitte eintragen, oder GRAPH_MAILBOX leer lassen.`,
    );
  }
  if (!tenantId || !clientId || !clientSecret) return undefined;
  return {
    tenantId,
    clientId,
    clientSecret,
    mailbox,
    ...(settings.GRAPH_URL ? { graphUrl: settings.GRAPH_URL } : {}),
    ...(settings.GRAPH_LOGIN_URL ? { loginUrl: settings.GRAPH_LOGIN_URL } : {}),
  };
}
