import { setImmediate as immediately } from "node:timers/promises";
import type { Draw } from "../casework/privacy/fill.js";
import { openTime } from "./played-time.js";

/**
 * The stage on which a scenario plays. Whatever a process asks of the world outside – its store, the channel, the
 * mail server – waits at a gate, and one seeded draw says who goes next and how it ends. Between two gates nothing
 * runs but the program itself, and its timers are the stage's, so the same seed plays the same scenario again.
 */
export type Stage = {
  readonly gate: Gate;
  /** How many things have been let through so far: tells what came before what. */
  readonly step: () => number;
  /** Milliseconds played so far. */
  readonly elapsed: () => number;
  /** Runs what is part of the program: its timers are those of the stage. */
  readonly within: <T>(work: () => T) => T;
  /** Lets things through until `work` has settled. */
  readonly run: <T>(work: Promise<T>) => Promise<T>;
  /** Settles when nothing is under way any more. */
  readonly rest: () => Promise<void>;
  /** Looks at something outside of the scenario, which stands still meanwhile. */
  readonly aside: <T>(look: () => Promise<T>) => Promise<T>;
  /** From now on nothing goes wrong any more. */
  readonly calm: () => void;
};

/** One run of a process. Once it is over, nothing that it still waits for ever comes, and it does nothing more. */
export type Life = { alive: boolean };

export type AskedOf =
  /** Only looks. */
  | "read"
  /** Has an effect, all or nothing, and its answer may be lost. */
  | "effect"
  /** As `effect`; what failed may land all the same, a little later. */
  | "commit";

export type Gate = <T>(
  life: Life,
  kind: AskedOf,
  perform: () => Promise<T>,
  /** How a failure looks to whoever asked: throws, or gives the value that says so. `sure`: nothing happened. */
  fail: (sure: boolean) => T,
) => Promise<T>;

export type Weather = {
  /** Of a thousand things that are asked for, so many go wrong. */
  readonly trouble: number;
  /** Of a thousand, so many take long, and others overtake them. */
  readonly slowness: number;
  /**
   * Up to so many go at the same instant. With more than one the engine itself meets them at once, and its own order
   * among processes is no longer the stage's.
   */
  readonly atOnce: number;
  /** What may happen between two steps: a crash, a clock that jumps. Called with the draw of this stage. */
  readonly between: (draw: Draw) => Promise<void>;
};

const CALM: Weather = { trouble: 0, slowness: 0, atOnce: 1, between: async () => {} };

type Fate = "well" | "refused" | "reply-lost" | "late" | "lands-late";

const FATES: Readonly<Record<AskedOf, readonly Fate[]>> = {
  read: ["refused"],
  effect: ["refused", "reply-lost"],
  commit: ["refused", "reply-lost", "lands-late"],
};

type Waiting = {
  readonly life: Life;
  readonly kind: AskedOf;
  /** @returns what tells whoever waits */
  readonly go: (fate: Fate) => Promise<() => void>;
  /** The process died with this on its way. */
  readonly orphan: () => Promise<unknown>;
};

/** So long a step takes at most, ms. */
const STEP_MS = 8;
/** So long something late takes at most; and a failure, as long as a store waits for an answer. */
const LATE_MS = 400;
const FAILS_AFTER_MS = 5_000;
/** Timers beyond this belong to polls, not to something that is under way: the pauses of a turn are shorter. */
const REST_MS = 60;
/** A scenario has some thousand steps. */
const MOST_STEPS = 60_000;
/** So many turns of the event loop without anything at a gate: then no answer is on its way through the program. */
const STILL = 3;

