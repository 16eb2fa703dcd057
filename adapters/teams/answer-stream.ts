import type { AnswerStream } from "../../bot/turn/front-door.js";
import type { OutgoingMessage, StreamInfo } from "./message.js";
import type { Channel } from "./teams-adapter.js";

/** A piece of an answer that is still being written: the whole text so far. */
export type StreamPiece = {
  readonly type: "typing";
  readonly text: string;
  readonly entities: readonly [StreamInfo];
};

/** A stream that people have seen something of; the answer ends it. */
export type Streamed = { readonly id: string; readonly text: string };

/** Teams takes one piece a second and asks for what comes within 1.5 to 2 s to be sent together. */
const gatherMs = 1_500;

/**
 * Streams an answer into a 1:1 chat. The first text goes out at once, later ones gathered, each in its turn. A piece
 * that the channel does not take ends the stream (the person pressed "Stop", or it is throttled): the answer then comes
 * as an ordinary message. Source: Microsoft Learn, "Stream bot messages".
 *
 * `finish` settles when nothing can come any more.
 */
export function startAnswerStream(channel: Channel): AnswerStream & {
  readonly finish: () => Promise<Streamed | undefined>;
} {
  let wanted = "";
  let sent: Streamed | undefined;
  let sequence = 0;
  let last = 0;
  let over = false;
  let timer: NodeJS.Timeout | undefined;
  let sending: Promise<void> | undefined;

  async function send(): Promise<void> {
    timer = undefined;
    const text = wanted;
    sequence += 1;
    last = Date.now();
    const info: StreamInfo = {
      type: "streaminfo",
      streamType: "streaming",
      streamSequence: sequence,
      ...(sent ? { streamId: sent.id } : {}),
    };
    try {
      const id = await channel.send({ type: "typing", text, entities: [info] });
      sent = { id: sent?.id ?? id, text };
      if (sent.id === "") over = true;
    } catch {
      over = true;
    }
    sending = undefined;
    plan();
  }

  function plan(): void {
    if (over || timer || sending || wanted === sent?.text) return;
    const pause = last + gatherMs - Date.now();
    const start = () => {
      sending = send();
    };
    if (pause <= 0) start();
    else timer = setTimeout(start, pause);
  }

  return {
    show(text) {
      wanted = text;
      plan();
    },
    async finish() {
      const refused = over;
      over = true;
      clearTimeout(timer);
      await sending;
      return refused || !sent?.id ? undefined : sent;
    },
  };
}

/** The message that ends a stream: it begins with what was shown, since Teams only lets a stream grow. */
export function endOfStream(message: OutgoingMessage, { id, text }: Streamed): OutgoingMessage {
  const own = message.text ?? "";
  const info: StreamInfo = { type: "streaminfo", streamType: "final", streamId: id };
  return {
    ...message,
    text: own.startsWith(text) ? own : `${text}\n\n${own}`.trimEnd(),
    textFormat: "markdown",
    entities: [info, ...(message.entities ?? [])],
  };
}
