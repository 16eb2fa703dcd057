import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { textsFor } from "../../bot/texts/texts.js";
import { buttonsOf } from "../wire/card.js";
import type { Turn } from "../wire/person.js";
import { type Bot, startBot } from "./bot.js";

/** Where others read along the bot offers what works there, and one way to where the rest does. */

let bot: Bot;
beforeAll(async () => {
  bot = await startBot();
});
afterAll(() => bot.close());

const places = [
  ["groupChat", "de"],
  ["groupChat", "en"],
  ["channel", "de"],
  ["channel", "en"],
] as const;

describe.each(places)("in a %s, in %s", (scope, locale) => {
  const texts = textsFor(locale);
  const somebody = () => bot.wire.person("Koordination", { scope, locale });

  function offersWhatWorksHere({ replies, card, text }: Turn): void {
    expect(replies).toHaveLength(1);
    for (const example of texts.welcome.inGroup.examples) expect(text).toContain(example);
    expect(text).toContain(texts.welcome.inGroup.elsewhere);
    expect(text).not.toMatch(/K-7F3Q9|Neuer Fall|New case/);
    // Nothing to press but the way into the personal chat.
    expect(buttonsOf(card)).toEqual([]);
    expect(card?.actions).toEqual([
      {
        type: "Action.OpenUrl",
        title: texts.privacy.continueInChat,
        url: "https://teams.microsoft.com/l/chat/0/0?users=28%3Akim-assistent",
      },
    ]);
  }

  test("a greeting and a call for help", async () => {
    const person = somebody();
    offersWhatWorksHere(await person.says(locale === "de" ? "Hallo" : "Hello"));
    offersWhatWorksHere(await person.says(locale === "de" ? "Hilfe" : "Help"));
  });

  test("being installed", async () => {
    const { replies } = await somebody().installs();
    expect(replies[0]?.text).toContain(texts.welcome.inGroup.intro);
    expect(replies[0]?.text).not.toContain("K-7F3Q9");
  });

  test("something that is not understood", async () => {
    offersWhatWorksHere(await somebody().sends({ text: undefined, value: { what: "another bot's button" } }));
  });

  test.each(texts.welcome.inGroup.examples)("“%s” is answered here", async (example) => {
    const { text } = await somebody().says(example);
    for (const no of [texts.privacy.onlyPersonalTitle, texts.notUnderstood.title, texts.welcome.title])
      expect(text).not.toContain(no);
  });
});

test("in the personal chat cases are offered as before", async () => {
  const answer = await bot.wire.person("Case Management Eschweiler").says("Hallo");
  expect(buttonsOf(answer.card).map(({ title }) => title)).toContain("Neuer Fall");
  expect(answer.text).not.toContain("hier lesen andere mit");
});
