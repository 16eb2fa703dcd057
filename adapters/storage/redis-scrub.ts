import { setTimeout as wait } from "node:timers/promises";
import type { Redis } from "ioredis";
import type { RedisConnection } from "./redis-connection.js";

const POLL_MS = 50;
const PATIENCE_MS = 60_000;
const BUSY = /^(?:aof_rewrite_in_progress|aof_rewrite_scheduled|rdb_bgsave_in_progress):1/m;

const FORBIDDEN =
  "Redis lässt das Neuschreiben seiner Dateien nicht zu: Bitte BGREWRITEAOF am Server ausführen, damit Gelöschtes auch dort verschwindet.";
const SLOW = "Redis schreibt seine Dateien noch neu; Gelöschtes verschwindet, wenn es damit fertig ist.";

/**
 * Redis keeps what was deleted in its log, and in the snapshot that the log begins with, until they are written
 * anew. Waits until they are.
 * @returns a German sentence if the server does not allow it or takes too long
 */
export async function rewriteFiles(connection: RedisConnection): Promise<string | undefined> {
  const until = Date.now() + PATIENCE_MS;
  for (const master of connection.masters()) {
    const problem = await rewriteOn(connection, master, until);
    if (problem) return problem;
  }
  return undefined;
}

async function rewriteOn(
  { ask }: RedisConnection,
  master: Redis,
  until: number,
): Promise<string | undefined> {
  const persistence = () => ask(() => master.info("persistence"));
  const idle = async () => {
    while (BUSY.test(await persistence())) {
      if (Date.now() > until) return false;
      await wait(POLL_MS);
    }
    return true;
  };
  for (;;) {
    // One that is under way may have begun before the deletion: ours comes after it.
    if (!(await idle())) return SLOW;
    const withLog = /^aof_enabled:1/m.test(await persistence());
    try {
      await ask(() => (withLog ? master.bgrewriteaof() : master.bgsave()));
      return (await idle()) ? undefined : SLOW;
    } catch (error) {
      // Somebody else was faster.
      const again =
        error instanceof Object && "message" in error && /in progress/.test(String(error.message));
      if (!again) return FORBIDDEN;
    }
  }
}
