import { Agent, createServer, request } from "node:http";
import type { AddressInfo } from "node:net";

/** What a run of turns took. `perSecond` is turns, latencies are ms from sending the activity to its answer. */
export type LoadResult = { readonly perSecond: number; readonly p50: number; readonly p95: number };

export type Load = {
  /** Sends `turns` messages in `conversations` conversations at once, each waiting for its answer. */
  run(port: number, conversations: number, turns: number): Promise<LoadResult>;
  close(): void;
};

/** What is said in the n-th turn of a conversation, and by whom. */
export type Said = { readonly person: string; readonly text: string };

/**
 * A load generator and the channel that answers go to, as lean as they can be: they share the machine with the
 * bot. Rejects if a turn is not answered with success, or if messages are missing in the end.
 */
export async function startLoad(
  said: string | ((conversation: number, turn: number) => Said),
): Promise<Load> {
  const say =
    typeof said === "string"
      ? (conversation: number) => ({ person: personOf(conversation), text: said })
      : said;
  let posted = 0;
  const channel = createServer((incoming, response) => {
    incoming.resume();
    incoming.on("end", () => {
      posted += 1;
      response.writeHead(201, { "content-type": "application/json" });
      response.end(`{"id":"1:${posted}"}`);
    });
  });
  channel.keepAliveTimeout = 60_000;
  await new Promise<void>((listening) => channel.listen(0, "127.0.0.1", listening));
  const serviceUrl = `http://127.0.0.1:${(channel.address() as AddressInfo).port}`;

  const turn = (agent: Agent, port: number, conversation: number, count: number): Promise<number> => {
    activities += 1;
    const body = JSON.stringify(activity(say(conversation, count), serviceUrl, activities));
    const begun = performance.now();
    return new Promise((done, failed) => {
      const headers = { "content-type": "application/json", "content-length": Buffer.byteLength(body) };
      const outgoing = request(
        { host: "127.0.0.1", port, path: "/api/messages", method: "POST", agent, headers },
        (incoming) => {
          incoming.resume();
          incoming.on("end", () => {
            if (incoming.statusCode === 200) done(performance.now() - begun);
            else failed(new Error(`A turn was answered with ${incoming.statusCode}.`));
          });
        },
      );
      outgoing.on("error", failed);
      outgoing.end(body);
    });
  };

  return {
    run: async (port, conversations, turns) => {
      const before = posted;
      // Connections of its own: one that rested since the last run may be closed while it is used.
      const agent = new Agent({ keepAlive: true });
      const latencies: number[] = [];
      let left = turns;
      const begun = performance.now();
      await Promise.all(
        Array.from({ length: conversations }, async (_, conversation) => {
          while (left > 0) {
            left -= 1;
            latencies.push(await turn(agent, port, conversation, left));
          }
        }),
      ).finally(() => agent.destroy());
      const seconds = (performance.now() - begun) / 1_000;
      if (posted - before < turns)
        throw new Error(`${turns} turns, but only ${posted - before} messages came.`);
      latencies.sort((a, b) => a - b);
      const at = (share: number) => latencies[Math.min(turns - 1, Math.floor(turns * share))] ?? Number.NaN;
      return { perSecond: turns / seconds, p50: at(0.5), p95: at(0.95) };
    },
    close: () => {
      channel.close();
      channel.closeAllConnections();
    },
  };
}

const run = Math.random().toString(36).slice(2);
/** Of all loads of this process: an id that comes again is a redelivery. */
let activities = 0;

function personOf(conversation: number): string {
  return `00000000-0000-4000-8000-${String(conversation).padStart(12, "0")}`;
}

/** As Teams sends it. Its id has not been seen by a bot that was measured before. */
function activity({ person, text }: Said, serviceUrl: string, count: number) {
  return {
    type: "message",
    id: `${run}-${count}`,
    timestamp: "2026-08-03T08:00:00.000Z",
    localTimestamp: "2026-08-03T10:00:00.000+02:00",
    localTimezone: "Europe/Berlin",
    serviceUrl,
    channelId: "msteams",
    from: { id: `29:${person}`, name: "Case Management", aadObjectId: person },
    conversation: { conversationType: "personal", tenantId: "bench", id: `a:${person}` },
    recipient: { id: "28:bot", name: "Bot" },
    textFormat: "plain",
    locale: "de-DE",
    text,
    entities: [
      { locale: "de-DE", country: "DE", platform: "Web", timezone: "Europe/Berlin", type: "clientInfo" },
    ],
    channelData: { tenant: { id: "bench" } },
  };
}