export function openStage(draw: Draw, foul: Weather): Stage {
  const time = openTime();
  const waiting: Waiting[] = [];
  let later: { readonly at: number; readonly happen: () => unknown }[] = [];
  let resting: (() => void)[] = [];
  let weather = foul;
  let looksAside: Promise<unknown> | undefined;
  let steps = 0;

  const after = (ms: number, happen: () => unknown) => later.push({ at: time.now() + ms, happen });

  const gate: Gate = (life, kind, perform, fail) =>
    new Promise((resolve, reject) => {
      if (!life.alive) return;
      const answer = (settle: () => void) => () => {
        if (life.alive) settle();
      };
      const refuse = (sure: boolean) =>
        answer(() => {
          try {
            resolve(fail(sure));
          } catch (error) {
            reject(error);
          }
        });
      const slowly = (settle: () => void) => {
        const ms = draw.below(2) * draw.below(FAILS_AFTER_MS);
        return () => (ms === 0 ? settle() : after(ms, settle));
      };
      const go = async (fate: Fate) => {
        if (fate === "refused") return slowly(refuse(true));
        if (fate === "lands-late") {
          after(draw.below(LATE_MS), () => perform().catch(() => {}));
          return slowly(refuse(false));
        }
        const ended = await perform().then(
          (value) => answer(() => resolve(value)),
          (error: unknown) => answer(() => reject(error)),
        );
        if (fate === "reply-lost") return slowly(refuse(false));
        return fate === "well" ? ended : () => after(draw.below(LATE_MS), ended);
      };
      waiting.push({ life, kind, go, orphan: () => perform().catch(() => {}) });
    });

  function fateOf(kind: AskedOf): Fate {
    const at = draw.below(1000);
    if (at < weather.trouble) return draw.pick(FATES[kind]);
    return at < weather.trouble + weather.slowness ? "late" : "well";
  }

  /** What a process had sent off when it died may arrive or not. */
  async function buryTheDead(): Promise<void> {
    for (const one of waiting.filter(({ life }) => !life.alive)) {
      waiting.splice(waiting.indexOf(one), 1);
      if (one.kind !== "read" && draw.below(2) === 0) await one.orphan();
    }
  }

  async function letThrough(): Promise<void> {
    const chosen: Waiting[] = [];
    for (let left = 1 + draw.below(weather.atOnce); left > 0 && waiting.length > 0; left--) {
      chosen.push(...waiting.splice(draw.below(waiting.length), 1));
    }
    const fates = chosen.map(({ kind }) => fateOf(kind));
    const answers = await Promise.all(chosen.map((one, i) => one.go(fates[i] ?? "well")));
    for (const answer of answers) answer();
  }

  /** What was to happen later and is due now. */
  async function happenings(): Promise<void> {
    const due = later.filter(({ at }) => at <= time.now());
    later = later.filter(({ at }) => at > time.now());
    for (const { happen } of due) await happen();
  }

  /** Nobody waits at a gate: when the next thing comes, of timers only those up to `limit` ms ahead. */
  function untilNext(limit: number): number | undefined {
    const timer = time.untilNext() ?? Number.POSITIVE_INFINITY;
    const next = Math.min(
      ...later.map(({ at }) => at - time.now()),
      timer <= limit ? timer : Number.POSITIVE_INFINITY,
    );
    return Number.isFinite(next) ? next : undefined;
  }

  return {
    gate,
    step: () => steps,
    elapsed: () => Math.floor(time.now()),
    within: time.within,
    rest: () => new Promise((resolve) => resting.push(resolve)),
    aside(look) {
      const looking = look();
      looksAside = looking;
      return looking;
    },
    calm() {
      weather = CALM;
    },
    async run(work) {
      let over = false;
      const settled = () => {
        over = true;
      };
      work.then(settled, settled);
      for (let still = 0; ; ) {
        await immediately();
        if (over) return work;
        if (looksAside) {
          await looksAside;
          looksAside = undefined;
          continue;
        }
        if (waiting.length > 0) {
          still = 0;
          if (++steps > MOST_STEPS) throw new Error(`No end after ${steps} steps`);
          await weather.between(draw);
          await buryTheDead();
          if (waiting.length > 0) await letThrough();
          time.pass(draw.below(STEP_MS));
          await happenings();
          continue;
        }
        if (++still < STILL) continue;
        const pause = untilNext(REST_MS);
        if (pause === undefined && resting.length > 0) {
          const rested = resting;
          resting = [];
          for (const resolve of rested) resolve();
          still = 0;
          continue;
        }
        const next = pause ?? untilNext(Number.POSITIVE_INFINITY);
        if (next === undefined) throw new Error(`Nothing moves any more after step ${steps}`);
        time.pass(next);
        await happenings();
        still = 0;
      }
    },
  };
}
