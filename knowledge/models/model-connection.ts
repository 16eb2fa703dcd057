/** Where a model is served and how to get in. Read by bot/config.ts, never from the environment in here. */
export type ModelConnection = {
  readonly provider: "openai" | "azure_openai" | "ollama";
  /** Name of the model; for Azure that of the deployment. */
  readonly model: string;
  /** OpenAI-compatible: the address up to `/v1`. Azure: the endpoint of the resource. Ollama: the server. */
  readonly baseUrl: string;
  readonly apiKey?: string;
  /** Azure only. */
  readonly apiVersion?: string;
};
