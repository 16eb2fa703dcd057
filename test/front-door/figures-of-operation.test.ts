import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { openMetrics } from "../../bot/metrics.js";
import { freePort } from "../adapters/storage/redis-server.js";
import { send } from "../wire/http.js";
import { type Bot, startBot } from "./bot.js";
import { eventually } from "./eventually.js";
import { plannedConference } from "./planned-conference.js";

/** What an operator watches: that questions stay without an answer, and never which. */

let bot: Bot;
beforeAll(async () => {
  bot = await startBot();
});
afterAll(() => bot.close());

const figures = async () => (await send(`${bot.url}/metrics`, { method: "GET" })).text;
const figure = async (line: string) =>
  Number(new RegExp(`^${line.replace(/[{}"]/g, "\\$&")} (\\d+)$`, "m").exec(await figures())?.[1] ?? 0);

test("an honest no is counted by its kind, once, and leaves no word of the question", async () => {
  const person = bot.wire.person("Case Management Eschweiler");
  await person.says("Quittengelee Zitronenfalter");
  await person.redelivers();
  await person.says("Wie hoch ist die Quittengeleesteuer für Zitronenfalter?");
  await person.says("Wohngeld in Hamburg");
  await person.says("Wohngeld in Eschweiler");
  expect(await figure('kim_unknown_questions_total{kind="not-understood"}')).toBe(1);
  expect(await figure('kim_unknown_questions_total{kind="not-in-documents"}')).toBe(1);
  expect(await figure('kim_unknown_questions_total{kind="outside-directory"}')).toBe(1);
  expect(await figures()).not.toMatch(/Quitten|Falter|Hamburg/i);
  expect(bot.logged()).not.toMatch(/Quitten|Falter|Hamburg/i);
});

test("the outbox's age and its dead letters are there for each queue", async () => {
  await bot.ledger.store.commit({
    enqueue: [{ queue: "meetings", id: "x", due: Date.now() - 60_000, value: Buffer.from("[]\nx") }],
  });
  const late = await eventually("a late job", async () => {
    const seconds = Number(/^kim_outbox_late_seconds\{queue="meetings"\} (\d+)/m.exec(await figures())?.[1]);
    return seconds >= 60 ? seconds : undefined;
  });
  expect(late).toBeLessThan(600);
  expect(await figures()).toMatch(/^kim_outbox_dead_letters\{queue="invitations"\} 0$/m);
});

test("a bot whose mail server, mailbox and model are away serves, and says so", async () => {
  const port = await freePort();
  const one = await startBot({
    SMTP_URL: `smtp://127.0.0.1:${port}`,
    IMAP_URL: `imap://kim:secret@127.0.0.1:${port}`,
    OPENAI_BASE_URL: `http://127.0.0.1:${port}/v1`,
    CHAT_MODEL: "openai:any",
    MODEL_REGION: "local",
  });
  try {
    await one.wire.person("Case Management Eschweiler").says("Was ist Wohngeld?");
    await plannedConference(one);
    const parts = await eventually("all that is away", async () => {
      const ready = await send(`${one.url}/readyz`, { method: "GET" });
      const answer = JSON.parse(ready.text) as { status: string; parts: string[] };
      expect([ready.status, answer.status]).not.toContain("down");
      return answer.parts.length >= 3 ? answer.parts : undefined;
    });
    expect([...parts].sort()).toEqual(["chat-model", "mail", "mailbox"]);
  } finally {
    await one.close();
  }
}, 60_000);

test("every kind of line in the log has a figure, and what a line should ever hold of content has none", async () => {
  const metrics = openMetrics();
  metrics.observe({ event: "rate-limited", what: "person" });
  metrics.observe({ event: "server", what: "refused", status: 401 });
  metrics.observe({ event: "mailbox-not-read", kind: "setup", reason: "imap login refused" });
  metrics.observe({ event: "x", what: "Erika Mustermann, Eschweiler" });
  metrics.observe({ event: "server", what: "turn", kind: "text", scope: "personal", status: 200, ms: 4 });
  const text = await metrics.text([]);
  expect(text).toContain('kim_events_total{event="rate-limited",kind="person"} 1');
  expect(text).toContain('kim_events_total{event="server",kind="refused"} 1');
  expect(text).toContain('kim_events_total{event="mailbox-not-read",kind="setup"} 1');
  expect(text).toContain('kim_events_total{event="x",kind="other"} 1');
  expect(text).not.toMatch(/Mustermann|kind="turn"/);
});
