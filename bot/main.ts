import { join } from "node:path";
import { pollLinks } from "../casework/poll/links.js";
import { MOST_BYTES } from "../knowledge/documents/parse.js";
import type { Models } from "./assistance.js";
import { say } from "./cards/notices.js";
import { type Config, readConfig } from "./config.js";
import { readConsentTexts } from "./consent-texts.js";
import { type KnowledgeInMemory, knowledgeInMemory } from "./knowledge-in-memory.js";
import { clientAddress } from "./limits/client-address.js";
import { limitTurns } from "./limits/limit-turns.js";
import { perMinute } from "./limits/per-minute.js";
import { everyToken, limitRefusedTokens, REFUSED_PER_MINUTE } from "./limits/refused-tokens.js";
import { jsonLines, type Log } from "./log.js";
import { type AnswerReader, startAnswerReader } from "./mailbox/read-answers.js";
import { mailTaker } from "./mailbox/take-mail.js";
import { makeVectors } from "./make-vectors.js";
import { openMetrics } from "./metrics.js";
import { openKeyringOf } from "./open-keyring.js";
import { auditChores, planChores } from "./outbox/chores.js";
import { outboxHandlers } from "./outbox/handlers.js";
import type { Mailer } from "./outbox/mailer.js";
import { outboxState } from "./outbox/queues.js";
import { retentionChores } from "./outbox/retention.js";
import { startWorker } from "./outbox/worker.js";
import { everyPage } from "./pages/every-page.js";
import { sparingly } from "./pages/sparingly.js";
import { openPulse, type Pulse } from "./pulse.js";
import { readiness } from "./readiness.js";
import { seedSamples } from "./seed-samples.js";
import { settingsOf } from "./settings.js";
import { identifyDemo } from "./tab/demo-visitor.js";
import type { Identify } from "./tab/visitor.js";
import { textsFor } from "./texts/texts.js";
import { frontDoor } from "./turn/handle-event.js";
import type { HttpRoute } from "./turn/http-route.js";
import { cardMemory } from "./turn/remember-cards.js";
import { sentMarks } from "./turn/sent-marks.js";
import type { Ledger } from "./turn/transact.js";
import { vectorsInMemory } from "./vectors-in-memory.js";
import { heardAs, watchedMailbox, watchedMailer, watchedModels } from "./watched.js";

/** The one place where ports meet their adapters. Adapters are loaded when they are needed: a start is quick. */

export type Backstage = {
  readonly config: Config;
  readonly ledger: Ledger;
  readonly knowledge: KnowledgeInMemory;
  /** Loaded at the first call. */
  readonly models: () => Promise<Models>;
  /** What an operator should know about this store, in German. */
  readonly warnings: readonly string[];
  readonly close: () => Promise<void>;
};

/** Nobody decides for the controller how long cases are kept (Art. 5(1)e DSGVO). */
const NO_RETENTION =
  "Es ist keine Aufbewahrungsfrist eingestellt (KIM_RETENTION_MONTHS): Abgeschlossene Fälle werden nicht von selbst gelöscht.";

/** Store, keys and knowledge: what the bot and the command line share. Fills an empty store in demo mode. */
export async function openBackstage(env: NodeJS.ProcessEnv): Promise<Backstage> {
  const config = readConfig(env);
  const { store, warnings } = await openStore(config);
  const keyring = await openKeyringOf(config, store);
  const ledger = { store, keyring, clock: Date.now };
  let models: Promise<Models> | undefined;
  if (config.demo) await seedSamples(ledger);
  return {
    config,
    ledger,
    knowledge: knowledgeInMemory(store, keyring, join(config.dataDir, "search-index")),
    models: () => {
      models ??= openModels(config, ledger);
      return models;
    },
    warnings: [...warnings, ...(config.retention ? [] : [NO_RETENTION])],
    close: () => store.close(),
  };
}

/** The configured store alone, without a key and without samples. */
export async function openStore({ redisUrl, dataDir }: Config) {
  const store = redisUrl
    ? await (await import("../adapters/storage/redis.js")).openRedisStore({ url: redisUrl })
    : await (await import("../adapters/storage/lmdb.js")).openLmdbStore({ path: join(dataDir, "store") });
  return { store, warnings: await store.warnings() };
}

/** Loading LangChain takes half a second: only where a model is set up. Nothing is asked before the first question. */
async function openModels({ models }: Config, ledger: Ledger): Promise<Models> {
  const { chat, embedding, cleanPassages } = models;
  const opened: { -readonly [K in keyof Models]: Models[K] } = { cleanPassages };
  if (chat) opened.chat = await (await import("../adapters/models/chat-model.js")).openChatModel(chat);
  if (embedding) {
    const { openEmbeddingModel } = await import("../adapters/models/embedding-model.js");
    const model = await openEmbeddingModel(embedding);
    opened.meaning = { model, vectors: vectorsInMemory(ledger, model.name) };
  }
  return opened;
}

async function openMailer(config: Config): Promise<Mailer> {
  if (config.smtpUrl) {
    const { smtpMailer } = await import("../adapters/mail/smtp.js");
    return smtpMailer({ url: config.smtpUrl, from: { name: textsFor("de").name, email: config.mailFrom } });
  }
  const { emlFolderMailer } = await import("../adapters/mail/eml-folder.js");
  return emlFolderMailer({
    folder: join(config.dataDir, "mail"),
    from: { name: textsFor("de").name, email: config.mailFrom },
  });
}

