import type { ModelConnection } from "../../knowledge/models/model-connection.js";
import type { Config } from "../config.js";
import type { GraphConfig } from "../graph-config.js";

/**
 * What a neighbour said when it was really tried. The reason holds codes only, never its own words. `setup`: it
 * answered and does not let us, or something is wrong with our settings.
 */
export type Probed = { readonly kind: "well" } | { readonly kind: "away" | "setup"; readonly reason: string };

/** Tries of the real adapters, each within seconds and without an effect that anybody sees. Never reject. */
export type Probes = {
  /** Greets, changes to TLS where that is wanted, logs in. */
  readonly smtp: (url: string) => Promise<Probed>;
  /** Logs in and opens the mailbox, without marking anything as read. */
  readonly mailbox: (url: string) => Promise<Probed>;
  /** One question for the mailbox's own calendar, and one for its entries: each needs a permission of its own. */
  readonly calendar: (graph: GraphConfig) => Promise<{ readonly freeBusy: Probed; readonly entries: Probed }>;
  /** A word, and a vector of a word. */
  readonly chat: (connection: ModelConnection) => Promise<Probed>;
  readonly embedding: (connection: ModelConnection) => Promise<Probed>;
};

/** What the doctor examines with. */
export type Tools = {
  readonly nodeVersion: string;
  /** ms since the epoch, by this machine's clock. */
  readonly clock: () => number;
  readonly fetch: typeof fetch;
  readonly probes: Probes;
};

export type Examined = Pick<
  Config,
  | "demo"
  | "credentials"
  | "smtpUrl"
  | "imapUrl"
  | "mailFrom"
  | "dataDir"
  | "graph"
  | "models"
  | "publicUrl"
  | "trustedProxies"
>;
