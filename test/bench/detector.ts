import { detectPersonalData } from "../../casework/privacy/detect.js";
import { CORPUS, measure, precision, recall } from "../casework/privacy/measure.js";

/** Milliseconds per text. */
export type DetectorBenchRow = {
  readonly name: string;
  readonly characters: number;
  readonly texts: number;
  readonly p50: number;
  readonly p95: number;
  readonly findings: number;
};

export type DetectorBench = {
  readonly rows: readonly DetectorBenchRow[];
  /** The very first text of this process: what is counted at the first need is in it. */
  readonly firstTextMs: number;
  /** p50 under 1 ms for a message of 500 characters, under 100 ms for 100 kB. */
  readonly withinLimits: boolean;
};

const notes = [
  "kl. kommt aus Eritrea, spricht Tigrinya und etwas Englisch, Duldung läuft am 30.09. ab, JC Eschweiler zahlt nicht",
  "Frau Yilmaz vom JuA ruft zurück unter 030 23125 117, Kita ab August zugesagt, BuT-Antrag bis 12.03. abgeben",
  "Familie wohnt in der Jülicher Str. 12a, 52249 Eschweiler, 5 Pers., Mietschulden 2.400 €, Räumung droht",
  "FaKo für K-7F3Q9 mit Jobcenter und Jugendamt nächste Woche, Dolmi Dari nötig, EWE schriftl. liegt vor",
  "Herr Hassan, geb. 12.03.1985, AZR 123456789012, will Integrationskurs B1 und Anerkennung als Elektriker",
];
const sizes = [
  { name: "a note", characters: 100, texts: 2000, limitMs: 1 },
  { name: "a long message", characters: 500, texts: 2000, limitMs: 1 },
  { name: "100 kB", characters: 100_000, texts: 20, limitMs: 100 },
];

/** The detector on notes as case managers write them, about half of them with personal data. */
export function benchDetector(): DetectorBench {
  const firstTextMs = timed(textOf(500, 0)).ms;
  let withinLimits = true;
  const rows = sizes.map(({ name, characters, texts, limitMs }) => {
    for (let i = 0; i < texts / 4; i++) timed(textOf(characters, i));
    const measured = Array.from({ length: texts }, (_, i) => timed(textOf(characters, i)));
    const times = measured.map(({ ms }) => ms).sort((a, b) => a - b);
    const percentile = (share: number) => times[Math.floor((times.length - 1) * share)] ?? 0;
    if (percentile(0.5) >= limitMs) withinLimits = false;
    const findings = measured.reduce((sum, one) => sum + one.findings, 0);
    return { name, characters, texts, p50: percentile(0.5), p95: percentile(0.95), findings };
  });
  return { rows, firstTextMs, withinLimits };
}

function timed(text: string): { ms: number; findings: number } {
  const start = performance.now();
  const { findings } = detectPersonalData(text);
  return { ms: performance.now() - start, findings: findings.length };
}

/** Notes one after the other, beginning with another one each time, cut to length. */
function textOf(characters: number, shift: number): string {
  const all: string[] = [];
  for (let i = shift, length = 0; length < characters; i++) {
    const note = notes[i % notes.length] ?? "";
    all.push(note);
    length += note.length + 2;
  }
  return all.join(". ").slice(0, characters);
}

/** Of one kind of personal data: how many there were, how many went, and how much of what went was meant. */
export type DetectorQualityRow = {
  readonly part: string;
  readonly kind: string;
  readonly there: number;
  readonly recall: number;
  readonly precision: number;
};

export type DetectorQuality = {
  readonly rows: readonly DetectorQualityRow[];
  /** Ordinary work texts that were changed all the same, of how many. */
  readonly blocked: Readonly<Record<string, string>>;
  readonly texts: string;
};

/** Recall and precision on test/casework/privacy/texts.jsonl, each text a dozen times with other names and numbers. */
export function detectorQuality(): DetectorQuality {
  const rows: DetectorQualityRow[] = [];
  const blocked: Record<string, string> = {};
  for (const part of ["tuning", "held-out"] as const) {
    const measured = measure(part, 12);
    const scores = [...Object.entries(measured.byKind).sort(), ["all", measured.overall] as const];
    for (const [kind, score] of scores) {
      rows.push({
        part,
        kind,
        there: score.expected,
        recall: recall(score),
        precision: precision(score),
      });
    }
    blocked[part] = measured.blocked.join(" of ");
  }
  const personal = CORPUS.filter((row) => row.personal.length > 0).length;
  return {
    rows,
    blocked,
    texts: `${personal} texts with personal data, ${CORPUS.length - personal} without`,
  };
}
