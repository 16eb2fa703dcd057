/** What the bot talks to beside Teams and its store. */
export const neighbours = ["mail", "mailbox", "calendar", "chat-model", "embedding-model"] as const;
export type Neighbour = (typeof neighbours)[number];

/** `away`: it may pass. `setup`: it does not pass by itself, somebody has to mend credentials or settings. */
export type Heard = "well" | "away" | "setup";

export type Trouble = {
  readonly who: Neighbour;
  readonly kind: Exclude<Heard, "well">;
  /** Since the first failure after the last success, ms since the epoch. */
  readonly since: number;
};

/**
 * What is known of each neighbour from the last time it was needed. Nothing is asked for this, so whoever looks at it
 * may look as often as they like.
 */
export type Pulse = {
  readonly heard: (who: Neighbour, how: Heard) => void;
  readonly troubles: () => readonly Trouble[];
};

/** What may pass counts for so long: whoever is needed is asked again by then. */
const COUNTS_MS = 30 * 60_000;

export function openPulse(clock: () => number): Pulse {
  const last = new Map<Neighbour, { readonly how: Heard; readonly at: number; readonly since: number }>();
  return {
    heard(who, how) {
      const now = clock();
      const before = last.get(who);
      const since = before && before.how !== "well" ? before.since : now;
      last.set(who, { how, at: now, since });
    },
    troubles() {
      const now = clock();
      return [...last].flatMap(([who, { how, at, since }]) =>
        how === "setup" || (how === "away" && now - at < COUNTS_MS) ? [{ who, kind: how, since }] : [],
      );
    },
  };
}
