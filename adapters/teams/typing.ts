import type { Channel } from "./teams-adapter.js";

/** Answers that take longer than this are announced by a sign of typing. */
const typingAfterMs = 500;

/**
 * Shows that the bot is at work, once, if `stop` is not called within half a second. `stop` settles when no
 * sign can come any more: one that reached the channel after the answer would stand there until it times out.
 */
export function startTyping(channel: Channel): { stop(): Promise<void> } {
  let shown = Promise.resolve();
  const timer = setTimeout(() => {
    // A sign that did not get through is no loss.
    shown = channel.send({ type: "typing" }).then(
      () => undefined,
      () => undefined,
    );
  }, typingAfterMs);
  return {
    stop: () => {
      clearTimeout(timer);
      return shown;
    },
  };
}
