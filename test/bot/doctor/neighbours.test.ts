import { chmod, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { examine } from "../../../bot/doctor/examine.js";
import { examineFileSystem, examineSpace } from "../../../bot/doctor/machine.js";
import { openBackstage } from "../../../bot/main.js";
import { startGraphServer } from "../../adapters/calendar/graph/graph-server.js";
import { startImapServer } from "../../adapters/mail/imap-server.js";
import { startMailServer } from "../../adapters/mail/mail-server.js";
import { type OpenAiServer, startOpenAiServer } from "../../adapters/models/openai-server.js";
import { freePort, type RedisServer, startRedis } from "../../adapters/storage/redis-server.js";
import { expectNamed, failedWith, inProduction, type Plant, tools } from "./planted.js";

/** Misconfigurations that only a real login, a real question or a real command brings to light. */

let folder: string;
let used: string;
let smtp: Awaited<ReturnType<typeof startMailServer>>;
let imap: Awaited<ReturnType<typeof startImapServer>>;
let graph: Awaited<ReturnType<typeof startGraphServer>>;
let model: OpenAiServer;
let evicting: RedisServer;
let locked: RedisServer;
let replica: RedisServer;
let closedPort: number;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "kim-doctor-"));
  await mkdir(join(folder, "data"));
  await mkdir(join(folder, "no-texts"));
  await mkdir(join(folder, "bad-texts"));
  await writeFile(join(folder, "bad-texts", "basis.md"), "Ohne Kopf.");
  used = join(folder, "used");
  const backstage = await openBackstage({ DATA_DIR: used, KIM_MASTER_KEY: inProduction("").KIM_MASTER_KEY });
  await backstage.close();
  await chmod(used, 0o755);
  smtp = await startMailServer({
    authOptional: false,
    allowInsecureAuth: true,
    onAuth({ username, password }, _session, done) {
      if (username === "kim" && password === "geheim") done(null, { user: "kim" });
      else done(Object.assign(new Error("no"), { responseCode: 535 }));
    },
  });
  imap = await startImapServer();
  graph = await startGraphServer();
  graph.calendars.set("kim@example.org", []);
  model = await startOpenAiServer();
  model.chat({ kind: "text", pieces: ["OK"] });
  [evicting, locked] = await Promise.all([
    startRedis({ args: ["--maxmemory", "100mb", "--maxmemory-policy", "allkeys-lru"] }),
    startRedis({ args: ["--requirepass", "geheim"] }),
  ]);
  replica = await startRedis({ args: ["--replicaof", "127.0.0.1", `${evicting.port}`] });
  closedPort = await freePort();
}, 60_000);
afterAll(async () => {
  await Promise.all([smtp.close(), imap.close(), graph.close(), model.close()]);
  await Promise.all([evicting, locked, replica].map((one) => one.stop()));
  await rm(folder, { recursive: true, force: true });
});

const production = (more: Record<string, string> = {}) => ({
  ...inProduction(join(folder, "data")),
  ...more,
});
const at = (url: string, login: string) => url.replace(/\/\/(?:[^@/]*@)?/, `//${login}@`);
const mailing = (more: Record<string, string>) => production({ MAIL_FROM: "kim@stadt.test", ...more });
const withGraph = (more: Record<string, string> = {}) => {
  const { tenantId, clientId, clientSecret, mailbox, graphUrl, loginUrl } = graph.settings;
  return production({
    GRAPH_TENANT_ID: tenantId,
    GRAPH_CLIENT_ID: clientId,
    GRAPH_CLIENT_SECRET: clientSecret,
    GRAPH_MAILBOX: mailbox,
    GRAPH_URL: graphUrl,
    GRAPH_LOGIN_URL: loginUrl,
    ...more,
  });
};
const withModels = (more: Record<string, string> = {}) =>
  production({
    OPENAI_BASE_URL: model.url,
    OPENAI_API_KEY: "geheim-geheim",
    CHAT_MODEL: "openai:klein",
    EMBEDDING_MODEL: "openai:vektor",
    MODEL_REGION: "local",
    ...more,
  });
const loginSays = (code: number) => ({
  "https://login.microsoftonline.com/": () =>
    Response.json({ error: "invalid_client", error_codes: [code] }, { status: 401 }),
});
const address = (answer: () => Response | Promise<Response>) => ({
  "https://kim.example.org/healthz": answer,
});

