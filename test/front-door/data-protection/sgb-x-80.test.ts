import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { ConfigFaulty, readConfig } from "../../../bot/config.js";
import { type OpenAiServer, startOpenAiServer } from "../../adapters/models/openai-server.js";
import { type Bot, caseIdIn, startBot } from "../bot.js";

/** § 80 SGB X, our choice stricter than the law: no case text to a model outside the EU; by default none to any. */

let models: OpenAiServer;
let bot: Bot;
beforeAll(async () => {
  models = await startOpenAiServer();
  bot = await startBot({
    CHAT_MODEL: "openai:test",
    EMBEDDING_MODEL: "openai:test",
    OPENAI_BASE_URL: models.url,
    OPENAI_API_KEY: "none",
    MODEL_REGION: "local",
  });
}, 60_000);
afterAll(async () => {
  await bot.close();
  await models.close();
});

test("by default there is no model", () => {
  const { models: configured } = readConfig({});
  expect(JSON.stringify(configured)).not.toContain("openai");
});

test("a model starts only where the operator says that it is in the EU or in the own house", () => {
  const OPENAI_BASE_URL = "https://models.example.org/v1";
  for (const kind of ["CHAT_MODEL", "EMBEDDING_MODEL"]) {
    const model = { [kind]: "openai:test", OPENAI_API_KEY: "none", OPENAI_BASE_URL };
    expect(() => readConfig(model)).toThrow(ConfigFaulty);
    expect(() => readConfig({ ...model, MODEL_REGION: "us" })).toThrow(ConfigFaulty);
    expect(() => readConfig({ ...model, MODEL_REGION: "eu" })).not.toThrow();
  }
});

test("even where a model is set up, nothing of a case is sent to it", async () => {
  const person = bot.wire.person("Case Management Eschweiler");
  const words = ["Dachgeschoss", "Heizkostenabrechnung", "Tigrinya"];
  const form = await person.says(`Neuer Fall: Eschweiler, Wohngeld, spricht ${words[2]}`);
  const id = caseIdIn((await person.presses(form, "Anlegen")).text);
  await person.says(`Notiz zu ${id}: ${words[0]} zu klein`);
  await person.says(`Maßnahme zu ${id}: ${words[1]} prüfen bis 12.03.2027`);
  for (const say of [
    `Verlauf ${id}`,
    `Zeig mir ${id}`,
    "was steht diese woche an",
    `Ansprechpartner zu ${id}`,
    `FaKo für ${id} mit JC nächste Woche`,
    `Einwilligung JC ${id} schriftlich heute`,
  ]) {
    await person.says(say);
  }
  await person.says("Welche Phasen hat das Case Management?");
  const asked = models.requests.map(({ raw }) => raw).join("\n");
  // Both were asked something, so that what they were not asked means something.
  for (const path of ["/chat/completions", "/embeddings"]) {
    expect(models.requests.some((request) => request.path.endsWith(path))).toBe(true);
  }
  for (const word of [...words, id]) expect(asked).not.toContain(word);
});
