import { type Finding, fault, good } from "./finding.js";
import type { Tools } from "./probes.js";

/** No version of this program is older: a clock before it is wrong. */
const FIRST_VERSION = Date.UTC(2026, 10, 1);
/** Turns have seconds, and the store counts them by its own clock. */
const MOST_OFF_STORE_MS = 3_000;
/** The `Date` header has whole seconds and is late by the way; tokens are good for five minutes more or less. */
const MOST_OFF_PEER_MS = 60_000;
const PATIENCE_MS = 4_000;

const REMEDY =
  "Bitte die Uhr stellen und mit einem Zeitserver abgleichen (timedatectl set-ntp true), auf jedem Rechner. Fristen und Anmeldungen hängen daran.";

/**
 * This machine's clock, beside that of the store where it has one, else beside that of a configured server.
 * @param storeOffMs by how much it is ahead of the store's; undefined: not known
 */
export async function examineClock(
  { clock, fetch }: Pick<Tools, "clock" | "fetch">,
  storeOffMs: number | undefined,
  peers: readonly string[],
): Promise<Finding> {
  const now = clock();
  const shown = new Date(now).toISOString();
  if (now < FIRST_VERSION) return fault("Uhr", `Sie steht auf ${shown}.`, REMEDY);
  const compared: Compared | undefined =
    storeOffMs === undefined
      ? await besidePeers(clock, fetch, peers)
      : { offMs: storeOffMs, most: MOST_OFF_STORE_MS, with: "dem Speicher (Redis)" };
  if (!compared) return good("Uhr", `${shown}, ohne Vergleich`);
  const { offMs, most, with: other } = compared;
  if (Math.abs(offMs) <= most) return good("Uhr", `${shown}, wie ${other}`);
  const seconds = Math.round(Math.abs(offMs) / 1000);
  return fault(
    "Uhr",
    `Sie geht ${seconds} Sekunden ${offMs > 0 ? "vor" : "nach"}, verglichen mit ${other}.`,
    REMEDY,
  );
}

type Compared = { readonly offMs: number; readonly most: number; readonly with: string };

async function besidePeers(
  clock: () => number,
  fetch: Tools["fetch"],
  peers: readonly string[],
): Promise<Compared | undefined> {
  for (const peer of peers) {
    const before = clock();
    const answer = await fetch(peer, {
      method: "HEAD",
      redirect: "manual",
      signal: AbortSignal.timeout(PATIENCE_MS),
    }).catch(() => undefined);
    const theirs = Date.parse(answer?.headers.get("date") ?? "");
    if (Number.isNaN(theirs)) continue;
    return { offMs: (before + clock()) / 2 - theirs, most: MOST_OFF_PEER_MS, with: new URL(peer).host };
  }
  return undefined;
}
