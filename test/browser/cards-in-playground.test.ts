import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { Browser } from "playwright-core";
import type { IncomingEvent } from "../../dialogs/event.js";
import type { Card } from "../../dialogs/reply.js";
import {
  closeAll,
  formCard,
  outcome,
  say,
  startUnderTest,
  type UnderTest,
} from "../adapters/teams/server-under-test.js";
import { openBrowser, openPlayground, type Playground } from "./playground.js";
import { type PlaygroundProcess, startPlayground } from "./playground-process.js";

/** The adapter before a client that is not of our making. */
describe("in the Agents Playground", () => {
  let bot: UnderTest;
  let teams: PlaygroundProcess;
  let browser: Browser;
  let playground: Playground;

  beforeAll(async () => {
    bot = await startUnderTest(({ content }) => {
      if (content.kind === "installed") return outcome([say("Willkommen")]);
      if (content.kind === "press" && content.action === "broken") throw new Error("out of order");
      if (content.kind !== "press") return outcome([{ place: "new", card: choices(), feedback: true }]);
      return outcome([], { replacement: { place: "pressed", card: told(JSON.stringify(content.fields)) } });
    });
    teams = await startPlayground(`${bot.server.url}/api/messages`);
    browser = await openBrowser();
    playground = await openPlayground(browser, teams.url);
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await teams?.close();
    await closeAll();
  });

  const lastEvent = () => bot.events.at(-1) as IncomingEvent;

  test("a message is answered with a card, and its inputs come back as the person filled them", async () => {
    await playground.say("Neuer Fall & mehr <b>");
    expect(lastEvent()).toMatchObject({
      conversation: { scope: "personal" },
      timeZone: "Europe/Berlin",
      content: { kind: "text", text: "Neuer Fall & mehr <b>" },
    });
    await playground.fill("Notiz", "neu");
    await playground.fill("Personen", 5);
    await playground.fill("Ort", "Stolberg");
    await playground.fill("Themen", ["Kita", "Wohnung"]);
    await playground.fill("Einwilligung", true);
    await playground.fill("Bis", "2026-12-15");
    const answer = await playground.press("Anlegen");
    const fields = {
      draft: "d7",
      note: "neu",
      people: "5",
      place: "s",
      topics: "k,w",
      consent: "true",
      due: "2026-12-15",
    };
    expect(lastEvent().content).toMatchObject({ kind: "press", action: "case.create", nonce: "n1", fields });
    expect(answer).toContain('"note":"neu"');
  });

  test("a card is replaced in place, by Action.Execute and by Action.Submit", async () => {
    await playground.say("noch einer");
    const before = (await playground.messages()).length;
    expect(await playground.press("Alt")).toContain('"note":"wie gehabt"');
    expect(await playground.messages()).toHaveLength(before);
  });

  test("an emptied input is left out", async () => {
    await playground.say("und einer");
    await playground.fill("Notiz", "");
    await playground.press("Anlegen");
    expect(lastEvent().content).toMatchObject({ fields: { draft: "d7" } });
    expect(lastEvent().content).not.toMatchObject({ fields: { note: expect.anything() } });
  });

  test("a failure is said on the card and in the chat, and the card stays", async () => {
    await playground.say("der geht schief");
    const answer = await playground.press("Kaputt");
    expect(answer).toContain("Das hat nicht geklappt.");
    // Teams keeps what was typed; the Playground draws its cards anew with each message, and the typed text is gone.
    expect(await playground.card().allInnerTexts()).toEqual([expect.stringContaining("Neuer Fall")]);
  });

  test("feedback arrives, though the Playground does not say on which message", async () => {
    await playground.say("bewerte mich");
    await playground.rate("Dislike", "falsches Amt");
    const feedback = { kind: "feedback", reaction: "dislike", comment: "falsches Amt", answerId: "" };
    expect(bot.events.map(({ content }) => content)).toContainEqual(feedback);
  });

  test.each([
    ["KIM-Team", "group"],
    ["Austausch", "channel"],
  ] as const)("in %s the bot is mentioned and knows that others read along", async (chat, scope) => {
    await playground.openChat(chat);
    await playground.say("Wohngeld Stolberg");
    expect(lastEvent()).toMatchObject({
      conversation: { scope },
      content: { kind: "text", text: "Wohngeld Stolberg" },
    });
  });
});

function told(text: string): Card {
  return { type: "AdaptiveCard", version: "1.5", body: [{ type: "TextBlock", text, wrap: true }] };
}

/** The form of the other tests with an input of each kind, an old-style button and one that fails. */
function choices(): Card {
  const form = formCard() as Card & {
    readonly body: readonly unknown[];
    readonly actions: readonly unknown[];
  };
  const towns = [
    { title: "Aachen", value: "a" },
    { title: "Stolberg", value: "s" },
  ];
  const topics = [
    { title: "Kita", value: "k" },
    { title: "Wohnung", value: "w" },
  ];
  return {
    ...form,
    body: [
      ...form.body,
      { type: "Input.ChoiceSet", id: "place", label: "Ort", choices: towns },
      {
        type: "Input.ChoiceSet",
        id: "topics",
        label: "Themen",
        choices: topics,
        isMultiSelect: true,
        style: "expanded",
      },
      { type: "Input.Toggle", id: "consent", label: "Einwilligung", title: "liegt vor" },
      { type: "Input.Date", id: "due", label: "Bis" },
    ],
    actions: [
      ...form.actions,
      { type: "Action.Submit", title: "Alt", data: { kim: { action: "old" } } },
      { type: "Action.Execute", title: "Kaputt", verb: "broken", data: { kim: { action: "broken" } } },
    ],
  };
}
