import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { MESSAGES } from "../../dialogs/messages.js";
import { startRedis } from "../adapters/storage/redis-server.js";
import { createWire, type Wire } from "../wire/person.js";
import { type Bot, caseIdIn, startBot } from "./bot.js";
import { kim } from "./commands.js";
import { eventually } from "./eventually.js";

const KEEPER = "33333333-3333-4333-8333-333333333333";

let redis: Awaited<ReturnType<typeof startRedis>>;
let one: Bot;
let two: Bot;
let wires: Wire[];

beforeAll(async () => {
  redis = await startRedis();
  const shared = {
    REDIS_URL: redis.url,
    KIM_MASTER_KEY: Buffer.alloc(32, 3).toString("base64"),
    KIM_DIRECTORY_KEEPER: KEEPER,
  };
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

test("a directory that is imported beside them is known to both on the next question", async () => {
  const folder = await mkdtemp(join(tmpdir(), "kim-directory-"));
  await cp("bot/samples/directory", folder, { recursive: true });
  const file = join(folder, "offices.csv");
  const offices = await readFile(file, "utf8");
  await writeFile(file, offices.replaceAll("Wohngeldstelle der Stadt Stolberg", "Wohnamt der Kupferstadt"));
  expect((await kim(one.env, "directory", "import", folder)).code).toBe(0);
  for (const wire of wires) {
    const answer = await wire.person("Case Management").says("wohngeld stolberg");
    expect(answer.text).toContain("Wohnamt der Kupferstadt");
  }
  await rm(folder, { recursive: true });
});

test("what either could send is sent once: each report to the keeper, from whichever instance it came", async () => {
  const KEPT = ["Würselen", "Alsdorf", "Baesweiler", "Herzogenrath", "Monschau", "Roetgen"];
  const keeper = wires[0]?.person("Verzeichnispflege", { id: KEEPER });
  await keeper?.says("Hallo");
  await Promise.all(
    KEPT.map(async (place, i) => {
      const person = wires[i % 2]?.person("Case Management");
      if (person) await person.presses(await person.says(`Wohngeld in ${place}`), "Stimmt nicht mehr");
    }),
  );
  const told = () =>
    wires.flatMap(({ connector }) =>
      connector.received.map(({ raw }) => raw).filter((raw) => raw.includes("Bitte prüfen und neu einlesen")),
    );
  await eventually("the keeper to hear of each", async () =>
    told().length >= KEPT.length ? true : undefined,
  );
  const due = async () => (await one.ledger.store.jobs(MESSAGES, 10)).length;
  await eventually("nothing to be left to send", async () => ((await due()) === 0 ? true : undefined));
  for (const place of KEPT)
    expect({ place, times: told().filter((raw) => raw.includes(place)).length }).toEqual({ place, times: 1 });
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
