import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { ingestDocuments } from "../../bot/commands/ingest-documents.js";
import { LATE_ANSWERS } from "../../dialogs/late-answers.js";
import { type OpenAiServer, startOpenAiServer } from "../adapters/models/openai-server.js";
import { attacks } from "../knowledge/writing/attacks.js";
import type { Turn } from "../wire/person.js";
import { type Bot, startBot } from "./bot.js";
import { eventually } from "./eventually.js";
import { learnedElsewhere } from "./learned-elsewhere.js";

let server: OpenAiServer;
let bot: Bot;
/** The same documents, no model. */
let plain: Bot;

const fact = (name: string) => `Die Zulage ${name} beträgt 30 Euro im Monat, wenn der Kurs besucht wird.`;

async function ingest(into: Bot): Promise<void> {
  const folder = join(into.dataDir, "papers");
  await mkdir(folder);
  const page = (name: string, more = "") => `# Merkblatt Zulage ${name}\n\n${fact(name)} ${more}\n`;
  await writeFile(
    join(folder, "nordhof.md"),
    `---\nQuelle: https://papers.example.org/nordhof\n---\n${page("Nordhof", "Die Ansprechperson ist Frau Erika Mustermann, Tel. 030 23125 123.")}`,
  );
  for (const [i, { text }] of attacks.entries()) {
    await writeFile(join(folder, `angriff-${i}.md`), page(`Angriff${i}`, text));
  }
  await ingestDocuments(into.ledger, [folder]);
}

beforeAll(async () => {
  server = await startOpenAiServer();
  bot = await startBot({ CHAT_MODEL: "openai:house-model", OPENAI_BASE_URL: server.url });
  plain = await startBot();
  await Promise.all([ingest(bot), ingest(plain)]);
}, 60_000);
afterAll(async () => {
  await Promise.all([bot.close(), plain.close()]);
  await server.close();
});
beforeEach(() => server.chat({ kind: "text", pieces: ["KEINE ANTWORT"] }));

const QUESTION = "Wie hoch ist die Zulage Nordhof?";
/** The number that the prompt gives a sentence. */
const numberOf = (material: string, words: string) =>
  /^\[(\d+)\]/.exec(material.split("\n").find((line) => line.includes(words)) ?? "")?.[1] ?? "0";
const answering = (sentence: (name: string) => string) =>
  server.chat(({ user }) => ({
    kind: "text",
    pieces: [sentence("Nordhof"), ` [${numberOf(user, "Zulage Nordhof beträgt")}]\n`],
  }));

type Entity = { readonly type: string; readonly [key: string]: unknown };
const entitiesOf = (turn: Turn) => (turn.replies.at(-1)?.activity.entities ?? []) as readonly Entity[];

describe("an answer that a model words", () => {
  test("is streamed, ends with the AI label, what may be done with it, its source and feedback", async () => {
    answering(fact);
    const person = bot.wire.person("Case Management");
    const answer = await person.says(QUESTION);
    expect(answer.text).toContain("Aus den Unterlagen zusammengefasst");
    expect(answer.text).toContain("30 Euro im Monat, wenn der Kurs besucht wird. [1]");
    expect(answer.text).toContain("openai:house-model");
    expect(answer.replies).toHaveLength(1);

    const pieces = bot.wire.connector.received.filter(
      ({ conversation, activity }) =>
        conversation === person.conversation && activity.type === "typing" && activity.text,
    );
    expect(pieces[0]?.activity.entities).toEqual([
      { type: "streaminfo", streamType: "streaming", streamSequence: 1 },
    ]);
    const [info, label] = entitiesOf(answer);
    expect(info).toEqual({ type: "streaminfo", streamType: "final", streamId: pieces[0]?.id });
    const reply = answer.replies[0]?.activity;
    for (const { activity } of pieces)
      expect(String(reply?.text).startsWith(String(activity.text))).toBe(true);
    expect(label).toMatchObject({
      additionalType: ["AIGeneratedContent"],
      usageInfo: { "@type": "CreativeWork", name: "Nur für den Dienstgebrauch" },
      citation: [
        {
          position: 1,
          appearance: { name: "Merkblatt Zulage Nordhof", url: "https://papers.example.org/nordhof" },
        },
      ],
    });
    expect(reply?.channelData).toEqual({ feedbackLoop: { type: "default" } });
  });

  test("in a group comes at once and whole", async () => {
    answering(fact);
    const person = bot.wire.person("Koordination", { scope: "groupChat" });
    const answer = await person.says(QUESTION);
    expect(answer.text).toContain("30 Euro");
    expect(entitiesOf(answer).map(({ type }) => type)).toEqual(["https://schema.org/Message"]);
  });

  test("keeps what is supported and drops the rest", async () => {
    server.chat(({ user }) => {
      const number = numberOf(user, "Zulage Nordhof beträgt");
      return {
        kind: "text",
        pieces: [
          `${fact("Nordhof")} [${number}]\n`,
          `Die Zulage Nordhof beträgt 90 Euro im Monat, wenn der Kurs besucht wird. [${number}]\n`,
          `Sie wird rückwirkend gezahlt. [${number}]\nOhne Beleg ist alles möglich.`,
        ],
      };
    });
    const answer = await bot.wire.person("Case Management").says(QUESTION);
    expect(answer.text).toContain("30 Euro");
    expect(answer.text).not.toMatch(/90 Euro|rückwirkend|Ohne Beleg/);
  });

  test("the same event again asks the model once", async () => {
    answering(fact);
    const person = bot.wire.person("Case Management");
    const first = await person.says(QUESTION);
    const asked = server.requests.length;
    await learnedElsewhere(bot, person, first);
    await person.redelivers();
    expect(server.requests).toHaveLength(asked);
    expect(first.text).toContain("30 Euro");
  });
});

