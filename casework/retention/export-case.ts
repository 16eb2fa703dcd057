import { AUDIT_STREAM, type AuditEntry, AuditEntry as Entry } from "../audit/audit.js";
import { parsed } from "../audit/chain.js";
import { type CaseEntry, type Note, noteStream } from "../case/case.js";
import { type CaseChange, changeStream } from "../case/change-log.js";
import type { Conference } from "../conference/conference.js";
import { conferencesOf } from "../conference/convened.js";
import { type DisclosureEntry, disclosuresOf } from "../consent/disclosures.js";
import { type Keyring, keyRecord, openScope } from "../store/keyring.js";
import { caseScope } from "../store/record.js";
import type { Store } from "../store/store.js";
import type { UnitOfWork } from "../store/unit-of-work.js";
import { SealBroken, unseal } from "../store/vault.js";

/** Everything that is kept about a case (Art. 15 DSGVO), whole: no pages, nothing left out. */
export type CaseExport = {
  readonly exportedAt: string;
  readonly case: CaseEntry;
  readonly notes: readonly Note[];
  readonly changes: readonly CaseChange[];
  readonly conferences: readonly Conference[];
  readonly disclosures: readonly DisclosureEntry[];
};

/** What is beside it in the store: whatever is sealed with this case's key, by its name (minutes, polls, answers). */
export type Beside = Readonly<Record<string, unknown>>;

export async function exportCase(unit: UnitOfWork, entry: CaseEntry): Promise<CaseExport> {
  const notes = await unit.readStream(noteStream, entry.id);
  const changes = await unit.readStream(changeStream, entry.id);
  return {
    exportedAt: new Date(unit.now).toISOString(),
    case: entry,
    notes: notes.map(({ entry: note }) => note),
    changes: changes.map(({ entry: change }) => change),
    conferences: await conferencesOf(unit, entry.id),
    disclosures: await disclosuresOf(unit, entry.id),
  };
}

/** Who did what with the case, oldest first. Looks through the whole audit: for an export, not for a turn. */
export async function auditOf(store: Store, caseId: string): Promise<readonly AuditEntry[]> {
  const found: AuditEntry[] = [];
  let after = 0;
  for (;;) {
    const page = await store.readStream(AUDIT_STREAM, { after, limit: 1000 });
    for (const { value } of page) {
      const entry = Entry.safeParse(parsed(value));
      if (entry.success && entry.data.subject === caseId) found.push(entry.data);
    }
    const last = page.at(-1);
    if (!last) return found;
    after = last.position;
  }
}

/** Of the case's own, but no content: wrapped keys, forms that were not sent, the places of cards, what undo needs. */
const NO_CONTENT = /^(?:key|draft|sent-cards|undoable|case|notes|changes|conference|disclosures)\//;

/**
 * Records and streams that are named after the case and that others keep beside it, found by looking, so that
 * an export is whole whatever the program learns to keep.
 */
export async function besideCase(store: Store, keyring: Keyring, caseId: string): Promise<Beside> {
  const scope = caseScope(caseId);
  const [wrapped] = await store.get([keyRecord(scope)]);
  const key = await openScope(keyring, scope, wrapped);
  if (!key) return {};
  const beside: Record<string, unknown> = {};
  for await (const trace of store.traces(caseId)) {
    if (trace.kind === "record" && !NO_CONTENT.test(trace.key)) {
      const [stored] = await store.get([trace.key]);
      const plain = stored && opened(key, `${trace.key}@${stored.version}`, stored.value);
      if (plain !== undefined) beside[trace.key] = (plain as { d?: unknown }).d;
    }
    if (trace.kind === "stream" && !NO_CONTENT.test(trace.stream)) {
      const entries = await store.readStream(trace.stream);
      const plain = entries.map(({ value }) => opened(key, trace.stream, value));
      beside[trace.stream] = plain.filter((entry) => entry !== undefined);
    }
  }
  return beside;
}

/** Sealed for others as well: not this case's alone, and not to be told with it. */
function opened(key: Buffer, additionalData: string, sealed: Buffer): unknown {
  try {
    return JSON.parse(unseal(key, additionalData, sealed).toString());
  } catch (error) {
    if (error instanceof SealBroken || error instanceof SyntaxError) return undefined;
    throw error;
  }
}
