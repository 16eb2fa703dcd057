/** Weight of recall against precision, and how much sure lines count more than doubtful ones. */
const RECALL = 0.5;
const SURE = 2;

/**
 * The set of lines with the best expected precision and recall: lines are taken from the surest on, as long as what
 * the next one adds to the answer is worth what it may spoil.
 */
export const choose = (probabilities: readonly number[]): number[] => {
  const order = [...probabilities.keys()].sort(
    (a, b) => (probabilities[b] as number) - (probabilities[a] as number),
  );
  const total = probabilities.reduce((sum, p) => sum + p ** SURE, 0);
  let sure = 0;
  let taken = 0;
  let best = -1;
  let size = 0;
  for (const [k, line] of order.entries()) {
    const p = probabilities[line] as number;
    sure += p;
    taken += p ** SURE;
    const worth = sure / (k + 1) + (RECALL * taken) / total;
    if (worth > best) {
      best = worth;
      size = k + 1;
    }
  }
  return order.slice(0, size).sort((a, b) => a - b);
};
