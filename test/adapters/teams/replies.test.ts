import { afterEach, describe, expect, test } from "@jest/globals";
import type { TurnOutcome } from "../../../bot/turn/front-door.js";
import type { Card, Reply } from "../../../dialogs/reply.js";
import { closeAll, formCard, outcome, say, startUnderTest, type UnderTest } from "./server-under-test.js";

afterEach(closeAll);

/** Starts a bot that answers the first message with a form and each press with `pressed`. */
async function formBot(pressed: TurnOutcome): Promise<UnderTest> {
  return startUnderTest(({ content }) =>
    content.kind === "press" ? pressed : outcome([{ place: "new", card: formCard() }]),
  );
}

const done: Card = {
  type: "AdaptiveCard",
  version: "1.5",
  body: [{ type: "TextBlock", text: "K-7F3Q9 angelegt" }],
};

describe("replies on the wire", () => {
  test("go out in order, as answers to the activity, before the request is answered", async () => {
    const bot = await startUnderTest(() => outcome([say("eins"), say("zwei"), say("**drei**")]));
    const person = bot.wire.person("Case Management Eschweiler");
    const turn = await person.says("Hallo");
    expect(turn.replies.map((reply) => reply.activity.text)).toEqual(["eins", "zwei", "**drei**"]);
    expect(turn.replies[0]?.activity).toMatchObject({
      type: "message",
      textFormat: "markdown",
      replyToId: turn.sent.id,
      channelId: "msteams",
      from: { id: "28:kim" },
      recipient: { id: `29:${person.id}` },
      conversation: { id: person.conversation, conversationType: "personal" },
    });
    expect(bot.wire.connector.received[0]?.path).toBe(
      `/v3/conversations/${encodeURIComponent(person.conversation)}/activities/${turn.sent.id}`,
    );
  });

  test("reach the thread of a channel", async () => {
    const bot = await startUnderTest(() => outcome([say("Bitte im Einzelchat.")]));
    const person = bot.wire.person("Case Management Stolberg", { scope: "channel" });
    const turn = await person.says("Hallo");
    expect(person.conversation).toContain(";messageid=");
    expect(turn.text).toBe("Bitte im Einzelchat.");
  });

  test("`sent` learns the ids of the activities, after all of them went out", async () => {
    const known: (readonly string[])[] = [];
    const bot = await startUnderTest(() =>
      outcome([say("eins"), say("zwei")], { sent: (ids) => void known.push(ids) }),
    );
    const turn = await bot.wire.person("Koordination").says("Hallo");
    expect(known).toEqual([turn.replies.map((reply) => reply.id)]);
  });

  test("keep every member of AI label and citations, byte for byte (botbuilder-js #4902 loses them)", async () => {
    const reply: Reply = {
      place: "new",
      text: "Der Bescheid kam 2021 [1].",
      summary: "Antwort aus den Unterlagen",
      aiGenerated: true,
      feedback: true,
      citations: [
        { position: 1, name: "Vorlage", abstract: "Der Bescheid …", url: "https://example.org/vorlage" },
        { position: 2, name: "Zweite", abstract: "ohne Adresse", url: "javascript:alert(1)" },
      ],
    };
    const bot = await startUnderTest(() => outcome([reply]));
    await bot.wire.person("Koordination").says("wann?");
    const raw = bot.wire.connector.received[0]?.raw ?? "";
    expect(JSON.parse(raw).entities).toEqual([
      {
        type: "https://schema.org/Message",
        "@type": "Message",
        "@context": "https://schema.org",
        "@id": "",
        additionalType: ["AIGeneratedContent"],
        citation: [
          {
            "@type": "Claim",
            position: 1,
            appearance: {
              "@type": "DigitalDocument",
              name: "Vorlage",
              abstract: "Der Bescheid …",
              url: "https://example.org/vorlage",
            },
          },
          {
            "@type": "Claim",
            position: 2,
            appearance: { "@type": "DigitalDocument", name: "Zweite", abstract: "ohne Adresse" },
          },
        ],
      },
    ]);
    expect(JSON.parse(raw)).toMatchObject({
      summary: "Antwort aus den Unterlagen",
      channelData: { feedbackLoop: { type: "default" } },
    });
  });

  test("of passages alone carry no AI label, plain ones no entity at all", async () => {
    const citations = [{ position: 1, name: "Vorlage", abstract: "…" }];
    const bot = await startUnderTest(() =>
      outcome([{ place: "new", text: "[1]", citations }, say("schlicht")]),
    );
    const { replies } = await bot.wire.person("Koordination").says("wann?");
    expect(replies[0]?.activity.entities).toEqual([
      expect.not.objectContaining({ additionalType: expect.anything() }),
    ]);
    expect(replies[1]?.activity).not.toHaveProperty("entities");
    expect(replies[1]?.activity).not.toHaveProperty("channelData");
  });

  test("keep Teams' limits: 20 citations, names of 80, passages of 160 characters, cut at words", async () => {
    const long = "Kommunales Integrationsmanagement ".repeat(20);
    const citations = Array.from({ length: 25 }, (_, index) => ({
      position: index + 1,
      name: long,
      abstract: `${"😀".repeat(200)}`,
    }));
    const bot = await startUnderTest(() => outcome([{ place: "new", text: "[1]", citations }]));
    const { replies } = await bot.wire.person("Koordination").says("wann?");
    type Entity = { readonly citation: readonly { readonly appearance: Record<string, string> }[] };
    const [entity] = (replies[0]?.activity.entities ?? []) as readonly Entity[];
    expect(entity?.citation).toHaveLength(20);
    const { name = "", abstract = "" } = entity?.citation[0]?.appearance ?? {};
    expect(name).toBe("Kommunales Integrationsmanagement Kommunales Integrationsmanagement Kommunales…");
    expect(abstract.length).toBeLessThanOrEqual(160);
    expect(abstract).toMatch(/^(😀)+…$/u);
  });
});

