import { connect, type Socket } from "node:net";
import { afterAll, expect, test } from "@jest/globals";
import { startOwnClock } from "../../apart/own-clock.js";
import { send } from "../../wire/http.js";
import { closeAll, outcome, say, startUnderTest } from "./server-under-test.js";

const PATIENCE_MS = 700;
/** Node looks once a second; the rest is for a busy machine. */
const BOUND_MS = 6_000;

afterAll(closeAll);

const head = "POST /api/messages HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n";
const slow: readonly (readonly [string, string, string])[] = [
  ["nothing at all", "", ""],
  ["a request line that never ends", "GET /", "a"],
  ["one header after the other", head, "x-more: 1\r\n"],
  ["a body letter by letter", `${head}Content-Length: 200000\r\n\r\n{"text":"`, "x"],
  ["a chunk that never comes", `${head}Transfer-Encoding: chunked\r\n\r\n2ee0\r\n`, "x"],
];

/** Sends `first`, then `drop` after `drop`, until the server closes. */
function dribble(port: number, first: string, drop: string): Promise<void> {
  return new Promise((closed) => {
    let dropping: NodeJS.Timeout | undefined;
    const socket: Socket = connect(port, "127.0.0.1", () => {
      socket.write(first);
      dropping = setInterval(() => drop !== "" && socket.writable && socket.write(drop), 40);
    });
    socket.resume();
    socket.on("error", () => {});
    socket.on("close", () => {
      clearInterval(dropping);
      closed();
    });
  });
}

test.each(slow)(
  "whoever sends %s is cut off, and others are served meanwhile",
  async (_what, first, drop) => {
    const bot = await startUnderTest(() => outcome([say("da")]), { patienceMs: PATIENCE_MS });
    const waited = startOwnClock();
    let open = 60;
    const gone = Promise.all(
      Array.from({ length: open }, async () => {
        await dribble(bot.server.port, first, drop);
        open--;
      }),
    );
    const person = bot.wire.person("Case Management Eschweiler");
    let served = 0;
    while (open > 0 && waited() < BOUND_MS) {
      expect((await person.says("Hallo")).text).toBe("da");
      expect((await send(`${bot.server.url}/nowhere`, { method: "GET" })).status).toBe(404);
      served++;
    }
    expect(open).toBe(0);
    expect(served).toBeGreaterThan(0);
    await gone;
  },
);
