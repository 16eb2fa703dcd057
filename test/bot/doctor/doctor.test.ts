import { chmod, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { doctor } from "../../../bot/commands/doctor.js";
import { examine } from "../../../bot/doctor/examine.js";
import { openBackstage } from "../../../bot/main.js";
import { deadLetters } from "../../../bot/outbox/worker.js";
import { freePort, type RedisServer, startRedis } from "../../adapters/storage/redis-server.js";
import { runCommand } from "../commands/run-command.js";
import { expectNamed, inProduction, KEY, type Plant, tools } from "./planted.js";

/** The clock of a machine that is right, beside the real clocks of the servers here. */
const now = Date.now();

let folder: string;
let redis: RedisServer;
let closedPort: number;
/** A store in which a demo has begun, under KEY. */
let used: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "kim-doctor-"));
  redis = await startRedis({ aof: "off" });
  closedPort = await freePort();
  used = join(folder, "used");
  const backstage = await openBackstage({ DATA_DIR: used, KIM_MASTER_KEY: KEY });
  await backstage.ledger.store.commit({
    enqueue: [
      { queue: "messages", id: "late", due: now - 3_600_000, value: Buffer.from("x") },
      { queue: deadLetters("invitations"), id: "dead", due: 1, value: Buffer.from("x") },
    ],
  });
  await backstage.close();
  await writeFile(join(folder, "no-folder"), "");
  await writeFile(join(folder, "open.key"), KEY);
  await chmod(join(folder, "open.key"), 0o644);
  await mkdir(join(folder, "data"));
}, 60_000);
afterAll(async () => {
  await redis.stop();
  await rm(folder, { recursive: true, force: true });
});

const production = (more: Record<string, string>) => () => ({
  ...inProduction(join(folder, "data")),
  ...more,
});

const closed = (scheme: string) => `${scheme}://127.0.0.1:CLOSED-PORT`;