describe("a pressed card", () => {
  test("by invoke is replaced in the answer, and nothing is posted", async () => {
    const bot = await formBot(outcome([], { replacement: { place: "pressed", card: done } }));
    const person = bot.wire.person("Case Management Eschweiler");
    const turn = await person.presses(await person.says("Neuer Fall"), "Anlegen", { people: 5 });
    expect(turn.body).toEqual({
      statusCode: 200,
      type: "application/vnd.microsoft.card.adaptive",
      value: done,
    });
    expect(turn.replies).toEqual([]);
    expect(turn.updates).toEqual([]);
    expect(person.lastCard()).toEqual(done);
  });

  test("by invoke is replaced once, also if the reply is among those to send", async () => {
    const known: (readonly string[])[] = [];
    const bot = await formBot(
      outcome([{ place: "pressed", card: done }, say("Und nun?")], {
        replacement: { place: "pressed", card: { ...done } },
        sent: (ids) => void known.push(ids),
      }),
    );
    const person = bot.wire.person("Case Management Eschweiler");
    const shown = await person.says("Neuer Fall");
    const turn = await person.presses(shown, "Anlegen");
    expect(turn.replacement).toEqual(done);
    expect(turn.replies.map((reply) => reply.text)).toEqual(["Und nun?"]);
    expect(turn.updates).toEqual([]);
    expect(known.at(-1)).toEqual([shown.replies[0]?.id, turn.replies[0]?.id]);
  });

  test("by invoke takes a text above the new card into it, since the answer holds a card alone", async () => {
    const bot = await formBot(outcome([{ place: "pressed", text: "Gespeichert.", card: done }]));
    const person = bot.wire.person("Case Management Eschweiler");
    const turn = await person.presses(await person.says("Neuer Fall"), "Anlegen");
    expect(turn.text).toBe("Gespeichert.\nK-7F3Q9 angelegt");
  });

  test("by invoke stays as it is if nothing replaces it, and Teams shows no error", async () => {
    const bot = await formBot(outcome([say("Siehe unten.")]));
    const person = bot.wire.person("Case Management Eschweiler");
    const turn = await person.presses(await person.says("Neuer Fall"), "Anlegen");
    expect(turn.status).toBe(200);
    expect(turn.body).toMatchObject({ statusCode: 200, type: "application/vnd.microsoft.activity.message" });
    expect(turn.text).toBe("Siehe unten.");
  });

  test("by invoke with a text for its place gets it as a message", async () => {
    const bot = await formBot(outcome([{ place: "pressed", text: "Abgebrochen." }]));
    const person = bot.wire.person("Case Management Eschweiler");
    const turn = await person.presses(await person.says("Neuer Fall"), "Anlegen");
    expect(turn.replies.map((reply) => reply.text)).toEqual(["Abgebrochen."]);
    expect(turn.body).toMatchObject({ statusCode: 200 });
  });

  test.each([
    ["among the replies", outcome([{ place: "pressed", card: done }])],
    ["as the replacement", outcome([], { replacement: { place: "pressed", card: done } })],
  ])("by an old client is updated in place, given %s", async (_, pressed) => {
    const bot = await formBot(pressed);
    const person = bot.wire.person("Case Management Eschweiler");
    const shown = await person.says("Neuer Fall");
    const turn = await person.presses(shown, "Anlegen", {}, { as: "submit" });
    expect(turn.replies).toEqual([]);
    expect(turn.updates.map(({ id, card }) => ({ id, card }))).toEqual([
      { id: shown.replies[0]?.id, card: done },
    ]);
    expect(bot.wire.connector.messages(person.conversation)).toHaveLength(1);
  });

  test("that can't be updated gets the answer as a new message", async () => {
    const bot = await formBot(outcome([{ place: "pressed", card: done }]));
    const person = bot.wire.person("Case Management Eschweiler");
    const shown = await person.says("Neuer Fall");
    bot.wire.connector.fail(
      { kind: "status", status: 405, effect: false },
      { when: (r) => r.method === "PUT" },
    );
    const turn = await person.presses(shown, "Anlegen", {}, { as: "submit" });
    expect(turn.replies.map((reply) => reply.card)).toEqual([done]);
  });

  test("that the channel does not name gets the answer as a new message", async () => {
    const bot = await formBot(outcome([{ place: "pressed", card: done }]));
    const turn = await bot.wire.person("Koordination").sends({ text: null, value: { kim: { action: "x" } } });
    expect(turn.replies.map((reply) => reply.card)).toEqual([done]);
  });
});

