import { join } from "node:path";
import { z } from "zod";
import { closingReasons } from "../casework/case/case.js";
import { type ConferenceHours, readConferenceHours } from "../casework/conference/conference-hours.js";
import { parseRetention, type RetentionRules } from "../casework/retention/retention.js";
import { type GraphConfig, readGraphConfig } from "./graph-config.js";
import { parseNetworks } from "./limits/client-address.js";
import { parseKeyList } from "./master-key.js";
import { type ModelConfig, modelFaults, modelSettings, providerAndModel } from "./model-config.js";

/** Everything that can be set, out of the environment. An empty variable counts as unset. */
const Environment = z.object({
  MicrosoftAppId: z.uuid().optional(),
  MicrosoftAppType: z.enum(["SingleTenant", "UserAssignedMSI"]).default("SingleTenant"),
  MicrosoftAppPassword: z.string().optional(),
  MicrosoftAppTenantId: z.string().optional(),
  PORT: z.coerce.number().int().min(0).max(65535).default(3978),
  HOST: z.string().optional(),
  DATA_DIR: z.string().default("data"),
  REDIS_URL: z
    .string()
    .regex(/^(redis|rediss|redis\+sentinel|rediss\+sentinel|redis\+cluster|rediss\+cluster):\/\//)
    .optional(),
  KIM_MASTER_KEY: z.string().optional(),
  KIM_MASTER_KEY_FILE: z.string().optional(),
  KIM_MASTER_KEY_NEW: z.string().optional(),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//)
    .optional(),
  IMAP_URL: z
    .string()
    .regex(/^imaps?:\/\/[^@/]+@/)
    .optional(),
  IMAP_AUTH_SERVER: z.string().optional(),
  MAIL_FROM: z.email().default("kim-assistent@example.org"),
  PUBLIC_URL: z.url().optional(),
  GRAPH_MAILBOX: z.string().optional(),
  GRAPH_TENANT_ID: z.string().optional(),
  GRAPH_CLIENT_ID: z.string().optional(),
  GRAPH_CLIENT_SECRET: z.string().optional(),
  GRAPH_URL: z.url().optional(),
  GRAPH_LOGIN_URL: z.url().optional(),
  KIM_TURNS_PER_MINUTE: z.coerce.number().int().min(1).max(100_000).optional(),
  KIM_TRUSTED_PROXIES: z.string().default(""),
  KIM_SEND_DELAY_SECONDS: z.coerce.number().int().min(0).max(3600).default(60),
  KIM_CONFERENCE_HOURS: z.string().optional(),
  KIM_LOCALE: z.enum(["de", "en"]).optional(),
  KIM_STALE_AFTER_DAYS: z.coerce.number().int().min(1).default(365),
  KIM_DIRECTORY_KEEPER: z.string().optional(),
  KIM_KNOWLEDGE_KEEPER: z.string().optional(),
  CONSENT_TEXTS_DIR: z.string().optional(),
  KIM_RETENTION_MONTHS: z.string().optional(),
  KIM_AUDIT_READ_MONTHS: z.coerce.number().int().min(1).max(120).default(6),
  CHAT_MODEL: z.string().regex(providerAndModel).optional(),
  EMBEDDING_MODEL: z.string().regex(providerAndModel).optional(),
  MODEL_REGION: z.enum(["eu", "local"]).optional(),
  OPENAI_API_KEY: z.string().optional(),
  OPENAI_BASE_URL: z.url({ protocol: /^https?$/ }).optional(),
  AZURE_OPENAI_API_KEY: z.string().optional(),
  AZURE_OPENAI_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  AZURE_OPENAI_API_VERSION: z.string().optional(),
  OLLAMA_BASE_URL: z.url({ protocol: /^https?$/ }).optional(),
  KIM_CLEAN_PASSAGES: z.enum(["yes", "no"]).default("yes"),
});

export const knownSettings: readonly string[] = Object.keys(Environment.shape);

/** The settings as they stand in the environment, parsed. */
export type Settings = z.infer<typeof Environment>;

export type Config = {
  /** Without an app id: nobody is authenticated, loopback only, sample data. */
  readonly demo: boolean;
  readonly credentials: {
    readonly appId: string;
    readonly appType: "SingleTenant" | "UserAssignedMSI";
    readonly password: string;
    readonly tenantId: string;
  } | null;
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  readonly redisUrl: string | undefined;
  /** Each 32 bytes; two while they are rotated; none if they stand in a file. */
  readonly masterKeys: readonly Buffer[];
  /** The key that `kim keys rotate` changes to, where it is given apart. */
  readonly newMasterKey: Buffer | undefined;
  /** Without keys in the environment: the file that holds them; in demo mode it is made once under `dataDir`. */
  readonly masterKeyFile: string;
  readonly smtpUrl: string | undefined;
  /** The mailbox into which answers to invitations come; undefined: they are not read. */
  readonly imapUrl: string | undefined;
  /** The name by which our own mail server signs what it found out about senders (RFC 8601). */
  readonly imapAuthServer: string | undefined;
  readonly mailFrom: string;
  readonly publicUrl: string | undefined;
  /** The organisation's calendar; without it invitations go out by mail. */
  readonly graph: GraphConfig | undefined;
  /** How many turns one person may take in a minute; undefined: as many as wanted. */
  readonly turnsPerMinute: number | undefined;
  /** Networks of the proxies whose X-Forwarded-For is believed. */
  readonly trustedProxies: readonly string[];
  /** How long an invitation can still be stopped, seconds. */
  readonly sendDelaySeconds: number;
  /** When conferences take place, unless the operator says otherwise. */
  readonly conferenceHours: ConferenceHours;
  /** Speaks this language to everybody, whatever their client says. */
  readonly locale: "de" | "en" | undefined;
  readonly staleAfterDays: number;
  /** Folder of the texts that explain a consent; undefined: the samples. */
  readonly consentTextsDir: string | undefined;
  /** Who is told when an entry of the directory is reported: id on the staff list. */
  readonly directoryKeeper: string | undefined;
  /** Who answers what the documents do not, where no partner keeps the topic: id on the staff list. */
  readonly knowledgeKeeper: string | undefined;
  /** Months after which entries of the audit that only say who looked are purged. */
  readonly auditReadMonths: number;
  /** Undefined: the operator has set none, and nothing is deleted by itself. */
  readonly retention: RetentionRules | undefined;
  /** Language models, none by default. */
  readonly models: ModelConfig;
};

/** What is wrong with a setting and what to do, one German line each. */
export class ConfigFaulty extends Error {
  override readonly name = "ConfigFaulty";
  constructor(readonly faults: readonly string[]) {
    super(faults.join("\n"));
  }
}

/** Only where no real case lies; elsewhere the controller decides (Art. 5(1)e DSGVO). */
const DEMO_RETENTION = "default=24";

/** A hurried person takes about twenty. */
const TURNS_PER_MINUTE = 120;

const HOW: Readonly<Record<string, string>> = {
  MicrosoftAppId:
    "die Anwendungs-ID (GUID) der Bot-Registrierung eintragen, oder leer lassen für den Demo-Betrieb",
  MicrosoftAppType:
    "SingleTenant oder UserAssignedMSI eintragen (MultiTenant gibt es seit 31.07.2025 nicht mehr)",
  PORT: "eine Zahl von 0 bis 65535 eintragen, üblich ist 3978",
  REDIS_URL: "zum Beispiel redis://localhost:6379 eintragen, oder leer lassen für den eingebauten Speicher",
  KIM_MASTER_KEY:
    "32 Byte als Base64 eintragen, zum Beispiel aus: openssl rand -base64 32 (beim Wechsel beide, durch Komma getrennt)",
  SMTP_URL: "zum Beispiel smtp://mail.example.org:587 eintragen, oder leer lassen",
  IMAP_URL: "zum Beispiel imaps://benutzer:kennwort@mail.example.org eintragen, oder leer lassen",
  MAIL_FROM: "eine gültige Absenderadresse eintragen",
  PUBLIC_URL: "die öffentliche Adresse eintragen, zum Beispiel https://kim.example.org",
  GRAPH_URL: "die Adresse von Microsoft Graph eintragen, oder leer lassen",
  GRAPH_LOGIN_URL: "die Adresse der Anmeldung bei Microsoft eintragen, oder leer lassen",
  KIM_TURNS_PER_MINUTE: "eine Zahl von 1 bis 100000 eintragen, üblich sind 120, oder leer lassen",
  KIM_TRUSTED_PROXIES:
    "Adressen oder Netze der eigenen Proxys eintragen, durch Komma getrennt, zum Beispiel 127.0.0.1 oder 10.0.0.0/8",
  KIM_SEND_DELAY_SECONDS: "eine Zahl von 0 bis 3600 eintragen, üblich ist 60",
  KIM_CONFERENCE_HOURS:
    "Zeiten wie „MO-DO 09:00-12:00, MO-DO 13:30-15:30, FR 09:00-12:00“ in Viertelstunden eintragen, oder leer lassen",
  KIM_LOCALE: "de oder en eintragen, oder leer lassen",
  KIM_STALE_AFTER_DAYS: "eine Zahl von Tagen eintragen, zum Beispiel 365",
  KIM_RETENTION_MONTHS: `Monate nach dem Abschluss eintragen, zum Beispiel default=24,moved-away=12 (Gründe: ${closingReasons.join(", ")})`,
  KIM_AUDIT_READ_MONTHS: "eine Zahl von Monaten von 1 bis 120 eintragen, üblich sind 6",
  CHAT_MODEL: "anbieter:modell eintragen (openai, azure_openai oder ollama), oder leer lassen",
  EMBEDDING_MODEL: "anbieter:modell eintragen (openai, azure_openai oder ollama), oder leer lassen",
  MODEL_REGION: "eu oder local eintragen; andere Orte sind nicht erlaubt",
  OPENAI_BASE_URL: "die Adresse bis /v1 eintragen, zum Beispiel http://localhost:8000/v1",
  AZURE_OPENAI_ENDPOINT: "die Adresse der Ressource eintragen, zum Beispiel https://kim.openai.azure.com",
  OLLAMA_BASE_URL: "die Adresse des Servers eintragen, zum Beispiel http://localhost:11434",
  KIM_CLEAN_PASSAGES: "yes oder no eintragen",
};

/**
 * Reads the settings and fails closed: whatever is missing or faulty is named with its remedy, all at once.
 * @throws ConfigFaulty
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value !== ""),
  );
  const parsed = Environment.safeParse(given);
  if (!parsed.success) {
    const names = [...new Set(parsed.error.issues.map((issue) => String(issue.path[0])))];
    throw new ConfigFaulty(names.map((name) => `${name} ist nicht gültig: bitte ${HOW[name] ?? "prüfen"}.`));
  }
  const settings = parsed.data;
  const faults: string[] = [];
  const masterKeys = parseKeyList(settings.KIM_MASTER_KEY ?? "");
  const newMasterKeys = parseKeyList(settings.KIM_MASTER_KEY_NEW ?? "");
  if (!newMasterKeys) faults.push(`KIM_MASTER_KEY_NEW ist kein Schlüssel: bitte ${HOW.KIM_MASTER_KEY}.`);
  if (!masterKeys) faults.push(`KIM_MASTER_KEY ist kein Schlüssel: bitte ${HOW.KIM_MASTER_KEY}.`);
  const graph = readGraphConfig(settings, faults);
  const conferenceHours = readConferenceHours(settings.KIM_CONFERENCE_HOURS);
  if (conferenceHours === undefined) {
    faults.push(`KIM_CONFERENCE_HOURS ist nicht gültig: bitte ${HOW.KIM_CONFERENCE_HOURS}.`);
  }
  const trustedProxies = parseNetworks(settings.KIM_TRUSTED_PROXIES);
  if (!trustedProxies) {
    faults.push(`KIM_TRUSTED_PROXIES ist nicht gültig: bitte ${HOW.KIM_TRUSTED_PROXIES}.`);
  }
  const demo = settings.MicrosoftAppId === undefined;
  const rules = settings.KIM_RETENTION_MONTHS ?? (demo ? DEMO_RETENTION : undefined);
  const retention = rules === undefined ? undefined : parseRetention(rules);
  if (rules !== undefined && !retention) {
    faults.push(`KIM_RETENTION_MONTHS ist nicht gültig: bitte ${HOW.KIM_RETENTION_MONTHS}.`);
  }
  if (!demo) {
    const inFile = settings.KIM_MASTER_KEY_FILE !== undefined;
    const needed = ["MicrosoftAppTenantId", ...(inFile ? [] : (["KIM_MASTER_KEY"] as const))] as const;
    const secret = settings.MicrosoftAppType === "SingleTenant" ? (["MicrosoftAppPassword"] as const) : [];
    for (const name of [...needed, ...secret]) {
      if (!settings[name])
        faults.push(`${name} fehlt: mit MicrosoftAppId muss es gesetzt sein. ${HOW[name] ?? ""}`.trim());
    }
  } else {
    for (const name of ["MicrosoftAppPassword", "MicrosoftAppTenantId"] as const) {
      if (settings[name]) {
        faults.push(
          `${name} ist gesetzt, aber MicrosoftAppId fehlt: bitte ergänzen, oder beides leer lassen für den Demo-Betrieb.`,
        );
      }
    }
    if (settings.HOST && !["127.0.0.1", "localhost", "::1"].includes(settings.HOST)) {
      faults.push(
        `HOST ist ${settings.HOST}: Im Demo-Betrieb (ohne MicrosoftAppId) ist nur 127.0.0.1 erlaubt, weil niemand angemeldet ist.`,
      );
    }
  }
  faults.push(...modelFaults(settings, demo, given));
  if (faults.length > 0 || conferenceHours === undefined) throw new ConfigFaulty(faults);
  return {
    demo,
    credentials: settings.MicrosoftAppId
      ? {
          appId: settings.MicrosoftAppId,
          appType: settings.MicrosoftAppType,
          password: settings.MicrosoftAppPassword ?? "",
          tenantId: settings.MicrosoftAppTenantId ?? "",
        }
      : null,
    port: settings.PORT,
    host: settings.HOST ?? (demo ? "127.0.0.1" : "0.0.0.0"),
    dataDir: settings.DATA_DIR,
    redisUrl: settings.REDIS_URL,
    masterKeys: masterKeys ?? [],
    newMasterKey: newMasterKeys?.[0],
    masterKeyFile: settings.KIM_MASTER_KEY_FILE ?? join(settings.DATA_DIR, "demo-master.key"),
    smtpUrl: settings.SMTP_URL,
    imapUrl: settings.IMAP_URL,
    imapAuthServer: settings.IMAP_AUTH_SERVER,
    mailFrom: settings.MAIL_FROM,
    publicUrl: settings.PUBLIC_URL,
    graph,
    turnsPerMinute: settings.KIM_TURNS_PER_MINUTE ?? (demo ? undefined : TURNS_PER_MINUTE),
    trustedProxies: trustedProxies ?? [],
    sendDelaySeconds: settings.KIM_SEND_DELAY_SECONDS,
    conferenceHours,
    locale: settings.KIM_LOCALE,
    staleAfterDays: settings.KIM_STALE_AFTER_DAYS,
    consentTextsDir: settings.CONSENT_TEXTS_DIR,
    directoryKeeper: settings.KIM_DIRECTORY_KEEPER,
    knowledgeKeeper: settings.KIM_KNOWLEDGE_KEEPER,
    auditReadMonths: settings.KIM_AUDIT_READ_MONTHS,
    retention,
    models: modelSettings(settings),
  };
}
