import type { Store } from "../store/store.js";
import type { UnitOfWork } from "../store/unit-of-work.js";
import { SealBroken } from "../store/vault.js";
import { AUDIT_STREAM, AuditEntry } from "./audit.js";
import {
  type ChainLink,
  chainHead,
  chainStream,
  DIGEST_BYTES,
  digestOf,
  HEAD,
  hashOfBlock,
  parsed,
} from "./chain.js";

/**
 * What is wrong with the first broken entry: its bytes are others than were sealed (`changed`), it is gone and was
 * not purged (`missing`), it is no audit entry (`unreadable`), or the chain itself is cut or forged here (`chain`).
 */
export type Fault = {
  readonly position: number;
  readonly what: "changed" | "missing" | "unreadable" | "chain";
};

export type Verdict = {
  readonly status: "intact" | "broken";
  /** Entries that are there, and of those how many no block covers yet: the tail, which is no fault. */
  readonly entries: number;
  readonly unsealed: number;
  /** Entries that were purged by age. */
  readonly purged: number;
  /** The last block's hash and position: kept elsewhere, they prove later that nothing before was exchanged. */
  readonly head: { readonly position: number; readonly hash: string };
  readonly broken?: Fault;
};

const PAGE = 1000;

type Chain = {
  readonly digests: readonly Buffer[];
  readonly purged: ReadonlySet<number>;
  readonly fault?: number;
};

/** Checks the whole chain against the entries that are there. Reads only; works while the bot runs. */
export async function verifyAudit(unit: UnitOfWork, store: Store): Promise<Verdict> {
  // The head first: what is sealed while we read counts as tail.
  const head = (await opened(unit.read(chainHead, HEAD))) ?? { sealedTo: 0, hash: "", purgedTo: 0 };
  const chain = await readChain(unit, head);
  const faults: Fault[] = chain.fault === undefined ? [] : [{ position: chain.fault, what: "chain" }];
  let entries = 0;
  let expected = 1;
  const missingUpTo = (position: number) => {
    for (; expected < position; expected++) {
      if (!chain.purged.has(expected)) faults.push({ position: expected, what: "missing" });
    }
  };
  for await (const { position, value } of allOf(store)) {
    missingUpTo(position);
    expected = position + 1;
    entries++;
    const digest = chain.digests[position - 1];
    if (digest && !digest.equals(digestOf(position, value))) faults.push({ position, what: "changed" });
    else if (!AuditEntry.safeParse(parsed(value)).success) faults.push({ position, what: "unreadable" });
  }
  missingUpTo(head.sealedTo + 1);
  const broken = faults.sort((a, b) => a.position - b.position)[0];
  return {
    status: broken ? "broken" : "intact",
    entries,
    unsealed: Math.max(0, expected - 1 - head.sealedTo),
    purged: chain.purged.size,
    head: { position: head.sealedTo, hash: head.hash },
    ...(broken ? { broken } : {}),
  };
}

async function readChain(
  unit: UnitOfWork,
  head: { readonly sealedTo: number; readonly hash: string },
): Promise<Chain> {
  const digests: Buffer[] = [];
  const purged = new Set<number>();
  let before = "";
  for await (const link of linksOf(unit)) {
    if (link?.kind === "purged") {
      for (const [from, to] of link.spans) for (let at = from; at <= to; at++) purged.add(at);
      continue;
    }
    if (link && link.from > head.sealedTo && head.sealedTo > 0) continue;
    const bytes = Buffer.from(link?.digests ?? "", "base64");
    const fits =
      link !== undefined &&
      link.from === digests.length + 1 &&
      link.before === before &&
      link.hash === hashOfBlock(link) &&
      bytes.length === DIGEST_BYTES * (link.to - link.from + 1);
    if (!fits) return { digests, purged, fault: digests.length + 1 };
    for (let at = 0; at < bytes.length; at += DIGEST_BYTES)
      digests.push(bytes.subarray(at, at + DIGEST_BYTES));
    before = link.hash;
  }
  const whole = digests.length === head.sealedTo && before === head.hash;
  return { digests, purged, ...(whole ? {} : { fault: digests.length + 1 }) };
}

/** One by one, so that a link that does not open is known by its place; it comes as undefined. */
async function* linksOf(unit: UnitOfWork): AsyncGenerator<ChainLink | undefined> {
  for (let after = 0; ; after++) {
    const page = await opened(unit.readStream(chainStream, HEAD, { after, limit: 1 }));
    if (page?.length === 0) return;
    yield page?.[0]?.entry;
  }
}

/** What somebody changed or moved without the key does not open. */
async function opened<T>(reading: Promise<T>): Promise<T | undefined> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof SealBroken) return undefined;
    throw error;
  }
}

async function* allOf(store: Store) {
  let after = 0;
  for (;;) {
    const page = await store.readStream(AUDIT_STREAM, { after, limit: PAGE });
    yield* page;
    const last = page.at(-1);
    if (!last || page.length < PAGE) return;
    after = last.position;
  }
}
