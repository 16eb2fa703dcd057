import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { readFeedback } from "../../knowledge/documents/feedback.js";
import { cardFaults } from "../wire/card-faults.js";
import type { Person } from "../wire/person.js";
import { type Bot, caseIdIn, startBot } from "./bot.js";

/** The bodies that invokes are answered with, as Microsoft Learn describes them, over real HTTP. */

let bot: Bot;
let owner: Person;
let caseId: string;

beforeAll(async () => {
  bot = await startBot();
  owner = bot.wire.person("Case Management Eschweiler");
  const form = await owner.says("Neuer Fall: Familie 5 Pers. Eschweiler, Kita");
  caseId = caseIdIn((await owner.presses(form, "Anlegen")).text);
}, 60_000);
afterAll(() => bot.close());

/** The owner in the 1:1 chat, in a group, in a channel. */
const inPlaces = (): readonly Person[] => [
  owner,
  ...(["groupChat", "channel"] as const).map((scope) =>
    bot.wire.person("Case Management Eschweiler", { id: owner.id, scope }),
  ),
];

function search(person: Person, parameters: readonly { name: string; value: unknown }[]) {
  const value = { commandId: "findOffice", parameters, queryOptions: { skip: 0, count: 25 } };
  return person.sends({ type: "invoke", name: "composeExtension/query", value });
}

type Results = {
  readonly composeExtension: {
    readonly type: string;
    readonly attachmentLayout: string;
    readonly attachments: readonly {
      readonly contentType: string;
      readonly content: Record<string, unknown>;
      readonly preview: { readonly contentType: string; readonly content: Record<string, unknown> };
    }[];
  };
};

describe("composeExtension/query", () => {
  test("is answered with a list of cards, each with its preview, wherever one types", async () => {
    for (const person of inPlaces()) {
      const found = await search(person, [{ name: "query", value: "Jugendamt Baesweiler" }]);
      expect(found.status).toBe(200);
      const { composeExtension, ...rest } = found.body as Results;
      expect(rest).toEqual({});
      expect(composeExtension).toMatchObject({ type: "result", attachmentLayout: "list" });
      const [first] = composeExtension.attachments;
      expect(first).toMatchObject({
        contentType: "application/vnd.microsoft.card.adaptive",
        content: { type: "AdaptiveCard", version: "1.5" },
        preview: {
          contentType: "application/vnd.microsoft.card.thumbnail",
          content: { title: expect.stringContaining("A 51") },
        },
      });
      // Nothing is posted into the chat, which the bot may not be in.
      expect([...found.replies, ...found.updates]).toEqual([]);
    }
  });

  test("puts cards into a message that need no bot behind them: no button of ours, nothing that renews itself", async () => {
    const found = await search(owner, [{ name: "query", value: "Wohngeld" }]);
    const { attachments } = (found.body as Results).composeExtension;
    expect(attachments.length).toBeGreaterThan(3);
    for (const { content } of attachments) {
      expect(cardFaults(content)).toEqual([]);
      expect(JSON.stringify(content)).not.toMatch(/Action\.(Execute|Submit)|"refresh"|"kim"/);
    }
  });

  test("before anything is typed, and for what nobody knows, is an empty list", async () => {
    for (const parameters of [[{ name: "initialRun", value: "true" }], [{ name: "query", value: "qzxw" }]]) {
      const found = await search(owner, parameters);
      expect(found.body).toEqual({
        composeExtension: { type: "result", attachmentLayout: "list", attachments: [] },
      });
    }
  });

  test("knows no case, whoever asks", async () => {
    const found = await search(owner, [{ name: "query", value: caseId }]);
    expect(JSON.stringify(found.body)).not.toContain(caseId);
  });
});

