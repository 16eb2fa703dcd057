import type { Passage } from "../knowledge/documents/document.js";
import type { Written } from "../knowledge/writing/write-answer.js";
import type { Reply } from "./reply.js";

/** What language models do for a turn. Each call is asked once an event, however often the turn is run. */
export type Assistance = {
  /**
   * Words an answer out of passages. Never rejects; has its own deadline, so that a turn ends in time.
   * `withheld`: the question may not leave the house – it names a case, or somebody's health. `late`: the answer comes
   * after the turn, if it comes.
   */
  readonly write?: (
    question: string,
    passages: readonly Passage[],
  ) => Promise<
    Written | { readonly kind: "withheld" } | { readonly kind: "late"; readonly answer: Promise<Written> }
  >;
  /** Takes a reply that is to stand in the place of this turn's once it is there; undefined: there is none. */
  readonly later?: (reply: Promise<Reply | undefined>) => void;
  /**
   * Ids of the passages nearest to a question in meaning, best first, out of the documents that the asker may see.
   * Undefined where no embedding model is set up, it is away or too slow, or the question may not leave the house.
   */
  readonly near?: (question: string, seen: ReadonlySet<string>) => Promise<readonly string[] | undefined>;
};

export type AskedToWrite = Awaited<ReturnType<NonNullable<Assistance["write"]>>>;
