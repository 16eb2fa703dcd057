/**
 * Our server with a front door that echoes and keeps nothing: the ceiling of what the whole bot can reach.
 * A process of its own; listens on PORT.
 */
import { startTeamsServer } from "../../../adapters/teams/server.js";

await startTeamsServer({
  port: Number(process.env.PORT),
  host: "127.0.0.1",
  credentials: null,
  handle: async ({ content }) => ({
    send: [{ place: "new", text: content.kind === "text" ? content.text : content.kind }],
    sent: () => undefined,
  }),
  failure: () => ({ place: "new", text: "failed" }),
  routes: [{ method: "GET", path: "/healthz", handle: async () => ({ status: 200, body: "ok" }) }],
  log: (entry) => {
    if (entry.what !== "turn") console.error(entry);
  },
});