/** Who looks at the tab: proven by Teams' token; in demo mode whoever was chosen on the page. */
async function openIdentify({ credentials, publicUrl }: Config): Promise<Identify> {
  if (credentials === null) return identifyDemo;
  const { identifyBySso } = await import("../adapters/teams/sso-token.js");
  const host = publicUrl === undefined ? undefined : new URL(publicUrl).host;
  return identifyBySso({ appId: credentials.appId, tenantId: credentials.tenantId, host });
}

async function readAnswers(config: Config, ledger: Ledger, pulse: Pulse, log: Log): Promise<AnswerReader> {
  const { imapMailbox } = await import("../adapters/mail/imap.js");
  const mailbox = imapMailbox({
    url: config.imapUrl ?? "",
    ...(config.imapAuthServer ? { authServer: config.imapAuthServer } : {}),
  });
  const take = mailTaker(ledger);
  return startAnswerReader({ mailbox: watchedMailbox(mailbox, pulse), take, log });
}

export type Running = {
  readonly url: string;
  /** Every page beside the bot's own endpoint. */
  readonly pages: readonly Pick<HttpRoute, "method" | "path">[];
  readonly ledger: Ledger;
  readonly close: () => Promise<void>;
};

/** Starts the bot and resolves once it answers. @throws ConfigFaulty, StoreUnavailable */
export async function serve(env: NodeJS.ProcessEnv, write: Log = jsonLines): Promise<Running> {
  const metrics = openMetrics();
  const log: Log = (entry) => {
    metrics.observe(entry);
    write(entry);
  };
  const loadingTeams = import("../adapters/teams/server.js");
  const backstage = await openBackstage(env);
  const { config } = backstage;
  const ledger = { ...backstage.ledger, store: metrics.counting(backstage.ledger.store) };
  const outbox = sparingly(() => outboxState(ledger.store, ledger.clock()));
  const pulse = openPulse(ledger.clock);
  const [
    { startTeamsServer },
    { writeInvitation },
    { writeDocx },
    { fileFetcher },
    mailer,
    openedModels,
    consentTexts,
    { openCalendars },
  ] = await Promise.all([
    loadingTeams,
    import("../adapters/calendar/ical-write.js"),
    import("../adapters/word/write-docx.js"),
    import("../adapters/teams/fetch-file.js"),
    openMailer(config),
    backstage.models(),
    readConsentTexts(config.consentTextsDir),
    import("../adapters/calendar/open-calendars.js"),
  ]);
  const models = watchedModels(openedModels, pulse);
  const { calendars, meetings } = openCalendars(config, ledger.clock, (kind) =>
    pulse.heard("calendar", heardAs(kind)),
  );
  // Behind PORT=0 the address is known only once the server listens.
  let listening: string | undefined;
  const settings = settingsOf(config, {
    consentTexts,
    mail: mailer.kind,
    calendars,
    listening: () => listening,
  });
  const links = pollLinks(ledger.keyring);
  const marks = sentMarks(ledger.store, ledger.clock);
  const { both } = backstage.knowledge;
  const cards = cardMemory(ledger);
  const { turnsPerMinute } = config;
  const open = frontDoor({ ledger, knowledge: both, settings, sentMarks: marks, cards, models, log });
  const handle = turnsPerMinute ? limitTurns(open, perMinute(turnsPerMinute, ledger.clock)) : open;
  const addressOf = clientAddress(config.trustedProxies);
  const tokens = config.demo ? everyToken : limitRefusedTokens(REFUSED_PER_MINUTE, ledger.clock, addressOf);
  const routes = everyPage({
    config,
    addressOf,
    tokens,
    ledger,
    knowledge: backstage.knowledge,
    settings,
    handle,
    identify: await openIdentify(config),
    links,
    metrics,
    outbox,
    ready: () =>
      readiness({
        ...ledger,
        warnings: () => backstage.warnings,
        outbox,
        knowledge: backstage.knowledge.state,
        pulse,
      }),
    log,
  });
  const server = await startTeamsServer({
    port: config.port,
    host: config.host,
    credentials: config.credentials,
    handle,
    tokens,
    failure: (event) => {
      const texts = textsFor(event?.locale ?? "de");
      return say(texts, texts.errors.turnFailed);
    },
    routes,
    https: config.publicUrl?.startsWith("https:") ?? false,
    log: (entry) => log({ event: "server", ...entry }),
    ...(config.locale ? { locale: config.locale } : {}),
  });
  listening = server.url;
  // Indexing goes on while the server is already healthy; the first turn waits for it if it must.
  void backstage.knowledge.both().catch((error: unknown) => log({ event: "knowledge-failed", error }));
  if (models.meaning) void makeVectors(ledger, models, log);
  const allChores = {
    ...auditChores(ledger, config.auditReadMonths),
    ...retentionChores(ledger, config.retention),
  };
  await planChores(ledger, allChores);
  const handlers = outboxHandlers(
    {
      ledger,
      settings,
      locale: config.locale ?? "de",
      mailFrom: config.mailFrom,
      chores: allChores,
      documentsTaken: () => {
        void backstage.knowledge.library().catch(() => {});
        void makeVectors(ledger, models, log);
      },
      log,
    },
    {
      messenger: server.send,
      replace: server.update,
      mailer: watchedMailer(mailer, pulse),
      meetings,
      writeInvitation,
      writeDocument: writeDocx,
      links,
      fetchFile: fileFetcher({ demo: config.demo, maxBytes: MOST_BYTES }),
    },
  );
  const worker = startWorker(ledger, { handlers, log });
  const answers = config.imapUrl ? await readAnswers(config, ledger, pulse, log) : undefined;
  return {
    url: server.url,
    pages: routes,
    ledger,
    async close() {
      await server.close();
      await answers?.stop();
      await worker.stop();
      await marks.flush();
      await cards.flush();
      await backstage.close();
    },
  };
}
