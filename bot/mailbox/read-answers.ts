import type { Mailbox } from "./incoming-mail.js";
import type { MailTaker } from "./take-mail.js";

export type AnswerReader = { readonly stop: () => Promise<void> };

export type AnswerReaderOptions = {
  readonly mailbox: Mailbox;
  readonly take: MailTaker;
  /** Kinds only, never what a mail says. */
  readonly log: (entry: Readonly<Record<string, unknown>>) => void;
};

/** Answers need not be quicker than this; a mail server is asked no oftener. */
const PAUSE_MS = 30_000;
/** After failures it is asked less often: doubling, up to this. */
const LONGEST_PAUSE_MS = 15 * 60_000;

/** Looks into the mailbox again and again until it is stopped. Several instances may read one mailbox. */
export function startAnswerReader({ mailbox, take, log }: AnswerReaderOptions): AnswerReader {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  let failures = 0;

  async function look(): Promise<void> {
    const result = await mailbox.check(async (mail) => {
      const became = await take(mail);
      log({ event: "mail-read", became });
    });
    failures = result.kind === "checked" ? 0 : failures + 1;
    if (result.kind !== "checked") {
      log({ event: "mailbox-not-read", kind: result.kind, reason: result.reason });
    }
  }

  function next(): void {
    running = look()
      .catch(() => {
        failures += 1;
      })
      .finally(() => {
        running = undefined;
        const pause = Math.min(PAUSE_MS * 2 ** failures, LONGEST_PAUSE_MS);
        if (!stopped) timer = setTimeout(next, pause);
      });
  }

  next();
  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
