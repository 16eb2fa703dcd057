/**
 * Inverted index in flat arrays. `postings[starts[t] .. starts[t + 1]]` are the units that hold term `t`, ascending;
 * `impacts` beside them is what one match is worth before its idf.
 */
export type SearchIndex = {
  readonly size: number;
  readonly terms: ReadonlyMap<string, number>;
  readonly starts: Uint32Array;
  readonly postings: Uint32Array;
  readonly impacts: Float32Array;
  readonly counts: ReadonlyMap<string, number>;
};
