/**
 * Gradient-boosted decision trees, each a complete binary tree of the same depth, packed into three lists of whole
 * numbers: for every inner node the number of a feature (-1: always left) and its threshold in thousandths, for every
 * leaf its worth in ten-thousandths.
 */
export type Forest = {
  readonly features: readonly string[];
  readonly depth: number;
  /** Log odds before any tree, in ten-thousandths. */
  readonly start: number;
  readonly nodes: readonly number[];
  readonly thresholds: readonly number[];
  readonly leaves: readonly number[];
};

export const THRESHOLD_UNIT = 1000;
export const LEAF_UNIT = 10000;

/** Log odds that the forest gives to one example. */
export const logOdds = (forest: Forest, values: ArrayLike<number>): number => {
  const { depth, nodes, thresholds, leaves } = forest;
  const inner = 2 ** depth - 1;
  const trees = leaves.length / (inner + 1);
  let sum = forest.start;
  for (let tree = 0; tree < trees; tree++) {
    const first = tree * inner;
    let at = 0;
    while (at < inner) {
      const feature = nodes[first + at] as number;
      const right =
        feature >= 0 && (values[feature] as number) * THRESHOLD_UNIT >= (thresholds[first + at] as number);
      at = 2 * at + (right ? 2 : 1);
    }
    sum += leaves[tree * (inner + 1) + at - inner] as number;
  }
  return sum / LEAF_UNIT;
};

export const probability = (odds: number): number => 1 / (1 + Math.exp(-odds));

/** Named features in the order of a forest. */
export const valuesOf = (
  forest: Pick<Forest, "features">,
  features: Readonly<Record<string, number>>,
): Float64Array => Float64Array.from(forest.features, (name) => features[name] ?? 0);
