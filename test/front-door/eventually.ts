const patienceMs = 15_000;

/** Looks until there is something to see: for what jobs do on their own. */
export async function eventually<T>(what: string, look: () => Promise<T | undefined>): Promise<T> {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    const seen = await look();
    if (seen !== undefined) return seen;
    if (Date.now() > deadline) throw new Error(`Waited in vain for ${what}`);
    await new Promise((later) => setTimeout(later, 20));
  }
}
