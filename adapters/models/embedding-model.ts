import type { Embeddings } from "@langchain/core/embeddings";
import type { EmbeddingModel } from "../../knowledge/models/embedding-model.js";
import type { ModelConnection } from "../../knowledge/models/model-connection.js";
import { ModelFailed } from "../../knowledge/models/model-failed.js";
import { connectionFields, failureOf, nameOf, statusOf } from "./connection.js";

/** An embedding model through LangChain. What the server returns is checked before anybody counts on it. */
export async function openEmbeddingModel(connection: ModelConnection): Promise<EmbeddingModel> {
  const embeddings = await createEmbeddings(connection);
  return {
    name: nameOf(connection),
    async embed(texts, signal) {
      if (texts.length === 0) return [];
      try {
        return vectorsOf(await untilAborted(embeddings.embedDocuments([...texts]), signal), texts.length);
      } catch (error) {
        throw new ModelFailed(failureOf(error, signal), statusOf(error));
      }
    },
  };
}

/**
 * `encodingFormat: "float"` matters: by default the client asks for base64 and unpacks whatever comes, so a server that
 * ignores the wish yields vectors of noise without an error.
 */
async function createEmbeddings(connection: ModelConnection): Promise<Embeddings> {
  const fields = connectionFields(connection);
  if (connection.provider === "ollama") {
    const { OllamaEmbeddings } = await import("@langchain/ollama");
    return new OllamaEmbeddings(fields);
  }
  const { AzureOpenAIEmbeddings, OpenAIEmbeddings } = await import("@langchain/openai");
  const Class = connection.provider === "openai" ? OpenAIEmbeddings : AzureOpenAIEmbeddings;
  return new Class({ ...fields, encodingFormat: "float", stripNewLines: false });
}

/** The client libraries of embeddings take no signal: whoever waits is released, the answer is dropped. */
function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((settle, fail) => {
    const stop = () => fail(new ModelFailed("too-slow"));
    if (signal.aborted) stop();
    signal.addEventListener("abort", stop, { once: true });
    work.then(settle, fail).finally(() => signal.removeEventListener("abort", stop));
  });
}

const LONGEST_VECTOR = 8_192;

function vectorsOf(raw: unknown, count: number): readonly Float32Array[] {
  if (!Array.isArray(raw) || raw.length !== count) throw new ModelFailed("garbage");
  const dimension: unknown = raw[0]?.length;
  if (typeof dimension !== "number" || dimension < 2 || dimension > LONGEST_VECTOR) {
    throw new ModelFailed("garbage");
  }
  return raw.map((each) => {
    const numbers = Array.isArray(each) && each.length === dimension && each.every(Number.isFinite);
    if (!numbers || each.every((value) => value === 0)) throw new ModelFailed("garbage");
    return Float32Array.from(each);
  });
}
