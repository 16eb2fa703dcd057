import type { ModelConnection } from "../../knowledge/models/model-connection.js";
import { type Finding, fault, good, hint } from "./finding.js";
import type { Examined, Probed, Probes } from "./probes.js";

/** What the bot talks to beside Teams and its store: each is really tried, from the greeting to the permission. */
export async function examineNeighbours(config: Examined, probes: Probes): Promise<readonly Finding[]> {
  const found = await Promise.all([
    examineMail(config, probes),
    examineMailbox(config, probes),
    examineCalendar(config, probes),
    examineModels(config, probes),
  ]);
  return found.flat();
}

async function examineMail(config: Examined, { smtp }: Probes): Promise<readonly Finding[]> {
  const { smtpUrl, mailFrom, demo, dataDir } = config;
  if (!smtpUrl) {
    const text = `Einladungen werden als Dateien in ${dataDir}/mail abgelegt.`;
    return [demo ? good("Post", text) : hint("Post", text, "Bitte SMTP_URL und MAIL_FROM eintragen.")];
  }
  const nobody = /@(?:.+\.)?example\.(?:org|com|net)$/i.test(mailFrom);
  return [
    ...(nobody
      ? [
          fault(
            "Post",
            `Der Absender ist ${mailFrom}.`,
            "Bitte in MAIL_FROM das Postfach des Bots eintragen.",
          ),
        ]
      : []),
    judged("Postausgang", "SMTP_URL", smtpUrl, await smtp(smtpUrl), "nimmt die Anmeldung an", MAIL_REMEDIES),
  ];
}

async function examineMailbox({ imapUrl }: Examined, { mailbox }: Probes): Promise<readonly Finding[]> {
  if (!imapUrl) return [];
  const words = "Anmeldung und Posteingang in Ordnung";
  return [judged("Posteingang", "IMAP_URL", imapUrl, await mailbox(imapUrl), words, MAIL_REMEDIES)];
}

type Remedy = readonly [says: RegExp, remedy: (setting: string) => string];

const MAIL_REMEDIES: readonly Remedy[] = [
  [
    /ENOTFOUND|EAI_AGAIN|ERR_INVALID_URL/,
    (setting) => `Diesen Namen gibt es im DNS nicht. Bitte die Adresse in ${setting} prüfen.`,
  ],
  [
    /EAUTH|login refused|\b535\b|ENOAUTH/,
    (setting) =>
      `Bitte Benutzer und Kennwort in ${setting} prüfen (Sonderzeichen als %40 und so weiter schreiben); manche Anbieter verlangen ein App-Kennwort.`,
  ],
  [/no such mailbox/, () => "Bitte prüfen, ob dieses Konto einen Posteingang (INBOX) hat."],
  [
    /TLS|SSL|CERT|SIGNED|VERIFY|WRONG_VERSION/i,
    (setting) =>
      `Bitte in ${setting} den Anfang prüfen (smtp:// und imap:// mit STARTTLS, smtps:// und imaps:// mit TLS von Anfang an) und das Zertifikat des Mailservers.`,
  ],
];

async function examineCalendar({ graph }: Examined, { calendar }: Probes): Promise<readonly Finding[]> {
  if (!graph) return [];
  const { freeBusy, entries } = await calendar(graph);
  const where = graph.graphUrl ?? "https://graph.microsoft.com";
  const lacks = (permission: string): readonly Remedy[] => [
    [
      /graph login/,
      () =>
        "Bitte GRAPH_TENANT_ID, GRAPH_CLIENT_ID und GRAPH_CLIENT_SECRET prüfen (leer: die des Bots). Geheimnisse laufen in Entra ID nach einer Frist ab.",
    ],
    [
      /\b403\b/,
      () =>
        `Bitte der App in Entra ID die Anwendungsberechtigung ${permission} geben, ihr als Administrator zustimmen und die Zugriffsrichtlinie für das Postfach aus GRAPH_MAILBOX prüfen.`,
    ],
    [/\b404\b/, () => "Bitte GRAPH_MAILBOX prüfen: Dieses Postfach gibt es dort nicht."],
  ];
  const first = judged(
    "Kalender",
    "GRAPH_URL",
    where,
    freeBusy,
    "freie Zeiten lesbar",
    lacks("Calendars.ReadBasic.All"),
  );
  // What the first question did not get, the second does not either.
  if (freeBusy.kind !== "well" && !freeBusy.reason.includes("403")) return [first];
  return [
    first,
    judged(
      "Kalender",
      "GRAPH_URL",
      where,
      entries,
      "Einträge des Postfachs lesbar",
      lacks("Calendars.ReadWrite"),
    ),
  ];
}

