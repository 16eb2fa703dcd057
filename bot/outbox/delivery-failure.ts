/** Why the channel did not take a message, by what can be done about it; a seam to the adapter's `DeliveryError`. */
export type DeliveryFailure = {
  readonly kind: "throttled" | "gone" | "refused" | "ambiguous" | "network";
  readonly retryAfterMs?: number;
};

const kinds: ReadonlySet<unknown> = new Set(["throttled", "gone", "refused", "ambiguous", "network"]);

/** The failure that an error carries; undefined for any other error. */
export function deliveryFailure(error: unknown): DeliveryFailure | undefined {
  if (typeof error !== "object" || error === null || !("failure" in error)) return undefined;
  const { failure } = error as { failure?: Partial<DeliveryFailure> };
  return kinds.has(failure?.kind) ? (failure as DeliveryFailure) : undefined;
}