describe("what leaves the house", () => {
  const sent = () => server.requests.map(({ raw }) => raw).join("\n");

  test("is neither the name that was typed nor those in the documents", async () => {
    const answer = await bot.wire
      .person("Case Management")
      .says(`${QUESTION} Es geht um Herrn Max Testmann, geb. 03.04.1990.`);
    expect(answer.text).toContain("30 Euro");
    expect(sent()).toContain("Nordhof");
    for (const word of ["Testmann", "1990", "Mustermann", "23125"]) expect(sent()).not.toContain(word);
  });

  test("are instructions that are the same whoever asks, and hold nothing to give away", async () => {
    const before = server.requests.length;
    for (const name of ["Case Management Eschweiler", "Case Management Stolberg"]) {
      await bot.wire.person(name).says(QUESTION);
    }
    const [instructions = "", ...others] = new Set(server.requests.slice(before).map(({ system }) => system));
    expect(others).toEqual([]);
    expect(instructions).not.toBe("");
    expect(instructions).not.toMatch(/Eschweiler|Stolberg|K-[0-9A-Z]{5}|https?:|@|\d{3}/);
  });

  test("is no question about a case or about health", async () => {
    const before = server.requests.length;
    const person = bot.wire.person("Case Management");
    for (const question of [`${QUESTION} Es geht um K-7F3Q9.`, `${QUESTION} Die Klientin hat Krebs.`]) {
      const answer = await person.says(question);
      expect(answer.text).toContain("ging deshalb an kein Sprachmodell");
      expect(answer.text).toContain("30 Euro");
    }
    expect(server.requests).toHaveLength(before);
  });
});

describe("a model that is away", () => {
  test.each([
    ["too many requests", { kind: "status", status: 429 }, "ausgelastet"],
    ["a wrong key", { kind: "status", status: 401 }, "Ihre Administration"],
    ["a broken server", { kind: "status", status: 500 }, "nicht erreichbar"],
    ["no words of this API", { kind: "raw", body: "data: <html>\n\n" }, "nichts Brauchbares"],
    [
      "a stream that breaks off in its first sentence",
      { kind: "cut", pieces: ["Die Zu"] },
      "nicht erreichbar",
    ],
  ] as const)("%s: the documents are quoted, and why is said", async (_, fault, words) => {
    server.chat(fault);
    const answer = await bot.wire.person("Case Management").says(QUESTION);
    expect(answer.text).toContain(words);
    expect(answer.text).toContain("Statt einer Zusammenfassung");
    expect(answer.text).toContain("30 Euro");
    expect(entitiesOf(answer).some(({ additionalType }) => additionalType)).toBe(false);
  });

  test("hangs after a sentence: what holds is the answer, within ten seconds", async () => {
    server.chat(({ user }) => ({
      kind: "hang",
      pieces: [`${fact("Nordhof")} [${numberOf(user, "Zulage Nordhof beträgt")}]\n`, "Die "],
    }));
    const from = Date.now();
    const answer = await bot.wire.person("Case Management").says(QUESTION);
    expect(Date.now() - from).toBeLessThan(10_000);
    expect(answer.text).toContain("30 Euro");
    expect(answer.text).toContain("openai:house-model");
  }, 15_000);

  test("hangs before its first word: quoted, within ten seconds", async () => {
    server.chat({ kind: "hang", pieces: [] });
    const from = Date.now();
    const answer = await bot.wire.person("Case Management").says(QUESTION);
    expect(Date.now() - from).toBeLessThan(10_000);
    expect(answer.text).toContain("nicht rechtzeitig");
    expect(answer.text).toContain("30 Euro");
  }, 15_000);
});