const plants: Readonly<Record<string, Plant>> = {
  "a wrong mail password": {
    env: () => mailing({ SMTP_URL: at(smtp.url, "kim:falsches-kennwort") }),
    state: "fault",
    says: /Postausgang.*535/,
    remedy: /Benutzer und Kennwort in SMTP_URL/,
  },
  "a mail server without TLS where TLS is set": {
    env: () => mailing({ SMTP_URL: at(smtp.url, "kim:geheim").replace("smtp:", "smtps:") }),
    state: "fault",
    says: /Postausgang/,
    remedy: /STARTTLS.*Zertifikat/s,
  },
  "a wrong mailbox password": {
    env: () => mailing({ IMAP_URL: at(imap.url, "kim:falsches-kennwort") }),
    state: "fault",
    says: /Posteingang.*login refused/,
    remedy: /Benutzer und Kennwort in IMAP_URL/,
  },
  "a Graph secret that is wrong": {
    env: () => withGraph({ GRAPH_CLIENT_SECRET: "falsches-kennwort" }),
    state: "fault",
    says: /Kalender.*graph login 401/,
    remedy: /GRAPH_CLIENT_SECRET.*laufen.*ab/s,
  },
  "no permission for free times": {
    env: () => {
      graph.faults.splice(0, graph.faults.length, { on: "getSchedule", status: 403 });
      return withGraph();
    },
    state: "fault",
    says: /Kalender.*403/,
    remedy: /Calendars\.ReadBasic\.All.*zustimmen/s,
  },
  "no permission for entries": {
    env: () => {
      graph.faults.splice(0, graph.faults.length, { on: "/events?$top", status: 403 });
      return withGraph();
    },
    state: "fault",
    says: /Kalender.*403/,
    remedy: /Calendars\.ReadWrite .*Zugriffsrichtlinie/s,
  },
  "a Graph mailbox that is not there": {
    env: () => {
      graph.faults.splice(0, graph.faults.length, { on: "getSchedule", status: 404 });
      return withGraph({ GRAPH_MAILBOX: "niemand@example.org" });
    },
    state: "fault",
    says: /Kalender.*404/,
    remedy: /GRAPH_MAILBOX prüfen/,
  },
  "a chat model of another name": {
    env: () => {
      model.chat({ kind: "status", status: 404 });
      return withModels({ CHAT_MODEL: "openai:gibt-es-nicht" });
    },
    state: "fault",
    says: /Sprachmodell.*refused 404/,
    remedy: /CHAT_MODEL prüfen \(„gibt-es-nicht“\)/,
  },
  "a key that the model server refuses": {
    env: () => {
      model.chat({ kind: "status", status: 401 });
      return withModels();
    },
    state: "fault",
    says: /Sprachmodell.*401/,
    remedy: /OPENAI_API_KEY/,
  },
  "a model address behind which is something else": {
    env: () => {
      model.embeddings({ kind: "raw", body: "<h1>Willkommen</h1>" });
      return withModels({ CHAT_MODEL: "" });
    },
    state: "fault",
    says: /Modell für die Suche.*(?:garbage|unreachable)/,
    remedy: /OPENAI_BASE_URL/,
  },
  "an embedding model of another name": {
    env: () => {
      model.embeddings({ kind: "status", status: 404 });
      return withModels({ CHAT_MODEL: "" });
    },
    state: "fault",
    says: /Modell für die Suche.*404/,
    remedy: /EMBEDDING_MODEL prüfen/,
  },
  "Redis that throws away": {
    env: () => production({ REDIS_URL: evicting.url }),
    state: "hint",
    says: /wirft Daten weg.*allkeys-lru/,
    remedy: /noeviction/,
  },
  "Redis wants a password": {
    env: () => production({ REDIS_URL: locked.url }),
    state: "fault",
    says: /lässt sich nicht öffnen.*NOAUTH/,
    remedy: /Benutzer und Kennwort in REDIS_URL/,
  },
  "another password than that of Redis": {
    env: () => production({ REDIS_URL: at(locked.url, ":falsches-kennwort") }),
    state: "fault",
    says: /lässt sich nicht öffnen/,
    remedy: /Benutzer und Kennwort in REDIS_URL/,
  },
  "a replica instead of the master": {
    env: () => production({ REDIS_URL: replica.url }),
    state: "fault",
    says: /READONLY/,
    remedy: /Replik.*Master/,
  },
  "a clock ten minutes fast, beside Redis": {
    env: () => production({ REDIS_URL: evicting.url }),
    tools: { clock: () => Date.now() + 600_000 },
    state: "fault",
    says: /Uhr: Sie geht 600 Sekunden vor.*Redis/,
    remedy: /timedatectl/,
  },
  "a clock ten minutes slow, beside a server": {
    env: () => withModels(),
    tools: { clock: () => Date.now() - 600_000 },
    state: "fault",
    says: /Uhr: Sie geht (?:599|60\d) Sekunden nach/,
    remedy: /Zeitserver/,
  },
  "a secret of the registration that is wrong": {
    env: () => production(),
    tools: { world: loginSays(7000215) },
    state: "fault",
    says: /MicrosoftAppPassword ist falsch/,
    remedy: /nicht seine ID/,
  },
  "a secret of the registration that has run out": {
    env: () => production(),
    tools: { world: loginSays(7000222) },
    state: "fault",
    says: /abgelaufen/,
    remedy: /neues anlegen/,
  },
  "an app of another tenant": {
    env: () => production(),
    tools: { world: loginSays(700016) },
    state: "fault",
    says: /in diesem Mandanten nicht/,
    remedy: /MicrosoftAppTenantId/,
  },
  "a refusal that nobody knows": {
    env: () => production(),
    tools: { world: loginSays(50034) },
    state: "fault",
    says: /AADSTS50034/,
    remedy: /App-Registrierung/,
  },
  "no way out to the login": {
    env: () => production(),
    tools: { world: { "https://login.microsoftonline.com/": failedWith("ECONNREFUSED") } },
    state: "hint",
    says: /ungeprüft/,
    remedy: /Firewall/,
  },
  "a public address with another's certificate": {
    env: () => production(),
    tools: { world: address(failedWith("ERR_TLS_CERT_ALTNAME_INVALID")) },
    state: "fault",
    says: /nicht erreichbar/,
    remedy: /Zertifikat.*Kette/s,
  },
  "a public address that is nobody's": {
    env: () => production(),
    tools: { world: address(failedWith("ENOTFOUND")) },
    state: "hint",
    says: /nicht erreichbar/,
    remedy: /DNS/,
  },
  "a public address of something else": {
    env: () => production(),
    tools: { world: address(() => new Response("<h1>Willkommen</h1>")) },
    state: "fault",
    says: /etwas anderes als der Bot/,
    remedy: /Proxy/,
  },
  "a proxy that does not find the bot": {
    env: () => production(),
    tools: { world: address(() => new Response("", { status: 502 })) },
    state: "hint",
    says: /502/,
    remedy: /HOST und PORT/,
  },
  "a keeper who is not on the staff list": {
    env: () => production({ DATA_DIR: used, KIM_DIRECTORY_KEEPER: "niemand" }),
    state: "hint",
    says: /Wen KIM_DIRECTORY_KEEPER nennt/,
    remedy: /aadObjectId/,
  },
  "no retention": {
    env: () => production({ KIM_RETENTION_MONTHS: "" }),
    state: "hint",
    says: /nicht von selbst gelöscht/,
    remedy: /default=24/,
  },
  "a folder of consent texts without any": {
    env: () => production({ CONSENT_TEXTS_DIR: join(folder, "no-texts") }),
    state: "fault",
    says: /keine Markdown-Datei/,
    remedy: /CONSENT_TEXTS_DIR/,
  },
  "a consent text without its head": {
    env: () => production({ CONSENT_TEXTS_DIR: join(folder, "bad-texts") }),
    state: "fault",
    says: /basis\.md/,
    remedy: /einwilligung\.md/,
  },
  "a data folder open to others": {
    env: () => production({ DATA_DIR: used }),
    state: "hint",
    says: /Andere Benutzer/,
    remedy: /chmod 700/,
  },
};

