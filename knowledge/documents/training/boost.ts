import { type Forest, LEAF_UNIT, THRESHOLD_UNIT } from "../extract/trees.js";

export type Examples = {
  readonly features: readonly string[];
  readonly rows: readonly Float64Array[];
  readonly labels: readonly number[];
  readonly weights: readonly number[];
};

export type BoostOptions = {
  readonly rounds: number;
  readonly depth: number;
  readonly rate: number;
  /** Shrinks leaves with few examples. */
  readonly ridge: number;
  /** Least sum of second derivatives on both sides of a cut. */
  readonly leastLeaf: number;
  /** Shares of features and of rows that each tree sees. */
  readonly featureShare: number;
  readonly rowShare: number;
  readonly seed: number;
};

const BINS = 48;

/** Gradient boosting of complete trees on logistic loss with histograms (Friedman 2001; XGBoost's gain). Deterministic. */
export const boost = (data: Examples, options: BoostOptions): Forest => {
  const { depth, rounds, ridge, rate } = options;
  const random = mulberry32(options.seed);
  const n = data.rows.length;
  const inner = 2 ** depth - 1;
  const edges = data.features.map((_, f) => edgesOf(data.rows, f));
  const bins = edges.map((edge, f) => Uint8Array.from(data.rows, (row) => binOf(edge, row[f] as number)));
  const positive = data.labels.reduce((sum, y, i) => sum + y * (data.weights[i] as number), 0);
  const all = data.weights.reduce((a, b) => a + b, 0);
  const start = Math.round(LEAF_UNIT * Math.log(positive / (all - positive)));
  const odds = new Float64Array(n).fill(start / LEAF_UNIT);
  const gradient = new Float64Array(n);
  const curvature = new Float64Array(n);
  const nodes: number[] = [];
  const thresholds: number[] = [];
  const leaves: number[] = [];
  for (let round = 0; round < rounds; round++) {
    for (let i = 0; i < n; i++) {
      const p = 1 / (1 + Math.exp(-(odds[i] as number)));
      const w = data.weights[i] as number;
      gradient[i] = w * (p - (data.labels[i] as number));
      curvature[i] = w * p * (1 - p);
    }
    const features = data.features.map((_, f) => f).filter(() => random() < options.featureShare);
    const sample = Uint8Array.from(data.rows, () => (random() < options.rowShare ? 1 : 0));
    const at = new Uint16Array(n);
    for (let level = 0; level < depth; level++) {
      const cuts = bestCuts({ level, features, sample, at, edges, bins, gradient, curvature }, options);
      for (const { feature, bin } of cuts) {
        nodes.push(feature);
        thresholds.push(
          feature < 0 ? 0 : Math.round(THRESHOLD_UNIT * ((edges[feature] as Float64Array)[bin] as number)),
        );
      }
      const first = 2 ** level - 1;
      for (let i = 0; i < n; i++) {
        const cut = cuts[(at[i] as number) - first] as Cut;
        const right = cut.feature >= 0 && ((bins[cut.feature] as Uint8Array)[i] as number) > cut.bin;
        at[i] = 2 * (at[i] as number) + (right ? 2 : 1);
      }
    }
    const g = new Float64Array(inner + 1);
    const h = new Float64Array(inner + 1);
    for (let i = 0; i < n; i++) {
      if (sample[i] === 0) continue;
      const leaf = (at[i] as number) - inner;
      g[leaf] = (g[leaf] as number) + (gradient[i] as number);
      h[leaf] = (h[leaf] as number) + (curvature[i] as number);
    }
    const worth = Array.from(g, (sum, leaf) =>
      Math.round((-LEAF_UNIT * rate * sum) / ((h[leaf] as number) + ridge)),
    );
    leaves.push(...worth);
    for (let i = 0; i < n; i++)
      odds[i] = (odds[i] as number) + (worth[(at[i] as number) - inner] as number) / LEAF_UNIT;
  }
  return { features: data.features, depth, start, nodes, thresholds, leaves };
};

type Cut = { readonly feature: number; readonly bin: number };
type Level = {
  readonly level: number;
  readonly features: readonly number[];
  readonly sample: Uint8Array;
  readonly at: Uint16Array;
  readonly edges: readonly Float64Array[];
  readonly bins: readonly Uint8Array[];
  readonly gradient: Float64Array;
  readonly curvature: Float64Array;
};

/** For each node of a level the cut with the largest gain; feature -1 where none gains. */
const bestCuts = (l: Level, { ridge, leastLeaf }: BoostOptions): Cut[] => {
  const count = 2 ** l.level;
  const first = count - 1;
  const cuts: Cut[] = Array.from({ length: count }, () => ({ feature: -1, bin: 0 }));
  const gains = new Float64Array(count);
  for (const feature of l.features) {
    const g = new Float64Array(count * BINS);
    const h = new Float64Array(count * BINS);
    const bins = l.bins[feature] as Uint8Array;
    for (let i = 0; i < bins.length; i++) {
      if (l.sample[i] === 0) continue;
      const cell = ((l.at[i] as number) - first) * BINS + (bins[i] as number);
      g[cell] = (g[cell] as number) + (l.gradient[i] as number);
      h[cell] = (h[cell] as number) + (l.curvature[i] as number);
    }
    for (let node = 0; node < count; node++) {
      const from = node * BINS;
      const gAll = g.subarray(from, from + BINS).reduce((a, b) => a + b, 0);
      const hAll = h.subarray(from, from + BINS).reduce((a, b) => a + b, 0);
      let gLeft = 0;
      let hLeft = 0;
      for (let bin = 0; bin < (l.edges[feature] as Float64Array).length; bin++) {
        gLeft += g[from + bin] as number;
        hLeft += h[from + bin] as number;
        if (hLeft < leastLeaf || hAll - hLeft < leastLeaf) continue;
        const split = gLeft ** 2 / (hLeft + ridge) + (gAll - gLeft) ** 2 / (hAll - hLeft + ridge);
        const gain = split - gAll ** 2 / (hAll + ridge);
        if (gain > (gains[node] as number) + 1e-9) {
          gains[node] = gain;
          cuts[node] = { feature, bin };
        }
      }
    }
  }
  return cuts;
};

/** Values at which a feature may be cut, rounded as they are stored: all of them if they are few, else quantiles. */
const edgesOf = (rows: readonly Float64Array[], feature: number): Float64Array => {
  const values = Float64Array.from(
    rows,
    (row) => Math.round((row[feature] as number) * THRESHOLD_UNIT) / THRESHOLD_UNIT,
  ).sort();
  const distinct = [...new Set(values)];
  if (distinct.length <= BINS) return Float64Array.from(distinct.slice(1));
  const quantiles = Array.from(
    { length: BINS - 1 },
    (_, b) => values[Math.floor(((b + 1) * values.length) / BINS)] as number,
  );
  return Float64Array.from(new Set(quantiles));
};

const binOf = (edges: Float64Array, value: number): number => {
  let bin = 0;
  while (bin < edges.length && value * THRESHOLD_UNIT >= Math.round((edges[bin] as number) * THRESHOLD_UNIT))
    bin++;
  return bin;
};

/** Small seeded generator of numbers from 0 to 1 (mulberry32, public domain). */
export const mulberry32 = (seed: number): (() => number) => {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
};
