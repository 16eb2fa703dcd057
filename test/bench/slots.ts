import { parseSlotRequest, type SlotRequest } from "../../casework/conference/slot-request.js";
import { findSlots } from "../../casework/conference/slots.js";
import { bruteForceDateFns } from "./slots/brute-force-date-fns.js";
import { bruteForceLuxon } from "./slots/brute-force-luxon.js";
import { slotQuestion } from "./slots/slot-questions.js";

/** Milliseconds per question. `feasible` adds up all questions of the row, so that equal work shows as equal. */
export type SlotBenchRow = {
  readonly name: string;
  readonly people: number;
  readonly weeks: number;
  readonly questions: number;
  readonly p50: number;
  readonly p95: number;
  readonly feasible: number;
};

export type SlotBench = {
  readonly rows: readonly SlotBenchRow[];
  /** The very first question of this process, before anything was compiled or cached (12 people, 6 weeks). */
  readonly firstQuestionMs: number;
  /** All engines named the same starts on every question. */
  readonly equal: boolean;
  /** p95 under 10 ms for 12 people and 6 weeks, under 40 ms for 50 and 12. */
  readonly withinLimits: boolean;
};

const sizes = [
  { people: 12, weeks: 6, limitMs: 10, peerQuestions: 10 },
  { people: 50, weeks: 12, limitMs: 40, peerQuestions: 3 },
];
const ownQuestions = 200;

/**
 * Ours from JSON to ranked answer, each time a question it has not seen ("cold": nothing kept between questions),
 * beside brute force on luxon and date-fns, which get the parsed request and only name the starts.
 */
export function benchSlots(): SlotBench {
  const before = process.env.TZ;
  // date-fns computes in the zone of the process; give it the one of the questions.
  process.env.TZ = "Europe/Berlin";
  try {
    return measureAll();
  } finally {
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
  }
}

function measureAll(): SlotBench {
  const first = JSON.stringify(slotQuestion(12, 6, 0));
  const firstQuestionMs = timed(() => findSlots(parsed(first))).ms;

  const rows: SlotBenchRow[] = [];
  let equal = true;
  let withinLimits = true;
  for (const { people, weeks, limitMs, peerQuestions } of sizes) {
    const questions = Array.from({ length: ownQuestions }, (_, i) =>
      JSON.stringify(slotQuestion(people, weeks, i + 1)),
    );
    const size = { people, weeks };

    for (const text of questions.slice(0, 20)) findSlots(parsed(text));
    const own = questions.map((text) => timed(() => findSlots(parsed(text)).feasible));
    const ownRow = row("KIM-Assistent (JSON to ranked dates)", size, own);
    rows.push(ownRow);
    if (ownRow.p95 >= limitMs) withinLimits = false;

    const shared = questions.slice(0, peerQuestions).map(parsed);
    const ours = shared.map((request) =>
      timed(() => findSlots(request, { all: true }).slots.map(({ start }) => Date.parse(start))),
    );
    const peers = {
      "luxon, brute force": shared.map((request) => timed(() => bruteForceLuxon(request))),
      "date-fns, brute force": shared.map((request) => timed(() => bruteForceDateFns(request))),
    };
    rows.push(row("KIM-Assistent, the peers' questions, all dates", size, ours.map(counted)));
    for (const [name, answers] of Object.entries(peers)) {
      rows.push(row(name, size, answers.map(counted)));
      if (answers.some(({ value }, i) => value.join() !== ours[i]?.value.join())) equal = false;
    }
  }
  return { rows, firstQuestionMs, equal, withinLimits };
}

type Timed<T> = { readonly ms: number; readonly value: T };

function timed<T>(work: () => T): Timed<T> {
  const start = performance.now();
  const value = work();
  return { ms: performance.now() - start, value };
}

function counted({ ms, value }: Timed<readonly number[]>): Timed<number> {
  return { ms, value: value.length };
}

function row(
  name: string,
  size: { people: number; weeks: number },
  answers: readonly Timed<number>[],
): SlotBenchRow {
  const times = answers.map(({ ms }) => ms).sort((a, b) => a - b);
  const percentile = (share: number) =>
    times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return {
    name,
    ...size,
    questions: answers.length,
    p50: percentile(0.5),
    p95: percentile(0.95),
    feasible: answers.reduce((sum, { value }) => sum + value, 0),
  };
}

function parsed(text: string): SlotRequest {
  const result = parseSlotRequest(JSON.parse(text));
  if (!result.ok) throw new Error(result.problems.join("\n"));
  return result.request;
}
