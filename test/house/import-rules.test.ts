import { describe, expect, test } from "@jest/globals";
import { COMPUTED, type Import, importsOf } from "./imports.js";
import { filesUnder, rooms } from "./source-files.js";

type Rule = {
  /** Paths that begin like this stand under the rule; the longest beginning counts. */
  readonly room: string;
  /** What may be imported for use at run time, by the beginning of its path. */
  readonly uses: readonly string[];
  /** What may be imported beside that, but only as a type. */
  readonly names?: readonly string[];
  /** Packages; where none are listed, all but those of the outside world. */
  readonly packages?: readonly string[];
};

/** Ports stand beside those who need them; adapters fill them. */
const ports = [
  "bot/tab/visitor.ts",
  "bot/turn/front-door.ts",
  "bot/turn/http-route.ts",
  "bot/outbox/fetch-file.ts",
  "bot/outbox/mailer.ts",
  "bot/outbox/word-document.ts",
  "bot/outbox/meeting-calendar.ts",
  "dialogs/calendars.ts",
  "bot/mailbox/incoming-mail.ts",
];

const inner = ["bot/", "dialogs/", "casework/", "knowledge/"];

const rules: readonly Rule[] = [
  // The domain does no I/O: no module of Node but cryptography. German spelling is one for the whole house.
  {
    room: "casework/",
    uses: ["casework/", "knowledge/german/"],
    packages: ["zod", "csv-parse", "node:crypto"],
  },
  { room: "knowledge/", uses: ["knowledge/", "casework/store/"], names: ["casework/"] },
  // What everybody leans on leans on nobody.
  { room: "knowledge/german/", uses: ["knowledge/german/"], packages: [] },
  {
    room: "dialogs/",
    uses: ["dialogs/", "casework/", "knowledge/", "bot/cards/", "bot/texts/"],
    names: ["bot/routing/command.ts"],
    packages: ["zod"],
  },
  {
    room: "bot/cards/",
    uses: ["bot/cards/", "bot/texts/", "casework/"],
    names: ["dialogs/", "knowledge/"],
    packages: [],
  },
  { room: "bot/texts/", uses: ["bot/texts/"], names: ["dialogs/", "casework/", "knowledge/"], packages: [] },
  // Runs in a browser: nothing of the server comes along but words and the shapes of what it sends.
  {
    room: "bot/tab/client/",
    uses: ["bot/tab/client/", "bot/texts/"],
    names: ["bot/tab/views/"],
    packages: [
      "lit",
      "@fluentui/web-components",
      "@fluentui/tokens",
      "@microsoft/teams-js",
      "adaptivecards",
      "markdown-it",
    ],
  },
  { room: "bot/main.ts", uses: [...inner, "adapters/"] },
  // The doctor tries the very adapters that the bot is put together of.
  { room: "bot/doctor/real-probes.ts", uses: ["bot/doctor/", "adapters/"] },
  { room: "bot/", uses: inner },
  { room: "adapters/", uses: ["adapters/", "casework/", "knowledge/", ...ports], names: ["dialogs/"] },
];

/** The Bot Framework, the web server, databases, language models, mail and Graph: for adapters only. */
const outside =
  /^(botbuilder|botframework|restify|express|ioredis|redis|lmdb|langchain|nodemailer|imapflow|smtp-server|mailparser)|^@(langchain|azure|redis|microsoft\/(microsoft-graph|teams|agents))/;

const files = rooms.flatMap((room) => filesUnder(room)).filter((file) => file.endsWith(".ts"));
const imports = files.flatMap((file) => importsOf(file));

function ruleFor(file: string): Rule | undefined {
  return rules
    .filter((rule) => file.startsWith(rule.room))
    .sort((a, b) => b.room.length - a.room.length)
    .at(0);
}

function allowed(rule: Rule, { to, internal, typeOnly }: Import): boolean {
  const among = (list: readonly string[] = []) => list.some((start) => to.startsWith(start));
  if (internal) return among(rule.uses) || (typeOnly && among(rule.names));
  if (rule.packages) return rule.packages.includes(to);
  return rule.room === "adapters/" || !outside.test(to);
}

