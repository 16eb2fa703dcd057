import { AsyncLocalStorage } from "node:async_hooks";

/**
 * Time as it passes on a stage. Whatever runs inside of {@link PlayedTime.within} gets timers of this time instead of
 * the machine's, so that pauses, deadlines and polls come in the same order each time the scenario is played.
 */
export type PlayedTime = {
  /** Milliseconds since the beginning; never goes back. */
  readonly now: () => number;
  /** Lets so much time pass and fires what falls due, in order. */
  readonly pass: (ms: number) => void;
  /** Until the next timer; undefined if there is none. */
  readonly untilNext: () => number | undefined;
  readonly within: <T>(work: () => T) => T;
};

type Timer = { readonly due: number; readonly fire: () => void; unref(): Timer };
type Play = {
  readonly plan: (ms: number, fire: () => void) => Timer;
  readonly drop: (timer: unknown) => boolean;
};

const playing = new AsyncLocalStorage<Play>();

export function openTime(): PlayedTime {
  const timers: Timer[] = [];
  let now = 0;
  const play: Play = {
    plan(ms, call) {
      const inPlace = AsyncLocalStorage.snapshot();
      const timer: Timer = { due: now + Math.max(1, ms), fire: () => inPlace(call), unref: () => timer };
      timers.push(timer);
      timers.sort((a, b) => a.due - b.due);
      return timer;
    },
    drop(timer) {
      const at = timers.indexOf(timer as Timer);
      if (at >= 0) timers.splice(at, 1);
      return at >= 0;
    },
  };
  return {
    now: () => now,
    pass(ms) {
      const end = now + ms;
      for (let first = timers[0]; first && first.due <= end; first = timers[0]) {
        timers.shift();
        now = Math.max(now, first.due);
        first.fire();
      }
      now = end;
    },
    untilNext: () => timers[0] && Math.max(0, timers[0].due - now),
    within: (work) => playing.run(play, work),
  };
}

/** Replaces the timers of this test file by ones that know about played time. @returns what puts them back */
export function bendTimers(): () => void {
  const { setTimeout: set, clearTimeout: clear } = globalThis;
  const bentSet = (call: (...args: unknown[]) => void, ms = 0, ...args: unknown[]) =>
    playing.getStore()?.plan(ms, () => call(...args)) ?? set(call, ms, ...args);
  const bentClear = (timer: Parameters<typeof clear>[0]) => {
    if (!playing.getStore()?.drop(timer)) clear(timer);
  };
  Object.assign(globalThis, { setTimeout: bentSet, clearTimeout: bentClear });
  return () => Object.assign(globalThis, { setTimeout: set, clearTimeout: clear });
}
