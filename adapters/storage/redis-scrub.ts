import { setTimeout as wait } from "node:timers/promises";
import type { RedisConnection } from "./redis-connection.js";

const POLL_MS = 50;
const PATIENCE_MS = 60_000;

/**
 * Redis keeps what was deleted in its log, and in the snapshot that the log begins with, until they are written
 * anew. Waits until they are.
 * @returns a German sentence if the server does not allow it or takes too long
 */
export async function rewriteFiles({ ask, masters }: RedisConnection): Promise<string | undefined> {
  for (const master of masters()) {
    const persistence = () => ask(() => master.info("persistence"));
    const withLog = /^aof_enabled:1/m.test(await persistence());
    try {
      await ask(() => (withLog ? master.bgrewriteaof() : master.bgsave()));
    } catch {
      return "Redis lässt das Neuschreiben seiner Dateien nicht zu: Bitte BGREWRITEAOF am Server ausführen, damit Gelöschtes auch dort verschwindet.";
    }
    const until = Date.now() + PATIENCE_MS;
    const busy = /^(?:aof_rewrite_in_progress|aof_rewrite_scheduled|rdb_bgsave_in_progress):1/m;
    while (busy.test(await persistence())) {
      if (Date.now() > until)
        return "Redis schreibt seine Dateien noch neu; Gelöschtes verschwindet, wenn es damit fertig ist.";
      await wait(POLL_MS);
    }
  }
  return undefined;
}
