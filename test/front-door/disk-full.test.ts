import { execFileSync } from "node:child_process";
import { statSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { createWire, type Wire } from "../wire/person.js";
import { caseIdIn } from "./bot.js";
import { type BotProcess, startBotProcess } from "./bot-process.js";
import { eventually } from "./eventually.js";

let dataDir: string;
let bot: BotProcess;
let wire: Wire;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "kim-full-"));
  bot = await startBotProcess(dataDir, { KIM_SEND_DELAY_SECONDS: "0" });
  wire = await createWire({ botUrl: bot.url });
}, 60_000);
afterEach(async () => {
  await wire.close();
  await bot.end("SIGKILL");
  await rm(dataDir, { recursive: true, force: true });
});

/** A limit on the size of files stands in for the end of the disk: both fail in the middle of a write. */
function filesMayGrowTo(bytes: number | "unlimited"): void {
  execFileSync("prlimit", ["--pid", `${bot.process.pid}`, `--fsize=${bytes}:unlimited`]);
}

const readyz = async () => (await fetch(`${bot.url}/readyz`)).status;

test("a full disk under LMDB is said plainly and loses nothing; with room again the bot goes on by itself", async () => {
  const person = wire.person("Case Management Eschweiler");
  const form = await person.says("Neuer Fall: Eschweiler, Wohngeld");
  const caseId = caseIdIn((await person.presses(form, "Anlegen")).text);
  const open = await person.says("Neuer Fall: Eschweiler, Kita");
  filesMayGrowTo(statSync(join(dataDir, "store", "data.mdb")).size);

  // Pages that are free already take a few more.
  const saved: string[] = [];
  let refused: { text: string; answer: string } | undefined;
  for (let i = 0; !refused; i++) {
    const text = `Besuch Nummer ${i} Ende. ${"Unterlagen sind vollständig. ".repeat(200)}`;
    const answer = (await person.says(`Notiz zu ${caseId}: ${text}`)).text;
    if (answer.includes("Notiz gespeichert")) saved.push(`Besuch Nummer ${i} Ende`);
    else refused = { text: `Besuch Nummer ${i} Ende`, answer };
  }
  expect(refused.answer).toContain("Der Speicher ist voll, eben wurde nichts gespeichert");
  expect(refused.answer).toContain("sagen Sie Ihrer IT Bescheid");
  const again = await person.redelivers();
  expect(again.text).toContain("Der Speicher ist voll");
  expect(await readyz()).toBe(503);
  expect(bot.process.exitCode).toBeNull();

  filesMayGrowTo("unlimited");
  expect((await person.redelivers()).text).toContain("Notiz gespeichert");
  await eventually("/readyz to see it", async () => ((await readyz()) === 200 ? true : undefined));
  expect((await person.presses(open, "Anlegen")).text).toMatch(/Fall K-.{5} ist angelegt/);
  expect((await person.says("meine Fälle")).text).toContain("2 offene Fälle");
  let page = await person.says(`Verlauf ${caseId}`);
  let history = page.text;
  while (JSON.stringify(page.card).includes("Ältere zeigen")) {
    page = await person.presses(page, "Ältere zeigen");
    history += page.text;
  }
  for (const text of [...saved, refused.text]) expect(history.split(text)).toHaveLength(2);
}, 120_000);