describe("a planted misconfiguration is named with its remedy", () => {
  test.each(Object.keys(plants))("%s", async (name) => {
    model.chat({ kind: "text", pieces: ["OK"] });
    model.embeddings({ kind: "vectors", of: (text) => [text.length, 1] });
    await expectNamed(name, plants[name] as Plant);
  });
});

test("where all is well, all is tried and nothing is wrong; nothing is sent, read or kept", async () => {
  graph.faults.splice(0);
  imap.deliver("Subject: eins\r\n\r\nHallo");
  const findings = await examine(
    {
      ...withGraph(),
      ...withModels(),
      MAIL_FROM: "kim@stadt.test",
      SMTP_URL: at(smtp.url, "kim:geheim"),
      IMAP_URL: imap.url,
    },
    tools(),
  );
  expect(findings.filter(({ state }) => state === "fault")).toEqual([]);
  const well = findings.filter(({ state }) => state === "good").map(({ about }) => about);
  for (const about of [
    "Postausgang",
    "Posteingang",
    "Kalender",
    "Sprachmodell",
    "Modell für die Suche",
    "PUBLIC_URL",
    "Registrierung",
    "Uhr",
  ])
    expect(well).toContain(about);
  expect(smtp.received).toEqual([]);
  expect(imap.mails.map(({ seen }) => seen)).toEqual([false]);
  expect(graph.events).toEqual([]);
});

test("a port behind which nobody listens is no fault of login or TLS", async () => {
  const findings = await examine(mailing({ SMTP_URL: `smtp://kim:geheim@127.0.0.1:${closedPort}` }), tools());
  const found = findings.find(({ about }) => about === "Postausgang");
  expect(found).toMatchObject({ state: "fault", text: expect.stringContaining("antwortet nicht") });
  expect(found?.remedy).toContain("Firewall");
});

test("a disk that is nearly full, and a folder on a network drive", () => {
  expect(examineSpace("data", 500 * 1024 ** 2)).toMatchObject({
    state: "hint",
    text: "Nur 500 MB sind frei.",
  });
  for (const type of [0x6969, 0xff534d42, -11317950, 0xfe534d42]) {
    expect(examineFileSystem("data", type)).toMatchObject([
      { state: "fault", text: expect.stringContaining("Netzlaufwerk") },
    ]);
  }
  expect(examineFileSystem("data", 0xef53)).toEqual([]);
});
