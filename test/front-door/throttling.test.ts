import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { deadLetters } from "../../bot/outbox/worker.js";
import { transact } from "../../bot/turn/transact.js";
import { lineOf, MESSAGES, queueMessage } from "../../dialogs/messages.js";
import type { Received } from "../wire/fake-connector.js";
import type { Person } from "../wire/person.js";
import { type Bot, startBot } from "./bot.js";
import { eventually } from "./eventually.js";

/** What the bot writes without being asked, before a channel that has enough of one conversation. */

let bot: Bot;
beforeAll(async () => {
  bot = await startBot();
});
afterAll(() => bot?.close());

async function met(name: string): Promise<Person> {
  const person = bot.wire.person(name);
  await person.says("Hallo");
  return person;
}

/** Each call is one commit, as each turn is. */
function write(to: Person, text: string, scopes: readonly string[] = []) {
  const now = bot.ledger.clock();
  return transact(bot.ledger, { once: [], now, deadline: now + 5_000 }, (unit) =>
    queueMessage(unit, {
      id: `told/${text}/${to.id}`,
      person: to.id,
      replies: [{ place: "new", text }],
      scopes,
    }),
  );
}

const posts =
  ({ conversation }: Person, text?: string) =>
  (request: Received) =>
    request.method === "POST" &&
    request.conversation === conversation &&
    request.activity.type === "message" &&
    (text === undefined || request.activity.text === text);
const arrived = (to: Person, text: string) =>
  bot.wire.connector.saw((request) => posts(to, text)(request) && request.id !== undefined);
const textsIn = ({ conversation }: Person) =>
  bot.wire.connector.messages(conversation).map(({ text }) => text);

test("a throttled conversation keeps its order and its pause, the others get theirs at once", async () => {
  const [throttled, other] = [await met("Case Management Alsdorf"), await met("Case Management Stolberg")];
  const words = ["eins", "zwei", "drei"];
  bot.wire.connector.fail(
    { kind: "status", status: 429, effect: false, retryAfter: "2" },
    { when: posts(throttled, "eins") },
  );
  for (const word of words) await write(throttled, word);
  await bot.wire.connector.saw(posts(throttled, "eins"));
  for (const word of words) await write(other, word);
  await arrived(other, "drei");
  // What the channel refused has not been tried again before the others were through, nor was it overtaken.
  expect(textsIn(throttled)).not.toContain("zwei");
  await arrived(throttled, "drei");
  expect(textsIn(throttled).slice(-3)).toEqual(words);
  expect(textsIn(other).slice(-3)).toEqual(words);
  const tried = bot.wire.connector.received.filter(posts(throttled, "eins"));
  expect(tried).toHaveLength(2);
  expect(bot.logged()).toContain('"reason":"throttled"');
});

test("what the channel never takes holds nobody up and is left to the operator", async () => {
  const person = await met("Case Management Würselen");
  bot.wire.connector.fail(
    { kind: "status", status: 400, effect: false },
    { when: posts(person, "fehlerhaft") },
  );
  await write(person, "fehlerhaft");
  await write(person, "danach");
  await arrived(person, "danach");
  const dead = await bot.ledger.store.jobs(deadLetters(MESSAGES), 10);
  expect(dead.map(({ id }) => id)).toEqual([`told/fehlerhaft/${person.id}`]);
});

test.each([412, 504])("after a %d it is sent once more, in its place", async (status) => {
  const person = await met("Case Management Baesweiler");
  bot.wire.connector.fail({ kind: "status", status, effect: false }, { when: posts(person, "erst") });
  await write(person, "erst");
  await write(person, "dann");
  await arrived(person, "dann");
  expect(textsIn(person).slice(-2)).toEqual(["erst", "dann"]);
});

test("messages that died with their case make no gap that others wait at", async () => {
  const person = await met("Case Management Monschau");
  const gone = "case:K-00000";
  bot.wire.connector.fail(
    { kind: "status", status: 429, effect: false, retryAfter: "1" },
    { when: posts(person, "zum Fall") },
  );
  await write(person, "zum Fall", [gone]);
  await bot.wire.connector.saw(posts(person, "zum Fall"));
  const now = bot.ledger.clock();
  await transact(bot.ledger, { once: [], now, deadline: now + 5_000 }, (unit) => unit.destroyScope(gone));
  await write(person, "weiter");
  await arrived(person, "weiter");
  expect(textsIn(person)).not.toContain("zum Fall");
  // The place of the one that died is gone too.
  await eventually("an empty line", async () =>
    (await bot.ledger.store.range(lineOf(person.id))).length === 0 ? true : undefined,
  );
});
