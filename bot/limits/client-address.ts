import { BlockList, isIP } from "node:net";

/** Tells whose request it is, by who opened the connection and by the header X-Forwarded-For. */
export type ClientAddress = (peer: string, forwardedFor: string | undefined) => string;

/** Addresses and networks in CIDR form, comma separated. Undefined if one of them is neither. */
export function parseNetworks(list: string): readonly string[] | undefined {
  const networks = list
    .split(",")
    .map((one) => one.trim())
    .filter(Boolean);
  return networks.every(isNetwork) ? networks : undefined;
}

function isNetwork(written: string): boolean {
  const [address = "", prefix, more] = written.split("/");
  const version = isIP(address);
  if (version === 0 || more !== undefined) return false;
  return prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= (version === 4 ? 32 : 128));
}

/**
 * Behind proxies of our own it is the address that the outermost of them wrote into X-Forwarded-For (the last one
 * that is none of ours); whoever else comes may write there what they like. Without `proxies` the header is not read.
 */
export function clientAddress(proxies: readonly string[]): ClientAddress {
  const ours = new BlockList();
  for (const network of proxies) {
    const [address = "", prefix] = network.split("/");
    const family = isIP(address) === 6 ? "ipv6" : "ipv4";
    ours.addSubnet(address, prefix === undefined ? (family === "ipv6" ? 128 : 32) : Number(prefix), family);
  }
  const isOurs = (address: string) => ours.check(address, isIP(address) === 6 ? "ipv6" : "ipv4");
  return (peer, forwardedFor) => {
    let address = inPlainForm(peer);
    for (const before of (forwardedFor ?? "").split(",").toReversed()) {
      const next = inPlainForm(before.trim());
      if (isIP(address) === 0 || !isOurs(address) || isIP(next) === 0) break;
      address = next;
    }
    return networkOf(address);
  };
}

/** An IPv4 address may come in the dress of IPv6. */
function inPlainForm(address: string): string {
  return /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address;
}

/** One household or office has a whole /64 of IPv6. */
function networkOf(address: string): string {
  return isIP(address) === 6 ? `${expanded(address).slice(0, 4).join(":")}::/64` : address;
}

/** The eight groups of an IPv6 address, without leading zeros. */
function expanded(address: string): readonly string[] {
  const [left = "", right] = address.replace(/%.*$/, "").toLowerCase().split("::");
  const groups = (part: string) => part.split(":").filter(Boolean);
  const [before, after] = [groups(left), groups(right ?? "")];
  const zeros = right === undefined ? 0 : Math.max(0, 8 - before.length - after.length);
  return [...before, ...Array.from({ length: zeros }, () => "0"), ...after].map((group) =>
    group.replace(/^0+(?=.)/, ""),
  );
}
