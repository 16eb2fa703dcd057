import { pathToFileURL } from "node:url";
import { buildDirectory } from "../../knowledge/directory/build.js";
import { findOffices } from "../../knowledge/directory/find.js";
import {
  faultsOf,
  heldBackQuestions,
  openQuestions,
  type TestQuestion,
  TODAY,
} from "../knowledge/directory/judge.js";
import { readDirectory, SAMPLE } from "../knowledge/directory/sample.js";
import { generatedDirectory, generatedQuestions } from "./directory/generated.js";
import { type Hit, peers } from "./directory/peers.js";

/** One engine on one directory. Shares are of 1; times in ms, each question on its own, warm. */
export type DirectoryBenchRow = {
  readonly engine: string;
  readonly directory: "sample" | "generated";
  readonly rules: number;
  readonly questions: number;
  /** Right office at the top, of the questions that have one. */
  readonly office: number;
  /** Right in every respect: office, question back, refusal. Peers know no question back. */
  readonly all: number;
  /** The same on the questions that were held back while ours was tuned. */
  readonly heldBack: number | null;
  readonly buildMs: number;
  readonly p50: number;
  readonly p95: number;
  /** Heap that the index takes, MB; only with --expose-gc. */
  readonly memoryMb: number | null;
};

/** Fuse.js takes a tenth of a second a question: the comparison is made on every third one, for all alike. */
const EVERY = 3;

/**
 * Zuständigkeit beside MiniSearch, Fuse.js and Orama on the sample directory and the test questions, and alone on
 * a generated directory of 99,000 rules. A peer refuses below the score that serves it best on all questions.
 */
export async function benchDirectory(): Promise<readonly DirectoryBenchRow[]> {
  return [...benchSample(), benchGenerated()];
}

function benchSample(): readonly DirectoryBenchRow[] {
  const data = readDirectory(SAMPLE);
  const open = openQuestions();
  const held = heldBackQuestions();
  const all = [...open, ...held];
  const before = heap();
  const built = timed(() => buildDirectory(data));
  const memoryMb = since(before);
  const directory = built.value;
  const our = (questions: readonly TestQuestion[], engine: string): DirectoryBenchRow => ({
    engine,
    directory: "sample",
    rules: data.responsibilities.length,
    questions: questions.length,
    office: share(
      questions.filter(hasOffice),
      (one) => !faultsOf(directory, one).some((fault) => fault.startsWith("office")),
    ),
    all: share(questions, (one) => faultsOf(directory, one).length === 0),
    heldBack: share(
      questions.filter((one) => held.includes(one)),
      (one) => faultsOf(directory, one).length === 0,
    ),
    buildMs: built.ms,
    ...times(5, textsOf(questions), (question) => findOffices(directory, question, TODAY)),
    memoryMb,
  });
  const some = all.filter((_, at) => at % EVERY === 0);
  const others = timed(() => peers(data));
  return [
    our(all, "ours"),
    our(some, `ours, every ${EVERY}rd question`),
    ...others.value.map((peer): DirectoryBenchRow => {
      const hits = new Map(some.map((one) => [one, peer.ask(one.question)]));
      const least = bestThreshold(some, hits);
      const isRight = (one: TestQuestion): boolean => peerRight(one, hits.get(one) ?? null, least);
      return {
        engine: `${peer.name}, every ${EVERY}rd question`,
        directory: "sample",
        rules: data.responsibilities.length,
        questions: some.length,
        office: share(some.filter(hasOffice), (one) => namesOffice(one, hits.get(one) ?? null)),
        all: share(some, isRight),
        heldBack: share(
          some.filter((one) => held.includes(one)),
          isRight,
        ),
        buildMs: others.ms / others.value.length,
        ...times(1, textsOf(some), peer.ask),
        memoryMb: null,
      };
    }),
  ];
}

const hasOffice = ({ expect }: TestQuestion): boolean =>
  expect.office !== undefined && expect.status === "answer";
const textsOf = (questions: readonly TestQuestion[]): readonly string[] =>
  questions.map(({ question }) => question);

function benchGenerated(): DirectoryBenchRow {
  const data = generatedDirectory();
  const questions = generatedQuestions(data);
  const before = heap();
  const built = timed(() => buildDirectory(data));
  const memoryMb = since(before);
  const ask = (text: string) => findOffices(built.value, text, TODAY);
  const isRight = ({ text, office }: (typeof questions)[number]): boolean => {
    const { status, answers } = ask(text);
    return office === null ? status === "ask" : answers[0]?.office.id === office;
  };
  return {
    engine: "ours",
    directory: "generated",
    rules: data.responsibilities.length,
    questions: questions.length,
    office: share(
      questions.filter(({ office }) => office !== null),
      isRight,
    ),
    all: share(questions, isRight),
    heldBack: null,
    buildMs: built.ms,
    ...times(
      5,
      questions.map(({ text }) => text),
      ask,
    ),
    memoryMb,
  };
}

function namesOffice({ expect }: TestQuestion, hit: Hit): boolean {
  const offices = typeof expect.office === "string" ? [expect.office] : (expect.office ?? []);
  return hit !== null && offices.includes(hit.office);
}

function peerRight(question: TestQuestion, hit: Hit, least: number): boolean {
  const answered = hit !== null && hit.score >= least ? hit : null;
  if (question.expect.status === "unknown") return answered === null;
  return question.expect.office !== undefined && namesOffice(question, answered);
}

function bestThreshold(questions: readonly TestQuestion[], hits: ReadonlyMap<TestQuestion, Hit>): number {
  const scores = [0, ...[...hits.values()].map((hit) => hit?.score ?? 0)].sort((a, b) => a - b);
  const right = (least: number): number =>
    share(questions, (one) => peerRight(one, hits.get(one) ?? null, least));
  return scores.reduce((best, least) => (right(least) > right(best) ? least : best), 0);
}

const share = <T>(list: readonly T[], isRight: (one: T) => boolean): number =>
  list.length === 0 ? 0 : list.filter(isRight).length / list.length;

/** Median of some runs of each question, all asked before, then the quantiles over the questions. */
function times(
  runs: number,
  questions: readonly string[],
  ask: (question: string) => unknown,
): { readonly p50: number; readonly p95: number } {
  if (runs > 1) for (const question of questions) ask(question);
  const medians = questions.map((question) => {
    const taken = Array.from({ length: runs }, () => timed(() => ask(question)).ms).sort((a, b) => a - b);
    return taken[taken.length >> 1] ?? 0;
  });
  medians.sort((a, b) => a - b);
  const at = (part: number): number =>
    medians[Math.min(medians.length - 1, Math.floor(medians.length * part))] ?? 0;
  return { p50: at(0.5), p95: at(0.95) };
}

function timed<T>(work: () => T): { readonly value: T; readonly ms: number } {
  const start = performance.now();
  const value = work();
  return { value, ms: performance.now() - start };
}

function heap(): number | null {
  if (globalThis.gc === undefined) return null;
  globalThis.gc();
  return process.memoryUsage().heapUsed;
}

function since(before: number | null): number | null {
  const now = heap();
  return before === null || now === null ? null : (now - before) / 1_048_576;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) console.table(await benchDirectory());
