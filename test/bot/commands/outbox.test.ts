import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { outboxDrop, outboxList, outboxRetry } from "../../../bot/commands/outbox.js";
import { dropLetter, listDeadLetters, retryLetter } from "../../../bot/outbox/dead-letters.js";
import { deadLetters } from "../../../bot/outbox/worker.js";
import { readAudit } from "../../../casework/audit/audit.js";
import { type Bot, startBot } from "../../front-door/bot.js";
import { send } from "../../wire/http.js";
import { runCommand } from "./run-command.js";

let bot: Bot;
const dead = deadLetters("meetings");
/** Nobody works on this queue where no calendar is set up. */
const queue = "meetings";

beforeAll(async () => {
  bot = await startBot();
  await bot.ledger.store.commit({
    enqueue: [
      { queue: dead, id: "meeting/K-7F3Q9/one", due: 1_000, value: Buffer.from("[]\nsecret content") },
      { queue: dead, id: "meeting/K-7F3Q9/two", due: 2_000, value: Buffer.from("[]\nsecret content") },
    ],
  });
}, 60_000);
afterAll(() => bot.close());

const env = () => ({ DATA_DIR: bot.dataDir });
const numbers = async () => {
  const { out } = await runCommand(outboxList, [], env(), { json: true });
  return (JSON.parse(out) as { dead: { number: string; queue: string }[] }).dead;
};

test("what was given up is told by the readiness page and the figures, without content", async () => {
  const ready = await send(`${bot.url}/readyz`, { method: "GET" });
  expect(JSON.parse(ready.text)).toMatchObject({ status: "degraded" });
  expect(ready.text).toContain("Ausgang meetings: 2 liegen geblieben");
  const figures = await send(`${bot.url}/metrics`, { method: "GET" });
  expect(figures.text).toContain('kim_outbox_dead_letters{queue="meetings"} 2');
  for (const { text } of [ready, figures]) expect(text).not.toMatch(/K-7F3Q9|secret/);
});

test("the list names them by a number, and shows no content and no case", async () => {
  const plain = await runCommand(outboxList, [], env());
  expect(plain.out).toMatch(/liegen geblieben: [0-9a-f]{10} {2}meetings {2}seit 1970/);
  const asJson = await runCommand(outboxList, [], env(), { json: true });
  for (const { out } of [plain, asJson]) expect(out).not.toMatch(/K-7F3Q9|secret/);
});

test("one is tried again, another is dropped with a reason, an unknown number changes nothing", async () => {
  const [one, two] = await numbers();
  const unknown = await runCommand(outboxRetry, [one?.number ?? "", "0000000000"], env());
  expect(unknown).toMatchObject({ code: 1 });
  expect(await numbers()).toHaveLength(2);
  expect((await runCommand(outboxRetry, [one?.number ?? ""], env())).code).toBe(0);
  expect((await bot.ledger.store.jobs(queue, 9)).map(({ id, attempt }) => [id, attempt])).toEqual([
    ["meeting/K-7F3Q9/one", 0],
  ]);
  await expect(runCommand(outboxDrop, [two?.number ?? ""], env())).rejects.toThrow("Der Grund fehlt");
  await expect(runCommand(outboxDrop, [two?.number ?? ""], env(), { reason: "  " })).rejects.toThrow("Grund");
  expect(await numbers()).toHaveLength(1);
  const reason = "Stelle ist umgezogen, Erika Mustermann hat angerufen";
  expect((await runCommand(outboxDrop, [two?.number ?? ""], env(), { reason })).code).toBe(0);
  expect(await numbers()).toEqual([]);
  await expect(runCommand(outboxRetry, [], env())).rejects.toThrow("Es fehlt eine Nummer");

  expect(await bot.peek((unit) => readAudit(unit, 2))).toMatchObject([
    { person: "operator", action: "outbox-dropped", subject: `meetings/${two?.number}` },
    { person: "operator", action: "outbox-retried", subject: `meetings/${one?.number}` },
  ]);
  const list = await runCommand(outboxList, [], env());
  expect(list.out).toMatch(new RegExp(`zuletzt: ${two?.number} .*verworfen: Stelle ist umgezogen`));
  expect(list.out).toMatch(new RegExp(`zuletzt: ${one?.number} .*noch einmal versucht`));
  expect(list.out).not.toMatch(/Mustermann|K-7F3Q9|secret/);
});

test("of two operators who decide about the same letter one has decided", async () => {
  await bot.ledger.store.commit({
    enqueue: [{ queue: dead, id: "twice", due: 3_000, value: Buffer.from("[]\nx") }],
  });
  const [letter] = await listDeadLetters(bot.ledger.store);
  if (!letter) throw new Error("a letter expected");
  const decided = await Promise.all([
    retryLetter(bot.ledger, letter),
    dropLetter(bot.ledger, letter, "Irrtum"),
    retryLetter(bot.ledger, letter),
  ]);
  expect(decided.filter((one) => one)).toHaveLength(1);
  expect(await listDeadLetters(bot.ledger.store)).toEqual([]);
});

test("--all reaches behind the end of the list", async () => {
  const many = Array.from({ length: 1_003 }, (_, i) => ({
    queue: dead,
    id: `many/${i}`,
    due: 10_000 + i,
    value: Buffer.from("[]\nx"),
  }));
  await bot.ledger.store.commit({ enqueue: many });
  const dropped = await runCommand(outboxDrop, [], env(), { all: true, reason: "Übung", json: true });
  expect(JSON.parse(dropped.out)).toEqual({ done: 1_003 });
  expect(await numbers()).toEqual([]);
}, 60_000);

test("figures count turns by kind and scope, and hold nothing of a person", async () => {
  const person = bot.wire.person("Case Management Eschweiler");
  await person.says("Wohngeld in Eschweiler");
  const { text } = await send(`${bot.url}/metrics`, { method: "GET" });
  expect(text).toMatch(/kim_turns_total\{kind="text",scope="personal",status="20\d"\} 1/);
  expect(text).toMatch(/kim_turn_seconds_count\{kind="text"\} 1/);
  expect(text).toMatch(/kim_commits_total\{outcome="committed"\} \d+/);
  for (const word of [person.id, person.name, "Wohngeld", "Eschweiler"]) expect(text).not.toContain(word);
});
