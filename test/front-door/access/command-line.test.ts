import { randomUUID } from "node:crypto";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { type CommandName, commandNames } from "../../../bot/kim.js";
import { packageRoot } from "../../../bot/package-root.js";
import { readAudit } from "../../../casework/audit/audit.js";
import type { Person } from "../../wire/person.js";
import { type Bot, startBot } from "../bot.js";
import { kim } from "../commands.js";
import { eventually } from "../eventually.js";
import { type Kind, kinds } from "./decisions.js";
import { CASE, MARK, openMarkedCase } from "./marked-case.js";
import { commandLine } from "./operations.js";

/**
 * The command line knows no person: whoever sits there operates the bot, and an operator sees no content (§ 203 StGB),
 * but for the one case that the controller hands out (Art. 15 DSGVO).
 */

let bot: Bot;
let folder: string;
let production: Readonly<Record<string, string>>;
let owner: Person;
const ids = new Map<Kind, string>(kinds.map((kind) => [kind, randomUUID()]));

beforeAll(async () => {
  bot = await startBot();
  folder = await mkdtemp(join(tmpdir(), "kim-matrix-"));
  await openMarkedCase(bot, (kind) => ids.get(kind) ?? "");
  owner = bot.wire.person("owner", { id: ids.get("owner") ?? "" });
  await owner.says(`Wiedervorlage zu ${CASE}: ${MARK}Wort bis 12.03.2031`);
  const { env } = bot;
  const key = env.KIM_MASTER_KEY ?? (await readFile(join(bot.dataDir, "demo-master.key"), "utf8")).trim();
  production = {
    ...{ ...env, KIM_MASTER_KEY: key, MicrosoftAppType: "SingleTenant" },
    ...{ MicrosoftAppId: randomUUID(), MicrosoftAppPassword: "x", MicrosoftAppTenantId: randomUUID() },
    ...{ PUBLIC_URL: "https://kim.example.org", SMTP_URL: "smtp://127.0.0.1:9" },
  };
}, 60_000);
afterAll(async () => {
  await bot.close();
  await rm(folder, { recursive: true, force: true });
});

const sample = (...path: readonly string[]) => join(packageRoot(), "bot", "samples", ...path);
const inFolder = async (name: string, text: string): Promise<string> => {
  await writeFile(join(folder, name), text);
  return join(folder, name);
};

/** How each is called, in this order; a new command without a call does not compile. `undefined`: it is the bot itself. */
const calls: Readonly<Record<CommandName, (() => Promise<readonly string[]>) | undefined>> = {
  serve: undefined,
  start: undefined,
  doctor: async () => [],
  "audit verify": async () => [],
  "outbox list": async () => [],
  "outbox retry": async () => ["--all"],
  "outbox drop": async () => ["--all", "--reason", "Prüfung"],
  "directory find": async () => [`${MARK}Thema ${CASE} Jugendamt Eschweiler`],
  "directory reports": async () => [],
  "directory export": async () => [join(folder, "directory")],
  "directory import": async () => [sample("directory"), "--dry-run"],
  "knowledge search": async () => [`${CASE} ${MARK}`],
  "knowledge ask": async () => [`Was ist mit ${CASE}?`],
  "knowledge ingest": async () => [sample("documents")],
  "knowledge feedback": async () => [],
  "knowledge entries": async () => [],
  "conference slots": async () => [sample("conference", "slot-request.json")],
  "evaluate retrieval": async () => [
    ...["--corpus", await inFolder("c.jsonl", '{"id":"d","title":"","text":"Kita in Eschweiler"}\n')],
    ...["--queries", await inFolder("q.jsonl", '{"id":"q","text":"Kita"}\n')],
    ...["--qrels", await inFolder("r.tsv", "q\td\t1\n")],
  ],
  "evaluate extraction": async () => [
    await inFolder("e.jsonl", '{"id":"1","question":"Wo?","context":"Hier.","answers":[0]}\n'),
  ],
  "staff import": async () => [sample("staff.csv")],
  "staff remove": async () => [ids.get("owner") ?? ""],
  "case import": async () => [
    await inFolder("cases.csv", `Fallführung;Gemeinde;Themen\n${ids.get("owner")};Eschweiler;Kita\n`),
    "--dry-run",
  ],
  package: async () => ["--out", join(folder, "kim.zip")],
  "store backup": async () => [join(folder, "backup"), "--force"],
  "store restore": async () => [join(folder, "backup")],
  "case export": async () => [CASE],
  "case erase": async () => [CASE, "--reason", "Antrag nach Art. 17"],
  "keys rotate": async () => [],
};