const ADDRESS_SETTING: Readonly<Record<ModelConnection["provider"], string>> = {
  openai: "OPENAI_BASE_URL",
  azure_openai: "AZURE_OPENAI_ENDPOINT",
  ollama: "OLLAMA_BASE_URL",
};

async function examineModels({ models }: Examined, probes: Probes): Promise<readonly Finding[]> {
  const one = async (
    about: string,
    setting: string,
    connection: ModelConnection | undefined,
    probe: Probes["chat"],
  ): Promise<readonly Finding[]> => {
    if (!connection) return [];
    const { provider, model, baseUrl } = connection;
    const remedies: readonly Remedy[] = [
      [
        /\b40[13]\b/,
        () =>
          provider === "ollama"
            ? "Der Server verlangt eine Anmeldung; Ollama kennt keine. Bitte die Adresse prüfen."
            : `Bitte ${provider === "openai" ? "OPENAI_API_KEY" : "AZURE_OPENAI_API_KEY"} prüfen.`,
      ],
      [
        /\b404\b/,
        () =>
          `Bitte den Namen hinter dem Doppelpunkt in ${setting} prüfen („${model}“)${provider === "ollama" ? `, oder das Modell laden: ollama pull ${model}` : ""}, und ob ${ADDRESS_SETTING[provider]} bis /v1 reicht.`,
      ],
      [
        /refused/,
        () => `Der Server lehnt die Anfrage ab. Bitte Namen und Version des Modells in ${setting} prüfen.`,
      ],
      [/too-slow/, () => "Das Modell braucht zu lange. Bitte ein kleineres nehmen oder es vorher laden."],
      [
        /garbage/,
        () => `Dort antwortet etwas anderes als ein Sprachmodell. Bitte ${ADDRESS_SETTING[provider]} prüfen.`,
      ],
      [
        /throttled/,
        () => "Das Kontingent ist erschöpft. Bitte beim Anbieter erhöhen, oder später noch einmal.",
      ],
    ];
    return [
      judged(
        about,
        ADDRESS_SETTING[provider],
        baseUrl,
        await probe(connection),
        `${model} antwortet`,
        remedies,
      ),
    ];
  };
  const [chat, embedding] = await Promise.all([
    one("Sprachmodell", "CHAT_MODEL", models.chat, probes.chat),
    one("Modell für die Suche", "EMBEDDING_MODEL", models.embedding, probes.embedding),
  ]);
  return [...chat, ...embedding];
}

/** A probe as a finding. Of an address only host and port are said, for it may hold a password. */
function judged(
  about: string,
  setting: string,
  address: string,
  probed: Probed,
  words: string,
  remedies: readonly Remedy[],
): Finding {
  const { host } = new URL(address);
  if (probed.kind === "well") return good(about, `${host}: ${words}`);
  const { kind, reason } = probed;
  const known = remedies.find(([says]) => says.test(reason))?.[1](setting);
  const text =
    kind === "away" ? `${host} antwortet nicht (${reason}).` : `${host} lässt uns nicht ein (${reason}).`;
  return fault(about, text, known ?? `Bitte ${setting} prüfen, und ob eine Firewall dazwischen steht.`);
}
