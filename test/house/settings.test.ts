import { parseEnv } from "node:util";
import { describe, expect, test } from "@jest/globals";
import { readConfig } from "../../bot/config.js";
import { filesUnder, rooms, textOf } from "./source-files.js";

const example = textOf(".env.example");
const explained = Object.keys(parseEnv(example));

/** The names that bot/config.ts parses. */
const parsed = [...textOf("bot/config.ts").matchAll(/^ {2}(\w+): z\b/gm)].map((match) => match[1]);

/** The names that are read elsewhere, beside those of the system. */
const readElsewhere = rooms
  .flatMap((room) => filesUnder(room))
  .concat(filesUnder("test"))
  .filter((file) => /\.(ts|mjs)$/.test(file))
  .flatMap((file) => [...textOf(file).matchAll(/\benv\.((?:KIM|PLAYGROUND)_\w+)/g)].map((match) => match[1]));

describe(".env.example", () => {
  test("explains every setting", () => {
    expect(parsed.length).toBeGreaterThan(10);
    const missing = [...parsed, ...readElsewhere].filter((name) => !explained.includes(name ?? ""));
    expect([...new Set(missing)]).toEqual([]);
  });

  test("explains nothing that nobody reads", () => {
    expect(explained.filter((name) => !parsed.includes(name) && !readElsewhere.includes(name))).toEqual([]);
  });

  test("is demo mode as it stands, with the defaults, and holds no secret", () => {
    const settings = parseEnv(example);
    expect(readConfig(settings)).toEqual(readConfig({}));
    expect(readConfig(settings).demo).toBe(true);
    expect(
      ["MicrosoftAppPassword", "KIM_MASTER_KEY", "SMTP_URL", "REDIS_URL"].map((name) => settings[name]),
    ).toEqual(["", "", "", ""]);
  });
});
