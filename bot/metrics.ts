import { Counter, Gauge, Histogram, Registry } from "prom-client";
import type { Store } from "../casework/store/store.js";
import type { QueueState } from "./outbox/queues.js";

/**
 * What an operator watches. Labels are kinds, scopes, queues and states, never a person, a case or a word that
 * somebody typed (§ 203 StGB; the figures never rank staff).
 */
export type Metrics = {
  /** Counts what the log says of turns, jobs and answers. */
  readonly observe: (entry: Readonly<Record<string, unknown>>) => void;
  /** The same store, whose conflicts and commits are counted. */
  readonly counting: <S extends Store>(store: S) => S;
  /** All figures in the Prometheus text format. */
  readonly text: (outbox: readonly QueueState[]) => Promise<string>;
  readonly contentType: string;
};

/** Seconds. People wait at most ten. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

export function openMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const turns = new Counter({
    name: "kim_turns_total",
    help: "Turns by kind of event, scope and HTTP status",
    labelNames: ["kind", "scope", "status"],
    registers,
  });
  const latency = new Histogram({
    name: "kim_turn_seconds",
    help: "From the arrival of an activity to the end of its answer",
    labelNames: ["kind"],
    buckets: BUCKETS,
    registers,
  });
  const refused = new Counter({
    name: "kim_refused_requests_total",
    help: "Requests that did not become an event",
    labelNames: ["status"],
    registers,
  });
  const failed = new Counter({ name: "kim_failed_turns_total", help: "Turns that failed", registers });
  const jobs = new Counter({
    name: "kim_jobs_not_done_total",
    help: "Tries of outbox jobs that did not succeed",
    labelNames: ["queue"],
    registers,
  });
  const commits = new Counter({
    name: "kim_commits_total",
    help: "Commits by outcome; a conflict means that somebody else was faster, and the turn ran again",
    labelNames: ["outcome"],
    registers,
  });
  const unknown = new Counter({
    name: "kim_unknown_questions_total",
    help: "Questions and words that got an honest no, by kind; never what was asked",
    labelNames: ["kind"],
    registers,
  });
  const events = new Counter({
    name: "kim_events_total",
    help: "Lines of the log by event and kind, turns excepted",
    labelNames: ["event", "kind"],
    registers,
  });
  const waiting = gauge("kim_outbox_waiting", "Jobs that wait", registers);
  const late = gauge("kim_outbox_late_seconds", "By how much the longest overdue job is late", registers);
  const dead = gauge("kim_outbox_dead_letters", "Jobs that were given up", registers);

  return {
    contentType: registry.contentType,
    observe(entry) {
      countLine(events, entry);
      if (entry.event === "not-answered") unknown.inc({ kind: String(entry.what) });
      if (entry.event === "job-not-done") jobs.inc({ queue: String(entry.queue) });
      if (entry.event === "turn-failed" || entry.what === "turn-failed") failed.inc();
      if (entry.what === "refused") refused.inc({ status: String(entry.status) });
      if (entry.what !== "turn") return;
      const kind = String(entry.kind);
      turns.inc({ kind, scope: String(entry.scope), status: String(entry.status) });
      latency.observe({ kind }, Number(entry.ms) / 1000);
    },
    counting: (store) => ({
      ...store,
      async commit(batch) {
        const result = await store.commit(batch);
        commits.inc({ outcome: result.kind });
        return result;
      },
    }),
    async text(outbox) {
      for (const state of outbox) {
        waiting.set({ queue: state.queue }, state.waiting);
        late.set({ queue: state.queue }, state.lateMs / 1000);
        dead.set({ queue: state.queue }, state.dead);
      }
      return registry.metrics();
    },
  };
}

/** A word of our own code; whatever else an entry should hold some day makes no label. */
const WORD = /^[a-z][a-z0-9.-]{0,39}$/;

/** Every kind of line has its figure, so that a new one needs no new metric. */
function countLine(events: Counter<"event" | "kind">, entry: Readonly<Record<string, unknown>>): void {
  const [event, kind] = [entry.event, entry.what ?? entry.kind ?? entry.outcome ?? entry.became ?? ""].map(
    (part) => (typeof part === "string" && (part === "" || WORD.test(part)) ? part : "other"),
  );
  if (kind === "turn") return;
  events.inc({ event: event ?? "other", kind: kind ?? "" });
}

function gauge(name: string, help: string, registers: Registry[]): Gauge<"queue"> {
  return new Gauge({ name, help, labelNames: ["queue"], registers });
}
