import { runApart } from "../apart/run-apart.js";

type Seeds = { readonly first: number; readonly count: number };

/**
 * Plays scenarios in a Node process of its own (play.ts), where they are several times as fast as inside Jest; only the
 * one that the environment names as SEED, if it names one.
 *
 * @returns what they found, see `playAll`
 */
export function playApart(engine: "lmdb" | "redis", { first, count }: Seeds): Promise<readonly string[]> {
  const only = process.env.SEED;
  return played([engine, only ?? String(first), only ? "1" : String(count)]);
}

/** Plays each planted bug in the same way. @returns what is told of it, see `playPlanted` */
export function playPlantedApart({ first, count }: Seeds): Promise<Readonly<Record<string, string | null>>> {
  return played(["redis", String(first), String(count), "planted"]);
}

function played<T>(args: readonly string[]): Promise<T> {
  return runApart(new URL("./play.ts", import.meta.url), { args });
}
