import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { type OpenAiServer, startOpenAiServer } from "../adapters/models/openai-server.js";

const run = promisify(execFile);

let server: OpenAiServer;
let folder: string;
beforeAll(async () => {
  server = await startOpenAiServer();
  folder = await mkdtemp(join(tmpdir(), "kim-"));
  await writeFile(
    join(folder, "zulage.md"),
    "# Zulage Nordhof\n\nDie Zulage Nordhof beträgt 30 Euro im Monat.",
  );
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

const kim = async (words: readonly string[], env: Readonly<Record<string, string>> = {}) =>
  run(process.execPath, [new URL("../../bot/launch.mjs", import.meta.url).pathname, ...words], {
    env: { PATH: process.env.PATH ?? "", DATA_DIR: join(folder, "data"), ...env },
  });

describe("kim knowledge", () => {
  test("says which model worded the answer, none where it is away, and asks nobody where none is set up", async () => {
    const models = { CHAT_MODEL: "openai:m", EMBEDDING_MODEL: "openai:e", OPENAI_BASE_URL: server.url };
    await kim(["knowledge", "ingest", join(folder, "zulage.md")], models);
    expect(server.requests.some(({ path }) => path.endsWith("/embeddings"))).toBe(true);

    const ask = async (env: Readonly<Record<string, string>>) => {
      const { stdout } = await kim(["knowledge", "ask", "Wie hoch ist die Zulage Nordhof?", "--json"], env);
      return JSON.parse(stdout) as { status: string; sentences: { text: string }[]; model: string };
    };
    server.chat(({ user }) => ({
      kind: "text",
      pieces: [`Die Zulage Nordhof beträgt 30 Euro. [${/\[(\d+)\][^\n]*beträgt 30/.exec(user)?.[1]}]`],
    }));
    const worded = await ask(models);
    expect(worded).toMatchObject({ status: "answer", model: "openai:m" });
    expect(worded.sentences).toEqual([
      {
        text: "Die Zulage Nordhof beträgt 30 Euro.",
        document: "zulage.md",
        title: "Zulage Nordhof",
        section: "Zulage Nordhof",
        page: null,
      },
    ]);
    server.chat({ kind: "status", status: 500 });
    expect(await ask(models)).toMatchObject({ status: "answer", model: "none" });
    const before = server.requests.length;
    expect(await ask({})).toMatchObject({ status: "answer", model: "none" });
    expect(server.requests).toHaveLength(before);
  }, 60_000);

  test("lists ratings and entries, and says what to do about a wrong id", async () => {
    expect(JSON.parse((await kim(["knowledge", "feedback", "--json"])).stdout)).toEqual([]);
    expect((await kim(["knowledge", "entries"])).stdout).toContain("Noch keine Auskunft");
    await expect(kim(["knowledge", "entries", "remove", "nichts"])).rejects.toMatchObject({ code: 1 });
    await expect(kim(["knowledge", "entries", "löschen"])).rejects.toMatchObject({ code: 2 });
  }, 60_000);

  test("refuses to start where nobody said where the model runs", async () => {
    const failed = kim(["knowledge", "ask", "x"], {
      CHAT_MODEL: "openai:m",
      OPENAI_BASE_URL: "https://m.example.org",
    });
    await expect(failed).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining("MODEL_REGION") });
  }, 30_000);
});
