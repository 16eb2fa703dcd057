import type { Effect, History, JobStory, Thing, Wish } from "./history.js";

/** One broken promise. */
export type Finding = {
  readonly what: "lost" | "doubled" | "half" | "order" | "made-up" | "fault";
  readonly about: string;
};

/**
 * Judges what a scenario left behind: each acknowledged write is there once, a refused one is not there, in between
 * is whole or absent; the order of what was acknowledged is kept; what belongs together agrees; and no effect outside
 * happened twice or not at all. Reads nothing but the history, so it can be judged itself.
 */
export function checkHistory(history: History): readonly Finding[] {
  return [
    ...checkWishes(history),
    ...checkOrder(history),
    ...history.sums
      .filter(({ one, other }) => one !== other)
      .map(({ what, one, other }) => found("half", `${what}: ${one} and ${other}`)),
    ...checkJobs(history),
    ...checkEffects(history),
    ...history.faults.map((about) => found("fault", about)),
  ];
}

function found(what: Finding["what"], about: string): Finding {
  return { what, about };
}

const nameOf = ({ kind, token, place }: Thing) => `${kind} "${token}" of ${place}`;

function checkWishes({ wishes, things, fair }: History): readonly Finding[] {
  const count = new Map<string, number>();
  for (const thing of things) count.set(nameOf(thing), (count.get(nameOf(thing)) ?? 0) + 1);
  const wished = new Set(wishes.map(nameOf));
  const findings: Finding[] = [];
  for (const wish of wishes) {
    const times = count.get(nameOf(wish)) ?? 0;
    if (times > 1) findings.push(found("doubled", `${nameOf(wish)}: ${times} times`));
    if (times === 0 && wish.outcome === "acknowledged")
      findings.push(found("lost", `${nameOf(wish)}: acknowledged`));
    if (times > 0 && wish.outcome === "refused")
      findings.push(found("made-up", `${nameOf(wish)}: the person was told that nothing was saved`));
    if (fair && wish.outcome !== "acknowledged")
      findings.push(found("lost", `${nameOf(wish)}: ${wish.outcome} though nothing went wrong`));
  }
  for (const thing of things)
    if (!wished.has(nameOf(thing))) findings.push(found("made-up", `${nameOf(thing)}: nobody wished it`));
  return findings;
}

/** Kinds whose things stand in the order in which they were written. */
const IN_ORDER: ReadonlySet<string> = new Set(["note", "measure"]);

/** What was acknowledged before the next was even asked for stands before it. */
function checkOrder({ wishes, things }: History): readonly Finding[] {
  const position = new Map(things.map((thing, i) => [nameOf(thing), i]));
  const rows = new Map<string, Wish[]>();
  for (const wish of wishes) {
    if (!IN_ORDER.has(wish.kind) || !position.has(nameOf(wish))) continue;
    const row = `${wish.kind} of ${wish.place}`;
    rows.set(row, [...(rows.get(row) ?? []), wish]);
  }
  const at = (wish: Wish) => position.get(nameOf(wish)) ?? 0;
  return [...rows.values()].flatMap((row) =>
    row.flatMap((first) =>
      row
        .filter(({ askedAt }) => first.answeredAt !== undefined && first.answeredAt < askedAt)
        .filter((second) => first.outcome === "acknowledged" && at(second) < at(first))
        .map((second) => found("order", `${nameOf(second)} stands before "${first.token}"`)),
    ),
  );
}

const jobOf = ({ queue, id }: Pick<JobStory, "queue" | "id">) => `${queue}/${id}`;

function checkJobs({ jobs, effects, fair }: History): readonly Finding[] {
  const runs = new Map<string, Set<number>>();
  for (const effect of effects) {
    const of = runs.get(jobOf(effect)) ?? new Set();
    runs.set(jobOf(effect), of.add(effect.run));
  }
  return jobs.flatMap((job) => {
    const acted = runs.get(jobOf(job))?.size ?? 0;
    const findings: Finding[] = [];
    if (job.end === "done" && acted === 0 && !job.mayBeSilent)
      findings.push(found("lost", `${jobOf(job)} ended and nothing left`));
    // Sent again is right only where a lease ran out or its holder could not say that it was done.
    if (acted > job.leases)
      findings.push(found("doubled", `${jobOf(job)} left ${acted} times with ${job.leases} leases`));
    if (fair && acted > 1) findings.push(found("doubled", `${jobOf(job)} was done ${acted} times`));
    if (fair && job.end === "dead") findings.push(found("lost", `${jobOf(job)} is a dead letter`));
    return findings;
  });
}

function checkEffects({ effects, jobs }: History): readonly Finding[] {
  const known = new Set(jobs.map(jobOf));
  const findings: Finding[] = [];
  const first = new Map<string, Effect>();
  for (const effect of effects) {
    const { run, queue, id, to, key, content } = effect;
    if (!known.has(jobOf(effect))) findings.push(found("made-up", `${jobOf(effect)} was never committed`));
    const before = first.get(`${queue}/${key}/${to}`);
    if (!before) first.set(`${queue}/${key}/${to}`, effect);
    // Whoever gets the same twice can tell only by its key; under one key two different things would be lost.
    else if (before.content !== content && before.id === id && queue !== "meetings")
      findings.push(found("doubled", `${jobOf(effect)} said something else under the key ${key}`));
    if (before && before.id === id && before.run === run)
      findings.push(found("doubled", `${jobOf(effect)} left twice in one go`));
    if (before && before.id !== id && queue !== "meetings")
      findings.push(found("doubled", `${id} and ${before.id} left under one key ${key}`));
  }
  return findings;
}
