import type { ChatModel } from "../knowledge/models/chat-model.js";
import type { EmbeddingModel } from "../knowledge/models/embedding-model.js";
import { ModelFailed } from "../knowledge/models/model-failed.js";
import type { Models } from "./assistance.js";
import type { Mailbox } from "./mailbox/incoming-mail.js";
import type { Mailer } from "./outbox/mailer.js";
import type { Heard, Neighbour, Pulse } from "./pulse.js";

/** The same ports, whose outcomes are noted as the pulse of who is behind them. */

/** How a port's own outcome counts: `permanent` is about one letter, and whoever says so is well. */
const HEARD: Readonly<Record<string, Heard>> = { temporary: "away", setup: "setup" };

export function heardAs(kind: string): Heard {
  return HEARD[kind] ?? "well";
}

export function watchedMailer(mailer: Mailer, pulse: Pulse): Mailer {
  return {
    ...mailer,
    async send(mail) {
      const result = await mailer.send(mail);
      pulse.heard("mail", heardAs(result.kind));
      return result;
    },
  };
}

export function watchedMailbox(mailbox: Mailbox, pulse: Pulse): Mailbox {
  return {
    async check(take) {
      const result = await mailbox.check(take);
      pulse.heard("mailbox", heardAs(result.kind));
      return result;
    },
  };
}

export function watchedModels({ chat, meaning, ...rest }: Models, pulse: Pulse): Models {
  return {
    ...rest,
    ...(chat ? { chat: watchedChatModel(chat, pulse) } : {}),
    ...(meaning ? { meaning: { ...meaning, model: watchedEmbeddingModel(meaning.model, pulse) } } : {}),
  };
}

function watchedChatModel(model: ChatModel, pulse: Pulse): ChatModel {
  return {
    ...model,
    async *write(asked) {
      try {
        yield* model.write(asked);
        pulse.heard("chat-model", "well");
      } catch (error) {
        noteFailure(pulse, "chat-model", error);
        throw error;
      }
    },
  };
}

function watchedEmbeddingModel(model: EmbeddingModel, pulse: Pulse): EmbeddingModel {
  return {
    ...model,
    async embed(texts, signal) {
      try {
        const vectors = await model.embed(texts, signal);
        pulse.heard("embedding-model", "well");
        return vectors;
      } catch (error) {
        noteFailure(pulse, "embedding-model", error);
        throw error;
      }
    },
  };
}

function noteFailure(pulse: Pulse, who: Neighbour, error: unknown): void {
  // A key or a model name that the server refuses does not mend itself.
  const setup = error instanceof ModelFailed && error.failure === "refused";
  pulse.heard(who, setup ? "setup" : "away");
}