const sentence = ({ from, to, typeOnly }: Import) =>
  `${from} imports ${typeOnly ? "the types of " : ""}${to}`;

describe("the house", () => {
  test("has sources in every room", () => {
    for (const room of rooms) expect(files.filter((file) => file.startsWith(`${room}/`))).not.toEqual([]);
  });

  test.each(rules)("lets $room import only what it may", (rule) => {
    const breaches = imports
      .filter((one) => ruleFor(one.from) === rule && one.to !== COMPUTED)
      .filter((one) => !allowed(rule, one));
    expect(breaches.map(sentence)).toEqual([]);
  });

  test("has no import whose path is put together at run time", () => {
    expect(imports.filter((one) => one.to === COMPUTED).map((one) => one.from)).toEqual([]);
  });

  test("has a file behind every import within it", () => {
    const known = new Set(rooms.flatMap((room) => filesUnder(room)));
    expect(imports.filter((one) => one.internal && !known.has(one.to)).map(sentence)).toEqual([]);
  });

  test("has no circle of files that import each other at run time", () => {
    expect(firstCircle(edges((file) => file))).toEqual([]);
  });

  test("has no circle of rooms that import each other at run time", () => {
    expect(firstCircle(edges(roomOf))).toEqual([]);
  });
});

describe("reading imports", () => {
  const read = (source: string) =>
    importsOf("bot/turn/x.ts", source).map((one) => `${one.typeOnly ? "type " : ""}${one.to}`);

  test("sees every form, and tells types from values", () => {
    expect(
      read(`
        import a from "../a.js";
        import type { B } from "./b.js";
        import { type C } from "@scope/c/deep.js";
        export * from "../../casework/d.js";
        export type { E } from "./e.js";
        import "node:fs/promises";
        type F = import("lmdb").Database;
        const g = await import("restify");
        const h = require("ioredis");
        const i = require.resolve(\`nodemailer\`);
        const j = await import(name);
      `),
    ).toEqual([
      "bot/a.ts",
      "type bot/turn/b.ts",
      "@scope/c",
      "casework/d.ts",
      "type bot/turn/e.ts",
      "node:fs",
      "type lmdb",
      "restify",
      "ioredis",
      "nodemailer",
      COMPUTED,
    ]);
  });

  test("does not count words in strings and comments", () => {
    expect(read(`// import x from "restify"\nexport const text = 'import y from "lmdb"';`)).toEqual([]);
  });
});

/** What others may lean on is a room of its own beside the folder that it lies in. */
function roomOf(file: string): string {
  if (ports.includes(file)) return "ports";
  const [top = "", second = ""] = file.split("/");
  const own = ["bot/cards", "bot/texts", "knowledge/german", "casework/store"];
  return own.includes(`${top}/${second}`) ? `${top}/${second}` : top;
}

function edges(nameOf: (file: string) => string): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const { from, to, internal, typeOnly } of imports) {
    if (!internal || typeOnly || nameOf(from) === nameOf(to)) continue;
    found.set(nameOf(from), (found.get(nameOf(from)) ?? new Set()).add(nameOf(to)));
  }
  return found;
}

/** The members of one circle, in order, or nothing. */
function firstCircle(graph: ReadonlyMap<string, ReadonlySet<string>>): readonly string[] {
  const done = new Set<string>();
  const walk = (node: string, path: readonly string[]): readonly string[] => {
    const before = path.indexOf(node);
    if (before >= 0) return [...path.slice(before), node];
    if (done.has(node)) return [];
    for (const next of graph.get(node) ?? []) {
      const circle = walk(next, [...path, node]);
      if (circle.length > 0) return circle;
    }
    done.add(node);
    return [];
  };
  for (const node of graph.keys()) {
    const circle = walk(node, []);
    if (circle.length > 0) return circle;
  }
  return [];
}
