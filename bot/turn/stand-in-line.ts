import type { Store } from "../../casework/store/store.js";

/** A place at the head of the line for `key`; whoever leaves it lets the next one in. */
export type Place = { readonly key: string; leave(): void };

/** Whoever takes longer than this at the head no longer holds the others up (ms). */
const HEAD_MS = 500;

type Line = { readonly waiting: (() => void)[]; head: object | undefined };

const linesOf = new WeakMap<Store, Map<string, Line>>();

/**
 * Waits until it is this turn's go at the record `key`, in the order in which the turns of this process lost it
 * to somebody; `undefined` once `waitMs` are over.
 *
 * Without this, fifty turns that write the same case run again after each single commit, and all but one of
 * those runs are in vain: their number grows with the square of the people. Behind one another each runs
 * about twice. It spares work and decides nothing: a first run stands in no line, other processes know none of
 * it, a head that is slow is passed by, and what may be written only the versions in `commit` say.
 */
export function standInLine(store: Store, key: string, waitMs: number): Promise<Place | undefined> {
  const lines = linesOf.get(store) ?? new Map<string, Line>();
  linesOf.set(store, lines);
  const line = lines.get(key) ?? { waiting: [], head: undefined };
  lines.set(key, line);

  const letNextIn = () => {
    line.head = undefined;
    const next = line.waiting.shift();
    if (next) next();
    else lines.delete(key);
  };
  return new Promise((resolve) => {
    const enter = () => {
      clearTimeout(patience);
      const self = {};
      line.head = self;
      const leave = () => {
        clearTimeout(slow);
        if (line.head === self) letNextIn();
      };
      const slow = setTimeout(leave, HEAD_MS);
      resolve({ key, leave });
    };
    const patience = setTimeout(() => {
      line.waiting.splice(line.waiting.indexOf(enter), 1);
      resolve(undefined);
    }, waitMs);
    if (line.head) line.waiting.push(enter);
    else enter();
  });
}
