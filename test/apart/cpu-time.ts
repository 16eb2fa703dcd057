/** Processor time of one call in ms, all threads of this process. What other processes do does not count. */
export function cpuTimeOf(run: () => void): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** The least of several rounds: the first ones pay for the compiler, and a busy machine for its caches. */
export function leastCpuTime(run: () => void, rounds: number): number {
  return Math.min(...Array.from({ length: rounds }, () => cpuTimeOf(run)));
}
