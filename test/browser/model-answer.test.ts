import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { Browser } from "playwright-core";
import { type OpenAiServer, startOpenAiServer } from "../adapters/models/openai-server.js";
import { openBrowser, openPlayground, type Playground } from "./playground.js";
import { type Demo, startDemo } from "./start-demo.js";

let server: OpenAiServer;
let demo: Demo;
let browser: Browser;
let playground: Playground;
beforeAll(async () => {
  server = await startOpenAiServer();
  demo = await startDemo({ CHAT_MODEL: "openai:hausmodell", OPENAI_BASE_URL: server.url });
  browser = await openBrowser();
  playground = await openPlayground(browser, demo.url);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await demo?.close();
  await server?.close();
});

test("an answer that was streamed stands there once, with Teams' label and its references", async () => {
  // Word for word what it was given, so that all of it is supported.
  server.chat(({ user }) => {
    const lines = [...user.matchAll(/^\[(\d+)\] (?:\([^)]*\) )?(.*)$/gm)];
    return { kind: "text", pieces: lines.slice(0, 3).map(([, n, text]) => `${text} [${n}]\n`) };
  });
  const answer = await playground.say("Was ist das Kommunale Integrationsmanagement?");
  expect(answer).toContain("Aus den Unterlagen zusammengefasst");
  expect(answer).toContain("openai:hausmodell");
  expect(await playground.page.getByText("AI generated").count()).toBe(1);
  const said = await playground.messages();
  expect(said.filter((text) => text.includes("zusammengefasst"))).toHaveLength(1);
  if (process.env.KIM_SCREENSHOTS) await playground.screenshot("docs/screenshots/answer-with-model.png");
}, 120_000);

test("a model that is busy is named, the documents are quoted, and the specialist office can be asked", async () => {
  server.chat({ kind: "status", status: 429 });
  await playground.say("Welche Phasen hat das Case Management?");
  const said = (await playground.messages()).join("\n");
  expect(said).toContain("ausgelastet");
  expect(said).toContain("Ein Fall durchläuft sieben Phasen");
  expect(await playground.press("Fachstelle fragen")).toContain("Geht an: Koordination");
  if (process.env.KIM_SCREENSHOTS) await playground.screenshot("docs/screenshots/ask-specialist-office.png");
}, 120_000);
