import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { z } from "zod";
import { caseScope, type RecordKind } from "../../../casework/store/record.js";
import type { Store } from "../../../casework/store/store.js";
import { beginWork, type UnitOfWork } from "../../../casework/store/unit-of-work.js";
import { openLedger } from "../../bot/ledger.js";

/** What runs side by side within one unit of work decides on one state, and loses nothing of it. */

let ledger: Awaited<ReturnType<typeof openLedger>>;
beforeAll(async () => {
  ledger = await openLedger();
});
afterAll(() => ledger.close());

const sealed: RecordKind<string> = {
  name: "sealed-word",
  schema: z.string(),
  schemaVersion: 1,
  scopes: (id) => [caseScope(id)],
};

const begin = (store: Store = ledger.store) => beginWork(store, ledger.keyring, ledger.clock());
const commit = async (unit: UnitOfWork) => (await ledger.store.commit(unit.batch())).kind;

async function put(id: string, value: string): Promise<void> {
  const unit = begin();
  await unit.write(sealed, id, value);
  expect(await commit(unit)).toBe("committed");
}

/** The same store, but what it is asked for as the n-th, from 0 on, it looks up when it is let go. */
function slowAt(nth: number): { readonly store: Store; readonly letGo: () => void } {
  let letGo = () => {};
  const gate = new Promise<void>((open) => {
    letGo = open;
  });
  let asked = 0;
  const store: Store = {
    ...ledger.store,
    async get(keys) {
      if (asked++ === nth) await gate;
      return ledger.store.get(keys);
    },
  };
  return { store, letGo };
}

test("two reads at once see the same, whoever changes it in between, and the unit conflicts with that change", async () => {
  await put("twice", "old");
  const { store, letGo } = slowAt(1);
  const unit = begin(store);
  const [first, second] = [unit.read(sealed, "twice"), unit.read(sealed, "twice")];
  expect(await first).toBe("old");
  await put("twice", "new");
  letGo();
  expect(await second).toBe("old");
  expect(await commit(unit)).toBe("conflict");
});

test("what is written while a read of it is under way stays written, with the key of a new case", async () => {
  const { store, letGo } = slowAt(0);
  const unit = begin(store);
  const look = unit.read(sealed, "new");
  await unit.write(sealed, "new", "mine");
  letGo();
  expect(await look).toBe("mine");
  expect(await commit(unit)).toBe("committed");
  expect(await begin().read(sealed, "new")).toBe("mine");
});

test("a guard that is touched twice excludes whoever touched it in between", async () => {
  const [mine, other] = [begin(), begin()];
  await mine.guard("seat");
  await other.guard("seat");
  expect(await commit(other)).toBe("committed");
  await mine.guard("seat");
  expect(await commit(mine)).toBe("conflict");
});
