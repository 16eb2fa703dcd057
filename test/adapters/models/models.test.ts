import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { openChatModel } from "../../../adapters/models/chat-model.js";
import { openEmbeddingModel } from "../../../adapters/models/embedding-model.js";
import type { ChatModel } from "../../../knowledge/models/chat-model.js";
import type { EmbeddingModel } from "../../../knowledge/models/embedding-model.js";
import type { ModelConnection } from "../../../knowledge/models/model-connection.js";
import { type OpenAiServer, startOpenAiServer } from "./openai-server.js";

let server: OpenAiServer;
let chat: ChatModel;
let embedding: EmbeddingModel;
beforeAll(async () => {
  server = await startOpenAiServer();
  const connection: ModelConnection = { provider: "openai", model: "house-model", baseUrl: server.url };
  chat = await openChatModel(connection);
  embedding = await openEmbeddingModel(connection);
});
afterAll(() => server.close());

const soon = () => AbortSignal.timeout(300);

async function written(signal = AbortSignal.timeout(5_000)): Promise<{ text: string; failure?: unknown }> {
  let text = "";
  try {
    for await (const piece of chat.write({ instructions: "System.", material: "Frage.", signal }))
      text += piece;
    return { text };
  } catch (failure) {
    return { text, failure };
  }
}

describe("a chat model behind the OpenAI API", () => {
  test("streams what the server writes, and asks with our words and without a trace of sampling", async () => {
    server.chat({ kind: "text", pieces: ["Der Antrag ", "ist kostenfrei. [1]"] });
    expect(await written()).toEqual({ text: "Der Antrag ist kostenfrei. [1]" });
    const asked = server.requests.at(-1);
    expect(asked).toMatchObject({ model: "house-model", system: "System.", user: "Frage." });
    const body = JSON.parse(asked?.raw ?? "{}");
    expect(body).toMatchObject({ stream: true, temperature: 0 });
    // Nothing that it could call: whatever it is talked into, it can only write.
    for (const power of ["tools", "tool_choice", "functions"]) expect(body).not.toHaveProperty(power);
  });

  test.each([
    ["a server that hangs before the first word", { kind: "hang", pieces: [] }, "too-slow"],
    ["a server that hangs in the middle", { kind: "hang", pieces: ["Der "] }, "too-slow"],
    ["a stream that breaks off", { kind: "cut", pieces: ["Der "] }, "unreachable"],
    ["too many requests", { kind: "status", status: 429, headers: { "retry-after": "1" } }, "throttled"],
    ["a wrong key", { kind: "status", status: 401 }, "refused"],
    ["an unknown model", { kind: "status", status: 404 }, "refused"],
    ["a broken server", { kind: "status", status: 503 }, "unreachable"],
    ["a stream that is no JSON", { kind: "raw", body: "data: {{{\n\n" }, "garbage"],
    ["a model that does not stop", { kind: "text", pieces: ["x".repeat(9_000)] }, "garbage"],
  ] as const)("%s is told apart", async (_, answer, failure) => {
    server.chat(answer);
    const { failure: thrown } = await written(soon());
    expect(thrown).toMatchObject({ name: "ModelFailed", failure });
    expect(String(thrown)).not.toContain("Frage");
  });

  test("asks once: a refusal is not repeated while a person waits", async () => {
    server.chat({ kind: "status", status: 503 });
    const before = server.requests.length;
    await written();
    expect(server.requests).toHaveLength(before + 1);
  });

  test("nobody listens: unreachable", async () => {
    const nowhere = await openChatModel({ provider: "openai", model: "m", baseUrl: "http://127.0.0.1:9/v1" });
    const read = async () => {
      for await (const _ of nowhere.write({ instructions: "", material: "", signal: soon() }));
    };
    await expect(read()).rejects.toMatchObject({ failure: "unreachable" });
  });
});

describe("an embedding model behind the OpenAI API", () => {
  test("asks for numbers, not for base64, and gives a vector for each text", async () => {
    const vectors = await embedding.embed(["abc", "aab"], soon());
    expect(vectors).toHaveLength(2);
    expect([...(vectors[1] ?? [])].slice(0, 3)).toEqual([2, 1, 0]);
    expect(server.requests.at(-1)?.raw).toContain('"encoding_format":"float"');
  });

  test.each([
    ["base64 all the same", { kind: "base64", of: () => [1, 2, 3] }, "garbage"],
    ["vectors of several dimensions", { kind: "vectors", of: (t: string) => [1, 2, ...t] }, "garbage"],
    ["nothing but zeros", { kind: "vectors", of: () => [0, 0, 0] }, "garbage"],
    [
      "no numbers",
      { kind: "raw", body: '{"data":[{"embedding":[null,"x"]},{"embedding":[1,2]}]}' },
      "garbage",
    ],
    ["fewer vectors than texts", { kind: "raw", body: '{"data":[{"embedding":[1,2]}]}' }, "garbage"],
    ["another shape", { kind: "raw", body: '{"data":"<html>"}' }, "garbage"],
    ["a status", { kind: "status", status: 429 }, "throttled"],
    ["nothing", { kind: "hang" }, "too-slow"],
  ] as const)("a server that gives %s is noticed", async (_, answer, failure) => {
    server.embeddings(answer as Parameters<OpenAiServer["embeddings"]>[0]);
    await expect(embedding.embed(["ab", "abc"], soon())).rejects.toMatchObject({ failure });
  });
});
