/**
 * Case ids stand in every subject: outside this machine mail goes through TLS or not at all, unless the operator
 * writes `?ignoreTLS=true` behind the URL. Throws a TypeError for a text that is no URL.
 */
export function needsTls(url: string): boolean {
  const { hostname, searchParams } = new URL(url);
  const loopback = hostname === "localhost" || hostname === "[::1]" || /^127(\.\d+){3}$/.test(hostname);
  return !loopback && searchParams.get("ignoreTLS") !== "true";
}
