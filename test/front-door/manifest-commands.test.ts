import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { appManifest, englishStrings } from "../../bot/app-package/manifest.js";
import { de, type Texts } from "../../bot/texts/de.js";
import { en } from "../../bot/texts/en.js";
import type { Person } from "../wire/person.js";
import { type Bot, startBot } from "./bot.js";

/** Whatever Teams offers of the manifest is sent as Teams sends it, and gets the answer that it stands for. */

const manifest = appManifest({
  appId: "6f1c3a52-0d5e-4b1e-9a77-2f0f5c8f6a10",
  publicUrl: "https://kim.example.org",
  version: "1.0.0",
}) as {
  readonly bots: readonly { readonly commandLists: readonly CommandList[] }[];
  readonly composeExtensions: readonly {
    readonly commands: readonly {
      readonly id: string;
      readonly parameters: readonly { readonly name: string }[];
    }[];
  }[];
};
type CommandList = {
  readonly scopes: readonly string[];
  readonly commands: readonly { readonly title: string; readonly type: string; readonly prompt?: string }[];
};
type Sent = {
  readonly scope: string;
  readonly locale: "de" | "en";
  readonly text: string;
  readonly at: string;
};

/** A tap on a command sends its title, one on a prompt starter its prompt. */
function sentOf(locale: "de" | "en"): readonly Sent[] {
  const english = englishStrings();
  return manifest.bots.flatMap(({ commandLists }, bot) =>
    commandLists.flatMap(({ scopes, commands }, list) =>
      commands.flatMap((command, i) => {
        const path = `bots[${bot}].commandLists[${list}].commands[${i}]`;
        const member = command.type === "prompt" ? "prompt" : "title";
        const german = command[member] ?? "";
        const text = locale === "en" ? (english[`${path}.${member}`] ?? german) : german;
        return scopes.map((scope) => ({ scope, locale, text, at: `${list}.${i}` }));
      }),
    ),
  );
}

/** By the place in the manifest; one that is not here fails. */
const answers: Readonly<Record<string, (texts: Texts) => string>> = {
  "0.0": ({ welcome }) => welcome.title,
  "0.1": ({ cases }) => cases.newTitle,
  "0.2": ({ cases }) => cases.noneOpen,
  "0.3": ({ casework }) => casework.agenda.title("", "").split(" ·")[0] ?? "",
  "0.4": ({ casework }) => casework.agenda.overdueTitle,
  "0.5": () => "A 51",
  "0.6": () => "Eschweiler",
  "0.7": () => "Evaluation",
  "1.0": ({ welcome }) => welcome.title,
  "1.1": ({ directory }) => directory.askWhat,
};

let bot: Bot;
beforeAll(async () => {
  bot = await startBot();
});
afterAll(() => bot.close());

const scopeOf: Readonly<Record<string, "personal" | "groupChat" | "channel">> = {
  personal: "personal",
  team: "channel",
  groupChat: "groupChat",
};
const personIn = (scope: string, locale: string): Person =>
  bot.wire.person("Case Management Eschweiler", { scope: scopeOf[scope] ?? "personal", locale });

describe.each([...sentOf("de"), ...sentOf("en")])(
  "$text ($scope, $locale)",
  ({ scope, locale, text, at }) => {
    test("gets what it stands for", async () => {
      const texts = locale === "en" ? en : de;
      const answer = await personIn(scope, locale === "en" ? "en-GB" : "de-DE").says(text);
      expect(answer.replies).toHaveLength(1);
      expect(answer.text).not.toContain(texts.notUnderstood.title);
      expect(answer.text).toContain(
        answers[at]?.(texts) ?? "no answer is expected of it: add it to the table",
      );
    });
  },
);

test("no list is longer than Teams shows", () => {
  const lists = manifest.bots.flatMap(({ commandLists }) => commandLists);
  expect(lists.length).toBeLessThanOrEqual(3);
  for (const { commands } of lists) expect(commands.length).toBeLessThanOrEqual(10);
});

test("the message extension's command finds what its parameter's example says, by the name in the manifest", async () => {
  const [command] = manifest.composeExtensions[0]?.commands ?? [];
  const value = {
    commandId: command?.id,
    parameters: [{ name: command?.parameters[0]?.name, value: "Jugendamt Baesweiler" }],
    queryOptions: { skip: 0, count: 25 },
  };
  const found = await personIn("personal", "de-DE").sends({
    type: "invoke",
    name: "composeExtension/query",
    value,
  });
  expect(JSON.stringify(found.body)).toContain("A 51");
});
