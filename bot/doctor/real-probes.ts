import type { Probes } from "./probes.js";
import { probed, tryChat, tryEmbedding } from "./try-models.js";

/** Tries of what is configured, for `kim doctor`: the adapters that the bot uses, asked for nothing that anybody sees. */
export const probes: Probes = {
  smtp: async (url) => probed(await (await import("../../adapters/mail/smtp.js")).tryMailServer({ url })),
  mailbox: async (url) => probed(await (await import("../../adapters/mail/imap.js")).tryMailbox({ url })),
  async calendar(graph) {
    const { tryGraph } = await import("../../adapters/calendar/graph/try-graph.js");
    const { freeBusy, entries } = await tryGraph(graph, Date.now());
    return { freeBusy: probed(freeBusy), entries: probed(entries) };
  },
  chat: async (connection) =>
    tryChat(await (await import("../../adapters/models/chat-model.js")).openChatModel(connection)),
  embedding: async (connection) =>
    tryEmbedding(
      await (await import("../../adapters/models/embedding-model.js")).openEmbeddingModel(connection),
    ),
};
