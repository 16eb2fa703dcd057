import { describe, expect, test } from "@jest/globals";
import { ConfigFaulty, readConfig } from "../../bot/config.js";

const faultsOf = (env: Readonly<Record<string, string>>): readonly string[] => {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    if (error instanceof ConfigFaulty) return error.faults;
    throw error;
  }
};

const house = { CHAT_MODEL: "openai:m", OPENAI_BASE_URL: "https://models.example.org/v1" };

describe("the settings of the models", () => {
  test("are none by default", () => {
    const { models } = readConfig({});
    expect(models.chat).toBeUndefined();
    expect(models.embedding).toBeUndefined();
  });

  test("want to know where a model runs, or the bot does not start", () => {
    expect(faultsOf(house)).toEqual([expect.stringContaining("MODEL_REGION fehlt")]);
    expect(faultsOf({ ...house, MODEL_REGION: "us" })).toEqual([expect.stringContaining("MODEL_REGION")]);
    expect(faultsOf({ ...house, MODEL_REGION: "eu" })).toEqual([]);
    expect(faultsOf({ ...house, MODEL_REGION: "local" })).toEqual([]);
  });

  test("a model on this very machine says it by itself, in demo mode alone", () => {
    const here = { ...house, OPENAI_BASE_URL: "http://127.0.0.1:8000/v1" };
    expect(faultsOf(here)).toEqual([]);
    const production = {
      MicrosoftAppId: "11111111-1111-4111-8111-111111111111",
      MicrosoftAppPassword: "x",
      MicrosoftAppTenantId: "t",
      KIM_MASTER_KEY: Buffer.alloc(32).toString("base64"),
    };
    expect(faultsOf({ ...here, ...production })).toEqual([expect.stringContaining("MODEL_REGION fehlt")]);
  });

  test.each([
    [
      "the default address of a provider",
      { CHAT_MODEL: "openai:m", MODEL_REGION: "eu" },
      "OPENAI_BASE_URL fehlt",
    ],
    [
      "a host outside of the EU",
      { ...house, MODEL_REGION: "eu", OPENAI_BASE_URL: "https://api.openai.com/v1" },
      "nicht in der EU",
    ],
    ["no endpoint", { EMBEDDING_MODEL: "azure_openai:e", MODEL_REGION: "eu" }, "AZURE_OPENAI_ENDPOINT fehlt"],
    [
      "a way that is not encrypted",
      { ...house, MODEL_REGION: "eu", OPENAI_BASE_URL: "http://m.example.org/v1" },
      "https://",
    ],
    [
      "a copy to a tracing service",
      { ...house, MODEL_REGION: "eu", LANGSMITH_TRACING: "true" },
      "LANGSMITH_TRACING",
    ],
    ["an unknown provider", { CHAT_MODEL: "anthropic:m", MODEL_REGION: "eu" }, "CHAT_MODEL"],
  ] as const)("refuse %s and say what to do", (_, env, words) => {
    expect(faultsOf(env).join("\n")).toContain(words);
  });

  test("read LangChain's form for each provider", () => {
    expect(readConfig({ CHAT_MODEL: "ollama:qwen3:8b", MODEL_REGION: "local" }).models.chat).toEqual({
      provider: "ollama",
      model: "qwen3:8b",
      baseUrl: "http://127.0.0.1:11434",
    });
    expect(
      readConfig({
        EMBEDDING_MODEL: "azure_openai:kim-embeddings",
        AZURE_OPENAI_ENDPOINT: "https://kim.openai.azure.com",
        AZURE_OPENAI_API_KEY: "k",
        MODEL_REGION: "eu",
      }).models.embedding,
    ).toEqual({
      provider: "azure_openai",
      model: "kim-embeddings",
      baseUrl: "https://kim.openai.azure.com",
      apiKey: "k",
    });
  });
});
