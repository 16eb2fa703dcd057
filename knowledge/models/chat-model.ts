/** A language model that writes text. Implemented in adapters/models. */
export type ChatModel = {
  /** `provider:model`, as the operator set it. */
  readonly name: string;
  /**
   * What it writes, piece by piece as it comes. Never repeated by itself; ends at the latest when `signal` says so.
   * @throws ModelFailed
   */
  readonly write: (request: ChatRequest) => AsyncIterable<string>;
};

export type ChatRequest = {
  /** What it is to do, by us. */
  readonly instructions: string;
  /** What it is to do it with: question and sentences, both untrusted. */
  readonly material: string;
  readonly signal: AbortSignal;
};
