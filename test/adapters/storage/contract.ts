import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import {
  type Batch,
  type CommitResult,
  type IndexEntry,
  type LeasedJob,
  type Store,
  StoreUnavailable,
} from "../../../casework/store/store.js";
import { erasureContract } from "./erasure-contract.js";

export type Opened = {
  readonly store: Store;
  /** A second store on the same data, as another process would open it. */
  readonly second?: Store;
  /** Ends what the store runs on. The store itself is closed by the suite. */
  readonly end?: () => Promise<void>;
};

const text = (value: string): Buffer => Buffer.from(value);
const committed: CommitResult = { kind: "committed" };
const LATER = Date.now() + 3_600_000;
const PAST = Date.now() - 1000;

/** What every engine has to keep. Each test uses names of its own, so that all share one store. */
export function contractSuite(name: string, open: () => Promise<Opened>): void {
  describe(name, () => {
    let opened: Opened;
    let store: Store;
    let other: Store;
    beforeAll(async () => {
      opened = await open();
      store = opened.store;
      other = opened.second ?? store;
    });
    afterAll(async () => {
      await opened.second?.close();
      await store.close();
      await opened.end?.();
    });

    const put = (key: string, version: number, value: string, expiresAt?: number): Batch => ({
      checks: [{ key, version }],
      puts: [{ key, value: text(value), ...(expiresAt === undefined ? {} : { expiresAt }) }],
    });
    const read = async (key: string) => {
      const [stored] = await store.get([key]);
      return stored && [stored.version, stored.value.toString()];
    };

    erasureContract(() => ({ store, other }));

    describe("records", () => {
      test("come back in the order asked, with a hole for what is absent", async () => {
        await store.commit(put("rec/a", 0, "A"));
        await store.commit(put("rec/b", 0, "B"));
        const found = await store.get(["rec/b", "rec/none", "rec/a", "rec/b"]);
        expect(found.map((stored) => stored?.value.toString())).toEqual(["B", undefined, "A", "B"]);
        expect(await store.get([])).toEqual([]);
      });

      test("hold any bytes, none, and many", async () => {
        const values = [
          Buffer.from(Array.from({ length: 256 }, (_, i) => i)),
          Buffer.alloc(0),
          Buffer.alloc(300_000, 7),
        ];
        for (const [i, value] of values.entries()) {
          await store.commit({
            checks: [{ key: `bin/${i}`, version: 0 }],
            puts: [{ key: `bin/${i}`, value }],
          });
        }
        const found = await store.get(["bin/0", "bin/1", "bin/2"]);
        // A later read must not change the bytes of an earlier one.
        await store.get(["bin/2", "bin/0"]);
        for (const [i, stored] of found.entries())
          expect(stored?.value.equals(values[i] ?? text("?"))).toBe(true);
      });

      test("count their versions from 1 and start again after a deletion", async () => {
        await store.commit(put("count", 0, "a"));
        await store.commit(put("count", 1, "b"));
        expect(await read("count")).toEqual([2, "b"]);
        expect(await store.commit({ checks: [{ key: "count", version: 2 }], deletes: ["count"] })).toEqual(
          committed,
        );
        expect(await read("count")).toBeUndefined();
        await store.commit(put("count", 0, "c"));
        expect(await read("count")).toEqual([1, "c"]);
      });

      test("are seen at once by whoever else has the store open", async () => {
        await store.get(["shared"]);
        await other.get(["shared"]);
        await store.commit(put("shared", 0, "from one"));
        expect((await other.get(["shared"]))[0]?.value.toString()).toBe("from one");
        await other.commit(put("shared", 1, "from the other"));
        expect(await read("shared")).toEqual([2, "from the other"]);
      });

      test("are listed by prefix, whatever characters it holds", async () => {
        for (const key of ["list/*/1", "list/*/2", "list/a/3", "list/*", "list/[x]?\\"]) {
          await store.commit(put(key, 0, "x"));
        }
        await store.commit(put("list/*/gone", 0, "x", PAST));
        expect((await all(store.keys("list/*/"))).sort()).toEqual(["list/*/1", "list/*/2"]);
        expect(await all(store.keys("list/[x]?\\"))).toEqual(["list/[x]?\\"]);
        expect((await all(store.keys("list/"))).length).toBe(5);
        expect(await all(store.keys("nowhere/"))).toEqual([]);
      });

      test("are listed completely when there are thousands", async () => {
        const keys = Array.from({ length: 2500 }, (_, i) => `many/${i}`);
        await store.commit({
          checks: keys.map((key) => ({ key, version: 0 })),
          puts: keys.map((key) => ({ key, value: text(key) })),
        });
        expect((await all(store.keys("many/"))).sort()).toEqual([...keys].sort());
      });

      test("are gone from the instant on at which they expire", async () => {
        await store.commit(put("exp/past", 0, "x", PAST));
        expect(await read("exp/past")).toBeUndefined();
        await store.commit(put("exp/later", 0, "x", LATER));
        expect(await read("exp/later")).toEqual([1, "x"]);
        await store.commit(put("exp/soon", 0, "x", Date.now() + 80));
        await until(async () => (await read("exp/soon")) === undefined);
        expect(await store.commit(put("exp/soon", 1, "y"))).toEqual({ kind: "conflict", key: "exp/soon" });
        expect(await store.commit(put("exp/soon", 0, "y"))).toEqual(committed);
        expect(await read("exp/soon")).toEqual([1, "y"]);
      });

      test("lose their expiry when they are written without one", async () => {
        await store.commit(put("exp/kept", 0, "x", Date.now() + 1000)); // A busy machine writes again in time.
        expect(await store.commit(put("exp/kept", 1, "y"))).toEqual(committed);
        await store.commit(put("exp/marker", 0, "x", Date.now() + 1001));
        await until(async () => (await read("exp/marker")) === undefined);
        expect(await read("exp/kept")).toEqual([2, "y"]);
      });
    });

    describe("a commit", () => {
      test("answers with the key that somebody else changed and writes nothing of the batch", async () => {
        await store.commit(put("atom/a", 0, "a"));
        await store.commit(put("atom/b", 0, "b"));
        await store.commit(put("atom/b", 1, "b2"));
        const result = await store.commit({
          once: { keys: ["atom-event"], result: text("never"), expiresAt: LATER },
          checks: [
            { key: "atom/a", version: 1 },
            { key: "atom/b", version: 1 },
          ],
          puts: [{ key: "atom/a", value: text("lost") }],
          index: [{ op: "add", index: "atom", sort: "s", member: "m" }],
          appends: [{ stream: "atom", value: text("lost") }],
          enqueue: [{ queue: "atom", id: "job", due: 1, value: text("lost") }],
        });
        expect(result).toEqual({ kind: "conflict", key: "atom/b" });
        expect(await read("atom/a")).toEqual([1, "a"]);
        expect(await store.range("atom")).toEqual([]);
        expect(await store.readStream("atom")).toEqual([]);
        expect(await store.jobs("atom", 10)).toEqual([]);
        expect(
          await store.commit({ once: { keys: ["atom-event"], result: text("now"), expiresAt: LATER } }),
        ).toEqual(committed);
      });

      test("may rest on a version, or on absence, without writing the key", async () => {
        await store.commit(put("rest", 0, "x"));
        const append = (version: number): Batch => ({
          checks: [{ key: "rest", version }],
          appends: [{ stream: "rest", value: text("x") }],
        });
        expect(await store.commit(append(0))).toEqual({ kind: "conflict", key: "rest" });
        expect(await store.commit(append(2))).toEqual({ kind: "conflict", key: "rest" });
        expect(await store.commit(append(1))).toEqual(committed);
        expect((await store.readStream("rest")).length).toBe(1);
      });

      test("with nothing in it is committed", async () => {
        expect(await store.commit({})).toEqual(committed);
      });

      test("happens once per idempotency key and answers with the first result", async () => {
        const batch = (keys: string[], result: string): Batch => ({
          once: { keys, result: text(result), expiresAt: LATER },
          appends: [{ stream: "once", value: text(result) }],
        });
        expect(await store.commit(batch(["event-1", "nonce-1"], "first"))).toEqual(committed);
        const again: CommitResult = { kind: "replayed", result: text("first") };
        expect(await store.commit(batch(["event-1"], "second"))).toEqual(again);
        expect(await other.commit(batch(["event-2", "nonce-1"], "third"))).toEqual(again);
        expect(await store.commit(batch(["event-2"], "fourth"))).toEqual(committed);
        expect((await store.readStream("once")).map(({ value }) => value.toString())).toEqual([
          "first",
          "fourth",
        ]);
      });

      test("counts as not done before when its marker has expired", async () => {
        const batch = (expiresAt: number): Batch => ({
          once: { keys: ["expiring"], result: text("r"), expiresAt },
        });
        expect(await store.commit(batch(PAST))).toEqual(committed);
        expect(await store.commit(batch(Date.now() + 80))).toEqual(committed);
        await until(async () => (await store.commit(batch(LATER))).kind === "committed");
        expect((await store.commit(batch(LATER))).kind).toBe("replayed");
      });

      test("writes nothing past its deadline, but still tells that it had been done before", async () => {
        const batch = (deadline: number): Batch => ({
          once: { keys: ["deadline"], result: text("done"), expiresAt: LATER },
          deadline,
          appends: [{ stream: "deadline", value: text("x") }],
        });
        expect(await store.commit(batch(PAST))).toEqual({ kind: "expired" });
        expect(await store.readStream("deadline")).toEqual([]);
        expect(await store.commit(batch(LATER))).toEqual(committed);
        expect(await store.commit(batch(PAST))).toEqual({ kind: "replayed", result: text("done") });
      });

      test("refuses names and batches that the port forbids", async () => {
        const bad: Batch[] = [
          put("nul\0", 0, "x"),
          put("x".repeat(501), 0, "x"),
          put("half \ud83d surrogate", 0, "x"),
          { puts: [{ key: "unchecked", value: text("x") }] },
          { deletes: ["unchecked"] },
          { ...put("twice", 0, "x"), deletes: ["twice"] },
          {
            checks: [
              { key: "double", version: 0 },
              { key: "double", version: 0 },
            ],
          },
          { enqueue: [{ queue: "q", id: "fraction", due: 0.5, value: text("x") }] },
          { deadline: Number.NaN },
        ];
        for (const batch of bad) await expect(store.commit(batch)).rejects.toThrow(RangeError);
      });

      test("takes names of the full length", async () => {
        const long = "ü".repeat(250);
        const entry = { sort: long, member: long };
        await store.commit({
          once: { keys: [long], result: text("r"), expiresAt: LATER },
          ...put(long, 0, "x", LATER),
          index: [{ op: "add", index: long, ...entry }],
          appends: [{ stream: long, value: text("s") }],
          enqueue: [{ queue: long, id: long, due: 1, value: text("j") }],
        });
        expect(await read(long)).toEqual([1, "x"]);
        expect(await store.range(long, { from: long })).toEqual([entry]);
        expect((await store.readStream(long))[0]?.position).toBe(1);
        expect((await store.jobs(long, 1))[0]?.id).toBe(long);
      });

      test("takes an import of twenty thousand lines at once", async () => {
        const lines = Array.from({ length: 20_000 }, (_, i) => ({ sort: `${i}`, member: "x" }));
        const index = lines.map((line) => ({ op: "add" as const, index: "import", ...line }));
        expect(await store.commit({ index })).toEqual(committed);
        expect((await store.range("import")).length).toBe(20_000);
      });

      test("wins alone where two would change the same key", async () => {
        for (let round = 0; round < 20; round++) {
          const results = await Promise.all([
            store.commit(put("race", round, "one")),
            other.commit(put("race", round, "two")),
          ]);
          expect(results.map(({ kind }) => kind).sort()).toEqual(["committed", "conflict"]);
        }
      });

      test("loses no update of thirty at once that try again on conflict", async () => {
        const increment = async (engine: Store) => {
          for (;;) {
            const [stored] = await engine.get(["counter"]);
            const value = Number(stored?.value ?? 0) + 1;
            const result = await engine.commit(put("counter", stored?.version ?? 0, `${value}`));
            if (result.kind === "committed") return;
          }
        };
        await Promise.all(Array.from({ length: 30 }, (_, i) => increment(i % 2 ? store : other)));
        expect(await read("counter")).toEqual([30, "30"]);
      });
    });

    describe("an index", () => {
      const entry = (sort: string, member = ""): IndexEntry => ({ sort, member });
      const fill = async (index: string, entries: readonly IndexEntry[]) => {
        await store.commit({ index: entries.map((e) => ({ op: "add", index, ...e })) });
      };

      test("sorts by the bytes of sort, then of member", async () => {
        // By UTF-16 units, the last two would change places.
        const sorted = [
          entry("", "z"),
          entry("a", ""),
          entry("a", "b"),
          entry("a", "c"),
          entry("a!", "a"),
          entry("ab", "a"),
          entry("ä", "a"),
          entry("\ufffd", "a"),
          entry("\u{1f600}", "a"),
        ];
        await fill("order", [...sorted].reverse());
        expect(await store.range("order")).toEqual(sorted);
        expect(await store.range("order", { reverse: true })).toEqual([...sorted].reverse());
      });

      test("is read from a sort on, up to a sort, by pages, in both directions", async () => {
        const days = ["2026-01-30", "2026-01-31", "2026-02-01", "2026-02-02"];
        const entries = days.flatMap((day) => [entry(day, "a"), entry(day, "b")]);
        await fill("pages", entries);
        const february = { from: "2026-02", to: "2026-02-02" };
        expect(await store.range("pages", february)).toEqual(entries.slice(4, 6));
        expect(await store.range("pages", { ...february, reverse: true })).toEqual(
          entries.slice(4, 6).reverse(),
        );
        expect(await store.range("pages", { from: "2026-01-31", limit: 3 })).toEqual(entries.slice(2, 5));
        expect(await store.range("pages", { limit: 0 })).toEqual([]);
        expect(await store.range("pages", { from: "b", to: "a" })).toEqual([]);
        expect(await store.range("pages", { to: "" })).toEqual([]);
        for (const reverse of [false, true]) {
          const seen: IndexEntry[] = [];
          for (;;) {
            const after = seen.at(-1);
            const page = await store.range("pages", { reverse, limit: 3, ...(after ? { after } : {}) });
            if (page.length === 0) break;
            seen.push(...page);
          }
          expect(seen).toEqual(reverse ? [...entries].reverse() : entries);
        }
      });

      test("goes on behind an entry that is no longer there or lies outside the range", async () => {
        await fill("behind", [entry("b", "1"), entry("d", "1"), entry("f", "1")]);
        const sorts = async (options: Parameters<Store["range"]>[1]) =>
          (await store.range("behind", options)).map(({ sort }) => sort).join("");
        expect(await sorts({ after: entry("c", "gone") })).toBe("df");
        expect(await sorts({ after: entry("e", "gone"), reverse: true })).toBe("db");
        expect(await sorts({ after: entry("a", ""), from: "c" })).toBe("df");
        expect(await sorts({ after: entry("z", ""), to: "e", reverse: true })).toBe("db");
        expect(await sorts({ after: entry("d", "1"), to: "e" })).toBe("");
      });

      test("holds an entry once, forgets it when removed and keeps to itself", async () => {
        await fill("set", [entry("a", "1"), entry("a", "1")]);
        await fill("set2", [entry("a", "2")]);
        await store.commit({
          index: [
            { op: "add", index: "set", ...entry("a", "1") },
            { op: "remove", index: "set", ...entry("never", "there") },
          ],
        });
        expect(await store.range("set")).toEqual([entry("a", "1")]);
        await store.commit({
          index: [
            { op: "remove", index: "set", ...entry("a", "1") },
            { op: "add", index: "set", ...entry("b", "1") },
            { op: "remove", index: "set", ...entry("b", "1") },
          ],
        });
        expect(await store.range("set")).toEqual([]);
        expect(await store.range("set2")).toEqual([entry("a", "2")]);
      });
    });

    describe("a stream", () => {
      const append = (stream: string, ...values: string[]): Batch => ({
        appends: values.map((value) => ({ stream, value: text(value) })),
      });
      const values = async (stream: string, options?: Parameters<Store["readStream"]>[1]) =>
        (await store.readStream(stream, options))
          .map(({ position, value }) => `${position}${value}`)
          .join(" ");

      test("numbers its entries from 1 and is read from both ends", async () => {
        await store.commit(append("log", "a", "b"));
        await store.commit(append("log2", "other"));
        await store.commit(append("log", "c"));
        expect(await values("log")).toBe("1a 2b 3c");
        expect(await values("log", { after: 1 })).toBe("2b 3c");
        expect(await values("log", { after: 1, limit: 1 })).toBe("2b");
        expect(await values("log", { reverse: true, limit: 2 })).toBe("3c 2b");
        expect(await values("log", { reverse: true, after: 2 })).toBe("1a");
        expect(await values("log", { after: 3 })).toBe("");
        expect(await values("log", { limit: 0 })).toBe("");
        expect(await values("empty")).toBe("");
      });

      test("keeps its positions when entries are removed, also the last", async () => {
        await store.commit(append("trim", "a", "b", "c"));
        await store.commit({ trimStreams: [{ stream: "trim", positions: [1, 3, 99] }] });
        expect(await values("trim")).toBe("2b");
        await store.commit(append("trim", "d"));
        expect(await values("trim")).toBe("2b 4d");
        await store.commit({ trimStreams: [{ stream: "trim", positions: [2, 4] }] });
        await store.commit(append("trim", "e"));
        expect(await values("trim")).toBe("5e");
      });

      test("is gone when dropped and begins anew, in the same commit too", async () => {
        await store.commit(append("drop", "a", "b"));
        await store.commit({ dropStreams: ["drop", "never there"] });
        expect(await values("drop")).toBe("");
        await store.commit(append("drop", "c"));
        await store.commit({ dropStreams: ["drop"], ...append("drop", "d") });
        expect(await values("drop")).toBe("1d");
      });

      test("takes thirty at once without a gap", async () => {
        await Promise.all(
          Array.from({ length: 30 }, (_, i) => (i % 2 ? store : other).commit(append("busy", `n${i}`))),
        );
        const entries = await store.readStream("busy");
        expect(entries.map(({ position }) => position)).toEqual(Array.from({ length: 30 }, (_, i) => i + 1));
        expect(new Set(entries.map(({ value }) => value.toString())).size).toBe(30);
      });
    });

    describe("the outbox", () => {
      const enqueue = (queue: string, ...jobs: (readonly [id: string, due: number])[]): Batch => ({
        enqueue: jobs.map(([id, due]) => ({ queue, id, due, value: text(`${queue} ${id}`) })),
      });
      const ids = (jobs: readonly { readonly id: string }[]) => jobs.map(({ id }) => id).join(" ");
      const lease = (queue: string, now: number, until = now + 10, limit = 10) =>
        store.lease(queue, { now, until, limit });
      const first = async (queue: string, now: number): Promise<LeasedJob> => {
        const [job] = await lease(queue, now);
        if (!job) throw new Error(`Nothing due in ${queue}`);
        return job;
      };

      test("gives out what is due, by due instant, then id, up to the limit", async () => {
        await store.commit(enqueue("due", ["late", 300], ["b", 200], ["a", 200], ["early", 100]));
        expect(ids(await store.jobs("due", 10))).toBe("early a b late");
        expect(ids(await store.jobs("due", 2))).toBe("early a");
        expect(await lease("due", 99)).toEqual([]);
        expect(await lease("due", 299, 309, 0)).toEqual([]);
        const jobs = await lease("due", 299, 309, 2);
        expect(jobs).toEqual([
          {
            id: "early",
            due: 100,
            value: text("due early"),
            token: jobs[0]?.token,
            leasedUntil: 309,
            attempt: 1,
          },
          { id: "a", due: 200, value: text("due a"), token: jobs[1]?.token, leasedUntil: 309, attempt: 1 },
        ]);
        expect(ids(await lease("due", 300))).toBe("b late");
        expect(await lease("nothing here", 300)).toEqual([]);
      });

      test("takes a job once per id", async () => {
        await store.commit(enqueue("ids", ["x", 5]));
        await store.commit({ enqueue: [{ queue: "ids", id: "x", due: 1, value: text("another") }] });
        expect(await store.jobs("ids", 9)).toEqual([{ id: "x", due: 5, value: text("ids x"), attempt: 0 }]);
      });

      test("gives a leased job to nobody else before the lease ran out", async () => {
        await store.commit(enqueue("held", ["x", 5]));
        const one = await first("held", 10);
        expect(await lease("held", 19)).toEqual([]);
        expect((await store.jobs("held", 9))[0]?.attempt).toBe(1);
        const two = await first("held", 20);
        expect([one.attempt, two.attempt]).toEqual([1, 2]);
        expect(two.token).not.toBe(one.token);
      });

      test("ends a job only for who holds it, late or not", async () => {
        await store.commit(enqueue("end", ["x", 5]));
        const lost = await first("end", 10);
        const held = await first("end", 20);
        const end = (token: string): Batch => ({
          finish: [{ queue: "end", id: "x", token }],
          appends: [{ stream: "end", value: text(token) }],
        });
        for (const token of [lost.token, "", "nonsense"]) {
          expect(await store.commit(end(token))).toEqual({ kind: "conflict", key: "x" });
        }
        // Its lease ran out at 30, but nobody took the job meanwhile.
        expect(await store.commit(end(held.token))).toEqual(committed);
        expect(await store.jobs("end", 9)).toEqual([]);
        expect(await store.commit(end(held.token))).toEqual({ kind: "conflict", key: "x" });
        expect((await store.readStream("end")).length).toBe(1);
      });

      test("ends a job without a token for an operator, there or not", async () => {
        await store.commit(enqueue("drop-job", ["x", 5]));
        const held = await first("drop-job", 10);
        const drop: Batch = { finish: [{ queue: "drop-job", id: "x" }] };
        expect(await store.commit(drop)).toEqual(committed);
        expect(await store.commit(drop)).toEqual(committed);
        const end: Batch = { finish: [{ queue: "drop-job", id: "x", token: held.token }] };
        expect(await store.commit(end)).toEqual({ kind: "conflict", key: "x" });
      });

      test("puts a job off for who holds it, with its attempts", async () => {
        await store.commit(enqueue("later", ["x", 5]));
        const held = await first("later", 10);
        const off = { queue: "later", id: "x", due: 50, value: text("second try") };
        expect(await store.commit({ postpone: [{ ...off, token: "nonsense" }] })).toEqual({
          kind: "conflict",
          key: "x",
        });
        expect(await store.commit({ postpone: [{ ...off, token: held.token }] })).toEqual(committed);
        expect(await store.commit({ postpone: [{ ...off, token: held.token }] })).toEqual({
          kind: "conflict",
          key: "x",
        });
        expect(await lease("later", 49)).toEqual([]);
        const again = await first("later", 50);
        expect([again.attempt, again.due, again.value.toString()]).toEqual([2, 50, "second try"]);
      });

      test("finishes a job and plans it anew in one commit", async () => {
        await store.commit(enqueue("daily", ["x", 5]));
        const held = await first("daily", 10);
        await store.commit({
          finish: [{ queue: "daily", id: "x", token: held.token }],
          enqueue: [{ queue: "daily", id: "x", due: 100, value: text("tomorrow") }],
        });
        expect(await store.jobs("daily", 9)).toEqual([
          { id: "x", due: 100, value: text("tomorrow"), attempt: 0 },
        ]);
      });

      test("never gives one job to two of many workers", async () => {
        const jobs = Array.from({ length: 40 }, (_, i) => [`j${i}`, i] as const);
        await store.commit(enqueue("crowd", ...jobs));
        const work = async (engine: Store): Promise<readonly string[]> => {
          const done: string[] = [];
          for (;;) {
            const leased = await engine.lease("crowd", { now: 100, until: 200, limit: 3 });
            if (leased.length === 0) return done;
            const finish = leased.map(({ id, token }) => ({ queue: "crowd", id, token }));
            expect(await engine.commit({ finish })).toEqual(committed);
            done.push(...leased.map(({ id }) => id));
          }
        };
        const done = (await Promise.all([store, other, store, other].map(work))).flat();
        expect(done.sort()).toEqual(jobs.map(([id]) => id).sort());
      });

      test("tells a listener of new jobs, until it no longer listens", async () => {
        let calls = 0;
        const stop = store.onEnqueue(() => calls++);
        await until(async () => {
          await store.commit(enqueue("bell", [`ring ${Math.random()}`, 1]));
          return calls > 0;
        });
        stop();
        await store.ping();
        const before = calls;
        await store.commit(enqueue("bell", ["silent", 1]));
        await store.ping();
        expect(calls).toBe(before);
      });
    });

    test("a store that takes writes answers a ping", async () => {
      await store.ping();
    });

    test("a closed store is unavailable", async () => {
      const { store: closed, end, second } = await open();
      await second?.close();
      await closed.close();
      await closed.close();
      await expect(closed.get(["x"])).rejects.toThrow(StoreUnavailable);
      await expect(closed.commit({ appends: [{ stream: "x", value: text("x") }] })).rejects.toThrow(
        StoreUnavailable,
      );
      await expect(closed.ping()).rejects.toThrow(StoreUnavailable);
      await end?.();
    });
  });
}

/** Asks until it is so, and lets everything else that is under way go on in between. */
export async function until(condition: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + 10_000;
  while (!(await condition())) {
    if (Date.now() > end) throw new Error("It did not happen within 10 s");
    await new Promise((resolve) => setImmediate(resolve));
  }
}

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
}