describe("if the front door fails", () => {
  const broken = () => {
    throw new Error("out of order");
  };

  test("the person is told, and the request is answered as done", async () => {
    const bot = await startUnderTest(broken);
    const turn = await bot.wire.person("Koordination").says("Hallo");
    expect(turn.text).toBe("Das hat nicht geklappt. Ihre Eingabe ist noch da.");
    expect(bot.log).toContainEqual(expect.objectContaining({ what: "turn-failed" }));
  });

  test("a form stays as it is, with what was typed into it", async () => {
    let works = true;
    const bot = await startUnderTest(() =>
      works ? outcome([{ place: "new", card: formCard() }]) : broken(),
    );
    const person = bot.wire.person("Koordination");
    const shown = await person.says("Neuer Fall");
    works = false;
    const turn = await person.presses(shown, "Anlegen");
    expect(turn.status).toBe(200);
    expect(turn.body).toEqual({
      statusCode: 500,
      type: "application/vnd.microsoft.error",
      value: { code: "InternalError", message: "Das hat nicht geklappt. Ihre Eingabe ist noch da." },
    });
    expect(turn.updates).toEqual([]);
  });
});

describe("typing", () => {
  test("is shown when an answer takes long, before it and once", async () => {
    let release: (() => void) | undefined;
    const bot = await startUnderTest(
      () =>
        new Promise((answer) => {
          release = () => answer(outcome([say("fertig")]));
        }),
    );
    const turn = bot.wire.person("Koordination").says("Frage");
    await bot.wire.connector.saw((request) => request.activity.type === "typing");
    release?.();
    expect(await turn).toMatchObject({ typing: 1, text: "fertig" });
    expect(bot.wire.connector.received.map(({ activity }) => activity.type)).toEqual(["typing", "message"]);
  });

  test("is not shown when an answer is quick, nor after it", async () => {
    let release: (() => void) | undefined;
    const slow = new Promise<TurnOutcome>((answer) => {
      release = () => answer(outcome());
    });
    const bot = await startUnderTest(({ content }) =>
      content.kind === "text" && content.text === "langsam" ? slow : outcome([say("sofort")]),
    );
    const quick = bot.wire.person("Koordination");
    await quick.says("schnell");
    // The sign of a question asked later has come: that of the first would have been there before it.
    const waiting = bot.wire.person("Case Management Roetgen").says("langsam");
    await bot.wire.connector.saw((request) => request.activity.type === "typing");
    const typing = bot.wire.connector.received.filter(({ activity }) => activity.type === "typing");
    expect(typing.map(({ conversation }) => conversation)).not.toContain(quick.conversation);
    release?.();
    await waiting;
  });

  test("that is still under way holds the answer back, so that it never comes after it", async () => {
    let finish: (() => void) | undefined;
    let arrive: (() => void) | undefined;
    const bot = await startUnderTest(({ content }) =>
      content.kind === "text" && content.text === "schnell"
        ? outcome([say("sofort")])
        : new Promise((answer) => {
            finish = () => answer(outcome([say("fertig")]));
          }),
    );
    const until = new Promise<void>((arrived) => {
      arrive = arrived;
    });
    bot.wire.connector.fail({ kind: "wait", until }, { when: ({ activity }) => activity.type === "typing" });
    const slow = bot.wire.person("Koordination");
    const turn = slow.says("langsam");
    await bot.wire.connector.saw(({ activity }) => activity.type === "typing");
    finish?.();
    // A whole turn of somebody else later the answer is still not there.
    await bot.wire.person("Case Management Roetgen").says("schnell");
    expect(bot.wire.connector.messages(slow.conversation)).toEqual([]);
    arrive?.();
    expect((await turn).text).toBe("fertig");
  });

  test("that fails takes nothing from the answer", async () => {
    let release: (() => void) | undefined;
    const bot = await startUnderTest(
      () =>
        new Promise((answer) => {
          release = () => answer(outcome([say("fertig")]));
        }),
    );
    const typing = {
      when: ({ activity }: { activity: Readonly<Record<string, unknown>> }) => activity.type === "typing",
    };
    bot.wire.connector.fail({ kind: "status", status: 500, effect: false }, typing);
    const turn = bot.wire.person("Koordination").says("Frage");
    await bot.wire.connector.saw((request) => request.activity.type === "typing");
    release?.();
    expect((await turn).text).toBe("fertig");
  });
});

test("50 conversations at once each get their own answers, in order", async () => {
  const bot = await startUnderTest(({ content, person }) =>
    outcome([say(`an ${person.name}`), say(content.kind === "text" ? content.text : "")]),
  );
  const turns = await Promise.all(
    Array.from({ length: 50 }, async (_, index) => {
      const person = bot.wire.person(`Case Management ${index}`);
      for (let turn = 0; turn < 3; turn++) {
        const { replies } = await person.says(`Frage ${index}.${turn}`);
        expect(replies.map((reply) => reply.text)).toEqual([
          `an Case Management ${index}`,
          `Frage ${index}.${turn}`,
        ]);
      }
      return person.conversation;
    }),
  );
  expect(new Set(turns).size).toBe(50);
  expect(bot.wire.connector.received).toHaveLength(300);
});
