import type { Citation, Reply } from "../../dialogs/reply.js";

/** The members of an outgoing message that are ours to say; where it goes is added when it is sent. */
export type OutgoingMessage = {
  readonly type: "message";
  readonly text?: string;
  readonly textFormat?: "markdown";
  readonly summary?: string;
  readonly attachments?: readonly { readonly contentType: string; readonly content: unknown }[];
  readonly entities?: readonly (MessageEntity | StreamInfo)[];
  readonly channelData?: { readonly feedbackLoop: { readonly type: "default" } };
};

/** Marks a piece of an answer that is shown while it is being written, and the message that ends it. */
export type StreamInfo = {
  readonly type: "streaminfo";
  readonly streamType: "streaming" | "final";
  readonly streamSequence?: number;
  readonly streamId?: string;
};

/** The one root entity that carries Teams' AI label and its numbered references. */
type MessageEntity = {
  readonly type: "https://schema.org/Message";
  readonly "@type": "Message";
  readonly "@context": "https://schema.org";
  readonly "@id": "";
  readonly additionalType?: readonly ["AIGeneratedContent"];
  readonly citation?: readonly Claim[];
  readonly usageInfo?: {
    readonly "@type": "CreativeWork";
    readonly name: string;
    readonly description: string;
  };
};

type Claim = {
  readonly "@type": "Claim";
  readonly position: number;
  readonly appearance: {
    readonly "@type": "DigitalDocument";
    readonly name: string;
    readonly abstract: string;
    readonly url?: string;
  };
};

export const adaptiveCardType = "application/vnd.microsoft.card.adaptive";

/**
 * A reply as a Bot Framework message.
 * Source of the entity and its limits: Microsoft Learn, "Bot messages with AI-generated content".
 */
export function toMessage(reply: Reply): OutgoingMessage {
  const entity = messageEntity(reply);
  return {
    type: "message",
    ...(reply.text === undefined ? {} : { text: reply.text, textFormat: "markdown" }),
    ...(reply.summary === undefined ? {} : { summary: reply.summary }),
    ...(reply.card === undefined
      ? {}
      : { attachments: [{ contentType: adaptiveCardType, content: reply.card }] }),
    ...(entity === undefined ? {} : { entities: [entity] }),
    ...(reply.feedback ? { channelData: { feedbackLoop: { type: "default" } } } : {}),
  };
}

const maxCitations = 20;
const maxName = 80;
const maxAbstract = 160;

function messageEntity(reply: Reply): MessageEntity | undefined {
  const citations = reply.citations ?? [];
  if (!reply.aiGenerated && citations.length === 0) return undefined;
  return {
    type: "https://schema.org/Message",
    "@type": "Message",
    "@context": "https://schema.org",
    "@id": "",
    ...(reply.aiGenerated ? { additionalType: ["AIGeneratedContent"] } : {}),
    ...(reply.usage ? { usageInfo: { "@type": "CreativeWork", ...reply.usage } } : {}),
    ...(citations.length === 0 ? {} : { citation: citations.slice(0, maxCitations).map(claim) }),
  };
}

function claim({ position, name, abstract, url }: Citation): Claim {
  return {
    "@type": "Claim",
    position,
    appearance: {
      "@type": "DigitalDocument",
      name: cut(name, maxName),
      abstract: cut(abstract, maxAbstract),
      ...(url !== undefined && /^https?:\/\//i.test(url) ? { url } : {}),
    },
  };
}

/** One line of at most `limit` UTF-16 units; what is longer ends with "…" at the end of a word, if one is near. */
export function cut(text: string, limit: number): string {
  const line = text.replace(/\s+/g, " ").trim();
  if (line.length <= limit) return line;
  let end = limit - 1;
  const space = line.lastIndexOf(" ", end);
  if (space > limit * 0.7) end = space;
  else if (/[\ud800-\udbff]/.test(line.charAt(end - 1))) end -= 1;
  return `${line.slice(0, end).trimEnd()}…`;
}
