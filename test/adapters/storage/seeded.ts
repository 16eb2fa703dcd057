/** Runs a test that draws at random. What fails names the seed, and SEED=… runs the same again. */
export async function seeded(work: (seed: number) => Promise<void>): Promise<void> {
  const seed = Number(process.env.SEED ?? Date.now() % 1_000_000_000);
  try {
    await work(seed);
  } catch (error) {
    throw new Error(`With SEED=${seed}: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}
