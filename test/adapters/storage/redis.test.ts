import { openRedisStore } from "../../../adapters/storage/redis.js";
import { contractSuite } from "./contract.js";
import { startRedis } from "./redis-server.js";

contractSuite("Redis", async () => {
  const { url, stop } = await startRedis();
  return { store: await openRedisStore({ url }), second: await openRedisStore({ url }), end: stop };
});
