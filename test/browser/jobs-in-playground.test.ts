import { rm } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { Browser } from "playwright-core";
import { readFeedback } from "../../knowledge/documents/feedback.js";
import { type Bot, caseIdIn, startBot } from "../front-door/bot.js";
import { jobs } from "./jobs.js";
import { openBrowser, openPlayground, type Playground } from "./playground.js";
import { playgroundDesk } from "./playground-desk.js";
import { folderFor, type PlaygroundProcess, startPlayground } from "./playground-process.js";

/** Whom the Playground has before it, as .m365agentsplayground.yml says. */
const ESCHWEILER = "00000000-0000-4000-8000-000000000001";

let bot: Bot;
let browser: Browser;

beforeAll(async () => {
  // The Playground calls every client en-US.
  bot = await startBot({ KIM_SEND_DELAY_SECONDS: "3600", KIM_LOCALE: "de" });
  browser = await openBrowser();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await bot?.close();
});

describe("in the Playground a case manager", () => {
  let teams: PlaygroundProcess;
  let playground: Playground;
  beforeAll(async () => {
    teams = await startPlayground(`${bot.url}/api/messages`);
    playground = await openPlayground(browser, teams.url, { width: 1280, height: 1100 });
  }, 120_000);
  afterAll(() => teams?.close());

  test.each(Object.entries(jobs))(
    "%s",
    async (_name, job) => {
      const person = bot.wire.person("Case Management Eschweiler", { id: ESCHWEILER });
      await job(playgroundDesk(bot, playground, person));
    },
    120_000,
  );

  test("says what an answer from the documents was worth", async () => {
    await playground.say("Welche Phasen hat das Case Management?");
    await playground.rate("Dislike", "zu lang");
    const [last] = await bot.peek((unit) => readFeedback(unit, 1));
    expect(last).toMatchObject({ comment: "zu lang" });
  }, 60_000);
});

test("in the Playground a coordinator reads the figures and sets somebody to stand in", async () => {
  const away = bot.wire.person("Case Management Eschweiler", { id: ESCHWEILER });
  for (let i = 0; i < 5; i++) {
    const form = await away.says("Neuer Fall: 2 Pers. Alsdorf, Wohngeld");
    const id = caseIdIn((await away.presses(form, "Anlegen")).text);
    await away.says(`kein Angebot gefunden für Wohngeld in Alsdorf zu ${id}`);
  }
  const folder = await folderFor("koordination-kim");
  const teams = await startPlayground(`${bot.url}/api/messages`, folder);
  try {
    const playground = await openPlayground(browser, teams.url, { width: 1280, height: 1100 });
    const figures = await playground.say("Lückenliste");
    expect(figures).toContain("Wohngeld");
    expect(figures).not.toMatch(/K-[0-9A-HJKMNP-TV-Z]{5}/);
    await playground.say("Vertretung für Case Management Eschweiler aktivieren");
    await playground.fill("Vertretung durch", "Case Management Stolberg");
    await playground.fill("Bis (letzter Tag)", "2030-01-15");
    expect(await playground.press("Speichern")).toContain("bis 15.01.2030");
    await playground.close();
  } finally {
    await teams.close();
    await rm(folder, { recursive: true, force: true });
  }
}, 180_000);
