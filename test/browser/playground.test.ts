import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { Browser } from "playwright-core";
import { folderForPictures } from "./pictures.js";
import { openBrowser, openPlayground, type Playground } from "./playground.js";
import { type Demo, startDemo } from "./start-demo.js";

let folder: string;
let demo: Demo;
let browser: Browser;
let playground: Playground;

beforeAll(async () => {
  folder = await folderForPictures();
  demo = await startDemo();
  browser = await openBrowser();
  playground = await openPlayground(browser, demo.url, { width: 1280, height: 1100 });
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await demo?.close();
});

const shot = (name: string) => playground.screenshot(join(folder, `${name}.png`));

test("a case manager does all four jobs in the Playground", async () => {
  expect((await playground.messages()).join("\n")).toContain("Guten Tag, hier ist KIM-Assistent");
  await shot("welcome");

  expect(await playground.say("wer is in baesweiler fürs jugendamt zuständig?")).toContain("A 51");
  await shot("office");

  await playground.say("Neuer Fall: Familie 5 Pers. Eschweiler, arab., Bürgergeld, Kita + Wohngeld");
  await shot("case-form");
  const created = await playground.press("Anlegen");
  const id = /K-[0-9A-HJKMNP-TV-Z]{5}/.exec(created)?.[0] ?? "";
  expect(created).toContain(`Fall ${id} ist angelegt`);
  await shot("case");

  expect(await playground.say(`Ansprechpartner zu ${id}`)).toContain("Jugendamt der Stadt Eschweiler");
  await shot("contacts");

  await playground.say(`Maßnahme zu ${id}: Kita-Navigator ausfüllen bis morgen`);
  await playground.say(`FaKo für ${id} mit Jobcenter und Jugendamt nächste Woche`);
  await shot("conference-consent");
  await playground.fill("Einwilligung", true);
  expect(await playground.press("Speichern")).toContain("Drei Termine");
  await shot("conference-dates");
  expect(await playground.press("Anlegen")).toContain("Fallkonferenz steht");
  await shot("conference");

  expect(await playground.say("was steht in den nächsten 14 Tagen an")).toContain("Kita-Navigator");
  await shot("agenda");

  // The Playground draws the text and the card of one message one below the other.
  await playground.say("Welche Phasen hat das Case Management?");
  expect((await playground.messages()).join("\n")).toContain("Aus den Unterlagen");
  await shot("documents");
}, 240_000);

test("in a group the office is named and nothing about a case is shown", async () => {
  await playground.openChat("KIM-Team");
  expect(await playground.say("Wohngeld in Eschweiler")).toContain("Wohngeldstelle");
  expect(await playground.say("meine Fälle")).toContain("nur im Einzelchat");
  await shot("group");
}, 120_000);
