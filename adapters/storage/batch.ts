import type { PortableItem } from "../../casework/store/portable.js";
import { type Batch, isStoreName } from "../../casework/store/store.js";

/**
 * Refuses what the port forbids before an engine sees it, so that no engine finds a fault half-way through a
 * write and both refuse the same.
 * @throws RangeError
 */
export function assertBatch(batch: Batch): void {
  if (batch.once) {
    for (const key of batch.once.keys) assertName(key);
    assertWhole(batch.once.expiresAt);
  }
  for (const key of batch.forget ?? []) assertName(key);
  if (batch.deadline !== undefined) assertWhole(batch.deadline);
  const checked = new Set<string>();
  for (const { key, version } of batch.checks ?? []) {
    assertName(key);
    assertWhole(version);
    if (checked.has(key)) throw new RangeError(`Two checks of the key ${key} in one batch`);
    checked.add(key);
  }
  assertWritten(batch, checked);
  for (const { index, sort, member } of batch.index ?? []) {
    assertName(index);
    assertName(sort);
    assertName(member);
  }
  for (const stream of batch.dropStreams ?? []) assertName(stream);
  for (const { stream, positions } of batch.trimStreams ?? []) {
    assertName(stream);
    for (const position of positions) assertWhole(position);
  }
  for (const { stream } of batch.appends ?? []) assertName(stream);
  for (const { queue, id } of batch.finish ?? []) assertJobName(queue, id);
  for (const { queue, id, due } of batch.postpone ?? []) {
    assertJobName(queue, id);
    assertWhole(due);
  }
  for (const { queue, id, due } of batch.enqueue ?? []) {
    assertJobName(queue, id);
    assertWhole(due);
  }
}

function assertWritten(batch: Batch, checked: ReadonlySet<string>): void {
  const written = new Set<string>();
  const claim = (key: string) => {
    if (!checked.has(key)) throw new RangeError(`The key ${key} is written without a check`);
    if (written.has(key)) throw new RangeError(`The key ${key} is written twice in one batch`);
    written.add(key);
  };
  for (const { key, expiresAt } of batch.puts ?? []) {
    claim(key);
    if (expiresAt !== undefined) assertWhole(expiresAt);
  }
  for (const key of batch.deletes ?? []) claim(key);
}

/** A file that somebody hands in may hold anything. @throws RangeError */
export function assertItems(items: readonly PortableItem[]): void {
  for (const item of items) {
    for (const value of Object.values(item)) {
      if (typeof value === "string") assertName(value);
      else if (typeof value === "number") assertWhole(value);
    }
  }
}

function assertJobName(queue: string, id: string): void {
  assertName(queue);
  assertName(id);
}

/** @throws RangeError */
export function assertName(name: string): void {
  if (!isStoreName(name)) {
    throw new RangeError(`No name for the store: ${JSON.stringify(name.slice(0, 80))}`);
  }
}

/** @throws RangeError */
export function assertWhole(value: number): void {
  if (!Number.isSafeInteger(value) || value < 0)
    throw new RangeError(`Not a whole number from 0 on: ${value}`);
}
