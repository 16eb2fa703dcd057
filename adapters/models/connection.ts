import type { ModelConnection } from "../../knowledge/models/model-connection.js";
import type { ModelFailed, ModelFailure } from "../../knowledge/models/model-failed.js";

/**
 * What was sent to a server in the own house must not follow a redirect out of it, and the client library writes what
 * it can't parse to the console, where no content belongs.
 */
const discreet = { fetchOptions: { redirect: "error" as const }, logLevel: "off" as const };

/**
 * The fields that LangChain's chat and embedding classes of a provider share. Retries are off: a person waits, and a
 * batch is repeated by its job. Servers in one's own house often want no key, the client library always does.
 */
export function connectionFields({ provider, model, baseUrl, apiKey, apiVersion }: ModelConnection) {
  switch (provider) {
    case "openai":
      return {
        model,
        apiKey: apiKey ?? "none",
        maxRetries: 0,
        configuration: { baseURL: baseUrl, ...discreet },
      };
    case "azure_openai":
      return {
        model,
        apiKey: apiKey ?? "none",
        maxRetries: 0,
        azureOpenAIApiKey: apiKey ?? "none",
        azureOpenAIEndpoint: baseUrl,
        azureOpenAIBasePath: `${baseUrl.replace(/\/$/, "")}/openai/deployments`,
        azureOpenAIApiDeploymentName: model,
        azureOpenAIApiVersion: apiVersion ?? "2024-10-21",
        configuration: discreet,
      };
    case "ollama":
      return {
        model,
        baseUrl,
        maxRetries: 0,
        fetch: (input: string | URL | Request, init?: RequestInit) =>
          fetch(input, { ...init, redirect: "error" }),
      };
  }
}

/** The name by which operators know it. */
export function nameOf({ provider, model }: ModelConnection): string {
  return `${provider}:${model}`;
}

/** What an error of a client library means for us. Their messages quote what was sent, so nothing of it is kept. */
export function failureOf(error: unknown, signal: AbortSignal): ModelFailure {
  if (isModelFailed(error)) return error.failure;
  if (signal.aborted) return "too-slow";
  const { name, message } = (error ?? {}) as { name?: unknown; message?: unknown };
  const status = statusOf(error);
  if (status === 429) return "throttled";
  if (status !== undefined && status >= 400 && status < 500) return "refused";
  // undici's `TypeError: terminated` is a connection that broke off; every other is an answer of another shape.
  const connection = name === "TypeError" && (message === "terminated" || message === "fetch failed");
  return (name === "SyntaxError" || name === "TypeError") && !connection ? "garbage" : "unreachable";
}

/** The HTTP status that a client library keeps with its error: OpenAI's in `status`, Ollama's in `status_code`. */
export function statusOf(error: unknown): number | undefined {
  const { status, status_code } = (error ?? {}) as { status?: unknown; status_code?: unknown };
  return [status, status_code].find((one): one is number => typeof one === "number");
}

function isModelFailed(error: unknown): error is ModelFailed {
  return error instanceof Error && error.name === "ModelFailed";
}
