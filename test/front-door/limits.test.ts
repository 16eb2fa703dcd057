import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { type Running, serve } from "../../bot/main.js";
import { textsFor } from "../../bot/texts/texts.js";
import { send } from "../wire/http.js";
import { tabOf } from "../wire/tab.js";
import { type Bot, caseIdIn, startBot } from "./bot.js";

/** A limit counts by the minute: what took longer, on a machine that is held up, says nothing and is tried again. */
async function withinAMinute(attempt: () => Promise<void>): Promise<void> {
  for (;;) {
    const begun = Date.now();
    try {
      return await attempt();
    } catch (error) {
      if (Date.now() - begun < 50_000) throw error;
    }
  }
}

const PATIENCE_MS = 300_000;

const tooOften = textsFor("de").errors.tooOften;

describe("whoever sends more than a person can", () => {
  let bot: Bot;
  beforeAll(async () => {
    bot = await startBot({ KIM_TURNS_PER_MINUTE: "4" });
  }, PATIENCE_MS);
  afterAll(() => bot.close());

  test(
    "is told so, changes nothing, loses nothing, and holds up nobody else",
    () =>
      withinAMinute(async () => {
        const busy = bot.wire.person("Case Management Stolberg");
        const form = await busy.says("Neuer Fall: Stolberg, Kita");
        for (let i = 0; i < 3; i++) expect((await busy.says("Hilfe")).text).not.toContain(tooOften);
        expect((await busy.says("Notiz")).text).toContain(tooOften);
        expect((await busy.says("Hilfe")).text).toContain(tooOften);

        const pressed = await busy.presses(form, "Anlegen");
        expect(pressed.text).toContain(tooOften);
        // The card stays as it is, with all that was typed into it.
        expect([pressed.status, pressed.replacement, pressed.updates]).toEqual([200, undefined, []]);

        const other = bot.wire.person("Case Management Eschweiler");
        expect((await other.says("Hilfe")).text).not.toContain(tooOften);
      }),
    PATIENCE_MS,
  );

  test(
    "gets the answer to what Teams delivers again, which does not count",
    () =>
      withinAMinute(async () => {
        const person = bot.wire.person("Case Management Alsdorf");
        const form = await person.says("Neuer Fall: Alsdorf, Kita");
        const made = await person.presses(form, "Anlegen");
        const id = caseIdIn(made.text);
        for (let i = 0; i < 4; i++) expect(JSON.stringify(await person.redelivers())).toContain(id);
        for (let i = 0; i < 2; i++) expect((await person.says("Hilfe")).text).not.toContain(tooOften);
        expect((await person.says("Hilfe")).text).toContain(tooOften);
      }),
    PATIENCE_MS,
  );

  test(
    "counts in chat and tab together",
    () =>
      withinAMinute(async () => {
        const person = bot.wire.person("Case Management Baesweiler");
        const tab = tabOf(bot.url, person.id);
        await person.says("Hilfe");
        for (let i = 0; i < 3; i++) expect((await tab.says("Meine Fälle")).text).not.toContain(tooOften);
        expect((await tab.says("Meine Fälle")).text).toContain(tooOften);
        expect((await person.says("Hilfe")).text).toContain(tooOften);
      }),
    PATIENCE_MS,
  );
});

describe("whoever opens pages more often than people do", () => {
  let dataDir: string;
  let running: Running;
  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), "kim-limits-"));
    running = await serve(
      {
        DATA_DIR: dataDir,
        PORT: "0",
        HOST: "127.0.0.1",
        MicrosoftAppId: "11111111-1111-4111-8111-111111111111",
        MicrosoftAppPassword: "geheim",
        MicrosoftAppTenantId: "22222222-2222-4222-8222-222222222222",
        KIM_MASTER_KEY: randomBytes(32).toString("base64"),
        KIM_TRUSTED_PROXIES: "127.0.0.1",
      },
      () => {},
    );
  }, PATIENCE_MS);
  afterAll(async () => {
    await running.close();
    await rm(dataDir, { recursive: true, force: true });
  });

  let attempts = 10;
  /** Addresses that nobody came from before. */
  const newAddresses = () => {
    attempts += 2;
    return [`203.0.113.${attempts}`, `203.0.113.${attempts + 1}`] as const;
  };
  const open = (path: string, address: string) =>
    send(`${running.url}${path}`, { method: "GET", headers: { "x-forwarded-for": address } });

  test(
    "waits a minute at the poll page, with words, and nobody else does",
    () =>
      withinAMinute(async () => {
        const [busy, other] = newAddresses();
        const statuses = new Set<number>();
        for (let i = 0; i < 60; i++) statuses.add((await open("/c/geraten", busy)).status);
        expect([...statuses]).toEqual([404]);
        const late = await open("/c/geraten", `1.2.3.4, ${busy}`);
        expect([late.status, late.headers["retry-after"]]).toEqual([429, "60"]);
        expect(late.text).toContain("<h1>");
        expect((await open("/c/geraten", other)).status).toBe(404);
        expect((await open("/healthz", busy)).status).toBe(200);
      }),
    PATIENCE_MS,
  );

  test(
    "waits a minute where many tokens were refused, in chat and tab together, and nobody else does",
    () =>
      withinAMinute(async () => {
        const [busy, other] = newAddresses();
        const activity = JSON.stringify({
          type: "message",
          id: "1",
          channelId: "msteams",
          serviceUrl: "https://smba.trafficmanager.net/emea/",
          from: { id: "29:x" },
          recipient: { id: "28:kim" },
          conversation: { id: "a:1" },
          text: "Hallo",
        });
        const bad = (path: string, address: string) =>
          send(`${running.url}${path}`, {
            ...(path === "/api/messages" ? { body: activity } : { method: "GET" }),
            headers: {
              "content-type": "application/json",
              authorization: "Bearer a.b.c",
              "x-forwarded-for": address,
            },
          });
        const statuses = new Set<number>();
        for (let i = 0; i < 150; i++) {
          for (const path of ["/api/messages", "/tab/api/me"]) {
            statuses.add((await bad(path, `198.51.100.${i}, ${busy}`)).status);
          }
        }
        expect([...statuses]).toEqual([401]);
        for (const path of ["/api/messages", "/tab/api/me", "/tab/api/cases"]) {
          const late = await bad(path, busy);
          expect([path, late.status, late.headers["retry-after"]]).toEqual([path, 429, "60"]);
          expect([path, (await bad(path, other)).status]).toEqual([path, 401]);
        }
        expect((await open("/healthz", busy)).status).toBe(200);
        expect((await open("/c/geraten", busy)).status).toBe(404);
      }),
    PATIENCE_MS,
  );

  test(
    "waits a minute at every other page, counted together",
    () =>
      withinAMinute(async () => {
        const [busy, other] = newAddresses();
        for (let i = 0; i < 30; i++) {
          await Promise.all(Array.from({ length: 100 }, () => open("/healthz", busy)));
        }
        for (const { method, path } of running.pages.filter((page) => !page.path.startsWith("/c/"))) {
          if (method === "GET") {
            const late = await open(path.replace(/:\w+/, "x"), busy);
            expect([path, late.status, late.headers["retry-after"]]).toEqual([path, 429, "60"]);
          }
        }
        expect((await open("/healthz", other)).status).toBe(200);
      }),
    PATIENCE_MS,
  );
});