const plants: Readonly<Record<string, Plant>> = {
  "Node too old": {
    env: production({}),
    tools: { nodeVersion: "v18.20.1" },
    state: "fault",
    says: /zu alt/,
    remedy: /Node ab 20\.19/,
  },
  "clock of 1970": {
    env: production({}),
    tools: { clock: () => 0 },
    state: "fault",
    says: /steht auf 1970/,
    remedy: /Zeitserver/,
  },
  "no tenant": {
    env: production({ MicrosoftAppTenantId: "" }),
    state: "fault",
    says: /MicrosoftAppTenantId fehlt/,
    remedy: /MicrosoftAppId/,
  },
  "no password": {
    env: production({ MicrosoftAppPassword: "" }),
    state: "fault",
    says: /MicrosoftAppPassword fehlt/,
    remedy: /gesetzt/,
  },
  "no master key": {
    env: production({ KIM_MASTER_KEY: "" }),
    state: "fault",
    says: /KIM_MASTER_KEY fehlt/,
    remedy: /openssl rand/,
  },
  "a short master key": {
    env: production({ KIM_MASTER_KEY: "YWJj" }),
    state: "fault",
    says: /KIM_MASTER_KEY ist kein Schlüssel/,
    remedy: /32 Byte/,
  },
  "an app id that is none": {
    env: production({ MicrosoftAppId: "kim" }),
    state: "fault",
    says: /MicrosoftAppId ist nicht gültig/,
    remedy: /GUID/,
  },
  "multi-tenant": {
    env: production({ MicrosoftAppType: "MultiTenant" }),
    state: "fault",
    says: /MicrosoftAppType ist nicht gültig/,
    remedy: /SingleTenant/,
  },
  "a port that is none": {
    env: production({ PORT: "99999" }),
    state: "fault",
    says: /PORT ist nicht gültig/,
    remedy: /65535/,
  },
  "a Redis address that is none": {
    env: production({ REDIS_URL: "localhost:6379" }),
    state: "fault",
    says: /REDIS_URL ist nicht gültig/,
    remedy: /redis:\/\//,
  },
  "demo on all interfaces": {
    env: () => ({ DATA_DIR: join(folder, "data"), HOST: "0.0.0.0" }),
    state: "fault",
    says: /HOST ist 0\.0\.0\.0/,
    remedy: /127\.0\.0\.1/,
  },
  "a secret without an app id": {
    env: () => ({ DATA_DIR: join(folder, "data"), MicrosoftAppPassword: "x" }),
    state: "fault",
    says: /MicrosoftAppPassword ist gesetzt/,
    remedy: /ergänzen/,
  },
  "a model without a place": {
    env: production({ CHAT_MODEL: "openai:x", OPENAI_API_KEY: "x", OPENAI_BASE_URL: closed("http") }),
    state: "fault",
    says: /MODEL_REGION/,
    remedy: /eu|EU/,
  },
  "data folder is a file": {
    env: production({ DATA_DIR: join("NO-FOLDER") }),
    state: "fault",
    says: /kann nichts geschrieben werden/,
    remedy: /lokalen Laufwerk/,
  },
  "Redis is down": {
    env: production({ REDIS_URL: closed("redis") }),
    state: "fault",
    says: /lässt sich nicht öffnen/,
    remedy: /REDIS_URL/,
  },
  "Redis without AOF": {
    env: production({ REDIS_URL: "REDIS" }),
    state: "hint",
    says: /appendonly/,
    remedy: /betrieb\.md/,
  },
  "another key than the store's": {
    env: production({ DATA_DIR: "USED", KIM_MASTER_KEY: Buffer.alloc(32, 1).toString("base64") }),
    state: "fault",
    says: /passt nicht zu diesem Speicher/,
    remedy: /Sicherung/,
  },
  "a key file that others can read": {
    env: production({ KIM_MASTER_KEY: "", KIM_MASTER_KEY_FILE: "OPEN-KEY" }),
    state: "fault",
    says: /Andere können/,
    remedy: /chmod 600/,
  },
  "a key file that is not there": {
    env: production({ KIM_MASTER_KEY: "", KIM_MASTER_KEY_FILE: "/nowhere/key" }),
    state: "fault",
    says: /gibt es nicht/,
    remedy: /KIM_MASTER_KEY_FILE/,
  },
  "no public address": {
    env: production({ PUBLIC_URL: "" }),
    state: "hint",
    says: /Links zu Terminumfragen/,
    remedy: /öffentliche Adresse/,
  },
  "a proxy that nobody told of": {
    env: production({}),
    state: "hint",
    says: /KIM_TRUSTED_PROXIES.*teilen sich eine Grenze/,
    remedy: /Adresse des Proxys/,
  },
  "a public address in the clear": {
    env: production({ PUBLIC_URL: "http://kim.example.org" }),
    state: "fault",
    says: /unverschlüsselt/,
    remedy: /https/,
  },
  "mail server down": {
    env: production({ SMTP_URL: closed("smtp"), MAIL_FROM: "kim@stadt.test" }),
    state: "fault",
    says: /Postausgang|antwortet nicht/,
    remedy: /SMTP_URL/,
  },
  "mailbox down": {
    env: production({ IMAP_URL: "imap://kim:secret@127.0.0.1:CLOSED-PORT" }),
    state: "fault",
    says: /antwortet nicht/,
    remedy: /IMAP_URL/,
  },
  "a sender of nobody": {
    env: production({ SMTP_URL: closed("smtp") }),
    state: "fault",
    says: /Absender/,
    remedy: /MAIL_FROM/,
  },
  "no mail at all": { env: production({}), state: "hint", says: /als Dateien/, remedy: /SMTP_URL/ },
  "model server down": {
    env: production({ OLLAMA_BASE_URL: closed("http"), CHAT_MODEL: "ollama:x", MODEL_REGION: "local" }),
    state: "fault",
    says: /antwortet nicht/,
    remedy: /OLLAMA_BASE_URL/,
  },
  "a setting spelt wrong": {
    env: production({ KIM_STALE_DAYS: "30" }),
    state: "hint",
    says: /KIM_STALE_DAYS kennt/,
    remedy: /\.env\.example/,
  },
  "an empty store": { env: production({}), state: "hint", says: /Er ist leer/, remedy: /restore/ },
  "dead letters": {
    env: production({ DATA_DIR: "USED" }),
    state: "hint",
    says: /liegen geblieben/,
    remedy: /outbox/,
  },
  "a job that is late": {
    env: production({ DATA_DIR: "USED" }),
    tools: { clock: () => now },
    state: "hint",
    says: /seit 60 Minuten/,
    remedy: /Bot/,
  },
};

/** Places that are known only once the tests run. */
function placed(env: Record<string, string>): Record<string, string> {
  const places: Readonly<Record<string, string>> = {
    REDIS: redis.url,
    USED: used,
    "OPEN-KEY": join(folder, "open.key"),
    "NO-FOLDER": join(folder, "no-folder"),
  };
  return Object.fromEntries(
    Object.entries(env).map(([name, value]) => [
      name,
      places[value] ?? value.replace("CLOSED-PORT", String(closedPort)),
    ]),
  );
}

describe("a planted misconfiguration is named with its remedy", () => {
  test("there are more than twenty", () => {
    expect(Object.keys(plants).length).toBeGreaterThanOrEqual(20);
  });

  test.each(Object.keys(plants))("%s", async (name) => {
    const plant = plants[name] as Plant;
    await expectNamed(name, { ...plant, env: () => placed(plant.env()) });
  });
});

test("of an ordinary demo nothing is wrong, and looking leaves no trace in an empty store", async () => {
  const env = { DATA_DIR: join(folder, "fresh") };
  for (const _ of [1, 2]) {
    const findings = await examine(env, tools());
    expect(findings.filter(({ state }) => state === "fault")).toEqual([]);
    expect(findings.some(({ text }) => text === "Er ist leer.")).toBe(true);
  }
});

test("the command says it with its exit code, and never a secret", async () => {
  const env = { DATA_DIR: used, KIM_MASTER_KEY: Buffer.alloc(32, 1).toString("base64") };
  const run = await runCommand(doctor, [], env);
  expect(run.code).toBe(1);
  expect(run.out).toContain("✗ Schlüssel: Er passt nicht zu diesem Speicher.");
  expect(run.out).not.toContain(env.KIM_MASTER_KEY);
});
