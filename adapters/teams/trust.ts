/**
 * Whom we listen to and whom we call. Demo mode checks no token, so nothing that is not this machine may
 * reach it or be reached by it; with credentials the answers, which carry an access token, go to Teams only.
 */

const loopbackNames = new Set(["localhost", "ip6-localhost", "::1", "[::1]"]);

/** `localhost`, `::1` and all of 127.0.0.0/8, as a bind address, in a URL or in a Host header without its port. */
export function isLoopback(hostname: string): boolean {
  return loopbackNames.has(hostname.toLowerCase()) || /^127(\.\d{1,3}){3}$/.test(hostname);
}

/**
 * Whether a `Host` header (or the host of an `Origin`) names this machine. A page on the internet can point
 * its own name at 127.0.0.1 and then read our answers (DNS rebinding), but it can't choose the Host header.
 */
export function isLoopbackHost(header: string | undefined): boolean {
  if (header === undefined) return false;
  return isLoopback(header.replace(/:\d{1,5}$/, ""));
}

/** An `Origin` header is absent outside of browsers; inside, only pages of this machine may post to us. */
export function isLoopbackOrigin(header: string | undefined): boolean {
  if (header === undefined) return true;
  const url = URL.canParse(header) ? new URL(header) : undefined;
  return url !== undefined && isLoopback(url.hostname);
}

/** Decides whether answers may be sent to a service URL that an activity names. */
export type ServiceUrlPolicy = (url: URL) => boolean;

export const trustLoopback: ServiceUrlPolicy = (url) =>
  (url.protocol === "http:" || url.protocol === "https:") && isLoopback(url.hostname) && url.username === "";

/**
 * The public Teams cloud. Exact names: anybody can register a name under trafficmanager.net.
 * Source: Microsoft Learn, "Send proactive messages", service URLs by environment.
 */
const teamsHosts = new Set(["smba.trafficmanager.net", "smba.infra.gcc.teams.microsoft.com"]);

export const trustTeams: ServiceUrlPolicy = (url) =>
  url.protocol === "https:" && url.port === "" && url.username === "" && teamsHosts.has(url.hostname);

/** The URL if the policy allows it. */
export function trustedServiceUrl(policy: ServiceUrlPolicy, serviceUrl: string): URL | undefined {
  const url = URL.canParse(serviceUrl) ? new URL(serviceUrl) : undefined;
  return url !== undefined && policy(url) ? url : undefined;
}
