import { initChatModel } from "langchain";
import type { ChatModel } from "../../knowledge/models/chat-model.js";
import type { ModelConnection } from "../../knowledge/models/model-connection.js";
import { ModelFailed } from "../../knowledge/models/model-failed.js";
import { connectionFields, failureOf, nameOf, statusOf } from "./connection.js";

/** More than this is no answer to a question, it is a model that does not stop. */
const MOST_LETTERS = 8_000;
const MOST_TOKENS = 800;

/** A chat model through LangChain. Nothing is asked before the first call. */
export async function openChatModel(connection: ModelConnection): Promise<ChatModel> {
  const most = connection.provider === "ollama" ? { numPredict: MOST_TOKENS } : { maxTokens: MOST_TOKENS };
  const model = await initChatModel(connection.model, {
    modelProvider: connection.provider,
    temperature: 0,
    ...(connection.provider === "ollama" ? {} : { streamUsage: false, useResponsesApi: false }),
    ...most,
    ...connectionFields(connection),
  });
  return {
    name: nameOf(connection),
    async *write({ instructions, material, signal }) {
      let letters = 0;
      try {
        const stream = await model.stream(
          [
            ["system", instructions],
            ["human", material],
          ],
          { signal },
        );
        for await (const { text } of stream) {
          signal.throwIfAborted();
          letters += text.length;
          if (letters > MOST_LETTERS) throw new ModelFailed("garbage");
          if (text !== "") yield text;
        }
      } catch (error) {
        throw new ModelFailed(failureOf(error, signal), statusOf(error));
      }
    },
  };
}
