// Prints how long the detector needs for hostile texts: run by properties.test.ts in a process of its own.
import { detectPersonalData } from "../../../casework/privacy/detect.js";
import { cpuTimeOf } from "../../apart/cpu-time.js";
import { fill, seeded } from "./fill.js";
import { CORPUS } from "./measure.js";

/** Processor time in ms, the best of some runs. */
export type Growth = {
  readonly text: string;
  readonly of25000: number;
  readonly of100000: number;
  /** 100,000 characters as people write them. */
  readonly ofNotes: number;
  /** What is asserted: see `holds`. */
  readonly linear: boolean;
  readonly quick: boolean;
  readonly inTime: boolean;
};

const PIECES =
  "a|A|0|1 |01.|1.1.|0 0|+|@|a@|a.a.a.|frau |Frau A |Herr M. |ahmad |Ahmad und |Ahmad, |van der |a-|Az |az: |k 7f3q9 |DE00 |de12 3456 |geb. |geb 1.|*1|12.03.1985 |Straße |str. 12a |am markt 1 |\n|\t|é|😀|\u00ad|Zurmati |A.|1a|( |0(|0/|0-|12345//|5 K 1|A123456789 |tel. 0|Name: |heißt |Wohnugn |Sohn Ahmad Yilmaz, |Familie Yilmaz. ".split(
    "|",
  );
/** Long runs before something that goes: tidying the seam looks back over them. */
const RUNS = [" ", ",", "\n", "( ", "(", ": ", ", "];

type Hostile = { readonly name: string; readonly ofLength: (length: number) => string };

const repeated = (piece: string, length: number) =>
  piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
const texts: readonly Hostile[] = [
  ...PIECES.map((piece) => ({ name: piece, ofLength: (length: number) => repeated(piece, length) })),
  ...RUNS.map((run) => ({
    name: `${run}… and a name`,
    ofLength: (length: number) => `${repeated(run, length)}Kind Ahmad`,
  })),
];

const ordinary = CORPUS.map((row, number) => fill(row, seeded(number)).text).join("\n");
const notes = repeated(ordinary, 100_000);

/** The first runs pay for the compiler and a busy machine for its caches, but what is quadratic is slow each time. */
const MOST_RUNS = 12;

function growthOf({ name, ofLength }: Hostile): Growth {
  const [short, long] = [ofLength(25_000), ofLength(100_000)];
  let best = { of25000: Infinity, of100000: Infinity, ofNotes: Infinity };
  const least = (before: number, text: string) =>
    Math.min(
      before,
      cpuTimeOf(() => void detectPersonalData(text)),
    );
  for (let run = 1; ; run++) {
    best = {
      of25000: least(best.of25000, short),
      of100000: least(best.of100000, long),
      ofNotes: least(best.ofNotes, notes),
    };
    const verdict = holds(best);
    if ((verdict.linear && verdict.quick && verdict.inTime) || run === MOST_RUNS) {
      return { text: name, ...best, ...verdict };
    }
  }
}

function holds({ of25000, of100000, ofNotes }: Pick<Growth, "of25000" | "of100000" | "ofNotes">) {
  return {
    // four times the text: four times the time, sixteen if it were quadratic
    linear: of100000 <= 40 + 10 * of25000,
    // however fast the machine: not much slower than notes as people write them
    quick: of100000 <= 3 * ofNotes,
    inTime: of100000 <= 300,
  };
}

console.log(JSON.stringify(texts.map(growthOf)));
