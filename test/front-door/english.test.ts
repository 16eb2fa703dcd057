import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { parseCommand } from "../../bot/routing/parse-command.js";
import { en } from "../../bot/texts/en.js";
import { visibleText } from "../wire/card.js";
import type { Person, Turn } from "../wire/person.js";
import { type Bot, caseIdIn, startBot } from "./bot.js";
import { germanIn, namesInDirectory } from "./german.js";

/** Whoever's Teams speaks English gets English, but for the names of offices, topics and laws, and what people typed. */

describe("the English catalogue", () => {
  /** Each text with the path to it; functions are called with values of each kind. */
  function textsIn(value: unknown, path: string): readonly (readonly [string, string])[] {
    if (typeof value === "string") return [[path, value]];
    if (typeof value === "function")
      return textsIn(tried(value as (...values: unknown[]) => unknown), `${path}()`);
    if (Array.isArray(value)) return value.flatMap((one, i) => textsIn(one, `${path}.${i}`));
    if (typeof value !== "object" || value === null) return [];
    return Object.entries(value).flatMap(([key, one]) => textsIn(one, path === "" ? key : `${path}.${key}`));
  }
  function tried(text: (...values: unknown[]) => unknown): unknown {
    for (const values of [Array(6).fill("X"), Array(6).fill(2), Array(6).fill(["X"]), Array(6).fill({})]) {
      try {
        return text(...values);
      } catch {
        // Takes values of another kind.
      }
    }
    return "";
  }

  test("holds no German sentence", () => {
    // German documents are asked in German, and offices outside get their mails and pages in German.
    const quoted =
      /^(?:welcome\.(?:inGroup\.)?examples|tab\.ask\.examples|(?:minutes|preparation|poll)\.mail|minutes\.document|poll\.page|mail\.)/;
    const found = textsIn(en, "")
      .filter(([path]) => !quoted.test(path))
      .map(([path, text]) => [path, text, ...germanIn(text)] as const)
      .filter(([, , ...words]) => words.length > 0);
    expect(found).toEqual([]);
  });

  test("offers commands that are understood as typed", () => {
    const read = en.welcome.caseCommands.map((text) => parseCommand(text, { today: "2026-11-26" })?.kind);
    expect(read).not.toContain(undefined);
  });
});

describe("a day in English", () => {
  let bot: Bot;
  let person: Person;
  let id: string;
  let names: readonly string[] = [];
  beforeAll(async () => {
    bot = await startBot();
    names = await namesInDirectory(bot);
    person = bot.wire.person("Case Management Eschweiler", { locale: "en-GB" });
    const form = await person.says("New case: family of 5, Eschweiler, Kita, Wohngeld, Bürgergeld");
    const made = await person.presses(form, "Create");
    id = caseIdIn(made.text);
  });
  afterAll(() => bot?.close());

  const says = (text: string) => () => person.says(text.replace("ID", id));
  const steps: readonly (readonly [string, () => Promise<Turn>])[] = [
    "Hello",
    "Help",
    "who is responsible for the Jugendamt in Baesweiler?",
    "Grundsicherung in Eschweiler",
    "Kindergeld in Köln",
    "Kind wird geschlagen, Eschweiler",
    "xyzzy",
    "New case: family of 4, Stolberg, Kita",
    "my cases",
    "show me ID",
    "history of ID",
    "Note on ID: documents arrived",
    "Note on ID",
    "undo",
    "Measure for ID: Kita-Navigator by 12.03.",
    "Measure for ID: Kita-Navigator by 31.02.",
    "Follow-up ID in 6 weeks",
    "contacts for ID",
    "consents of ID",
    "Consent Jobcenter ID in writing today, until 30.06.2027, both directions",
    "Conference for ID with Jobcenter and Jugendamt next week",
    "anonymous case discussion with Jugendamt in Eschweiler",
    "who is coming to the conference ID?",
    "move the conference ID to Thursday",
    "call off the conference ID",
    "minutes of ID",
    "what is due this week",
    "overdue",
    "what happened while I was away",
    "transfer ID",
    "export ID",
    "hand over ID to Case Management Stolberg",
    "cover until 15.12.2027 by Case Management Stolberg",
    "end cover",
    "Remind me every morning at 7:30",
    "I work Mon to Thu",
    "reminder off",
    "hold ID: court case",
    "lift the hold on ID",
    "no offer found for Kita in Eschweiler for ID",
    "gap list",
    "my questions",
    "my invitations",
    "show me K-00000",
    "ID is now in planning",
    "delete case ID",
    "close ID, goals reached",
    "reopen ID",
    "identity told Jobcenter ID by phone",
    "emergency access K-00000 reason: colleague is ill",
    "cancel",
  ].map((text) => [text, says(text)]);

  test.each(steps)("„%s“ is answered in English", async (_, take) => {
    const turn = await take();
    expect(turn.text).not.toBe("");
    expect({ text: turn.text, german: germanIn(withoutNames(turn.text)) }).toEqual({
      text: turn.text,
      german: [],
    });
  });

  test("reaches whoever reads English, also when a German-speaking colleague caused it", async () => {
    const colleague = bot.wire.person("Case Management Stolberg", {
      id: "00000000-0000-4000-8000-000000000002",
      locale: "en-GB",
    });
    await colleague.says("Hello");
    const owner = bot.wire.person("Case Management Eschweiler", {
      id: "00000000-0000-4000-8000-000000000001",
    });
    const made = await owner.presses(await owner.says("Neuer Fall: Familie 4 Pers. Eschweiler"), "Anlegen");
    const given = caseIdIn(made.text);
    const form = await owner.says(`Übergabe ${given} an Case Management Stolberg`);
    await owner.presses(form, "Speichern");
    const { activity } = await bot.wire.connector.saw(
      (request) => request.conversation === colleague.conversation && request.raw.includes(given),
    );
    const text = visibleText((activity.attachments as { content: unknown }[])[0]?.content);
    expect({ text, german: germanIn(withoutNames(text)) }).toEqual({ text, german: [] });
  });

  test("says why an office is responsible in English", async () => {
    const { text } = await person.says("who is responsible for the Jugendamt in Baesweiler?");
    expect(text).toMatch(/Why: (?:Responsible for “|This office)/);
    expect((await person.says("Wohngeld in Eschweiler")).text).toContain("Why: Responsible for “Wohngeld");
  });

  /** What stands in the directory is German everywhere, and so is what is asked of German documents. */
  function withoutNames(text: string): string {
    let rest = text.replaceAll("\\", "");
    for (const name of [...en.welcome.examples.slice(-1), ...names]) rest = rest.replaceAll(name, " ");
    return rest;
  }
});
