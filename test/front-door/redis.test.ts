import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { startRedis } from "../adapters/storage/redis-server.js";
import { createWire, type Wire } from "../wire/person.js";
import { type Bot, caseIdIn, startBot } from "./bot.js";

let redis: Awaited<ReturnType<typeof startRedis>>;
let one: Bot;
let two: Bot;
let wires: Wire[];

beforeAll(async () => {
  redis = await startRedis();
  const shared = { REDIS_URL: redis.url, KIM_MASTER_KEY: Buffer.alloc(32, 3).toString("base64") };
  one = await startBot(shared);
  two = await startBot(shared);
  wires = [one.wire, two.wire];
}, 60_000);

afterAll(async () => {
  await one?.close();
  await two?.close();
  await redis?.stop();
});

const someone = { id: "44444444-4444-4444-8444-444444444444", conversation: "a:shared" };

test("a conversation moves freely between two instances on one Redis", async () => {
  const [here, there] = wires.map((wire) => wire.person("Case Management Eschweiler", someone));
  if (!here || !there) throw new Error("two instances expected");
  const form = await here.says("Neuer Fall: Familie 4 Pers. Eschweiler, Kita");
  const created = await there.presses(form.card ?? {}, "Anlegen");
  const id = caseIdIn(created.text);
  await here.says(`Notiz zu ${id}: Unterlagen vollständig`);
  expect((await there.says(`Verlauf ${id}`)).text).toContain("Unterlagen vollständig");
  const asked = await here.says("wo beantrage ich wohngeld?");
  expect(asked.text).toContain("Eine Rückfrage");
  expect((await there.says("Stolberg")).text).toContain("Wohngeldstelle der Stadt Stolberg");
});

test("a card pressed on both instances at once makes one case", async () => {
  const [here, there] = wires.map((wire) => wire.person("Case Management Eschweiler", someone));
  if (!here || !there) throw new Error("two instances expected");
  const form = await here.says("Neuer Fall: Eschweiler, Wohngeld");
  const both = await Promise.all([here.presses(form, "Anlegen"), there.presses(form.card ?? {}, "Anlegen")]);
  expect(new Set(both.map((turn) => caseIdIn(turn.text))).size).toBe(1);
});

test("when Redis is away the person is told so, and afterwards everything works again", async () => {
  const wire = await createWire({ botUrl: one.url });
  const person = wire.person("Case Management Eschweiler", someone);
  await redis.kill();
  const away = await person.says("meine Fälle");
  expect(away.text).toContain("Der Speicher antwortet gerade nicht");
  redis = await startRedis({ port: redis.port, dir: redis.dir });
  let back = await person.says("meine Fälle");
  while (back.text.includes("Der Speicher antwortet gerade nicht")) back = await person.says("meine Fälle");
  expect(back.text).toContain("2 offene Fälle");
  await wire.close();
}, 30_000);
