import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { readFeedback } from "../../knowledge/documents/feedback.js";
import { type Bot, startBot } from "./bot.js";

let bot: Bot;
beforeAll(async () => {
  bot = await startBot();
});
afterAll(() => bot.close());

const anybody = () => bot.wire.person("Case Management Eschweiler");

describe("Zuständigkeit", () => {
  test("names the office, why, its freshness, and that contacts are not maintained yet", async () => {
    const answer = await anybody().says("wer is in baesweiler fürs jugendamt zuständig?");
    expect(answer.text).toContain("A 51");
    expect(answer.text).toContain("Warum");
    expect(answer.text).toMatch(/Geprüft am 22\.11\.2026/);
    expect(answer.text).toContain("noch nicht gepflegt");
  });

  test("asks for the municipality where it decides, answered by typing", async () => {
    const person = anybody();
    const asked = await person.says("wo beantrage ich wohngeld?");
    expect(asked.text).toContain("Eine Rückfrage");
    const answer = await person.says("Stolberg");
    expect(answer.text).toContain("Stolberg");
    expect(answer.text).toContain("Wohngeld");
  });

  test("asks for the meaning, answered by button", async () => {
    const person = anybody();
    const asked = await person.says("Betreuung Eschweiler");
    expect(asked.text).toContain("Eine Rückfrage");
    const [first] = (asked.card as { actions: { title: string }[] }).actions;
    const answer = await person.presses(asked, first?.title ?? "");
    expect(answer.text).toContain("Warum");
  });

  test("several topics in one sentence give one card with an office each, every office once", async () => {
    const several = await anybody().says("Familie in Eschweiler, Duldung, Kita und Wohngeld");
    for (const words of ["A 33", "Jugendamt der Stadt Eschweiler", "Wohngeldstelle der Stadt Eschweiler"]) {
      expect(several.text).toContain(words);
    }
    expect(several.replies).toHaveLength(1);
    const same = await anybody().says("hartz4 folgeantrag stolberg");
    expect(same.text.split("Standort Stolberg\n")).toHaveLength(2);
  });

  test("works in a group and in a channel", async () => {
    for (const scope of ["groupChat", "channel"] as const) {
      const answer = await bot.wire.person("Koordination KIM", { scope }).says("Wohngeld in Eschweiler");
      expect(answer.text).toContain("Wohngeld");
      expect(answer.text).toContain("Eschweiler");
    }
  });
});

describe("Wissen", () => {
  test("quotes sentences with their source as citations", async () => {
    const answer = await anybody().says("Was ist das Kommunale Integrationsmanagement?");
    expect(answer.text).toContain("Aus den Unterlagen");
    const [entity] = (answer.replies[0]?.activity.entities ?? []) as {
      citation?: { appearance: { name: string } }[];
    }[];
    expect(entity?.citation?.[0]?.appearance.name).toBeTruthy();
  });

  test("thumbs and a comment are kept for review, without the names in it", async () => {
    const person = anybody();
    const answer = await person.says("Was ist das Kommunale Integrationsmanagement?");
    const [message] = answer.replies;
    if (!message) throw new Error("no answer");
    expect((await person.rates(message, "dislike", "Frau Mustermann wollte es genauer")).status).toBe(200);
    const kept = await bot.peek((unit) => readFeedback(unit, 1));
    expect(kept[0]?.reaction).toBe("dislike");
    expect(kept[0]?.comment).toContain("genauer");
    expect(kept[0]?.about).toEqual({
      question: "Was ist das Kommunale Integrationsmanagement?",
      model: "none",
    });
    expect(kept[0]?.comment).not.toContain("Mustermann");
  });

  test("says so when nothing answers", async () => {
    const answer = await anybody().says("Welche Farbe hat der Mond am Dienstag um drei?");
    expect(answer.text).toContain("Steht nicht in den Unterlagen");
  });
});

describe("manners", () => {
  test.each(["Hallo", "Hi", "Hello", "Hilfe", "Help"])(
    "%s is answered with what can be done",
    async (word) => {
      expect((await anybody().says(word)).text).toContain("zuständige Stelle");
    },
  );

  test("what is not understood gets one helpful card, never silence", async () => {
    const answer = await anybody().says("blub");
    expect(answer.replies).toHaveLength(1);
    expect(answer.text).toContain("nicht verstanden");
  });

  test("a client set to English is answered in English", async () => {
    const person = bot.wire.person("Case Management Eschweiler", { locale: "en-GB" });
    const help = await person.says("help");
    expect(help.text).not.toContain("zuständige Stelle");
    expect(help.text).toMatch(/case/i);
  });
});
