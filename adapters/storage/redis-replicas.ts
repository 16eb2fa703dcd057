import type { RedisClient } from "./redis-client.js";

/** ms. A replica in the same house has a commit within a few; while one is waited for, the connection does nothing else. */
const PATIENCE_MS = 1000;

/** The server did it, but too few replicas have it yet: a failover could still take it back. */
export class TooFewReplicas extends Error {}

/**
 * Waits until so many replicas have all that the server did so far, this request's effect or what it found included.
 * @throws TooFewReplicas
 */
export async function onReplicas(client: RedisClient, replicas: number): Promise<void> {
  if (replicas === 0) return;
  const copies = Number(await client.call("WAIT", replicas, PATIENCE_MS));
  if (copies < replicas) throw new TooFewReplicas(`only ${copies} of ${replicas} replicas have it`);
}