describe("message/submitAction", () => {
  test("is answered with an empty object, and the rating is kept", async () => {
    const answer = await owner.says("Welche Phasen hat das Case Management?");
    const [message] = answer.replies;
    if (!message) throw new Error("no answer");
    expect(message.activity.channelData).toMatchObject({ feedbackLoop: { type: "default" } });
    const rated = await owner.rates(message, "dislike", "Zu lang");
    expect({ status: rated.status, body: rated.body }).toEqual({ status: 200, body: {} });
    expect([...rated.replies, ...rated.updates]).toEqual([]);
    const [newest] = await bot.peek((unit) => readFeedback(unit, 1));
    expect(newest).toMatchObject({ reaction: "dislike", comment: "Zu lang" });
  });
});

describe("adaptiveCard/action", () => {
  test("is answered with the card that takes the pressed one's place", async () => {
    const shown = await owner.says(`Zeig mir ${caseId}`);
    const form = await owner.presses(shown, "case.edit");
    const saved = await owner.presses(form, "case.save", { household: "4" });
    expect(saved.body).toMatchObject({
      statusCode: 200,
      type: "application/vnd.microsoft.card.adaptive",
      value: { type: "AdaptiveCard", version: "1.5" },
    });
  });

  test("of a card of somebody else's chat posts no word of it", async () => {
    const shown = await owner.says(`Zeig mir ${caseId}`);
    const stranger = bot.wire.person("Case Management Stolberg");
    const pressed = await stranger.presses(shown.card ?? {}, "case.edit");
    expect(JSON.stringify([pressed.body, pressed.replies])).not.toContain("Familie");
  });
});

test.each([
  "composeExtension/queryLink",
  "composeExtension/anonymousQueryLink",
  "composeExtension/selectItem",
  "composeExtension/fetchTask",
  "composeExtension/submitAction",
  "composeExtension/querySettingUrl",
  "task/fetch",
  "task/submit",
  "fileConsent/invoke",
  "signin/verifyState",
  "config/fetch",
])("%s, which the manifest does not offer, is answered as unknown and shows nothing", async (name) => {
  for (const person of inPlaces()) {
    const answer = await person.sends({
      type: "invoke",
      name,
      value: { url: `https://kim.example.org/${caseId}` },
    });
    expect({ status: answer.status, body: answer.body }).toEqual({ status: 404, body: undefined });
    expect([...answer.replies, ...answer.updates]).toEqual([]);
  }
});

describe("a message that nobody asked for", () => {
  test("goes to the stored reference of the 1:1 chat alone, as a message of its own, without content for the lock screen", async () => {
    // Since then the owner has spoken in a group, and searched in a chat of two people, which has no bot in it.
    const group = bot.wire.person("Case Management Eschweiler", { id: owner.id, scope: "groupChat" });
    await group.says("Hallo");
    const ofTwo = bot.wire.person("Case Management Eschweiler", {
      id: owner.id,
      conversation: "19:of-two@unq.gbl.spaces",
    });
    await search(ofTwo, [{ name: "query", value: "Wohngeld" }]);
    const colleague = bot.wire.person("Case Management Alsdorf");
    await colleague.says(`Notzugriff ${caseId} Grund: Frist läuft ab`);
    const told = await bot.wire.connector.saw(
      ({ conversation, raw }) => conversation === owner.conversation && raw.includes("Notzugriff"),
    );
    expect(told.method).toBe("POST");
    expect(told.path).toBe(`/v3/conversations/${encodeURIComponent(owner.conversation)}/activities`);
    expect(told.activity).toMatchObject({ type: "message", conversation: { id: owner.conversation } });
    expect(told.activity).not.toHaveProperty("replyToId");
    expect(String(told.activity.summary)).not.toMatch(/K-|Eschweiler|Frist/);
    const elsewhere = bot.wire.connector.received.filter(
      ({ conversation, raw }) => conversation !== owner.conversation && raw.includes("Notzugriff auf"),
    );
    expect(elsewhere.filter(({ conversation }) => conversation !== colleague.conversation)).toEqual([]);
  });
});
