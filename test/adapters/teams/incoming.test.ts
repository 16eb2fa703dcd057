import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { EventContent, IncomingEvent } from "../../../dialogs/event.js";
import { formCard, outcome, startUnderTest, type UnderTest } from "./server-under-test.js";

/** What the front door sees of what people and Teams do, over real HTTP. */
describe("what arrives at the front door", () => {
  let bot: UnderTest;
  beforeAll(async () => {
    bot = await startUnderTest(() => outcome([{ place: "new", card: formCard() }]));
  });
  afterAll(() => bot.close());

  const lastEvent = () => bot.events.at(-1) as IncomingEvent;

  test("a typed message carries person, conversation, language and zone", async () => {
    const person = bot.wire.person("Case Management Eschweiler", {
      timeZone: "Europe/Vienna",
      locale: "en-GB",
    });
    const turn = await person.says("Wohngeld in Eschweiler");
    expect(lastEvent()).toMatchObject({
      id: turn.sent.id,
      person: { id: person.id, name: "Case Management Eschweiler" },
      conversation: { id: person.conversation, scope: "personal" },
      locale: "en",
      timeZone: "Europe/Vienna",
      content: { kind: "text", text: "Wohngeld in Eschweiler" },
    });
  });

  test.each([
    ["groupChat", "group"],
    ["channel", "channel"],
  ] as const)("a mention in a %s becomes plain text", async (scope, expected) => {
    const person = bot.wire.person("Case Management Stolberg", { scope });
    await person.says("Ausländeramt Stolberg");
    expect(lastEvent()).toMatchObject({
      conversation: { id: person.conversation, scope: expected },
      content: { kind: "text", text: "Ausländeramt Stolberg" },
    });
  });

  test.each([
    ["no conversation type", {}, "personal"],
    ["a group without a type", { isGroup: true }, "group"],
    ["a type of the future", { conversationType: "hologram" }, "group"],
  ])("with %s the scope is never taken for more private than it is", async (_, members, expected) => {
    await bot.wire
      .person("Koordination")
      .sends({ text: "Hallo", conversation: { id: "a:scope", ...members } });
    expect(lastEvent().conversation.scope).toBe(expected);
  });

  test.each([
    ["non-breaking spaces", "Wohngeld\u00a0in&nbsp;Aachen ", "Wohngeld in Aachen"],
    ["entities, once", "Kita &amp; Schule &lt;3 &#167; 8a &auml;h &amp;lt;", "Kita & Schule <3 § 8a äh &lt;"],
    ["invisible characters", "\u200bWohn\u00adgeld\u0000\u202e", "Wohngeld"],
    ["Windows line ends", "eins\r\nzwei\rdrei", "eins\nzwei\ndrei"],
    ["a decomposed umlaut", "Zusta\u0308ndigkeit", "Zuständigkeit"],
    ["half a character", "Familie \ud83d", "Familie \ufffd"],
    ["what looks like markup but was typed", "a < b und c > d", "a < b und c > d"],
    ["an entity that is none", "R&D; &unknown; &#0;", "R&D; &unknown; &#0;"],
    ["a mention of somebody else", "Frag <at>Koordination</at> bitte", "Frag Koordination bitte"],
  ])("%s are read as they were meant", async (_, text, expected) => {
    await bot.wire.person("Case Management Alsdorf").sends({ text });
    expect(lastEvent().content).toEqual({ kind: "text", text: expected });
  });

  test("formatted text loses its tags and keeps its lines", async () => {
    const text = "<p>Neuer Fall:</p><p>Kita <b>und</b> Wohnung<br/>eilig</p>";
    await bot.wire.person("Case Management Alsdorf").sends({ text, textFormat: "xml" });
    expect(lastEvent().content).toEqual({ kind: "text", text: "Neuer Fall:\nKita und Wohnung\neilig" });
  });

  test.each<[string, Record<string, unknown>, EventContent]>([
    ["an empty message", { text: "  " }, { kind: "other", what: "message.empty" }],
    ["no text at all", { text: null }, { kind: "other", what: "message.empty" }],
    [
      "a file",
      { text: "", attachments: [{ contentType: "application/pdf" }] },
      { kind: "attachments", text: "", files: [], others: ["file"] },
    ],
    [
      "Teams' copy as HTML, which is no file",
      { text: "", attachments: [{ contentType: "text/html" }] },
      { kind: "other", what: "message.empty" },
    ],
    ["8,001 characters", { text: "ä".repeat(8_001) }, { kind: "other", what: "message.too-long" }],
    ["8,000 characters", { text: "ä".repeat(8_000) }, { kind: "text", text: "ä".repeat(8_000) }],
    ["a foreign button", { text: "", value: { some: "thing" } }, { kind: "other", what: "press.foreign" }],
    ["a foreign button with text", { text: "Hilfe", value: { x: 1 } }, { kind: "text", text: "Hilfe" }],
    ["a reaction", { type: "messageReaction" }, { kind: "other", what: "messageReaction" }],
    [
      "an edit",
      { type: "messageUpdate", id: "1:7", text: "neu" },
      { kind: "edited", text: "neu", message: "1:7" },
    ],
    [
      "a message that is there again",
      { type: "messageUpdate", text: "neu", channelData: { eventType: "undeleteMessage" } },
      { kind: "other", what: "messageUpdate" },
    ],
    [
      "a deletion",
      { type: "messageDelete", id: "1:8", channelData: { eventType: "softDeleteMessage" } },
      { kind: "deleted", message: "1:8" },
    ],
    [
      "a new member who is not the bot",
      { type: "conversationUpdate", membersAdded: [{ id: "29:other" }] },
      { kind: "other", what: "conversationUpdate" },
    ],
    ["an installation", { type: "installationUpdate", action: "add" }, { kind: "installed" }],
    [
      "a removal",
      { type: "installationUpdate", action: "remove" },
      { kind: "other", what: "installationUpdate" },
    ],
  ])("%s is told as what it is", async (_, members, expected) => {
    const turn = await bot.wire.person("Case Management Würselen").sends(members);
    expect(turn.status).toBe(200);
    expect(lastEvent().content).toEqual(expected);
  });

  test("the bot is told that it was added", async () => {
    await bot.wire.person("Case Management Roetgen").installs();
    expect(lastEvent().content).toEqual({ kind: "installed" });
  });

  test.each([
    ["de-DE", "de"],
    ["en-US", "en"],
    ["tr-TR", "de"],
    ["english?", "de"],
    [42, "de"],
    [null, "de"],
  ])("a client in %s is answered in %s", async (locale, expected) => {
    await bot.wire.person("Case Management Simmerath").sends({ text: "Hallo", locale });
    expect(lastEvent().locale).toBe(expected);
  });

  test.each([
    [
      "the client's zone first",
      [{ type: "clientInfo", timezone: "Asia/Tokyo" }],
      "Europe/Rome",
      "Asia/Tokyo",
    ],
    ["else the activity's", [{ type: "clientInfo", timezone: "Mars/Olympus" }], "Europe/Rome", "Europe/Rome"],
    ["else Berlin", null, "../../etc/passwd", "Europe/Berlin"],
    ["else Berlin, if nothing is said", undefined, undefined, "Europe/Berlin"],
    ["else Berlin, if both are of the wrong kind", "x", 7, "Europe/Berlin"],
  ])("the time zone is %s", async (_, entities, localTimezone, expected) => {
    await bot.wire.person("Case Management Monschau").sends({ text: "Hallo", entities, localTimezone });
    expect(lastEvent().timeZone).toBe(expected);
  });

  test("a person without an Entra id goes by the channel's id", async () => {
    await bot.wire.person("x").sends({ text: "Hallo", from: { id: "29:abc", name: null } });
    expect(lastEvent().person).toEqual({ id: "29:abc", account: "29:abc" });
  });

  test("the reference holds ids and no name", async () => {
    const person = bot.wire.person("Case Management Herzogenrath");
    await person.says("Hallo");
    expect(lastEvent().reference).not.toContain("Case Management Herzogenrath");
    expect(JSON.parse(lastEvent().reference)).toMatchObject({
      serviceUrl: `${bot.wire.connector.url}/`,
      channelId: "msteams",
      conversation: { id: person.conversation },
      bot: { id: "28:kim" },
      user: { id: `29:${person.id}` },
    });
  });

  test("the language can be fixed, since the Playground always says en-US", async () => {
    const fixed = await startUnderTest(() => outcome(), { locale: "de" });
    await fixed.wire.person("Koordination", { locale: "en-US" }).says("Hallo");
    expect(fixed.events.at(-1)?.locale).toBe("de");
    await fixed.close();
  });

  describe("a button", () => {
    test("of Action.Execute carries action, nonce, data, inputs and the card's id", async () => {
      const person = bot.wire.person("Case Management Baesweiler");
      const shown = await person.says("Neuer Fall");
      await person.presses(shown, "Anlegen", { people: 5 });
      expect(lastEvent().content).toEqual({
        kind: "press",
        action: "case.create",
        nonce: "n1",
        fields: { draft: "d7", note: "wie gehabt", people: "5" },
        cardActivityId: shown.replies[0]?.id,
      });
    });

    test("pressed by an old client comes as a message with the same content", async () => {
      const person = bot.wire.person("Case Management Baesweiler");
      const shown = await person.says("Neuer Fall");
      await person.presses(shown, "case.create", { note: "neu", people: 2 }, { as: "submit" });
      expect(lastEvent().content).toMatchObject({
        kind: "press",
        action: "case.create",
        nonce: "n1",
        fields: { draft: "d7", note: "neu", people: "2" },
        cardActivityId: shown.replies[0]?.id,
      });
    });

    test("without a nonce, a verb or inputs is still a press", async () => {
      await bot.wire.person("x").sends({ text: null, value: { kim: { action: "help" } } });
      expect(lastEvent().content).toEqual({ kind: "press", action: "help", fields: {} });
    });

    test("brings numbers and booleans as text, and nothing that reaches into prototypes", async () => {
      const value = JSON.parse(
        `{"kim":{"action":"a"},"n":1.5,"b":false,"list":[1],"deep":{"x":1},"nil":null,
          "__proto__":"bad","constructor":"bad","prototype":"bad","msteams":{"type":"task/fetch"}}`,
      );
      await bot.wire.person("x").sends({ text: null, value });
      const { content } = lastEvent();
      expect(content).toEqual({ kind: "press", action: "a", fields: { n: "1.5", b: "false" } });
      const fields = content.kind === "press" ? content.fields : {};
      expect(fields.toString).toBeUndefined();
    });

    test("with one input of more than 8,000 characters is not cut but told", async () => {
      const value = { kim: { action: "note.add" }, text: "x".repeat(8_001) };
      await bot.wire.person("x").sends({ text: null, value });
      expect(lastEvent().content).toEqual({ kind: "other", what: "press.too-long" });
    });
  });

  test("thumbs down arrive with the comment out of Teams' form", async () => {
    const person = bot.wire.person("Case Management Eschweiler");
    const { replies } = await person.says("Wohngeld");
    const [message] = replies;
    if (message === undefined) throw new Error("no reply");
    const turn = await person.rates(message, "dislike", "falsches Amt");
    expect(turn).toMatchObject({ status: 200, body: {} });
    expect(lastEvent().content).toEqual({
      kind: "feedback",
      reaction: "dislike",
      comment: "falsches Amt",
      answerId: message.id,
    });
  });

  test("an invoke that we do not know is answered as unknown", async () => {
    const turn = await bot.wire.person("x").sends({ type: "invoke", name: "task/fetch", value: {} });
    expect(turn.status).toBe(404);
    expect(lastEvent().content).toEqual({ kind: "other", what: "invoke.task/fetch" });
  });
});
