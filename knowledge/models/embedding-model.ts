/** A model that turns text into vectors whose nearness is nearness in meaning. Implemented in adapters/models. */
export type EmbeddingModel = {
  /** `provider:model`, as the operator set it. */
  readonly name: string;
  /**
   * One vector for each text, in the same order, all of one dimension, finite and not all zero.
   * @throws ModelFailed also if the server answers with anything else
   */
  readonly embed: (texts: readonly string[], signal: AbortSignal) => Promise<readonly Float32Array[]>;
};
