import { spawnSync } from "node:child_process";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { type Bot, startBot } from "./bot.js";

const keeper = "33333333-3333-4333-8333-333333333333";

let bot: Bot;
beforeAll(async () => {
  bot = await startBot({ KIM_DIRECTORY_KEEPER: keeper });
});
afterAll(() => bot.close());

/** The command line on the same store, as an operator runs it beside the bot. */
function kim(...args: string[]) {
  const done = spawnSync(process.execPath, ["bot/launch.mjs", ...args], {
    env: { ...process.env, ...bot.env, NODE_OPTIONS: "" },
    encoding: "utf8",
  });
  return { code: done.status, out: done.stdout, err: done.stderr };
}

test("stimmt nicht mehr marks the entry for everybody, lists it and tells the keeper once", async () => {
  const keeps = bot.wire.person("Verzeichnispflege", { id: keeper });
  await keeps.says("Hallo");
  const one = bot.wire.person("Case Management Eschweiler");
  const other = bot.wire.person("Case Management Stolberg");
  const answer = await one.says("Wohngeld in Würselen");
  const thanks = await one.presses(answer, "Stimmt nicht mehr");
  expect(thanks.text).toContain("Wohngeldstelle der Stadt Würselen");
  expect((await other.says("Wohngeld in Würselen")).text).toContain("als „stimmt nicht mehr“ gemeldet");
  await other.presses(await other.says("Wohngeld in Würselen"), "Stimmt nicht mehr");
  const listed = JSON.parse(kim("directory", "reports", "--json").out);
  expect(listed.reports).toMatchObject([{ office: "WOG-Würselen", count: 2 }]);
  const told = () =>
    bot.wire.connector.received.filter(({ activity }) =>
      JSON.stringify(activity).includes("Bitte prüfen und neu einlesen"),
    );
  const patience = Date.now() + 15_000;
  while (told().length === 0 && Date.now() < patience)
    await new Promise((resolve) => setTimeout(resolve, 20));
  expect(told()).toHaveLength(1);
  expect(told()[0]?.conversation).toBe(keeps.conversation);
});

test("the slip for a client says where to go and holds no name, no case and no internal word", async () => {
  const page = await fetch(`${bot.url}/zettel/WOG-Eschweiler?topic=wohngeld`);
  const html = await page.text();
  expect(page.status).toBe(200);
  expect(html).toContain("Wohngeldstelle der Stadt Eschweiler");
  expect(html).toContain("<svg");
  expect(html).not.toMatch(/K-[0-9A-Z]{5}/);
  expect((await fetch(`${bot.url}/zettel/gibt-es-nicht`)).status).toBe(404);
});

test("the message extension finds offices from any chat and inserts a card without buttons of ours", async () => {
  const person = bot.wire.person("Koordination KIM", { scope: "groupChat" });
  const search = (query: string) =>
    person.sends({
      type: "invoke",
      name: "composeExtension/query",
      value: {
        commandId: "offices",
        parameters: [{ name: "query", value: query }],
        queryOptions: { skip: 0, count: 25 },
      },
    });
  type Body = {
    composeExtension: {
      attachments: { content: { actions?: unknown[] }; preview: { content: { title: string } } }[];
    };
  };
  const one = (await search("Jugendamt Baesweiler")).body as Body;
  expect(one.composeExtension.attachments[0]?.preview.content.title).toContain("A 51");
  expect(one.composeExtension.attachments[0]?.content.actions ?? []).toEqual([]);
  const open = (await search("Wohngeld")).body as Body;
  expect(open.composeExtension.attachments.length).toBeGreaterThan(5);
  expect(((await search("")).body as Body).composeExtension.attachments).toEqual([]);
});

test("an import is seen on the next turn, and a faulty one changes nothing", async () => {
  const folder = await mkdtemp(join(tmpdir(), "kim-directory-"));
  await cp("bot/samples/directory", folder, { recursive: true });
  const path = join(folder, "offices.csv");
  const offices = await readFile(path, "utf8");
  const person = bot.wire.person("Case Management Stolberg");
  try {
    await writeFile(
      path,
      offices.replace("Wohngeldstelle der Stadt Stolberg", "Wohngeldstelle neu in Stolberg"),
    );
    expect(kim("directory", "import", folder, "--dry-run").code).toBe(0);
    expect((await person.says("Wohngeld in Stolberg")).text).toContain("Wohngeldstelle der Stadt Stolberg");
    expect(kim("directory", "import", folder).code).toBe(0);
    expect((await person.says("Wohngeld in Stolberg")).text).toContain("Wohngeldstelle neu in Stolberg");
    await writeFile(path, offices.replace("2026-11-22", "2026-13-99"));
    const faulty = kim("directory", "import", folder);
    expect(faulty.code).toBe(1);
    expect(faulty.err).toMatch(/offices\.csv, Zeile \d+, Spalte checkedAt/);
    expect((await person.says("Wohngeld in Stolberg")).text).toContain("Wohngeldstelle neu in Stolberg");
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

test("called wrongly the command line says how, with its own exit code", () => {
  expect(kim("directory", "finde").code).toBe(2);
  expect(kim("directory", "find").code).toBe(2);
  expect(kim("directory", "find", "Wohngeld Eschweiler", "--jason").code).toBe(2);
  expect(kim("directory", "find", "--help").out).toContain("Aufruf: kim directory find");
  const found = JSON.parse(kim("directory", "find", "wohngeld eschweiler", "--json").out);
  expect(found).toMatchObject({ status: "answer", answers: [{ office: { id: "WOG-Eschweiler" } }] });
});
