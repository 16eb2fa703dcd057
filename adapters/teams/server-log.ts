import type { DeliveryFailure } from "./connector.js";

/** What the server reports. No entry holds anything that a person wrote. */
export type ServerLogEntry =
  | {
      readonly what: "turn";
      readonly kind: string;
      readonly scope: string;
      readonly status: number;
      readonly ms: number;
    }
  /** A request that did not become an event. `reason` is for the operator; the sender does not get it. */
  | { readonly what: "refused"; readonly status: number; readonly reason: string; readonly address: string }
  /** The front door rejected: a fault of ours. */
  | { readonly what: "turn-failed"; readonly event: string; readonly error: unknown }
  | { readonly what: "not-delivered"; readonly failure: DeliveryFailure }
  | { readonly what: "page-failed"; readonly path: string; readonly error: unknown };

export type ServerLog = (entry: ServerLogEntry) => void;