describe("a model that is late", () => {
  async function askedLate(sentence: (number: string) => string) {
    let write: () => void = () => {};
    const until = new Promise<void>((resolve) => {
      write = resolve;
    });
    server.chat(({ user }) => ({
      kind: "slow",
      until,
      pieces: [sentence(numberOf(user, "Zulage Nordhof beträgt"))],
    }));
    const person = bot.wire.person("Case Management");
    const answer = await person.says(QUESTION);
    // The quotes came in time, and say what may still come.
    expect(answer.text).toContain("nicht rechtzeitig");
    expect(answer.text).toContain("nimmt sie den Platz dieser Nachricht ein");
    expect(answer.text).toContain("30 Euro");
    write();
    return { person, answer };
  }

  test("has its answer take the place of the quotes, once it is checked", async () => {
    const { person, answer } = await askedLate((number) => `${fact("Nordhof")} [${number}]\n`);
    const { activity } = await bot.wire.connector.saw(
      ({ method, conversation }) => method === "PUT" && conversation === person.conversation,
    );
    expect(activity.text).toContain("Aus den Unterlagen zusammengefasst");
    expect(activity.text).toContain("openai:house-model");
    const [standing, ...others] = bot.wire.connector.messages(person.conversation);
    expect(others).toEqual([]);
    expect(standing?.id).toBe(answer.replies[0]?.id);
  }, 20_000);

  test("changes nothing with what its sources do not say", async () => {
    const { person, answer } = await askedLate(
      (number) => `Die Zulage Nordhof beträgt 90 Euro im Monat, wenn der Kurs besucht wird. [${number}]\n`,
    );
    const late = () =>
      bot
        .logged()
        .split("\n")
        .filter((line) => line.includes("model-wrote-late"));
    await eventually("the late answer", async () => late().find((line) => line.includes('"nothing"')));
    expect(await bot.ledger.store.jobs(LATE_ANSWERS, 10)).toEqual([]);
    expect(bot.wire.connector.messages(person.conversation)[0]?.text).toBe(answer.replies[0]?.activity.text);
  }, 20_000);
});

describe("prompt text changes nothing", () => {
  test("in messages: a model that obeys is answered as if there were none", async () => {
    const asked = bot.wire.person("Case Management");
    const unasked = plain.wire.person("Case Management");
    for (const { text, obeys } of attacks) {
      server.chat({
        kind: "text",
        pieces: [obeys, "\n", obeys.replace("[1]", "[2]"), "\n", obeys.replace("[1]", "[3]")],
      });
      const question = `${QUESTION} ${text}`;
      const [answer, expected] = [await asked.says(question), await unasked.says(question)];
      expect({ text, answer: answer.text.replace(/\n*Ihre Frage nennt .*\n*/, "") }).toEqual({
        text,
        answer: expected.text.replace(/\n*Ihre Frage nennt .*\n*/, ""),
      });
    }
  }, 120_000);

  test("in documents: a model that obeys is answered as if there were none", async () => {
    const asked = bot.wire.person("Case Management");
    const unasked = plain.wire.person("Case Management");
    for (const [i, { obeys }] of attacks.entries()) {
      // It cites every sentence that it was given, one after another.
      server.chat(({ user }) => ({
        kind: "text",
        pieces: [...user.matchAll(/^\[(\d+)\]/gm)].map(([, n]) => `${obeys.replace("[1]", `[${n}]`)}\n`),
      }));
      const question = `Wie hoch ist die Zulage Angriff${i}?`;
      const [answer, expected] = [await asked.says(question), await unasked.says(question)];
      expect({ i, answer: answer.text }).toEqual({ i, answer: expected.text });
    }
  }, 120_000);
});
