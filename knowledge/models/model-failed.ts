/** Why a model gave nothing usable, by what can be done about it. */
export type ModelFailure =
  /** No connection, or it broke off. */
  | "unreachable"
  /** Too many requests; later again. */
  | "throttled"
  /** The server does not take the request: key, name of the model, size. */
  | "refused"
  /** No answer within the time that it was given. */
  | "too-slow"
  /** It answered with something that is no answer. */
  | "garbage";

/** A model gave nothing usable. Its message names the kind alone: what was asked may not stand in a log. */
export class ModelFailed extends Error {
  override readonly name = "ModelFailed";
  constructor(
    readonly failure: ModelFailure,
    /** The HTTP status of a refusal, for operators: 401 is a key, 404 a name. */
    readonly status?: number,
  ) {
    super(`The model failed: ${failure}`);
  }
}