/** As they are called here these find a fault, and say it. */
const faulty: readonly CommandName[] = ["doctor", "store restore", "keys rotate", "staff remove"];

async function run(name: CommandName, ...more: readonly string[]): Promise<string> {
  const args = (await calls[name]?.()) ?? [];
  const { code, out, err } = await kim(production, ...name.split(" "), ...args, ...more);
  if (commandLine[name].sees === "nothing")
    expect({ name, code, err }).toMatchObject({ name, code: faulty.includes(name) ? 1 : 0 });
  return out + err;
}

test("every command has its place in the matrix", () => {
  expect(Object.keys(commandLine).sort()).toEqual([...commandNames()].sort());
});

describe("an operator", () => {
  const blind = commandNames().filter(
    (name) => commandLine[name].sees === "nothing" && calls[name] && name !== "case erase",
  );

  test.each(blind)("sees no word of a case by kim %s", async (name) => {
    for (const format of [[], ["--json"]]) {
      const shown = await run(name, ...format);
      // A question may be repeated; the rest is the case's.
      const fields = shown.replaceAll(`${MARK}Thema ${CASE}`, "").match(new RegExp(`${MARK}\\w+`, "g"));
      expect(fields).toBeNull();
    }
  });

  test("is handed one case for the controller, once its owner has released it, and both are told and noted", async () => {
    expect(await run("case export")).not.toContain(MARK);
    const request = await eventually("the request", async () =>
      bot.wire.connector.received.find(({ raw }) => raw.includes("export.release")),
    );
    const [attachment] = request.activity.attachments as { content: Record<string, unknown> }[];
    await owner.presses(attachment?.content ?? {}, "export.release");
    expect(await run("case export")).toContain(`${MARK}Notiz`);
    const noted = (await bot.peek((unit) => readAudit(unit, 60))).filter(
      ({ person }) => person === "operator",
    );
    expect(noted.map(({ action }) => action)).toEqual(
      expect.arrayContaining(["export-requested", "case-exported"]),
    );
  });

  test("gets nothing of an id that nobody has, and the attempt is noted", async () => {
    for (const name of ["case export", "case erase"] as const) {
      const args = name === "case erase" ? ["--reason", "Antrag"] : [];
      const { code, err } = await kim(production, ...name.split(" "), "K-00000", ...args);
      expect({ code, err: err.trim() }).toEqual({ code: 1, err: "Den Fall K-00000 gibt es nicht." });
    }
    const noted = (await bot.peek((unit) => readAudit(unit, 60))).filter(
      ({ subject }) => subject === "K-00000",
    );
    expect(noted.map(({ person, action }) => [person, action])).toEqual([
      ["operator", "case-refused"],
      ["operator", "case-refused"],
    ]);
  });

  test("erases for the controller, with a reason, sees what remains and no content, and the owner is told", async () => {
    const without = await kim(production, "case", "erase", CASE);
    expect(without.code).toBe(2);
    const shown = await run("case erase");
    expect(shown).toContain("gelöscht");
    expect(shown.match(new RegExp(`${MARK}\\w+`, "g"))).toEqual([`${MARK}Platz`]);
    await bot.wire.connector.saw(({ raw }) => raw.includes(CASE) && raw.includes("Art. 17"));
  });
});
