import type { ModelConnection } from "../knowledge/models/model-connection.js";
import type { Settings } from "./config.js";

export type ModelConfig = {
  readonly chat: ModelConnection | undefined;
  readonly embedding: ModelConnection | undefined;
  /** Personal data is taken out of passages too before a model gets them. */
  readonly cleanPassages: boolean;
};

/** LangChain's `provider:model`. */
export const providerAndModel = /^(?:openai|azure_openai|ollama):\S+$/;

const OLLAMA = "http://127.0.0.1:11434";

export function modelSettings(settings: Settings): ModelConfig {
  return {
    chat: connectionTo(settings.CHAT_MODEL, settings),
    embedding: connectionTo(settings.EMBEDDING_MODEL, settings),
    cleanPassages: settings.KIM_CLEAN_PASSAGES === "yes",
  };
}

function connectionTo(named: string | undefined, settings: Settings): ModelConnection | undefined {
  if (named === undefined) return undefined;
  const colon = named.indexOf(":");
  const provider = named.slice(0, colon) as ModelConnection["provider"];
  const model = named.slice(colon + 1);
  switch (provider) {
    case "openai":
      return { provider, model, baseUrl: settings.OPENAI_BASE_URL ?? "", ...keyed(settings.OPENAI_API_KEY) };
    case "azure_openai":
      return {
        provider,
        model,
        baseUrl: settings.AZURE_OPENAI_ENDPOINT ?? "",
        ...keyed(settings.AZURE_OPENAI_API_KEY),
        ...(settings.AZURE_OPENAI_API_VERSION ? { apiVersion: settings.AZURE_OPENAI_API_VERSION } : {}),
      };
    case "ollama":
      return { provider, model, baseUrl: settings.OLLAMA_BASE_URL ?? OLLAMA };
  }
}

function keyed(apiKey: string | undefined): { readonly apiKey?: string } {
  return apiKey === undefined ? {} : { apiKey };
}

/** Switches of LangChain that send a copy of every request to a service of its maker. */
const TRACING = ["LANGSMITH_TRACING", "LANGSMITH_TRACING_V2", "LANGCHAIN_TRACING", "LANGCHAIN_TRACING_V2"];

/** Hosts whose provider does not promise the EU. */
const OUTSIDE = /^api\.openai\.com$/;

/**
 * What is wrong with the settings of the models, one German line each. § 80 SGB X, and stricter by our choice: the
 * operator says where a model runs, or nothing starts. A loopback address in demo mode says it by itself.
 */
export function modelFaults(
  settings: Settings,
  demo: boolean,
  given: Readonly<Record<string, string | undefined>>,
): readonly string[] {
  const { chat, embedding } = modelSettings(settings);
  const models = [chat, embedding].filter((one) => one !== undefined);
  if (models.length === 0) return [];
  const faults = new Set<string>();
  for (const { provider, baseUrl } of models) {
    const missing = provider === "openai" ? "OPENAI_BASE_URL" : "AZURE_OPENAI_ENDPOINT";
    if (baseUrl === "") {
      faults.add(
        `${missing} fehlt: ohne diese Adresse ginge jede Frage an den Anbieter außerhalb der EU. Bitte den Server in der EU oder im eigenen Haus eintragen.`,
      );
      continue;
    }
    const { hostname, protocol } = new URL(baseUrl);
    if (OUTSIDE.test(hostname)) {
      faults.add(
        `OPENAI_BASE_URL zeigt auf ${hostname}, das ist nicht in der EU: bitte zum Beispiel https://eu.api.openai.com/v1 oder einen eigenen Server eintragen.`,
      );
    }
    if (settings.MODEL_REGION === undefined && !(demo && isLoopback(hostname))) {
      faults.add(
        "MODEL_REGION fehlt: bitte eu eintragen, wenn das Modell vertraglich in der EU betrieben wird, oder local, wenn es im eigenen Haus läuft. Sonst CHAT_MODEL und EMBEDDING_MODEL leer lassen.",
      );
    }
    if (settings.MODEL_REGION === "eu" && protocol !== "https:" && !isLoopback(hostname)) {
      faults.add(`${baseUrl} ist nicht verschlüsselt: bitte eine Adresse mit https:// eintragen.`);
    }
  }
  for (const name of TRACING) {
    if (given[name] !== undefined && given[name] !== "false") {
      faults.add(
        `${name} ist gesetzt: LangChain würde Fragen und Fundstellen an einen fremden Dienst melden. Bitte entfernen.`,
      );
    }
  }
  return [...faults];
}

function isLoopback(hostname: string): boolean {
  return /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/.test(hostname);
}
