import { checkHistory, type Finding } from "./check-history.js";
import { playScenario, type Setting } from "./scenario.js";

/** So many scenarios wait for their store at the same time. */
const ABREAST = 4;
/** More failures say nothing more. */
const MOST_TOLD = 5;

/** Plays one scenario and judges it. What breaks it off is a finding as well. */
export async function judge(seed: number, setting: Setting): Promise<readonly Finding[]> {
  try {
    return checkHistory(await playScenario(seed, setting));
  } catch (error) {
    return [
      { what: "fault", about: error instanceof Error ? (error.stack ?? error.message) : String(error) },
    ];
  }
}

/** What a failure reads like: the seed first, since it plays the same again. */
export function told(seed: number, findings: readonly Finding[]): string {
  return [`With SEED=${seed}:`, ...findings.map(({ what, about }) => `  ${what}: ${about}`)].join("\n");
}

/**
 * Plays the scenarios from `first` on, or the one that the environment names.
 * @throws Error that names the seeds that found something
 */
export async function playAll(setting: Setting, first: number, count: number): Promise<void> {
  const only = process.env.SEED;
  const seeds = only ? [Number(only)] : Array.from({ length: count }, (_, i) => first + i);
  const failures: string[] = [];
  const next = seeds.values();
  const one = async () => {
    for (const seed of next) {
      const findings = await judge(seed, setting);
      if (findings.length > 0) failures.push(told(seed, findings));
    }
  };
  await Promise.all(Array.from({ length: ABREAST }, one));
  if (failures.length === 0) return;
  const rest = failures.length > MOST_TOLD ? [`… and ${failures.length - MOST_TOLD} more`] : [];
  throw new Error([...failures.slice(0, MOST_TOLD), ...rest].join("\n"));
}
