/** From this share of maxmemory on somebody should act. */
const FULL = 0.85;

/**
 * What an operator should know about the Redis that is used, in German; nothing of it stops the program.
 * `info` is the answer of INFO: it needs no more rights than the program has, unlike CONFIG.
 */
export function warningsFrom(
  info: string,
  appendfsync: string | undefined,
  replicas: number,
): readonly string[] {
  const value = (name: string) => new RegExp(`^${name}:(.*?)\\r?$`, "m").exec(info)?.[1];
  const warnings: string[] = [];
  if (value("aof_enabled") === "0") {
    warnings.push(
      "Redis schreibt kein Protokoll auf die Platte (appendonly no): Nach einem Absturz des Servers fehlen " +
        "Daten, die schon bestätigt waren. Bitte in redis.conf „appendonly yes“ und „appendfsync always“ setzen.",
    );
  } else if (appendfsync !== undefined && appendfsync !== "always") {
    warnings.push(
      `Redis sichert sein Protokoll nicht bei jedem Schreiben (appendfsync ${appendfsync}): Bei einem ` +
        "Stromausfall kann die letzte Sekunde fehlen. Bitte „appendfsync always“ setzen.",
    );
  }
  const policy = value("maxmemory_policy");
  if (value("maxmemory") !== "0" && policy !== undefined && policy !== "noeviction") {
    warnings.push(
      `Redis wirft Daten weg, wenn der Speicher voll ist (maxmemory-policy ${policy}). ` +
        "Bitte in redis.conf „maxmemory-policy noeviction“ setzen.",
    );
  }
  const [used, most] = [Number(value("used_memory") ?? 0), Number(value("maxmemory") ?? 0)];
  if (most > 0 && used > most * FULL) {
    warnings.push(
      `Der Speicher von Redis ist zu ${Math.round((used / most) * 100)} % voll: Ist er ganz voll, wird nichts mehr ` +
        "angenommen. Bitte maxmemory erhöhen.",
    );
  }
  const connected = Number(value("connected_slaves") ?? 0);
  if (connected < replicas) {
    warnings.push(
      `REDIS_URL verlangt ${replicas} Repliken (replicas), verbunden sind ${connected}: Bis es genug sind, kann der ` +
        "Bot nicht zusagen, dass etwas gespeichert ist. Bitte die Repliken starten.",
    );
  } else if (connected > 0 && replicas === 0) {
    warnings.push(
      "Redis bestätigt, bevor die Replik es hat: Nach einem Wechsel des Masters können die letzten " +
        "Schreibvorgänge fehlen. Bitte „?replicas=1“ an REDIS_URL anhängen, dann wartet der Bot auf die Replik, und " +
        "„min-replicas-to-write 1“ in redis.conf setzen, das hält einen abgetrennten Master an.",
    );
  }
  return warnings;
}
