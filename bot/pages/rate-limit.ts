/** Whether this address may come once more now. */
export type RateLimit = (address: string) => boolean;

const MINUTE_MS = 60_000;
/** More addresses than this in one minute are an attack; then the oldest are forgotten first. */
const MOST_ADDRESSES = 10_000;

/** At most `perMinute` requests of one address a minute, counted in this process. */
export function rateLimit(perMinute: number, clock: () => number): RateLimit {
  const seen = new Map<string, { since: number; count: number }>();
  return (address) => {
    const now = clock();
    const key = networkOf(address);
    const known = seen.get(key);
    if (known && now - known.since < MINUTE_MS) return ++known.count <= perMinute;
    seen.delete(key);
    seen.set(key, { since: now, count: 1 });
    for (const oldest of seen.keys()) {
      if (seen.size <= MOST_ADDRESSES) break;
      seen.delete(oldest);
    }
    return true;
  };
}

/** One household or office has a whole /64 of IPv6; an IPv4 address may come in the dress of IPv6. */
function networkOf(address: string): string {
  const ipv4 = /^(?:::ffff:)?(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  return ipv4 ?? address.split(":").slice(0, 4).join(":");
}

/**
 * Whose request it is. Behind a TLS proxy on this machine or in the same private network it is the one that the proxy
 * wrote last into X-Forwarded-For; what comes from anywhere else may write there what it likes.
 */
export function clientAddress(peer: string, forwardedFor: string | undefined): string {
  const last = forwardedFor?.split(",").at(-1)?.trim();
  return last && isNear(peer) ? last : peer;
}

/** This machine or a private network. */
export function isNear(peer: string): boolean {
  const ipv4 = peer.replace(/^::ffff:/i, "");
  return (
    ipv4 === "::1" ||
    /^(?:127|10)\.|^192\.168\.|^172\.(?:1[6-9]|2\d|3[01])\./.test(ipv4) ||
    /^f[cd]/i.test(peer)
  );
}
