import { expect, test } from "@jest/globals";
import { checkHistory } from "./check-history.js";
import type { Effect, History, JobStory, Thing, Wish } from "./history.js";

const wish = (token: string, more: Partial<Wish> = {}): Wish => ({
  kind: "note",
  token,
  place: "K-00000",
  askedAt: 1,
  outcome: "acknowledged",
  answeredAt: 5,
  ...more,
});
const thing = (token: string, more: Partial<Thing> = {}): Thing => ({
  kind: "note",
  token,
  place: "K-00000",
  ...more,
});
const job = (more: Partial<JobStory> = {}): JobStory => ({
  queue: "mail",
  id: "j1",
  leases: 1,
  end: "done",
  mayBeSilent: false,
  ...more,
});
const effect = (more: Partial<Effect> = {}): Effect => ({
  queue: "mail",
  id: "j1",
  run: 1,
  to: "office",
  key: "<m1>",
  content: "come",
  ...more,
});
const NOTHING: History = { wishes: [], things: [], sums: [], effects: [], jobs: [], faults: [], fair: false };

/** What is found, in short. */
const judged = (history: Partial<History>) =>
  checkHistory({ ...NOTHING, ...history }).map(({ what }) => what);

test("a history in which all is as it should be has no findings", () => {
  const history = {
    wishes: [wish("a"), wish("b", { askedAt: 6, answeredAt: 9 })],
    things: [thing("a"), thing("b")],
    sums: [{ what: "notes", one: 2, other: 2 }],
    effects: [effect()],
    jobs: [job()],
    fair: true,
  };
  expect(judged(history)).toEqual([]);
});

test("what was acknowledged is there once", () => {
  expect(judged({ wishes: [wish("a")] })).toEqual(["lost"]);
  expect(judged({ wishes: [wish("a")], things: [thing("a"), thing("a")] })).toEqual(["doubled"]);
  expect(judged({ wishes: [wish("a")], things: [thing("a", { place: "K-00001" })] })).toEqual([
    "lost",
    "made-up",
  ]);
});

test("what nobody knows of may be there or not, but not twice", () => {
  const unknown = wish("a", { outcome: "unknown" });
  expect(judged({ wishes: [unknown] })).toEqual([]);
  expect(judged({ wishes: [unknown], things: [thing("a")] })).toEqual([]);
  expect(judged({ wishes: [unknown], things: [thing("a"), thing("a")] })).toEqual(["doubled"]);
});

test("what was refused, or never asked for, is not there", () => {
  expect(judged({ wishes: [wish("a", { outcome: "refused" })] })).toEqual([]);
  expect(judged({ wishes: [wish("a", { outcome: "refused" })], things: [thing("a")] })).toEqual(["made-up"]);
  expect(judged({ things: [thing("a")] })).toEqual(["made-up"]);
});

test("the order of what was acknowledged one after the other is kept, within one place", () => {
  const wishes = [wish("a"), wish("b", { askedAt: 6, answeredAt: 9 })];
  expect(judged({ wishes, things: [thing("b"), thing("a")] })).toEqual(["order"]);
  const atOnce = [wish("a"), wish("b", { askedAt: 2, answeredAt: 9 })];
  expect(judged({ wishes: atOnce, things: [thing("b"), thing("a")] })).toEqual([]);
  const elsewhere = [wish("a"), wish("b", { askedAt: 6, answeredAt: 9, place: "K-00001" })];
  expect(judged({ wishes: elsewhere, things: [thing("b", { place: "K-00001" }), thing("a")] })).toEqual([]);
});

test("what belongs together agrees", () => {
  expect(judged({ sums: [{ what: "notes and audit", one: 2, other: 1 }] })).toEqual(["half"]);
});

test("a job that ended has left, unless it had reason not to", () => {
  expect(judged({ jobs: [job()] })).toEqual(["lost"]);
  expect(judged({ jobs: [job({ mayBeSilent: true })] })).toEqual([]);
  expect(judged({ jobs: [job({ end: "waits" })] })).toEqual([]);
});

test("it leaves once a lease at most, and as the same each time", () => {
  const again = [effect(), effect({ run: 2 })];
  expect(judged({ jobs: [job({ leases: 2 })], effects: again })).toEqual([]);
  expect(judged({ jobs: [job()], effects: again })).toEqual(["doubled"]);
  expect(judged({ jobs: [job()], effects: [effect(), effect()] })).toEqual(["doubled"]);
  const other = [effect(), effect({ run: 2, content: "do not come" })];
  expect(judged({ jobs: [job({ leases: 2 })], effects: other })).toEqual(["doubled"]);
});

test("two jobs do not leave under one key, and none leaves that was not committed", () => {
  const both = [effect(), effect({ id: "j2", run: 2 })];
  expect(judged({ jobs: [job(), job({ id: "j2" })], effects: both })).toEqual(["doubled"]);
  expect(judged({ effects: [effect()] })).toEqual(["made-up"]);
});

test("where nothing went wrong there is no excuse", () => {
  const twice = [effect(), effect({ run: 2 })];
  expect(judged({ fair: true, jobs: [job({ leases: 2 })], effects: twice })).toEqual(["doubled"]);
  expect(judged({ fair: true, wishes: [wish("a", { outcome: "unknown" })] })).toEqual(["lost"]);
  expect(judged({ fair: true, jobs: [job({ end: "dead", mayBeSilent: true })] })).toEqual(["lost"]);
});
