export type HostPort = { readonly host: string; readonly port: number };

type Login = { readonly username?: string; readonly password?: string; readonly tls: boolean };

/** `replicas`: so many must have a commit before it counts as done. */
type Copies = { readonly replicas?: number };

/** Where a Redis is, as an address names it. */
export type RedisPlace = Login &
  (
    | ({ readonly kind: "single"; readonly db: number } & HostPort & Copies)
    | ({ readonly kind: "socket"; readonly path: string; readonly db: number } & Copies)
    | ({
        readonly kind: "sentinel";
        readonly sentinels: readonly HostPort[];
        readonly master: string;
        readonly db: number;
        readonly sentinelPassword?: string;
      } & Copies)
    | { readonly kind: "cluster"; readonly nodes: readonly HostPort[] }
  );

const SHAPE =
  /^(?<scheme>rediss?(?:\+sentinel|\+cluster)?|redis\+unix):\/\/(?:(?<login>[^@/]*)@)?(?<hosts>[^/?]*)(?<path>\/[^?]*)?(?:\?(?<query>.*))?$/;

/**
 * Reads an address of Redis:
 *
 *     redis://[user:password@]host[:6379][/db]              rediss:// with TLS
 *     redis+sentinel://[user:password@]h1[:26379],h2/master[/db][?sentinelPassword=…]
 *     redis+cluster://[user:password@]h1[:6379],h2
 *     redis+unix:///path/to/socket[?db=0]
 *
 * Behind any of them but a cluster's, `?replicas=1`: nothing is called saved before so many replicas have it, so that
 * a failover takes back nothing that anybody was told.
 *
 * Several hosts in one address are more than WHATWG URL can parse.
 * @throws Error in German that says what an address looks like; it never repeats the password.
 */
export function parseRedisUrl(url: string): RedisPlace {
  const groups = SHAPE.exec(url)?.groups;
  if (!groups) throw unusable("Form");
  const { scheme = "", login = "", hosts = "", path = "" } = groups;
  const query = new URLSearchParams(groups.query ?? "");
  const colon = login.indexOf(":");
  const username = decode(colon < 0 ? login : login.slice(0, colon));
  const password = colon < 0 ? "" : decode(login.slice(colon + 1));
  const common: Login = {
    tls: scheme.startsWith("rediss"),
    ...(username && { username }),
    ...(password && { password }),
  };
  const replicas = replicasIn(query.get("replicas") ?? "0");
  const copies = replicas > 0 ? { replicas } : {};
  const parts = path.split("/").slice(1).map(decode);
  if (scheme === "redis+unix") {
    if (path.length < 2) throw unusable("Pfad des Sockets");
    return { ...common, ...copies, kind: "socket", path: decode(path), db: database(query.get("db") ?? "0") };
  }
  if (scheme.endsWith("+cluster")) {
    if (replicas > 0) throw unusable("replicas, das gibt es bei einem Cluster nicht");
    return { ...common, kind: "cluster", nodes: hostList(hosts, 6379) };
  }
  if (scheme.endsWith("+sentinel")) {
    const [master = "", db = "0"] = parts;
    if (master === "") throw unusable("Name des Masters");
    const sentinelPassword = query.get("sentinelPassword");
    return {
      ...common,
      ...copies,
      kind: "sentinel",
      sentinels: hostList(hosts, 26379),
      master,
      db: database(db || "0"),
      ...(sentinelPassword && { sentinelPassword }),
    };
  }
  const [first, ...more] = hostList(hosts, 6379);
  if (!first || more.length > 0) throw unusable("genau ein Rechner");
  return { ...common, ...copies, kind: "single", ...first, db: database(parts[0] || "0") };
}

function hostList(hosts: string, defaultPort: number): readonly HostPort[] {
  return hosts.split(",").map((text) => {
    const match = /^(?:\[(?<v6>[0-9a-fA-F:.]+)\]|(?<name>[^:[\]]+))(?::(?<port>\d{1,5}))?$/.exec(text.trim());
    const host = match?.groups?.v6 ?? match?.groups?.name;
    const port = Number(match?.groups?.port ?? defaultPort);
    if (!host || port < 1 || port > 65535) throw unusable("Rechner und Port");
    return { host, port };
  });
}

function database(text: string): number {
  if (!/^\d{1,4}$/.test(text)) throw unusable("Nummer der Datenbank");
  return Number(text);
}

function replicasIn(text: string): number {
  if (!/^\d$/.test(text)) throw unusable("Zahl der Repliken");
  return Number(text);
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw unusable("Prozentzeichen");
  }
}

function unusable(what: string): Error {
  return new Error(
    `Die Redis-Adresse ist nicht lesbar (${what}). Beispiele: redis://rechner:6379, ` +
      "rediss://benutzer:kennwort@rechner, redis+sentinel://r1:26379,r2:26379/mymaster, redis+cluster://r1,r2",
  );
}
