import { checkHistory, type Finding } from "./check-history.js";
import { plantedBugs } from "./planted-bugs.js";
import { playScenario, type Setting } from "./scenario.js";

/** So many scenarios wait for their store at the same time. */
const ABREAST = 4;
/** More failures say nothing more. */
const MOST_TOLD = 5;

/**
 * Plays the scenarios of these seeds.
 * @returns what was found, each with the seed that plays it again; empty if all is well
 */
export async function playAll(setting: Setting, seeds: readonly number[]): Promise<readonly string[]> {
  const failures: string[] = [];
  const next = seeds.values();
  const one = async () => {
    for (const seed of next) {
      const findings = await judge(seed, setting);
      if (findings.length > 0) failures.push(told(seed, findings));
    }
  };
  await Promise.all(Array.from({ length: ABREAST }, one));
  const rest = failures.length > MOST_TOLD ? [`… and ${failures.length - MOST_TOLD} more`] : [];
  return [...failures.slice(0, MOST_TOLD), ...rest];
}

/**
 * Plays each planted bug on these seeds until one notices it by what it ought to show.
 * @returns what is told then, by the name of the bug; null if nobody noticed
 */
export async function playPlanted(
  setting: Setting,
  seeds: readonly number[],
): Promise<Readonly<Record<string, string | null>>> {
  const noticed: Record<string, string | null> = {};
  for (const bug of plantedBugs) {
    noticed[bug.name] = null;
    for (const seed of seeds) {
      const findings = await judge(seed, { ...setting, bug });
      if (!findings.some(({ what }) => bug.shows.includes(what))) continue;
      noticed[bug.name] = told(seed, findings);
      break;
    }
  }
  return noticed;
}

/** Plays one scenario and judges it. What breaks it off is a finding as well. */
async function judge(seed: number, setting: Setting): Promise<readonly Finding[]> {
  try {
    return checkHistory(await playScenario(seed, setting));
  } catch (error) {
    return [
      { what: "fault", about: error instanceof Error ? (error.stack ?? error.message) : String(error) },
    ];
  }
}

/** What a failure reads like: the seed first, since it plays the same again. */
function told(seed: number, findings: readonly Finding[]): string {
  return [`With SEED=${seed}:`, ...findings.map(({ what, about }) => `  ${what}: ${about}`)].join("\n");
}
