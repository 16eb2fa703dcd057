export type Taste = {
  /** Weight of expected recall against expected precision. */
  readonly recall: number;
  /** How much sure lines count more than doubtful ones. */
  readonly sure: number;
};

/** What OMoS-QA rewards: all lines that belong to the answer. */
export const thorough: Taste = { recall: 0.5, sure: 2 };
/** What a person reads in a chat: the lines that matter. */
export const brief: Taste = { recall: 0.6, sure: 3 };

/**
 * The set of lines with the best expected precision and recall: lines are taken from the surest on, as long as what
 * the next one adds to the answer is worth what it may spoil.
 */
export const choose = (probabilities: readonly number[], { recall, sure: power }: Taste): number[] => {
  const order = [...probabilities.keys()].sort(
    (a, b) => (probabilities[b] as number) - (probabilities[a] as number),
  );
  const total = probabilities.reduce((sum, p) => sum + p ** power, 0);
  let sure = 0;
  let taken = 0;
  let best = -1;
  let size = 0;
  for (const [k, line] of order.entries()) {
    const p = probabilities[line] as number;
    sure += p;
    taken += p ** power;
    const worth = sure / (k + 1) + (recall * taken) / total;
    if (worth > best) {
      best = worth;
      size = k + 1;
    }
  }
  return order.slice(0, size).sort((a, b) => a - b);
};
