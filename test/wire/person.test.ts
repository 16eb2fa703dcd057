import { afterEach, describe, expect, test } from "@jest/globals";
import type { Card } from "../../dialogs/reply.js";
import {
  closeAll,
  outcome,
  say,
  startUnderTest,
  type UnderTest,
} from "../adapters/teams/server-under-test.js";
import { visibleText } from "./card.js";

afterEach(closeAll);

/** The driver of all front-door tests must itself refuse what a person could not do. */
describe("a person in a test", () => {
  const card: Card = {
    type: "AdaptiveCard",
    version: "1.5",
    body: [
      { type: "TextBlock", text: "Fall anlegen" },
      { type: "TextBlock", text: "unsichtbar", isVisible: false },
      { type: "FactSet", facts: [{ title: "Stand", value: "1. März" }] },
      { type: "Input.Text", id: "note", label: "Notiz", isRequired: true, errorMessage: "Bitte ausfüllen" },
      {
        type: "Input.ChoiceSet",
        id: "place",
        label: "Ort",
        value: "a",
        choices: [{ title: "Aachen", value: "a" }],
      },
      { type: "Input.Toggle", id: "ok", label: "Einwilligung", title: "liegt vor" },
      {
        type: "ActionSet",
        actions: [
          {
            type: "Action.Submit",
            title: "Verwerfen",
            data: { kim: { action: "drop" } },
            associatedInputs: "none",
          },
        ],
      },
    ],
    actions: [
      {
        type: "Action.Execute",
        title: "Anlegen",
        verb: "create",
        data: { kim: { action: "create" }, draft: "d" },
      },
      {
        type: "Action.ShowCard",
        title: "Mehr",
        card: {
          type: "AdaptiveCard",
          body: [{ type: "Input.Text", id: "inner", label: "Innen", value: "i" }],
          actions: [
            { type: "Action.Execute", title: "Weiter", verb: "more", data: { kim: { action: "more" } } },
          ],
        },
      },
    ],
  };

  async function shown() {
    const bot: UnderTest = await startUnderTest(() => outcome([{ place: "new", text: "Bitte:", card }]));
    const person = bot.wire.person("Case Management Eschweiler");
    return { bot, person, turn: await person.says("Neuer Fall") };
  }
  const fieldsOf = ({ events }: UnderTest) => {
    const content = events.at(-1)?.content;
    return content?.kind === "press" ? { ...content.fields } : undefined;
  };

  test("reads what is on a card and nothing that is not", async () => {
    const { turn, person } = await shown();
    expect(turn.text.split("\n")).toEqual([
      "Bitte:",
      "Fall anlegen",
      "Stand",
      "1. März",
      "Notiz",
      "Ort",
      "Aachen",
      "Einwilligung",
      "liegt vor",
      "Verwerfen",
      "Anlegen",
      "Mehr",
      "Innen",
      "i",
      "Weiter",
    ]);
    expect(person.text()).toBe(turn.text);
    expect(visibleText(person.lastCard())).not.toContain("unsichtbar");
  });

  test("sends the inputs as a client does: typed, as they came, and empty ones not at all", async () => {
    const { bot, person, turn } = await shown();
    await person.presses(turn, "Anlegen", { note: "x" });
    expect(fieldsOf(bot)).toEqual({ draft: "d", note: "x", place: "a", ok: "false" });
    await person.presses(turn, "Verwerfen");
    expect(fieldsOf(bot)).toEqual({});
    await person.presses(turn, "more", { note: "x", place: "" });
    expect(fieldsOf(bot)).toEqual({ note: "x", inner: "i", ok: "false" });
  });

  test("can't press what is not there or send what a client would not", async () => {
    const { person, turn } = await shown();
    await expect(person.presses(turn, "Löschen", {})).rejects.toThrow(/no button "Löschen".*"Anlegen"/);
    await expect(person.presses(turn, "Anlegen")).rejects.toThrow(/"Notiz" is required/);
    await expect(person.presses(turn, "Anlegen", { note: "x", nope: "y" })).rejects.toThrow(
      /no input "nope"/,
    );
    await expect(person.presses(turn, "Anlegen", { note: "x", place: "z" })).rejects.toThrow(/no choice "z"/);
    await expect(person.presses(turn, "Anlegen", { note: "x" }, { as: "submit" })).rejects.toThrow(
      /fall back/,
    );
  });

  test("redelivers the identical activity, and sees the replies to it alone", async () => {
    const bot = await startUnderTest(({ content }) =>
      outcome([say(content.kind === "text" ? content.text : "")]),
    );
    const one = bot.wire.person("Case Management Eschweiler", { scope: "groupChat" });
    const two = bot.wire.person("Case Management Stolberg", {
      scope: "groupChat",
      conversation: one.conversation,
    });
    const [first, second] = await Promise.all([one.says("eins"), two.says("zwei")]);
    expect([first.text, second.text]).toEqual(["eins", "zwei"]);
    expect((await one.redelivers()).sent).toEqual(first.sent);
    expect(bot.events.map(({ id }) => id).filter((id) => id === first.sent.id)).toHaveLength(2);
  });
});
