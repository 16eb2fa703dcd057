import { connect } from "node:net";
import type { Config } from "../config.js";
import { type Finding, fault, good, hint } from "./finding.js";

/** What the bot talks to beside Teams and its store. Only whether somebody listens: nothing is sent. */

const PORTS: Readonly<Record<string, number>> = {
  "smtp:": 587,
  "smtps:": 465,
  "imap:": 143,
  "imaps:": 993,
  "http:": 80,
  "https:": 443,
};
const PATIENCE_MS = 3_000;

export async function examineNeighbours(
  config: Config,
  env: Readonly<Record<string, string | undefined>>,
): Promise<readonly Finding[]> {
  const addresses: readonly (readonly [string, string | undefined, string])[] = [
    ["Postausgang", config.smtpUrl, "SMTP_URL"],
    ["Posteingang", config.imapUrl, "IMAP_URL"],
    ["Kalender", config.graph ? env.GRAPH_URL : undefined, "GRAPH_URL"],
    ["Sprachmodell", env.OPENAI_BASE_URL, "OPENAI_BASE_URL"],
    ["Sprachmodell", env.AZURE_OPENAI_ENDPOINT, "AZURE_OPENAI_ENDPOINT"],
    ["Sprachmodell", env.OLLAMA_BASE_URL, "OLLAMA_BASE_URL"],
  ];
  const found = await Promise.all(
    addresses.map(async ([about, address, setting]): Promise<Finding | undefined> => {
      if (!address) return undefined;
      const { hostname, port, protocol } = new URL(address);
      const at = `${hostname}:${port || PORTS[protocol]}`;
      if (await listens(hostname, Number(port) || (PORTS[protocol] ?? 0)))
        return good(about, `${at} antwortet`);
      return fault(
        about,
        `${at} antwortet nicht.`,
        `Bitte ${setting} prüfen, und ob eine Firewall dazwischen steht.`,
      );
    }),
  );
  return [...found.filter((one) => one !== undefined), ...examineMail(config)];
}

function examineMail({ smtpUrl, mailFrom, demo, dataDir }: Config): readonly Finding[] {
  if (!smtpUrl) {
    const text = `Einladungen werden als Dateien in ${dataDir}/mail abgelegt.`;
    return [demo ? good("Post", text) : hint("Post", text, "Bitte SMTP_URL und MAIL_FROM eintragen.")];
  }
  if (!/@(?:.+\.)?example\.(?:org|com|net)$/i.test(mailFrom)) return [];
  return [
    fault("Post", `Der Absender ist ${mailFrom}.`, "Bitte in MAIL_FROM das Postfach des Bots eintragen."),
  ];
}

function listens(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: host.replace(/^\[|\]$/g, ""), port, timeout: PATIENCE_MS });
    const end = (answers: boolean) => {
      socket.destroy();
      resolve(answers);
    };
    socket.once("connect", () => end(true));
    socket.once("error", () => end(false));
    socket.once("timeout", () => end(false));
  });
}
