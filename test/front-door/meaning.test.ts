import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { openEmbeddingModel } from "../../adapters/models/embedding-model.js";
import { ingestDocuments } from "../../bot/commands/ingest-documents.js";
import { embedDocuments } from "../../bot/embed-documents.js";
import { vectorsInMemory } from "../../bot/vectors-in-memory.js";
import { beginWork } from "../../casework/store/unit-of-work.js";
import { type OpenAiServer, startOpenAiServer } from "../adapters/models/openai-server.js";
import { type Bot, startBot } from "./bot.js";

/** Texts about money lie near each other, whatever their words; so do those about animals. */
const meaningOf = (text: string): readonly number[] => [
  /Barmittel|Knete|Zuschuss/i.test(text) ? 1 : 0,
  /Hund|Vierbeiner/i.test(text) ? 1 : 0,
  0.1 + text.length / 10_000,
];

let server: OpenAiServer;
let bot: Bot;
let folder: string;
const embedding = async () => ({
  model: await openEmbeddingModel({ provider: "openai", model: "e", baseUrl: server.url }),
  cleanPassages: true,
});

beforeAll(async () => {
  server = await startOpenAiServer();
  server.embeddings({ kind: "vectors", of: meaningOf });
  bot = await startBot({
    CHAT_MODEL: "openai:c",
    EMBEDDING_MODEL: "openai:e",
    OPENAI_BASE_URL: server.url,
  });
  folder = join(bot.dataDir, "papers");
  await mkdir(folder);
  await writeFile(
    join(folder, "barmittel.md"),
    "# Barmittel\n\nBarmittel zahlt die Kasse im Rathaus aus. Frau Erika Mustermann hilft.",
  );
  await writeFile(join(folder, "hunde.md"), "# Hunde\n\nHunde sind im Rathaus anzuleinen.");
  await ingestDocuments(bot.ledger, [folder]);
});
afterAll(async () => {
  await bot.close();
  await server.close();
});

const vectors = () => vectorsInMemory(bot.ledger, "openai:e")();

describe("meaning beside words", () => {
  test("vectors are made once for each text, without what is personal in it, and seen by every instance", async () => {
    const first = await embedDocuments(bot.ledger, await embedding());
    expect(first.failed).toBeUndefined();
    const texts = server.requests.flatMap(({ inputs }) => inputs).join("\n");
    expect(texts).toContain("Barmittel");
    expect(texts).not.toContain("Mustermann");
    const again = await embedDocuments(bot.ledger, await embedding());
    expect(again.made).toBe(0);

    const before = (await vectors()).passages.length;
    await writeFile(
      join(folder, "hunde.md"),
      "# Hunde\n\nHunde sind im Rathaus anzuleinen.\n\n## Katzen\n\nKatzen nicht.",
    );
    await ingestDocuments(bot.ledger, [folder]);
    const changed = await embedDocuments(bot.ledger, await embedding());
    expect(changed.made).toBe(1);
    expect((await vectors()).passages).toHaveLength(before + 1);

    await rm(join(folder, "hunde.md"));
    await ingestDocuments(bot.ledger, [folder]);
    await embedDocuments(bot.ledger, await embedding());
    expect((await vectors()).documentOf).not.toContain("hunde.md");
  });

  test("a question in other words is answered by the model out of what is near", async () => {
    server.chat(({ user }) => {
      const number = /\[(\d+)\][^\n]*Barmittel zahlt/.exec(user)?.[1];
      return { kind: "text", pieces: [`Barmittel zahlt die Kasse im Rathaus aus. [${number ?? 0}]`] };
    });
    const answer = await bot.wire.person("Case Management").says("Woher kommt die Knete?");
    expect(answer.text).toContain("Barmittel zahlt die Kasse");
  });

  test("what is near but not for this person reaches neither the model nor the answer", async () => {
    const secret = "Zuschuss zahlt nur die Koordination aus.";
    await writeFile(
      join(folder, "zuschuss.md"),
      `---\ntitle: Zuschuss\nrollen: coordinator\n---\n# Zuschuss\n\n${secret}\n`,
    );
    await ingestDocuments(bot.ledger, [folder]);
    await embedDocuments(bot.ledger, await embedding());
    const askedBy = async (id: string) => {
      const before = server.requests.length;
      const { text } = await bot.wire.person("x", { id }).says("Woher kommt die Knete?");
      return text + server.requests.slice(before).map(({ user }) => user);
    };
    expect(await askedBy("00000000-0000-4000-8000-000000000003")).toContain(secret);
    const colleague = await askedBy("00000000-0000-4000-8000-000000000001");
    expect(colleague).toContain("Barmittel zahlt");
    expect(colleague).not.toContain(secret);
  });

  test("a model that hangs, fails or changed its dimension: words alone, in time", async () => {
    server.chat({ kind: "text", pieces: ["KEINE ANTWORT"] });
    for (const fault of [
      { kind: "hang" },
      { kind: "status", status: 500 },
      { kind: "vectors", of: () => [1, 2, 3, 4, 5] },
    ] as const) {
      server.embeddings(fault);
      const from = Date.now();
      const answer = await bot.wire.person("Case Management").says("Wer zahlt Barmittel aus?");
      expect(Date.now() - from).toBeLessThan(5_000);
      expect(answer.text).toContain("Kasse im Rathaus");
    }
  });

  test("vectors of another length or all alike are noticed when they are made, and nothing of them is kept", async () => {
    const before = (await vectors()).passages.length;
    await writeFile(join(folder, "neu.md"), "# Neu\n\nEins.\n\n## Zwei\n\nZwei.\n\n## Drei\n\nDrei.");
    await ingestDocuments(bot.ledger, [folder]);
    server.embeddings({ kind: "vectors", of: (text) => [text.length, 2, 3, 4] });
    expect((await embedDocuments(bot.ledger, await embedding())).failed).toBe("dimension");
    server.embeddings({ kind: "vectors", of: () => [1, 1, 1] });
    expect((await embedDocuments(bot.ledger, await embedding())).failed).toBe("garbage");
    server.embeddings({ kind: "status", status: 429 });
    expect((await embedDocuments(bot.ledger, await embedding())).failed).toBe("throttled");
    expect((await vectors()).passages).toHaveLength(before);
    expect(
      await beginWork(bot.ledger.store, bot.ledger.keyring, 0).range("document-vectors"),
    ).not.toHaveLength(0);
  });
});
