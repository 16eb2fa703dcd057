import { describe, expect, test } from "@jest/globals";
import type { Store } from "../../../casework/store/store.js";

const text = (value: string): Buffer => Buffer.from(value);
const LATER = Date.now() + 3_600_000;

/** The part of the storage contract that erasure rests on. `other`: a second store on the same data. */
export function erasureContract(stores: () => { readonly store: Store; readonly other: Store }): void {
  describe("erasure", () => {
    const tracesOf = async (name: string) => {
      const traces: unknown[] = [];
      for await (const trace of stores().other.traces(name)) traces.push(trace);
      return traces;
    };

    test("finds whatever is named after something, and nothing else", async () => {
      const line = { sort: "2030-01-01", member: "x/K-ERASE/1" };
      await stores().store.commit({
        once: { keys: ["nonce/K-ERASE.1"], result: text("r"), expiresAt: LATER },
        checks: [
          { key: "thing/K-ERASE", version: 0 },
          { key: "thing/K-STAYS", version: 0 },
        ],
        puts: [
          { key: "thing/K-ERASE", value: text("a") },
          { key: "thing/K-STAYS", value: text("K-ERASE") },
        ],
        index: [
          { op: "add", index: "people/one", ...line },
          { op: "add", index: "people/one", sort: "2030-01-01", member: "x/K-STAYS/1" },
          { op: "add", index: "of/K-ERASE", sort: "1", member: "m" },
        ],
        appends: [{ stream: "log/K-ERASE", value: text("e") }],
        enqueue: [{ queue: "mail-erase", id: "K-ERASE/1", due: 1, value: text("j") }],
      });
      expect((await tracesOf("K-ERASE")).sort(byText)).toEqual(
        [
          { kind: "record", key: "thing/K-ERASE" },
          { kind: "once", key: "nonce/K-ERASE.1" },
          { kind: "index", index: "people/one", ...line },
          { kind: "index", index: "of/K-ERASE", sort: "1", member: "m" },
          { kind: "stream", stream: "log/K-ERASE" },
          { kind: "job", queue: "mail-erase", id: "K-ERASE/1" },
        ].sort(byText),
      );
      expect(await tracesOf("K-NOWHERE")).toEqual([]);
    });

    test("forgets a marker, so that its key may be used anew", async () => {
      const once = { keys: ["forget/1"], result: text("first"), expiresAt: LATER };
      expect(await stores().store.commit({ once })).toEqual({ kind: "committed" });
      expect((await stores().store.commit({ once })).kind).toBe("replayed");
      expect(await stores().store.commit({ forget: ["forget/1", "forget/never"] })).toEqual({
        kind: "committed",
      });
      expect(await stores().store.commit({ once })).toEqual({ kind: "committed" });
    });

    test("scrubs the disk and keeps all that is there", async () => {
      const { store } = stores();
      const key = "scrub/stays";
      await store.commit({ checks: [{ key, version: 0 }], puts: [{ key, value: text("here") }] });
      expect(await store.scrub()).toBeUndefined();
      expect((await store.get([key]))[0]?.value.toString()).toBe("here");
    });
  });
}

function byText(a: unknown, b: unknown): number {
  return JSON.stringify(a) < JSON.stringify(b) ? -1 : 1;
}
